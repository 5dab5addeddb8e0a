"""How two titles go together where abstracts can be asked, and so how much the abstracts have to say."""

from __future__ import annotations

import enum
from collections.abc import Sequence
from dataclasses import dataclass

from sitegen.catalogue.merging.alignment import Alignment, Place
from sitegen.catalogue.merging.editions import numbers_disagree, years_disagree
from sitegen.catalogue.merging.entry_text import EntryText
from sitegen.catalogue.merging.titles import is_slip, telling
from sitegen.words.stopwords import EMPTY

_A_WORD = 4  # letters of a title for its standing in another to mean anything
_FEW = 2  # words that stand in place of others between titles that are otherwise the same
_RELATED = 1 / 3  # share of the shorter title's telling words
_DIRECTIONS = frozenset(("to", "into", "from", "than", "for", "of", "by", "in", "on", "over", "under"))
_STEM = 6  # letters by which inflections are one word
CUT_FROM, _CUT_WORDS, _CUT_LONG = 12, 2, 16  # letters and telling words that a cut title needs, or letters alone


class Kin(enum.Enum):
    """How two titles go together, those that say most for one paper first."""

    SLIP = "titles differ in spelling"
    CUT = "one title is the other, cut short"
    PART = "the titles share a part"
    SMALL = "titles differ in small words"
    ADDED = "one title has words that the other lacks"
    RELATED = "titles share words"
    UNRELATED = "titles differ"
    DECISIVE = "titles differ in a decisive word"
    OPPOSED = "titles name two subjects"


@dataclass(frozen=True, slots=True)
class Kinship:
    """How two titles go together, where they differ, and the words that only one of them has."""

    kin: Kin
    places: tuple[Place, ...] = ()
    ours: frozenset[str] = frozenset()
    theirs: frozenset[str] = frozenset()

    def __str__(self) -> str:
        shown = next((p for p in self.places if p.opposed), None) or next((p for p in self.places if p.replaced), None)
        if self.kin not in (Kin.OPPOSED, Kin.DECISIVE) or shown is None:
            return self.kin.value
        return f"{self.kin.value} ({' '.join(shown.ours) or '–'} / {' '.join(shown.theirs) or '–'})"


def kinship(one: EntryText, other: EntryText) -> Kinship:
    """How the titles of two entries go together that are not the same."""
    alignment = Alignment(tuple(one.title_words), tuple(other.title_words))
    places = alignment.places
    ours = frozenset(word for place in places for word in place.ours)
    theirs = frozenset(word for place in places for word in place.theirs)
    return Kinship(_kin(one, other, places), places, ours - theirs, theirs - ours)


def _kin(one: EntryText, other: EntryText, places: Sequence[Place]) -> Kin:
    if is_cut_from(one, other) or is_cut_from(other, one):
        return Kin.CUT
    if one.key in other.title_parts or other.key in one.title_parts:
        return Kin.PART
    ours, theirs = telling(one.title_words), telling(other.title_words)
    kept = min(
        len(ours) - sum(len(place.ours) for place in places), len(theirs) - sum(len(place.theirs) for place in places)
    )
    if _name_two_subjects(one, other, places, kept):
        return Kin.OPPOSED
    if not places:
        return Kin.SLIP if _differ_by_slips(one.title_words, other.title_words) else Kin.SMALL
    if numbers_disagree(one.edition, other.edition) and kept > 0:
        return Kin.DECISIVE
    if sorted(ours) == sorted(theirs):
        return Kin.SMALL
    replaced = [place for place in places if place.replaced]
    if _goes_on(one, other) or (not replaced and len({bool(place.ours) for place in places}) == 1):
        return Kin.ADDED
    changed = sum(max(len(place.ours), len(place.theirs)) for place in replaced)
    parallel = 0 < changed <= _FEW
    part = _common_part(one, other)
    if part and not (parallel and kept > len(telling(part))):
        return Kin.PART
    if parallel and kept >= changed:
        return Kin.DECISIVE
    return Kin.RELATED if _share_words(ours, theirs) else Kin.UNRELATED


def _name_two_subjects(one: EntryText, other: EntryText, places: Sequence[Place], kept: int) -> bool:
    """Whether what differs names two subjects; ``kept``: the telling words that the titles have in common."""
    if _turned_round(one.title_words, other.title_words):
        return True
    if kept <= 0:
        return False
    few = len(places) == 1 or kept >= sum(place.replaced for place in places)
    return (few and any(place.opposed for place in places)) or years_disagree(one.edition, other.edition)


def _differ_by_slips(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    return len(ours) == len(theirs) and all(map(is_slip, ours, theirs))


def _turned_round(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether two words have changed their sides of a small word: "text to image" and "image to text"."""
    sides = [
        {(a, b) for a, small, b in zip(said, said[1:], said[2:], strict=False) if small in _DIRECTIONS}
        for said in (ours, theirs)
    ]
    return any((b, a) in sides[1] for a, b in sides[0] - sides[1])  # "Agree to Agree" is the same both ways round


def _share_words(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether titles have a good part of their words in common, those aside that every paper of a field has."""
    shorter, longer = sorted(({word[:_STEM] for word in said if word not in EMPTY} for said in (ours, theirs)), key=len)
    return len(shorter & longer) >= max(1, _RELATED * len(shorter))


def is_cut_from(cut: EntryText, whole: EntryText) -> bool:
    """Whether a title that breaks off in dots is the beginning of another."""
    begins = cut.beginning
    if not cut.form.cut or len(begins) < CUT_FROM or not whole.key.startswith(begins):
        return False
    tells = len(telling(cut.title_words)) >= _CUT_WORDS or len(begins) >= _CUT_LONG
    return tells and not (whole.form.cut and len(whole.key) == len(cut.key))


def _common_part(one: EntryText, other: EntryText) -> list[str]:
    """The words of the longest head, subtitle or other part that both titles have."""
    return max((said for key, said in one.title_parts.items() if key in other.title_parts), key=len, default=[])


def _goes_on(one: EntryText, other: EntryText) -> bool:
    return min(len(one.key), len(other.key)) >= _A_WORD and (one.key in other.key or other.key in one.key)
