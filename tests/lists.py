"""People's lists as tests write them: a text, read by whichever reader takes it."""

from __future__ import annotations

from sitegen.facts.model import Facts
from sitegen.inputs.document import Document
from sitegen.inputs.model import Entry
from sitegen.inputs.parsed import ParsedDigest
from sitegen.inputs.read import InputFile, read_file
from sitegen.inputs.readers import reader_of


def reading(text: str, file: str = "list.txt") -> ParsedDigest:
    """What a file with this text says."""
    return read_file(InputFile(file, text.encode()))


def only(text: str, file: str = "list.txt") -> Entry:
    """The entry of a file that has one, read without a word."""
    found = reading(text, file)
    assert [str(problem) for problem in found.problems] == []
    (entry,) = found.entries
    return entry


def facts(text: str, file: str = "list.txt") -> Facts:
    """The facts of that entry."""
    return only(text, file).facts


def said(text: str, file: str = "list.txt") -> list[str]:
    """The problems of a file, as they are printed."""
    return [str(problem) for problem in reading(text, file).problems]


def kind(text: str, file: str = "list.txt") -> str:
    """The reader that takes a file."""
    return reader_of(Document(file, text)).name
