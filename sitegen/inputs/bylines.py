"""Whether a line says who wrote a paper, and perhaps where and when, and nothing else.

The judge is strict: of a thousand real titles none passes it. A single name passes only where the caller knows that a
byline stands there (`alone`), since "Poincaré ResNet" has its form.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from sitegen.facts.names import are_people, is_group, is_person, without_place

EDGES = " \t\n,;:.–—-|·•()[]"
"""What stands between the parts of a byline, and belongs to none."""

_DATED = re.compile(r"(\d\d(?:91|02))[\s,;.(\[–—-]*+")  # the end of a line, read backwards
_VENUE = re.compile(r"(?:^|[,;.(\[–—]\s*|\s-\s*)(?P<venue>[^,;.()\[\]–—]*[A-Z][^,;.()\[\]–—]*)$")
_CAPITAL = re.compile("[A-Z]")
_RUN = re.compile(r"[\s,;:&|.–—-]{8}")  # so many signs part no names
_SCHOLAR = re.compile(r"(.* [-–] .*(?:19|20)\d\d) [-–] [\w.]+(?: \w+){0,3}")  # with the publisher or its host
_BY = re.compile(r"(?:written\s+)?by[\s:]+", re.IGNORECASE)
_EMPHASIS = re.compile(r"(\*{1,3}|_{1,3})(?=[^\s*_])((?:(?!\1).)*+)(?<=\S)\1")
_BETWEEN = re.compile(r"[,;|&·•]|\s(?:and|et)\s")
# At most six words that are none of a sentence: "Jane Doe", "L. van der Berg", "Jane Doe (University of Ponds".
_FIRST = re.compile(
    r"(?:[^\Wa-z\d_][^\s,;|&()]*+\s*+|(?!and\b)[a-z]{1,3}\.?\s++){1,6}(?:[,;|&·•(]|and\s|et\s|(?:19|20)\d\d\W{0,3}\Z|\Z)"
)
_LOOKED_AT = 400
_LONGEST_ALONE = 200
_MARKED = re.compile(r"[*†‡§¶⁰¹²³⁴-⁹]+\s?\w|\d\s?[A-Z]")
_CAPITALS = 3  # of a venue's acronym: "NeurIPS", not "McDonald"
_LONGEST_VENUE = 80
_LONGEST_FIRST = 90  # characters of the first name, with what marks its institution
_LONGEST = 20_000  # the longest lists of physics


class Byline(NamedTuple):
    """The words that name people, and the venue and year behind them; ``""`` for what is not said."""

    authors: str
    venue: str = ""
    year: str = ""


def byline(text: str, *, alone: bool = False) -> Byline | None:
    """What a line says of who, where and when; None where it says something else. ``alone``: one name will do."""
    if not 0 < len(text) <= _LONGEST or _RUN.search(text):
        return None
    text = unemphasised(text)
    text = text[found.end() :] if (found := _BY.match(text)) else text
    text = found[1] if len(text) <= _LOOKED_AT and (found := _SCHOLAR.fullmatch(text)) else text
    first = _BETWEEN.split(text[:_LOOKED_AT], maxsplit=1)[0]
    if len(first) > _LONGEST_FIRST or not _FIRST.match(text):
        return None
    if len(first) < len(text) and (said := taken_apart(text)) and said[0]:
        return Byline(said[0], said[1], said[2])
    return _of_one(text) if alone and len(text) <= _LONGEST_ALONE else None


def _of_one(text: str) -> Byline | None:
    """One name, or one with an institution or with a year and perhaps a venue: "Jane Doe, ICML 2023"."""
    before, year = _dated(text) or (text, "")
    if year and (found := _venue(before)):
        name = before[: found.start()].strip(EDGES)
        if is_person(name):
            return Byline(name, found["venue"].strip(), year)
    return Byline(without_place(before), "", year) if is_person(before) else None


def taken_apart(said: str) -> tuple[str, str, str, str] | None:
    """Authors, venue, year, and nothing else, of the words behind a title; None where they say something else."""
    before, year = _dated(said) or (said, "")
    people, _, acronym = before.rpartition(". ")
    if year and acronym.isalpha() and len(_CAPITAL.findall(acronym)) >= _CAPITALS and are_people(people):
        return people, acronym, year, ""  # "Jane Doe, Q. Li. NeurIPS 2023"
    if not before or are_people(before):
        return before, "", year, ""
    if year and (found := _venue(before)):
        venue, names = found["venue"].strip(), before[: found.start()].strip(EDGES)
        if not names or are_people(names):
            return names, venue, year, ""
    return None


def _dated(text: str) -> tuple[str, str] | None:
    """What stands before the year that a text ends with, and the year; None where it ends with none."""
    text = text.rstrip().rstrip(")].")
    found = _DATED.match(text[::-1])  # from the front, each of many commas would be tried as the first of a run
    return (text[: len(text) - found.end()].strip(EDGES), text[-4:]) if found else None


def _venue(text: str) -> re.Match[str] | None:
    """What may be the venue at the end of a text."""
    found = _VENUE.search(text, max(0, len(text) - 2 * _LONGEST_VENUE))
    return found if found and len(found["venue"]) <= _LONGEST_VENUE else None


def dated_venue(text: str) -> tuple[str, str] | None:
    """A venue and a year, or a year alone; None for a line that says something else."""
    found = None if len(text) > 2 * _LONGEST_VENUE else _dated(unemphasised(text))
    if not found:
        return None
    venue, _ = found
    is_short = len(venue) <= _LONGEST_VENUE and not any(mark in venue for mark in ".:?!")
    return found if is_short and (not venue or venue[0].isupper()) else None


def is_place(text: str) -> bool:
    """Whether a line names institutions: by its words, or by the marks that lead there from names."""
    return len(text) <= _LONGEST_VENUE * 4 and (is_group(text) or _MARKED.match(text) is not None)


def unemphasised(text: str) -> str:
    """A text without the stars or underscores of Markdown around the whole of it."""
    text = text.strip()
    found = _EMPHASIS.fullmatch(text) if text[:1] in ("*", "_") else None
    return found[2] if found else text
