"""Records of a list that says itself what is a title, an abstract and an author: from those to a digest's entries.

Every reader of such a format ends here. A record without abstract is nothing unusual in them; one with neither title
nor abstract is left out, with a warning that names it.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sitegen.day import Day
from sitegen.facts.model import NOTHING_KNOWN, Facts
from sitegen.inputs.model import Entry
from sitegen.inputs.parsed import ParsedDigest
from sitegen.problem import Location, Problem, error, warning
from sitegen.words.visible import is_blank, visible

MOST = 500_000
"""Records of a file; what has more is a database, not a digest, or means no good."""

MOST_PROBLEMS = 1_000
"""Faults of one file that are told one by one; a file with more of them is of another kind than it seems."""

LONGEST = 1_000_000
"""Characters of a field; the longest abstract that anyone wrote has not a hundredth of it."""

_SCRIPTS = re.compile(r"<(?:jats:|mml:)?(su[bp])>\s*([^<>]{1,200}?)\s*</(?:jats:|mml:)?\1>")
_HEADING = re.compile(r"<jats:title>\s*(?:abstract|summary)\s*</jats:title>", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:(?:jats|mml):[\w-]+|i|b|u|em|strong|su[bp]|sc|scp|span|p|br|div|italic|bold)(?:\s[^<>]*)?/?>", re.IGNORECASE
)
_HALVES = re.compile("[\ud800-\udfff]")


class Record(NamedTuple):
    """What one record says, unrepaired; ``key`` is its id in the file, ``""`` where it has none."""

    line: int
    title: str
    abstract: str
    facts: Facts = NOTHING_KNOWN
    key: str = ""


def parsed(records: Iterable[Record | Problem], file: str, *, date: Day | None = None, title: str = "") -> ParsedDigest:
    """The digest of these records, in their order; problems may come among them."""
    entries: list[Entry] = []
    problems: list[Problem] = []
    for record in records:
        if len(problems) == MOST_PROBLEMS:
            message = f"more than {MOST_PROBLEMS:,} faults: the rest of the file is not read"
            problems.append(error(Location(file), message, "is it what its name says?"))
            break
        if isinstance(record, Problem):
            problems.append(record)
        elif len(entries) == MOST:
            message = f"holds more than {MOST:,} records: the rest is not read"
            problems.append(error(Location(file, record.line), message, "split the file"))
            break
        elif problem := _fault(record, Location(file, record.line)):
            problems.append(problem)
        else:
            entries.append(
                Entry(record.title, record.abstract, len(entries) + 1, record.line, record.facts, record.key)
            )
            if is_blank(record.title):
                problems.append(_untitled(record, Location(file, record.line)))
    return ParsedDigest(tuple(entries), date, tuple(problems), title=title)


def _fault(record: Record, at: Location) -> Problem | None:
    """Why a record can be no entry."""
    if max(len(record.title), len(record.abstract)) > LONGEST:
        return warning(at, f"a text of more than {LONGEST:,} characters: the record is left out", "is a quote missing?")
    if is_blank(record.title) and is_blank(record.abstract):
        return warning(at, f"the record{_called(record)} has neither title nor abstract: left out")
    return None


def _untitled(record: Record, at: Location) -> Problem:
    return warning(at, f"the record{_called(record)} has no title", "its abstract's first words stand for it")


def _called(record: Record) -> str:
    return f" '{short(record.key)}'" if record.key else ""


def short(text: str) -> str:
    """The beginning of a text, fit for a message."""
    text = " ".join(visible(text).split())
    return text if len(text) <= 60 else text[:60].rstrip() + "…"


def text_of(value: object) -> str:
    """What a value of a data file says as text: the first of a list, ``""`` for what is no text.

    Lone halves of characters, which no file can hold, become U+FFFD.
    """
    if isinstance(value, list):
        value = next((one for one in value if isinstance(one, str) and one.strip()), "")
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return _HALVES.sub("\ufffd", value).strip() if isinstance(value, str) else ""


def texts_of(value: object) -> Sequence[str]:
    """All texts of a list, or of a single value."""
    values = value if isinstance(value, list) else [value]
    return [text for one in values if (text := text_of(one))]


def unmarked(text: str) -> str:
    """A text without the HTML or JATS that publishers send in data: entities resolved, sub- and superscripts as TeX."""
    if "<" in text:
        text = _HEADING.sub("", text)
        text = _SCRIPTS.sub(lambda found: f"${'_' if found[1].lower() == 'sub' else '^'}{{{found[2]}}}$", text)
        text = _TAG.sub(" ", text) if "<jats:" in text or "<p" in text else _TAG.sub("", text)
    if "&" in text and ";" in text:
        text = html.unescape(text)
    return text.strip()
