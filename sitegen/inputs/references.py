"""Bibliographies, as reference managers copy them.

"Frog, A., & Toad, B. (2024). Frogs of Ponds. Ponds, 1(2), 3–4." is one style of thousands. Each sets the title off by
other signs, or by none, so nothing is guessed: one message for the file.
"""

from __future__ import annotations

import re

from sitegen.inputs.document import Document
from sitegen.inputs.parsed import ParsedDigest
from sitegen.problem import Location, Problem, error

_NUMBER = re.compile(r"(?:\[\d{1,4}\]|\(\d{1,4}\)|\d{1,4}[.)])\s*")
_INITIALS = r"(?:[A-Z]\.?[ -]?){1,3}"
_FAMILY = r"(?:[a-z]{1,4} )?[^\W\da-z_][\w'’-]+"
# APA and Vancouver ("Frog, A., Toad B,"), IEEE ("A. Frog and B. Toad,"), Chicago and MLA ("Frog, Ada, and").
_PEOPLE = re.compile(
    rf"{_FAMILY},? {_INITIALS}(?:[,.(;]|&|and\b|et al)|(?:[A-Z]\. ?){{1,3}}{_FAMILY}(?:,| and | et al)"
    rf"|{_FAMILY}, [^\W\da-z_][\w'’.-]+(?: [A-Z]\.)?(?:,|\.| and | et al)"
)
_YEAR = re.compile(r"(?:[(,.;:] ?|\b[A-Z][a-z]{2,8}\.? )(?:19|20)\d\d[a-z]?(?=[).,:;]|$)")
_SOURCE = re.compile(
    r"[“\"][^“”\"]{10,300}[”\"]|\d+ ?\(\d+(?:[–-]\d+)?\)|\b(?:vol|pp|no|eds?)\. ?\w|\b\d+[–-]\d+\b|https?://|\bdoi\b"
    r"|\b(?:Journal|Proceedings|Proc\.|Conference|Transactions|Letters|Press|arXiv|In:? [A-Z])\b",
    re.IGNORECASE,
)
_FEWEST = 2
_SHARE = 0.6  # of the lines
_SHORTEST, _LONGEST = 40, 1_500  # characters of a reference


def recognises(document: Document) -> bool:
    """Whether most lines are references."""
    lines = document.body
    found = sum(is_reference(text) for _, text in lines)
    return found >= _FEWEST and found >= _SHARE * len(lines)


def read(document: Document) -> ParsedDigest:
    """No entries, and the way out."""
    first = next((number for number, text in document.body if is_reference(text)), 1)
    return ParsedDigest(problems=(no_titles(document.file, first),))


def is_reference(text: str) -> bool:
    """Whether a line names people, then a year, and where the paper was published."""
    if not _SHORTEST <= len(text) <= _LONGEST:
        return False
    start = found.end() if (found := _NUMBER.match(text)) else 0
    return bool(_PEOPLE.match(text, start) and _YEAR.search(text) and _SOURCE.search(text))


def no_titles(file: str, line: int) -> Problem:
    """The error for a file of references."""
    hint = "export it as BibTeX from where it comes, or write each title in a line of its own"
    return error(Location(file, line, 1), "is a list of references, whose titles are set off by nothing", hint)
