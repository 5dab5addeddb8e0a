"""Whether two titles name different editions of one thing: Part I and Part II, X and X++, version 2 and 3.

Such titles are as alike as a misspelt copy is, so likeness cannot tell; what differs has to be looked at.
"""

from __future__ import annotations

import enum
import re
from collections import Counter
from dataclasses import dataclass

from sitegen.words.normalise import normalised

_SEGMENTS = re.compile(r"[:;()\[\]–—]|\s-+\s|--+|\.\s")
_TOKENS = re.compile(r"(?<=\S)\++(?!\w)|\d+(?:\.\d+)*(?:(?:st|nd|rd|th)\b)?|[^\W\d_]+")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}\b)")

_PARTS = """
    part pt paper volume vol no nr number issue lecture lesson book chapter episode version ver v gen generation partie
    parte teil deel del tome tomo band
"""
_PART_WORDS = frozenset(_PARTS.split())
_COUNTED_THINGS = "type phase stage class grade group level category"  # "Type I" stays a type
_EDITIONS = frozenset(("edition", "ed", "edn", "auflage"))
_COUNTED_WORDS = frozenset(_COUNTED_THINGS.split())
_ROMAN = {"ii": "2", "iii": "3", "iv": "4", "vi": "6", "vii": "7", "viii": "8", "ix": "9"}
_ROMAN |= {"xii": "12", "xiii": "13", "xiv": "14", "xv": "15", "xvi": "16", "xvii": "17", "xviii": "18", "xix": "19"}
_ROMAN_LETTERS = {
    "i": "1",
    "v": "5",
    "x": "10",
    "xi": "11",
}  # also plain letters: numerals only after "part" or at a segment's end
_COUNTED = {"one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6"} | {c: c for c in "abcdef"}
_NUMBERS = "two three four five six seven eight nine ten eleven twelve"
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
_IN_WORDS = {word: str(n) for n, word in enumerate(_NUMBERS.split(), 2)}
_IN_WORDS |= {word: str(n) for n, word in enumerate(_ORDINALS.split(), 1)}
_ORDINAL_END = re.compile(r"(?:st|nd|rd|th)$")
_YEAR = re.compile(r"(?:19|20)\d\d")
_TIER_WORDS = "plus pro lite mini nano tiny turbo ultra max xl xxl next neo small base medium large"
_TIERS = frozenset(_TIER_WORDS.split())


class Difference(enum.Enum):
    """How the editions that two titles name differ."""

    NONE = "none"
    ADDED = "one title has an edition mark more"  # X and X++, DINO and DINOv2
    REPLACED = "the titles carry different edition marks"  # Part I and Part II, V2 and V3


@dataclass(frozen=True, slots=True)
class Edition:
    """A title taken apart: its letters without marks, and the marks (numbers, pluses, "pro"), sorted.

    The same for its head, the part before the first colon or dash.
    """

    bare: str
    marks: tuple[str, ...]
    head: str
    head_marks: tuple[str, ...]


def edition(title: str) -> Edition:
    """Take a title apart. Roman and Arabic numerals are the same; "v", "part" and the like in front are dropped."""
    parts = [part for part in _SEGMENTS.split(_THOUSANDS.sub("", normalised(title))) if part.strip()]
    segments = [_segment(part, follows=place > 0) for place, part in enumerate(parts)]
    if not segments:
        return Edition("", (), "", ())
    bare = "".join(bare for bare, _ in segments)
    head, head_marks = segments[0]
    if len(segments) > 1 and not segments[1][0]:  # "Foo (Part II)": the mark is a segment of its own
        head_marks = head_marks + segments[1][1]
    return Edition(bare, tuple(sorted(m for _, marks in segments for m in marks)), head, tuple(sorted(head_marks)))


def _segment(text: str, *, follows: bool) -> tuple[str, tuple[str, ...]]:
    """The letters of a title's segment, and its marks; ``follows``: it is not the first one."""
    found = list(_TOKENS.finditer(text))
    bare: list[str] = []
    marks: list[str] = []
    for place, match in enumerate(found):
        before = found[place - 1][0] if place > 0 else ""
        after_part = bool(bare) and before in _PART_WORDS
        at_end = place == len(found) - 1 and (place > 0 or follows)
        mark = _mark(match[0], after_part=after_part or (bool(bare) and before in _COUNTED_WORDS), at_end=at_end)
        if not mark:
            if not (before and match[0] in _EDITIONS and _mark(before, after_part=False, at_end=False)):
                bare.append(match[0])
            continue
        marks.extend(mark)
        if mark[0] == "+":
            continue
        if after_part:
            bare.pop()
        elif mark[0][0].isdigit() and bare and match.start() == found[place - 1].end() and len(bare[-1]) > 2:
            bare[-1] = bare[-1].removesuffix("v")  # DINOv2
    return "".join(bare), tuple(marks)


def _mark(token: str, *, after_part: bool, at_end: bool) -> list[str]:
    """What a token of a title marks: ``[]`` for a word, a ``+`` for each plus, else a number or a tier."""
    if token[0] == "+":
        return list(token)
    if token[0].isdigit():
        return [_ORDINAL_END.sub("", token)]
    if token in _TIERS:
        return [token]
    if token in _IN_WORDS:
        return [_IN_WORDS[token]]
    if token in _ROMAN:
        return [_ROMAN[token]]
    if token in _ROMAN_LETTERS and (after_part or at_end):
        return [_ROMAN_LETTERS[token]]
    return [_COUNTED[token]] if after_part and token in _COUNTED else []


def difference(one: Edition, other: Edition) -> Difference:
    """Compare two titles' marks, where the titles or their heads are otherwise the same."""
    if one.bare == other.bare:
        return _compare(one.marks, other.marks)
    if one.head == other.head and len(one.head) > 1:
        return _compare(one.head_marks, other.head_marks)
    return Difference.NONE


def _compare(one: tuple[str, ...], other: tuple[str, ...]) -> Difference:
    if one == other:
        return Difference.NONE
    left, right = Counter(one), Counter(other)
    return Difference.ADDED if left <= right or right <= left else Difference.REPLACED


def numbers_disagree(one: Edition, other: Edition) -> bool:
    """Whether each title has a number that the other lacks ("1000 Layers", "100 Layers")."""
    left = {m for m in one.marks if m[0].isdigit()}
    right = {m for m in other.marks if m[0].isdigit()}
    return bool(left - right and right - left)


def years_disagree(one: Edition, other: Edition) -> bool:
    """Whether each title names a year that the other lacks: two editions, whatever else differs."""
    left = {m for m in one.marks if _YEAR.fullmatch(m)}
    right = {m for m in other.marks if _YEAR.fullmatch(m)}
    return bool(left - right and right - left)
