"""`papers.json` of a catalogue made by sitegen, so that catalogues can be joined; `papers/<slug>.json` too.

The text is what that catalogue shows, its facts are kept, and its title is the digest's.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sitegen.facts.model import Person
from sitegen.inputs.document import Document
from sitegen.inputs.json_records import member, objects, read_records
from sitegen.inputs.parsed import ParsedDigest
from sitegen.inputs.records import Record, parsed, text_of
from sitegen.inputs.stated import Statement, facts_of
from sitegen.problem import Location, Problem


def recognises(document: Document) -> bool:
    """Whether the first record is one of sitegen's."""
    first = document.json.first if document.json else {}
    return {"slug", "title", "abstract", "mentions", "raw_title"} <= first.keys()


def read(document: Document) -> ParsedDigest:
    """A record for each paper, in the order of the file."""
    return parsed(read_records(document, _record), document.file)


def _record(paper: dict[str, Any], at: Location) -> Iterator[Record | Problem]:
    slug, facts = text_of(paper.get("slug")), paper.get("facts")

    def fact(name: str) -> str:
        return text_of(member(facts, name))

    given = Statement(
        authors=[
            Person(family, text_of(author.get("given")))
            for author in objects(member(facts, "authors"))
            if (family := text_of(author.get("family")))
        ],
        more_authors=member(facts, "more_authors") is True,
        year=fact("year"),
        date=fact("published"),
        venue=fact("venue"),
        doi=fact("doi"),
        arxiv=fact("arxiv"),
        acl=fact("acl"),
        openreview=fact("openreview"),
        addresses=[address for address in [fact("url")] if address],
        pdf=fact("pdf"),
        code=fact("code"),
        project=fact("project"),
        key=slug,
    )
    known, problems = facts_of(given, at)
    yield from problems
    yield Record(at.line, text_of(paper.get("title")), text_of(paper.get("abstract")), known, slug)
