"""All digests of a site: files found, decoded, read by the format that recognises them, named and dated."""

from __future__ import annotations

import contextlib
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from sitegen.config.model import DigestSettings, Settings
from sitegen.config.paths import printable_name, shown
from sitegen.day import Day
from sitegen.inputs import foreign
from sitegen.inputs.discover import discover
from sitegen.inputs.document import Document, decode
from sitegen.inputs.identify import ids, slugs
from sitegen.inputs.model import Digest, newest_first
from sitegen.inputs.parsed import ParsedDigest
from sitegen.inputs.readers import SUFFIXES, reader_of
from sitegen.inputs.records import LONGEST
from sitegen.problem import Location, Problem, error, has_errors, warning
from sitegen.suggestion import did_you_mean
from sitegen.user_file import read_bytes
from sitegen.words.visible import invisible
from sitegen.work import Task, Work

LARGEST = 256 << 20
"""Bytes of a file; 100,000 papers with abstracts have 150 million."""


def read(settings: Settings, work: Work | None = None) -> tuple[tuple[Digest, ...], tuple[Problem, ...]]:
    """The digests, newest first, and every problem found; a file with an error or without entries gives no digest."""
    files, found = discover(settings.input, settings.root, SUFFIXES)
    problems = list(found)
    contents: list[tuple[Path, bytes]] = []
    for path in files:
        name = shown(path, settings.root)
        data, problem = _bytes(path, name)
        if data is None:
            problems.append(problem or error(Location(name), "is gone: it was there when the build began"))
        else:
            contents.append((path, data))
    names = ids(contents)
    shown_names = [shown(path, settings.root) for path, _ in contents]
    readings = (work or Work()).each(
        _READ, None, (InputFile(file, data) for file, (_, data) in zip(shown_names, contents, strict=True)), chunk=1
    )
    digests: list[Digest] = []
    for (path, _), name, slug, file, reading in zip(contents, names, slugs(names), shown_names, readings, strict=True):
        problems.extend(reading.problems)
        if reading.entries:
            given = settings.digests.get(name, DigestSettings())
            digest, wrong = _digest(path, name, slug, given, file, reading)
            problems.extend(wrong)
            digests.append(digest)
    if not settings.input_given:
        problems.extend(_absent(settings, names))
    if not digests and not has_errors(problems):
        problems.append(
            error(
                Location(settings.file),
                "no papers: no input holds a title or an abstract",
                "put a list of papers into one, as a text file",
            )
        )
    return tuple(sorted(digests, key=newest_first)), tuple(problems)


def _bytes(path: Path, name: str) -> tuple[bytes | None, Problem | None]:
    """What a file holds, unless it is far larger than any list of papers."""
    with contextlib.suppress(OSError):  # whatever it is, reading says it
        if (size := path.stat().st_size) > LARGEST:
            message = f"is {size >> 20} MB large: more than {LARGEST >> 20} MB are not read"
            return None, error(Location(name), message, "split it")
    return read_bytes(path, name)


class InputFile(NamedTuple):
    """A file of an input: how messages name it, and its bytes."""

    file: str
    data: bytes


def read_file(given: InputFile) -> ParsedDigest:
    """What one file says, by the first format that recognises it; no entries, and a problem, where it says nothing."""
    file = given.file
    if other := foreign.binary(given.data, file):
        return ParsedDigest(problems=(other,))
    document, unreadable = decode(given.data, file)
    if document is None:
        return ParsedDigest(problems=(unreadable,) if unreadable else ())
    if not document.text or document.text.isspace():
        return ParsedDigest(problems=(warning(Location(file), "skipped: the digest is empty"),))
    reading = read_document(document)
    if not reading.entries:
        if reading.problems:
            return reading
        only = warning(Location(file), "skipped: the digest holds only its header")
        return replace(reading, problems=(*reading.problems, only))
    unseen = _unseen(document.lines, file)
    return replace(reading, problems=(*reading.problems, unseen)) if unseen else reading


def read_document(document: Document) -> ParsedDigest:
    """What a text says, by the format that recognises it."""
    reader = reader_of(document)
    if not reader.long_lines and (line := document.too_long(LONGEST)):
        message = f"a line of more than {LONGEST:,} characters: not read"
        return ParsedDigest(problems=(error(Location(document.file, line), message, "no list of papers has one"),))
    return reader.format.read(document)


def _reader(nothing: None) -> Callable[[InputFile], ParsedDigest]:
    return read_file


_READ = Task(_reader, None, InputFile, ParsedDigest)


def _digest(
    path: Path, name: str, slug: str, given: DigestSettings, file: str, reading: ParsedDigest
) -> tuple[Digest, tuple[Problem, ...]]:
    """A file's entries under what the file and `site.yaml` say of them."""
    date, wrong = _date(reading.date, given, name)
    title = given.title or reading.title or (date.in_words if date else name)
    source = unicodedata.normalize("NFC", printable_name(path.name))
    digest = Digest(name, slug, title, date, given.description, given.source, source, file, reading.entries)
    return digest, (wrong,) if wrong else ()


def _unseen(lines: Sequence[str], file: str) -> Problem | None:
    """One warning for all characters of a digest that are taken out of what is shown."""
    counts: Counter[str] = Counter()
    first = 0
    for number, line in enumerate(lines, 1):
        if not line.isascii() or not line.isprintable():
            counts.update(found := invisible(line))
            first = first or (number if found else 0)
    if not counts:
        return None
    total = counts.total()
    kinds = ", ".join(f"U+{ord(mark):04X}" for mark in sorted(counts)[:6]) + (", …" if len(counts) > 6 else "")
    characters = "1 invisible or control character is" if total == 1 else f"{total} invisible or control characters are"
    return warning(Location(file, first), f"{characters} not shown: {kinds}", "the first stands in this line")


def _date(printed: Day | None, given: DigestSettings, name: str) -> tuple[Day | None, Problem | None]:
    """The digest's day: `date` of the settings, else the printed one; `year` completes a day without year."""
    known = given.date or printed
    if given.year is None or known is None:
        if given.year is not None:
            message = f"digests.{name}.year completes a day, but digest '{name}' has none"
            return None, warning(given.location, message, "give a date such as 2024-04-03")
        return known, None
    if known.year is not None and known.year != given.year:
        message = f"digests.{name}.year is {given.year}, but the digest prints the date {known}"
        return known, error(given.location, message, "give a date to replace the printed one")
    full = known.in_year(given.year)
    if full is None:
        return known, error(given.location, f"digests.{name}.year is {given.year}, which has no {known.in_words}")
    return full, None


def _absent(settings: Settings, names: Sequence[str]) -> list[Problem]:
    return [
        warning(given.location, f"digests.{name}: no input file gives a digest '{name}'", did_you_mean(name, names))
        for name, given in settings.digests.items()
        if name not in names
    ]
