"""Two rows of words laid side by side: where they are the same, and what stands in place of what.

Used for titles and for abstracts alike. A difference of spelling is no difference here: hyphens, plurals, slips of the
pen, British and American forms.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from sitegen.catalogue.merging.titles import CHANGING, FUNCTION_WORDS, is_slip
from sitegen.words.opposites import NEGATIONS, are_opposed

_LIKE = 0.85  # likeness of letters from which several words are other spellings of several others
_FEW = 3  # words; a "not" among more is that of a subtitle
_ELIDED = frozenset("dlmst")  # what is left of a word before or behind an apostrophe
_SLIP = 5  # letters that words need to be spelt in two ways


@dataclass(frozen=True, slots=True)
class Place:
    """A place where two rows differ: the words of one, of the other, and whether the same words follow there."""

    ours: tuple[str, ...]
    theirs: tuple[str, ...]
    inside: bool

    @property
    def replaced(self) -> bool:
        """Whether words stand in place of others."""
        return bool(self.ours and self.theirs)

    @property
    def opposed(self) -> bool:
        """Whether what stands here makes two subjects of one."""
        both = {*self.ours} ^ {*self.theirs}
        if not both.isdisjoint(NEGATIONS) and max(len(self.ours), len(self.theirs)) <= _FEW:
            return True
        if not self.replaced:
            return len(self.ours + self.theirs) == 1 and not both.isdisjoint(CHANGING)
        if _are_letters(self.ours, self.theirs):
            return True
        if len(self.ours) == len(self.theirs):
            return any(map(are_opposed, self.ours, self.theirs))
        return are_opposed("".join(self.ours), "".join(self.theirs))


@dataclass(frozen=True)
class Alignment:
    """Two rows of words side by side. Not slotted: what is asked of it is kept."""

    ours: tuple[str, ...]
    theirs: tuple[str, ...]

    @cached_property
    def _all_places(self) -> tuple[Place, ...]:
        from rapidfuzz.distance import Indel

        steps = Indel.opcodes(self.ours, self.theirs)
        spans = [(op.tag == "equal", op.src_start, op.src_end, op.dest_start, op.dest_end) for op in steps]
        return tuple(_places(spans, self.ours, self.theirs))

    @cached_property
    def agreed(self) -> float:
        """The share of all words that stand in both, in one order."""
        from rapidfuzz.distance import Indel

        return float(Indel.normalized_similarity(self.ours, self.theirs))

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """Where the rows differ in more than spelling, with what tells: small words are left out."""
        found = (_telling(place) for place in self._all_places if not _one_spelling(place.ours, place.theirs))
        return tuple(place for place in found if place.ours or place.theirs)

    @cached_property
    def replaced(self) -> tuple[Place, ...]:
        """The places where a few words stand for a few others."""
        return tuple(place for place in self.places if place.replaced)


def _places(
    spans: Sequence[tuple[bool, int, int, int, int]], ours: Sequence[str], theirs: Sequence[str]
) -> Iterator[Place]:
    """Deletions and insertions that stand together are one place."""
    left: list[str] = []
    right: list[str] = []
    for equal, a, b, c, d in spans:
        if not equal:
            left += ours[a:b]
            right += theirs[c:d]
        elif left or right:
            yield Place(tuple(left), tuple(right), inside=True)
            left, right = [], []
    if left or right:
        yield Place(tuple(left), tuple(right), inside=False)


def _telling(place: Place) -> Place:
    ours = tuple(word for word in place.ours if word not in FUNCTION_WORDS or word in NEGATIONS)
    theirs = tuple(word for word in place.theirs if word not in FUNCTION_WORDS or word in NEGATIONS)
    if place.replaced and not (ours or theirs) and any(map(are_opposed, place.ours, place.theirs)):
        return place
    if _are_letters(place.ours, place.theirs):
        return place
    return Place(ours, theirs, place.inside)


def _are_letters(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether a letter stands in place of another, and names something: "Hepatitis A" and "Hepatitis B"."""
    letters = (*ours, *theirs)
    return (
        len(ours) == len(theirs) == 1
        and all(len(one) == 1 and one.isalpha() for one in letters)
        and (_ELIDED.isdisjoint(letters))
    )


def _one_spelling(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    if not ours or not theirs:
        return False
    if len(ours) == len(theirs):
        return all(is_slip(one, other) for one, other in zip(ours, theirs, strict=True))
    left, right = "".join(ours), "".join(theirs)
    if left == right:
        return True
    if min(len(left), len(right)) < _SLIP or left[0] != right[0] or not (left + right).isalpha():
        return False
    from rapidfuzz.distance import Indel

    return not are_opposed(left, right) and float(Indel.normalized_similarity(left, right)) >= _LIKE
