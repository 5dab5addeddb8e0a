"""Hugging Face's daily papers, as ``https://huggingface.co/api/daily_papers`` answers; single papers too.

Each has its arXiv id. The day on which all of them were featured is the digest's.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sitegen.day import Day
from sitegen.facts.names import author
from sitegen.inputs.document import Document
from sitegen.inputs.json_records import objects, read_records
from sitegen.inputs.parsed import ParsedDigest
from sitegen.inputs.records import Record, parsed, text_of
from sitegen.inputs.stated import Statement, facts_of
from sitegen.problem import Location, Problem


def recognises(document: Document) -> bool:
    """Whether the first record is a paper with a summary and a day of publication, as only this service has it."""
    first = document.json.first if document.json else {}
    paper = first.get("paper", first)
    return isinstance(paper, dict) and {"id", "title", "summary", "authors"} <= paper.keys() and "publishedAt" in paper


def read(document: Document) -> ParsedDigest:
    """A record for each paper."""
    days: set[str] = set()

    def record(item: dict[str, Any], at: Location) -> Iterator[Record | Problem]:
        paper = item["paper"] if isinstance(item.get("paper"), dict) else item
        days.add(text_of(paper.get("submittedOnDailyAt"))[:10])
        yield from _record(paper, at)

    records = list(read_records(document, record))
    return parsed(records, document.file, date=Day.parse(days.pop()) if len(days) == 1 else None)


def _record(paper: dict[str, Any], at: Location) -> Iterator[Record | Problem]:
    id = text_of(paper.get("id"))
    given = Statement(
        authors=[
            author(name)
            for one in objects(paper.get("authors"))
            if one.get("hidden") is not True and (name := text_of(one.get("name")))
        ],
        date=text_of(paper.get("publishedAt"))[:10],
        arxiv=id,
        code=text_of(paper.get("githubRepo")),
        project=text_of(paper.get("projectPage")),
        key=id,
    )
    facts, problems = facts_of(given, at)
    yield from problems
    yield Record(at.line, text_of(paper.get("title")), text_of(paper.get("summary")), facts, id)
