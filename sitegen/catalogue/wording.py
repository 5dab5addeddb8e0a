"""How the terms that two papers share are written: as the paper's own words, phrases before single words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import count
from operator import add

from sitegen.catalogue.terms import GENERIC_STEMS, Terms, is_unspaced

MOST_TERMS = 4
LONGEST_PHRASE = 4  # words
LONGEST_UNSPACED = 6  # characters of a script without spaces
PHRASE_BONUS = 1.6  # a phrase stands before a single word that weighs as much
LOOKED_AT = 16  # shared terms, heaviest first


@dataclass(frozen=True, slots=True)
class Spelling:
    """One paper made ready for wording: where each word and pair last stands, and all stems as one string."""

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
    one: Spelling, other: Spelling, weights: Mapping[str, float], others: Mapping[str, float], known: Mapping[str, str]
) -> tuple[str, ...]:
    """Up to `MOST_TERMS` terms as ``one`` spells them, strongest first; none where the papers share only generic words.

    A phrase is as long as both papers have it: "neural tangent kernel" rather than "tangent". ``known`` are the words
    of the catalogue: a capital letter goes where the word is also known without it.
    """
    singles = one.singles
    both = [
        (-weight * others[key] * (1.0 if key in singles else PHRASE_BONUS), key)
        for key, weight in weights.items()
        if key in others and key not in GENERIC_STEMS
    ]
    both.sort()
    found: list[tuple[int, int]] = []
    for _, key in both[:LOOKED_AT]:
        at = singles.get(key)
        if at is not None:
            start, end = _grown(one, other, at, at + 1)
        elif (at := one.pairs.get(key)) is not None:
            start, end = _grown(one, other, at, at + 2)
        else:
            continue
        stems = set(one.stems[start:end])
        if stems <= GENERIC_STEMS or any(stems <= set(one.stems[a:b]) for a, b in found):
            continue
        found = [(a, b) for a, b in found if not set(one.stems[a:b]) <= stems]
        found.append((start, end))
        if len(found) == MOST_TERMS:
            break
    return tuple(_written(one, start, end, known) for start, end in found)


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


def _written(text: Spelling, start: int, end: int, known: Mapping[str, str]) -> str:
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


def _lowered(word: str, known: Mapping[str, str]) -> str:
    """The word without its capital, where the catalogue knows it so: "Pruning", but not "LoRA" or "Fourier"."""
    if word[0].isupper() and word[1:].islower():
        low = word.lower()
        return low if low in known else word
    return word
