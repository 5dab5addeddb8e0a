"""Whether two lists of authors are of one paper, however they are written: initials, accents, order, slips.

A name is its words, folded. Two are one person's if they share a whole word, as a family name is one, and the others
of the shorter name go with some of the longer one: the same, an initial of it, or a slip of the pen. So it does not
matter which word is taken for the family name.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from sitegen.facts.model import Person
from sitegen.words.letters import folded
from sitegen.words.tokens import words

Name = tuple[str, ...]
"""The words of a name, given names first, folded."""

MOST = 40
"""Authors that are looked at; the first ones tell."""

_SLIP = 5  # letters that a word needs for a slip of the pen to be one
_SPELT_OUT = re.compile("ae|oe|ue")
_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))


class Authors(enum.Enum):
    """How two lists of authors go together."""

    UNKNOWN = "no authors to compare"
    SAME = "same authors"
    SOME = "some authors in common"
    OTHER = "other authors"


def names(people: Iterable[Person]) -> tuple[Name, ...]:
    """The names of a list, ready to be compared; those without a letter are left out."""
    found = (_name(person) for _, person in zip(range(MOST), people, strict=False))
    return tuple(name for name in found if name)


def _name(person: Person) -> Name:
    said = words(folded(_initials_apart(f"{person.given} {person.family}")))
    return tuple(_SPELT_OUT.sub(_umlaut, word) for word in said if word not in _SUFFIXES)


def _umlaut(found: re.Match[str]) -> str:
    return found[0][0]


def _initials_apart(name: str) -> str:
    """A name whose initials stand alone: "DG" in front of a family name is "D G"."""
    return " ".join(" ".join(word) if len(word) in (2, 3) and word.isupper() else word for word in name.split())


@lru_cache(maxsize=1 << 16)
def compared(one: tuple[Name, ...], other: tuple[Name, ...]) -> tuple[Authors, int]:
    """How two lists go together, and how many people are in both."""
    if not one or not other:
        return Authors.UNKNOWN, 0
    shorter, longer = sorted((one, other), key=len)
    free = list(longer)
    score, common = 0.0, 0
    for name in shorter:
        likeness, place = max(((_alike(name, their), -number) for number, their in enumerate(free)), default=(0.0, 0))
        score += likeness
        if likeness:
            common += likeness == 1
            free.pop(-place)
    share = score / len(shorter)
    if share >= 0.6:
        return Authors.SAME, common
    return (Authors.SOME if share > 0 else Authors.OTHER), common


def _alike(one: Name, other: Name) -> float:
    """1 for one person, a half for people of one family name, 0 for strangers."""
    if one == other:
        return 1.0
    shared = _shared_word(one, other)
    if shared is None:
        return 0.0
    ours, theirs = (_without(name, word) for name, word in zip((one, other), shared, strict=True))
    shorter, longer = sorted((ours, theirs), key=len)
    left = list(longer)
    for word in shorter:
        match = next((their for their in left if _goes_with(word, their)), None)
        if match is None:
            return 0.5
        left.remove(match)
    return 1.0


def _shared_word(one: Name, other: Name) -> tuple[str, str] | None:
    """The whole word that both names have, the last first; as each writes it."""
    for ours in reversed(one):
        if len(ours) > 1 and ours in other:
            return ours, ours
    for ours in reversed(one):
        for theirs in reversed(other):
            if _is_slip(ours, theirs):
                return ours, theirs
    return None


def _without(name: Name, word: str) -> Sequence[str]:
    place = name.index(word)
    return (*name[:place], *name[place + 1 :])


def _goes_with(one: str, other: str) -> bool:
    return one[0] == other[0] and (one.startswith(other) or other.startswith(one) or _is_slip(one, other))


def _is_slip(one: str, other: str) -> bool:
    if min(len(one), len(other)) < _SLIP or abs(len(one) - len(other)) > 1 or one[0] != other[0]:
        return False
    from rapidfuzz.distance import OSA

    return int(OSA.distance(one, other, score_cutoff=1)) <= 1
