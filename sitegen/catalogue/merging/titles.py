"""How two titles go together that are not the same, where no abstract can tell.

A word that one title has in place of another word makes it the title of another paper. Words that one title lacks
(a subtitle, an end that was cut off) and slips of the pen do not.
"""

from __future__ import annotations

import enum
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from sitegen.words.opposites import are_opposed

_SLIP, _SLIPS = 5, 9  # letters that a word needs for one slip of the pen, and for two
_LONG = 6  # letters that it needs where nothing but the title tells

# What titles of columns and front matter are made of: they are many papers' titles.
_COLUMN = """
    editorial editor editors guest introduction introductory foreword preface prologue special issue section letter
    message chair chairs note notes report reports review reviews book books column news newsletter panel tutorial
    keynote invited talk abstract abstracts index contents erratum errata corrigendum correction corrections comment
    comments reply response announcement announcements calendar obituary front matter back treasurer president
    secretary information call papers paper interview workshop conference proceedings acknowledgment acknowledgments
    reviewers volume number welcome program committee summary overview discussion technical research letters article
    articles remarks opening closing session track demo poster doctoral consortium area corner forum department
"""
_COLUMN_WORDS = frozenset(_COLUMN.split())
_FUNCTION = """
    a an the of on in for and or to from with without by at as into over under via using between among through within
    is are be was were do does did can not no it its their this that these those how what why when which who whether
    we our your towards toward against per versus vs
"""
FUNCTION_WORDS = frozenset(_FUNCTION.split())
"""With these or without, it is one title."""

_LIKE = 0.8
_PREFIXES = """
    not no non un semi anti sub super hyper multi inverse reverse without revisited self pseudo quasi pre post
    weakly fully partially cross intra inter
"""
CHANGING = frozenset(_PREFIXES.split())
"""Words that make another title of one."""

_FEW = 1  # words beside those, of a title that comes again


class Titles(enum.Enum):
    """How two titles go together."""

    OTHER = "titles differ"
    NEAR = "titles differ by slips of the pen"
    CUT = "one title breaks off in a word of the other"
    PART = "one title lacks words of the other"


def telling(said: Sequence[str]) -> list[str]:
    """The words of a title that say what it is about."""
    return [word for word in said if word not in FUNCTION_WORDS] or list(said)


def is_column(said: Sequence[str]) -> bool:
    """Whether a title is that of a column or of front matter, which comes again and again."""
    about = [word for word in said if word not in FUNCTION_WORDS and not word.isdigit()]
    others = sum(word not in _COLUMN_WORDS for word in about)
    return others < len(about) and others <= _FEW


def has_column_words(said: Sequence[str]) -> bool:
    """Whether some word of a title is one that columns have."""
    return not _COLUMN_WORDS.isdisjoint(said)


@lru_cache(maxsize=1 << 14)
def compared(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[Titles, float]:
    """How two titles (their words) go together, and the share of the longer one's telling words that both have."""
    ours, theirs = telling(_without_cut(one, other)), telling(_without_cut(other, one))
    if len("".join(ours)) > len("".join(theirs)):
        ours, theirs = theirs, ours
    left, right = _unmatched(ours, theirs)
    longest = max(len(ours), len(theirs))
    share = (longest - max(len(left), len(right))) / longest if longest else 0.0
    if not left and not right and sorted(ours) == sorted(theirs):
        return Titles.NEAR, share
    if not _in_turn(ours, theirs):
        return Titles.OTHER, share
    if not left and not right:
        return Titles.NEAR, share
    lone, rest = "".join(left), "".join(right)
    if left and right and _are_slips(lone, rest):
        return Titles.NEAR, share
    if not CHANGING.isdisjoint((*left, *right)):
        return Titles.OTHER, share
    if not left or not right:
        return Titles.PART, share
    if ours[-1] == left[-1] and (rest.startswith(lone) or _are_slips(lone, rest[: len(lone)])):
        return Titles.CUT, share
    return Titles.OTHER, share


def _without_cut(said: Sequence[str], other: Sequence[str]) -> Sequence[str]:
    """A title's words without a last one that is the beginning of a small word, where the title breaks off."""
    last = said[-1] if said else ""
    cut = last not in other and last not in FUNCTION_WORDS and any(w.startswith(last) for w in FUNCTION_WORDS)
    return said[:-1] if cut and len(said) > _SLIP else said


def _unmatched(ours: Sequence[str], theirs: Sequence[str]) -> tuple[list[str], list[str]]:
    """The words of each title that have no partner in the other, in their order."""
    free = list(theirs)
    left = []
    for word in ours:
        if word in free:
            free.remove(word)
        else:
            left.append(word)
    lonely = []
    for word in left:
        partner = next((their for their in free if is_slip(word, their)), None)
        if partner is None:
            lonely.append(word)
        else:
            free.remove(partner)
    return lonely, free


def _in_turn(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether the words that both titles have stand in one order."""
    kept = [word for word in ours if word in theirs]
    places = [theirs.index(word) for word in kept if kept.count(word) == theirs.count(word) == 1]
    return places == sorted(places)


def _are_slips(one: str, other: str) -> bool:
    """Whether what has no partner is the same but for a letter in five: "multi armed", "multiarmd"."""
    if one == other:
        return True
    if min(len(one), len(other)) < _SLIP or one[0] != other[0]:
        return False
    from rapidfuzz.distance import Indel

    return float(Indel.normalized_similarity(one, other)) >= _LIKE


def is_slip(one: str, other: str) -> bool:
    """Whether two words are one but for a slip of the pen, or for their number."""
    if one == other:
        return True
    shorter, longer = sorted((one, other), key=len)
    if longer in (f"{shorter}s", f"{shorter}es") and len(shorter) > 2:
        return True
    if len(longer) - len(shorter) > 2 or not (one.isalpha() and other.isalpha()):
        return False
    return _is_misspelt(shorter, longer) and not are_opposed(one, other)


def _is_misspelt(shorter: str, longer: str) -> bool:
    if len(shorter) < _SLIP:
        return len(shorter) == _SLIP - 1 and _are_turned_or_doubled(shorter, longer)
    if longer.endswith(shorter):
        doubled = longer[0] == longer[1]
        return len(longer) - len(shorter) == 1 and (longer[0] != "a" or doubled)  # "rivate", but not "symmetric"
    if shorter[0] != longer[0]:
        return False
    from rapidfuzz.distance import OSA

    slips = 2 if len(shorter) >= _SLIPS else 1
    return int(OSA.distance(shorter, longer, score_cutoff=slips)) <= slips


def _are_turned_or_doubled(shorter: str, longer: str) -> bool:
    """Whether two letters of a word that stand together changed places, or one came twice: "tsak", "ffine"."""
    if len(shorter) == len(longer):
        places = [place for place, (a, b) in enumerate(zip(shorter, longer, strict=True)) if a != b]
        return len(places) == 2 and places[1] == places[0] + 1 and sorted(shorter) == sorted(longer)
    return any(a == b and longer[:n] + longer[n + 1 :] == shorter for n, (a, b) in enumerate(pairwise(longer)))


def differ_by_one_slip(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether titles differ in one long word by one letter, not its first: enough where nothing else can tell."""
    if len(one) != len(other):
        return False
    differing = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    if len(differing) != 1:
        return False
    (a, b) = differing[0]
    if min(len(a), len(b)) < _LONG or a[0] != b[0] or not (a.isalpha() and b.isalpha()) or are_opposed(a, b):
        return False
    from rapidfuzz.distance import OSA

    return int(OSA.distance(a, b)) <= 1
