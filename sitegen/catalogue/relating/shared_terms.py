"""How the terms that two papers share are written: as the paper's own words, phrases before single words."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from dataclasses import dataclass
from itertools import count
from operator import add
from typing import NamedTuple

from sitegen.catalogue.relating.terms import GENERIC_STEMS, HALF_STEMS, Terms
from sitegen.words.scripts import is_unspaced

MOST_TERMS = 4
LONGEST_PHRASE = 4  # words
LONGEST_UNSPACED = 6  # characters of a script without spaces
PHRASE_BONUS = 1.6  # a phrase stands before a single word that weighs as much
LOOKED_AT = 16  # shared terms, heaviest first


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All words of the catalogue as they stand somewhere, and the stems that are common in it."""

    known: Container[str]
    common: Container[str]


@dataclass(frozen=True, slots=True)
class Spelling:
    """One paper made ready for writing its terms: where each word and pair last stands, and all stems as one string."""

    text: str
    words: tuple[str, ...]
    stems: tuple[str, ...]
    singles: Mapping[str, int]
    pairs: Mapping[str, int]
    chain: str


def spelling(text: str, terms: Terms) -> Spelling:
    """Prepare ``text``, whose words are ``terms``."""
    # The title stands first and later places win: an abstract's lower-case words are easier to read.
    stems = terms.stems
    return Spelling(
        text,
        terms.words,
        stems,
        dict(zip(stems, count())),
        dict(zip(map(add, stems, stems[1:]), count())),
        f" {' '.join(stems)} ",
    )


def shared_terms(
    one: Spelling,
    other: Spelling,
    weights: Mapping[str, float],
    others: Mapping[str, float],
    words: Vocabulary,
) -> tuple[str, ...]:
    """Up to `MOST_TERMS` terms as ``one`` spells them, strongest first.

    A phrase is as long as both papers have it: "neural tangent kernel" rather than "tangent". None where the papers
    share nothing but generic words or a single common one.
    """
    found: list[_Found] = []
    for key in _heaviest(one, weights, others, words.common):
        phrase = _phrase(one, other, key)
        if phrase is None or any(phrase.stems <= longer.stems or phrase.joined == longer.joined for longer in found):
            continue
        found = [known for known in found if not known.stems <= phrase.stems]
        found.append(phrase)
        if len(found) == MOST_TERMS:
            break
    if len(found) == 1 and found[0].joined in words.common and len(found[0].stems) == 1:
        return ()
    return tuple([_written(one, phrase.start, phrase.end, words.known) for phrase in found])


class _Found(NamedTuple):
    """A phrase of a paper: its stems, these in one, and where it stands."""

    stems: frozenset[str]
    joined: str
    start: int
    end: int


def _heaviest(
    one: Spelling, weights: Mapping[str, float], others: Mapping[str, float], common: Container[str]
) -> list[str]:
    """The keys of the terms that two papers share, but for generic words, the ones to look at first."""
    singles = one.singles
    both = [
        (-weights[key] * others[key] * (PHRASE_BONUS if key not in singles else 0.5 if key in common else 1.0), key)
        for key in weights.keys() & others.keys()
        if key not in GENERIC_STEMS
    ]
    both.sort()
    return [key for _, key in both[:LOOKED_AT]]


def _phrase(one: Spelling, other: Spelling, key: str) -> _Found | None:
    """The longest phrase around a term that both papers have; None where it says nothing."""
    at = one.singles.get(key)
    if at is not None:
        start, end = _grown(one, other, at, at + 1)
        if end - start == 1 and (key in HALF_STEMS or one.words[start].endswith("ly")):
            return None  # "approximately" is no topic, though it may be part of one
    elif (at := one.pairs.get(key)) is not None:
        start, end = _grown(one, other, at, at + 2)
    else:
        return None
    stems = one.stems[start:end]
    found = _Found(frozenset(stems), "".join(stems), start, end)
    return None if found.stems <= GENERIC_STEMS else found


def _grown(one: Spelling, other: Spelling, start: int, end: int) -> tuple[int, int]:
    """The longest phrase around a span that stands in both papers."""
    stems, pairs = one.stems, other.pairs
    longest = LONGEST_UNSPACED if is_unspaced(stems[start]) else LONGEST_PHRASE
    while end - start < longest and end < len(stems) and (after := stems[end]):
        # The pair is looked up first: it decides nearly always, and costs less than searching for the phrase.
        if stems[end - 1] + after not in pairs or f" {' '.join(stems[start : end + 1])} " not in other.chain:
            break
        end += 1
    while end - start < longest and start and (before := stems[start - 1]):
        if before + stems[start] not in pairs or f" {' '.join(stems[start - 1 : end])} " not in other.chain:
            break
        start -= 1
    return start, end


def _written(text: Spelling, start: int, end: int, known: Container[str]) -> str:
    if end - start == 1:
        return _lowered(text.words[start], known)
    words = text.words[start:end]
    if is_unspaced(words[0]):
        return "".join(words)
    written = " ".join(words)
    if written not in text.text:
        found = re.search(r"\W{1,3}".join(map(re.escape, words)), text.text)
        written = " ".join(found[0].split()) if found else written
    for word in words:
        if (low := _lowered(word, known)) is not word:
            written = written.replace(word, low)
    return written


def _lowered(word: str, known: Container[str]) -> str:
    """The word without its capital, where the catalogue knows it so: "Pruning", but not "LoRA" or "Fourier"."""
    if word[0].isupper() and word[1:].islower():
        low = word.lower()
        return low if low in known else word
    return word
