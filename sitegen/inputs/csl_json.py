"""CSL-JSON, as Zotero, Crossref, pandoc and our own export write it.

Names of variables: https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sitegen.facts.model import Person
from sitegen.inputs.document import Document
from sitegen.inputs.json_records import member, objects, read_records
from sitegen.inputs.parsed import ParsedDigest
from sitegen.inputs.records import Record, parsed, text_of, texts_of, unmarked
from sitegen.inputs.stated import Statement, addresses_in, facts_of
from sitegen.problem import Location, Problem

_IDS = ("number", "archive_location", "archive-location", "arxiv")
_PARTICLES = ("dropping-particle", "non-dropping-particle")


def recognises(document: Document) -> bool:
    """Whether the first item has a type and something that only such items have."""
    first = document.json.first if document.json else {}
    return (
        isinstance(first.get("type"), str)
        and any(name in first for name in ("issued", "author", "container-title", "DOI", "title", "title-short"))
        and not str(first.get("id", "")).startswith("https://openalex.org/")
    )


def read(document: Document) -> ParsedDigest:
    """A record for each item."""
    return parsed(read_records(document, _record), document.file)


def _record(item: dict[str, Any], at: Location) -> Iterator[Record | Problem]:
    key = text_of(item.get("id"))
    given = Statement(
        authors=[who for name in objects(item.get("author")) if (who := _person(name))],
        year=_date(item.get("issued")),
        date=_date(item.get("issued")),
        venue=unmarked(text_of(item.get("container-title")) or text_of(item.get("event-title"))),
        doi=text_of(item.get("DOI")),
        ids=[text for name in _IDS for text in texts_of(item.get(name))],
        addresses=[address for text in texts_of(item.get("URL")) for address in addresses_in(text)],
        key=key,
    )
    given.take_remarks(texts_of(item.get("note")))
    facts, problems = facts_of(given, at)
    yield from problems
    title = unmarked(text_of(item.get("title")) or text_of(item.get("title-short")))
    yield Record(at.line, title, unmarked(text_of(item.get("abstract"))), facts, key)


def _person(name: dict[str, Any]) -> Person | None:
    """A name's parts put together; a ``literal`` is a group, or a name that nobody took apart."""
    family = " ".join(text for part in (*_PARTICLES, "family", "suffix") if (text := text_of(name.get(part))))
    given = text_of(name.get("given"))
    if family or given:
        return Person(family or given, given if family else "")
    literal = text_of(name.get("literal")) or text_of(name.get("name"))
    return Person(literal) if literal else None


def _date(value: object) -> str:
    """A date as far as it goes: ``2019-06-12``, ``2019-06``, ``2019``, or the words that stand for it."""
    parts = member(value, "date-parts")
    if isinstance(parts, list) and parts and isinstance(parts[0], list):
        return "-".join(text_of(part) for part in parts[0][:3])
    return text_of(member(value, "raw")) or text_of(member(value, "literal"))
