"""Front matter, as site generators write it before a text: keys between two lines ``---``, the list behind them.

Its ``title`` and ``date`` are the digest's; other keys are named in a warning. Behind it any list may stand.
"""

from __future__ import annotations

import re
from dataclasses import replace

from sitegen.day import Day
from sitegen.inputs.dates import day
from sitegen.inputs.document import Document
from sitegen.inputs.parsed import ParsedDigest
from sitegen.inputs.readers import reader_of
from sitegen.inputs.records import short
from sitegen.problem import Location, Problem, warning

_LONGEST = 100  # lines
_LINE = re.compile(r"(?P<key>[A-Za-z][\w -]{0,40}):(?:\s+(?P<value>.*))?|\s+.*|-\s.*|#.*|")
_DATE = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ].*)?")


def recognises(document: Document) -> bool:
    """Whether a line ``---`` opens the file, and another closes a few lines of keys."""
    return _end(document) > 0


def read(document: Document) -> ParsedDigest:
    """What the list behind says, under the title and the day of the front matter."""
    end = _end(document)
    rest = Document(document.file, "\n" * end + "\n".join(document.lines[end:]) + "\n")
    reading = reader_of(rest).format.read(rest)
    title, date, problems = "", None, []
    unused: dict[str, int] = {}
    for number, line in enumerate(document.lines[1 : end - 1], 2):
        found = _LINE.fullmatch(line)
        key, value = (found["key"] or "", _unquoted(found["value"] or "")) if found else ("", "")
        if key.lower() == "title":
            title = " ".join(value.split())
        elif key.lower() == "date" and value:
            date = _day(value)
            problems += [] if date else [_no_day(value, Location(document.file, number, 1))]
        elif key:
            unused.setdefault(key, number)
    problems += _unused(unused, document.file)
    roles = reading.lines
    return replace(
        reading,
        title=title or reading.title,
        date=date or reading.date,
        problems=(*problems, *reading.problems),
        lines=roles,
    )


def _end(document: Document) -> int:
    """The number of the line that closes the front matter; 0 where there is none."""
    lines = document.lines
    if not lines or lines[0].rstrip() != "---":
        return 0
    keys = 0
    for number, line in enumerate(lines[1:_LONGEST], 2):
        if line.rstrip() in ("---", "..."):
            return number if keys else 0
        found = _LINE.fullmatch(line)
        if not found:
            return 0
        keys += found["key"] is not None
    return 0


def _unquoted(value: str) -> str:
    value = value.strip()
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value


def _day(value: str) -> Day | None:
    found = _DATE.fullmatch(value)
    return Day.parse(found[1]) if found else day(value)


def _no_day(value: str, at: Location) -> Problem:
    return warning(at, f"the date '{short(value)}' is not understood", "write it as 2024-04-03")


def _unused(keys: dict[str, int], file: str) -> list[Problem]:
    if not keys:
        return []
    shown = ", ".join(f"'{short(key)}'" for key in [*keys][:5]) + (", …" if len(keys) > 5 else "")
    message = f"of the front matter only title and date are used, not {shown}"
    return [
        warning(Location(file, min(keys.values()), 1), message, "`digests:` in site.yaml takes description and source")
    ]
