"""OpenAlex works, one or the results of a query (https://docs.openalex.org/api-entities/works/work-object)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sitegen.facts.names import author
from sitegen.inputs.document import Document
from sitegen.inputs.json_records import member, objects, read_records
from sitegen.inputs.parsed import ParsedDigest
from sitegen.inputs.records import LONGEST, Record, parsed, text_of, unmarked
from sitegen.inputs.stated import Statement, facts_of
from sitegen.problem import Location, Problem

_WORK = "https://openalex.org/W"
_MOST_WORDS = LONGEST // 4
_MOST_AUTHORS = 100  # OpenAlex cuts lists of authors to so many


def recognises(document: Document) -> bool:
    """Whether the first record's id is that of a work."""
    return document.json is not None and str(document.json.first.get("id", "")).startswith(_WORK)


def read(document: Document) -> ParsedDigest:
    """A record for each work."""
    return parsed(read_records(document, _record), document.file)


def _record(work: dict[str, Any], at: Location) -> Iterator[Record | Problem]:
    places = [work.get("primary_location"), *objects(work.get("locations"))]
    listed = [text_of(member(one, "author", "display_name")) for one in objects(work.get("authorships"))]
    key = text_of(work.get("id")).rpartition("/")[2]
    given = Statement(
        authors=[author(name) for name in listed if name],
        more_authors=work.get("is_authors_truncated") is True or len(listed) == _MOST_AUTHORS,
        year=text_of(work.get("publication_year")),
        date=text_of(work.get("publication_date")),
        venue=_venue(places),
        doi=text_of(work.get("doi")),
        ids=[text_of(member(place, "landing_page_url")) for place in places],
        addresses=[text for text in [text_of(member(places[0], "landing_page_url"))] if text],
        pdf=next((text for place in places if (text := text_of(member(place, "pdf_url")))), ""),
        key=key,
    )
    facts, problems = facts_of(given, at)
    yield from problems
    title = unmarked(text_of(work.get("title")) or text_of(work.get("display_name")))
    yield Record(at.line, title, _abstract(work.get("abstract_inverted_index")), facts, key)


def _venue(places: list[Any]) -> str:
    """Where the work appeared: a journal or a conference before a repository."""
    sources = [source for place in places if isinstance(source := member(place, "source"), dict)]
    sources.sort(key=lambda source: source.get("type") == "repository")
    return unmarked(text_of(sources[0].get("display_name"))) if sources else ""


def _abstract(index: object) -> str:
    """An abstract put together again from the places of its words."""
    if not isinstance(index, dict):
        return ""
    words = [
        (place, word)
        for word, places in index.items()
        for place in (places if isinstance(places, list) else ())
        if isinstance(place, int)
    ]
    return unmarked(text_of(" ".join(word for _, word in sorted(words[:_MOST_WORDS]))))
