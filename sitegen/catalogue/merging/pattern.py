"""Whether two abstracts that read alike are one text, or two that follow one pattern and say different things in it.

A form with its blanks filled in, a protocol that was run on mice and then on men, the second edition of a challenge:
nearly all words agree, and those that do not are what the papers are about.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from sitegen.catalogue.merging.alignment import Alignment, Place
from sitegen.catalogue.merging.kinship import Kin, Kinship

_FEW = 4  # words; more in one place are a sentence written anew
_STEM = 6  # letters by which an abstract's word is known for a title's

Stems = frozenset[str]


def stems(words: tuple[str, ...] | list[str] | frozenset[str]) -> Stems:
    """Words by their first letters, so that inflections are one."""
    return frozenset(word[:_STEM] for word in words)


class _Pair(NamedTuple):
    """What tells of two entries: the words that only one title has, and those of each abstract, as stems."""

    our_title: Stems
    their_title: Stems
    ours: Stems
    theirs: Stems


def telling_place(relation: Kinship, abstracts: Alignment) -> Place | None:
    """The first place of two abstracts that makes them two texts, under titles that go together like this."""
    tells = _TELLS.get(relation.kin)
    if tells is None:
        return None
    pair = _Pair(stems(relation.ours), stems(relation.theirs), stems(abstracts.ours), stems(abstracts.theirs))
    return next((place for place in abstracts.places if not _breaks_off(place) and tells(place, pair)), None)


def _breaks_off(place: Place) -> bool:
    """Whether one abstract only ends where the other goes on."""
    if place.inside:
        return False
    shorter, longer = sorted((" ".join(place.ours), " ".join(place.theirs)), key=len)
    return longer.startswith(shorter) or max(len(place.ours), len(place.theirs)) > _FEW


def _any_word(place: Place, pair: _Pair) -> bool:
    return place.replaced


def _titles_words(place: Place, pair: _Pair) -> bool:
    """Each title's own words stand in place of the other's."""
    return _is_short(place) and bool(stems(place.ours) & pair.our_title and stems(place.theirs) & pair.their_title)


def _number_or_titles_words(place: Place, pair: _Pair) -> bool:
    numbers = [[word for word in said if word[0].isdigit()] for said in (place.ours, place.theirs)]
    return (place.replaced and numbers[0] != numbers[1]) or _titles_words(place, pair)


def _added_word(place: Place, pair: _Pair) -> bool:
    """A word that one title has more stands here, and nowhere in the other abstract."""
    ours, theirs = stems(place.ours) & pair.our_title, stems(place.theirs) & pair.their_title
    return _is_short(place) and bool(ours - pair.theirs or theirs - pair.ours)


def _is_short(place: Place) -> bool:
    return max(len(place.ours), len(place.theirs)) <= _FEW


_TELLS: Mapping[Kin, Callable[[Place, _Pair], bool]] = {
    Kin.PART: _titles_words,
    Kin.SMALL: _titles_words,
    Kin.ADDED: _added_word,
    Kin.RELATED: _number_or_titles_words,
    Kin.UNRELATED: _any_word,
    Kin.DECISIVE: _any_word,
}
