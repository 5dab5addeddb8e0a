"""RIS files of reference managers and publishers (https://en.wikipedia.org/wiki/RIS_(file_format)).

The file is cut into records here, so that the line of each is known and none is lost that lacks its ``ER``; rispy
reads what stands in a record.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from sitegen.facts.model import Person
from sitegen.facts.names import author, people
from sitegen.inputs.document import Document
from sitegen.inputs.parsed import ParsedDigest
from sitegen.inputs.records import Record, parsed, text_of, texts_of, unmarked
from sitegen.inputs.stated import Statement, addresses_in, facts_of
from sitegen.problem import Location, Problem, warning
from sitegen.words.visible import is_blank

if TYPE_CHECKING:
    from rispy import RisParser

_START = re.compile(r"\s*TY  ?-")
_TAG = re.compile(r"[A-Z][A-Z\d]  ?-(?: |$)")
_END = re.compile(r"\s*ER  ?-")
_NUMBER = re.compile(r"\s*\d+\.?\s*")  # some programs number the records

_TITLES = ("primary_title", "title", "translated_title", "short_title")
_ABSTRACTS = ("abstract", "notes_abstract")
_AUTHORS = ("authors", "first_authors")
_YEARS = ("year", "publication_year", "date")
_VENUES = (
    "secondary_title",
    "journal_name",
    "alternate_title3",
    "alternate_title2",
    "alternate_title1",
    "tertiary_title",
)
_ID_FIELDS = ("notes", "note", "custom1", "custom3", "number", "accession_number", "volume")


class _Lines(NamedTuple):
    """The lines of one record, and the number of the first."""

    start: int
    lines: Sequence[str]


def recognises(document: Document) -> bool:
    """Whether a record begins where the file does, but for numbers that programs put in front."""
    filled = [line for line in document.head.splitlines() if not is_blank(line)][:20]
    at = next((place for place, line in enumerate(filled[:3]) if _START.match(line)), None)
    if at is None or not all(_NUMBER.fullmatch(line) for line in filled[:at]):
        return False
    return any(_TAG.match(line.lstrip()) for line in filled[at + 1 :])


def read(document: Document) -> ParsedDigest:
    """A record for each reference."""
    return parsed(_records(document), document.file)


def _records(document: Document) -> Iterator[Record | Problem]:
    from rispy import RisParser

    parser = RisParser(enforce_list_tags=False, delimiter_tags_mapping={})
    for part in _cut(document.lines):
        if isinstance(part, int):
            at = Location(document.file, part)
            yield warning(at, "stands outside of any record: left out", "a record begins with 'TY  - '")
            continue
        found = parser.parse_lines(iter([*_fields(part.lines, parser), "ER  - "]))
        if found:
            yield from _record(found[0], Location(document.file, part.start))


def _cut(lines: Sequence[str]) -> Iterator[_Lines | int]:
    """The records; and the numbers of lines that stand outside of them and say something."""
    start, inside = 0, False
    for place, line in enumerate(lines):
        if _START.match(line):
            if inside:
                yield _Lines(start + 1, lines[start:place])
            start, inside = place, True
        elif inside and _END.match(line):
            yield _Lines(start + 1, lines[start:place])
            inside = False
        elif not inside and not is_blank(line) and not _NUMBER.fullmatch(line):
            yield place + 1
    if inside:
        yield _Lines(start + 1, lines[start:])


def _fields(lines: Iterable[str], parser: RisParser) -> Iterator[str]:
    """Each field in one line, but for lists of values: the library fails where a second abstract is wrapped."""
    field: list[str] = []
    for line in map(_tidy, lines):
        if field and parser.parse_line(line)[0] is None and field[0][:2] not in parser.list_tags:
            field.append(line.strip())
            continue
        if field:
            yield " ".join(filter(None, field))
        field = [line]
    yield " ".join(filter(None, field))


def _tidy(line: str) -> str:
    """A line with its tag where the library looks for it: in front, with two spaces behind."""
    bare = line.lstrip("\ufeff \t")
    return f"{bare[:2]}  - {bare[2:].lstrip(' -') if bare[2:3] == ' ' else ''}" if _TAG.match(bare) else line


def _record(found: dict[str, Any], at: Location) -> Iterator[Record | Problem]:
    key = text_of(found.get("id"))
    authors, more = _people(found)
    notes = [text for name in _ID_FIELDS for text in texts_of(found.get(name))]
    urls = [address for text in texts_of(found.get("urls")) for address in addresses_in(text)]
    given = Statement(
        authors=authors,
        more_authors=more,
        year=_first(found, _YEARS),
        date=text_of(found.get("date")) or text_of(found.get("publication_year")),
        venue=unmarked(_first(found, _VENUES)),
        doi=text_of(found.get("doi")),
        addresses=urls,
        pdf=next((text for text in texts_of(found.get("file_attachments1")) if text.startswith("http")), ""),
        key=key,
    )
    given.take_remarks(notes)
    facts, problems = facts_of(given, at)
    yield from problems
    title, abstract = (unmarked(_first(found, names)) for names in (_TITLES, _ABSTRACTS))
    yield Record(at.line, title, abstract, facts, key)


def _people(found: dict[str, Any]) -> tuple[tuple[Person, ...], bool]:
    """The authors: one in each line, though some programs print all in one."""
    listed = [name for field in _AUTHORS for name in texts_of(found.get(field))]
    more = any(name.lower().strip(" .") in ("et al", "others") for name in listed)
    listed = [name for name in listed if name.lower().strip(" .") not in ("et al", "others")]
    if len(listed) == 1 and (";" in listed[0] or listed[0].count(",") > 2):
        return people(listed[0])
    return tuple(_person(name) for name in listed), more


def _person(name: str) -> Person:
    """``Family, Given, Suffix``, as the format has it; without a comma a group, or a name as it is read out."""
    parts = [part.strip() for part in name.split(",")]
    if len(parts) == 3 and parts[2]:
        return Person(f"{parts[0]} {parts[2]}", parts[1])
    if len(parts) == 1:
        found = author(name)
        return people(name)[0][0] if found.given and people(name)[0] else found
    return Person(parts[0], " ".join(filter(None, parts[1:])))


def _first(found: dict[str, Any], names: Sequence[str]) -> str:
    return next((text for name in names if (text := " ".join(texts_of(found.get(name))))), "")
