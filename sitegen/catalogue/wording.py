"""How the terms that two papers share are written: as the paper's own words, phrases before single words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from sitegen.catalogue.terms import Terms, is_unspaced

MOST_TERMS = 4
LONGEST_PHRASE = 4  # words, or characters of a script without spaces
PHRASE_BONUS = 1.6  # a phrase stands before a single word that weighs as much
LOOKED_AT = 16  # shared terms, heaviest first


@dataclass(frozen=True, slots=True)
class Spelling:
    """One paper made ready for wording: its words, where each term last stands, and all stems as one string."""

    text: str
    words: tuple[str, ...]
    stems: tuple[str, ...]
    places: Mapping[str, int]
    chain: str


def spelling(text: str, terms: Terms) -> Spelling:
    """Prepare ``text``, whose words are ``terms``."""
    # The title stands first and later places win: an abstract's lower-case words are easier to read.
    places = dict(zip(terms.stems, range(len(terms.stems)), strict=True))
    return Spelling(text, terms.words, terms.stems, places, f" {' '.join(terms.stems)} ")


def shared_terms(
    one: Spelling, other: Spelling, weights: Mapping[str, float], others: Mapping[str, float], known: Mapping[str, str]
) -> tuple[str, ...]:
    """Two to four terms (fewer where the papers share fewer) as ``one`` spells them, strongest first.

    A phrase is as long as both papers have it: "neural tangent kernel" rather than "tangent". ``known`` are the words
    of the catalogue: a capital letter goes where the word is also known without it.
    """
    places = one.places
    both = sorted(
        (-weight * others[key] * (1.0 if key in places else PHRASE_BONUS), key)
        for key, weight in weights.items()
        if key in others
    )
    found: list[tuple[int, int]] = []
    for _, key in both[:LOOKED_AT]:
        at = _place(one, key)
        if at is None:
            continue
        start, end = _grown(one, other, *at)
        stems = set(one.stems[start:end])
        if any(stems <= set(one.stems[a:b]) for a, b in found):
            continue
        found = [(a, b) for a, b in found if not set(one.stems[a:b]) <= stems]
        found.append((start, end))
        if len(found) == MOST_TERMS:
            break
    return tuple(_written(one, start, end, known) for start, end in found)


def _place(text: Spelling, key: str) -> tuple[int, int] | None:
    """Where a term stands: the span of its word, or of its two words."""
    at = text.places.get(key)
    if at is not None:
        return at, at + 1
    stems = text.stems
    for i in range(len(stems) - 1, 0, -1):
        tail = stems[i]
        if tail and key.endswith(tail) and stems[i - 1] and stems[i - 1] + tail == key:
            return i - 1, i + 1
    return None


def _grown(one: Spelling, other: Spelling, start: int, end: int) -> tuple[int, int]:
    """The longest phrase around a span that stands in both papers."""
    stems = one.stems
    while end - start < LONGEST_PHRASE and end < len(stems) and stems[end]:
        if f" {' '.join(stems[start : end + 1])} " not in other.chain:
            break
        end += 1
    while end - start < LONGEST_PHRASE and start and stems[start - 1]:
        if f" {' '.join(stems[start - 1 : end])} " not in other.chain:
            break
        start -= 1
    return start, end


def _written(text: Spelling, start: int, end: int, known: Mapping[str, str]) -> str:
    words = text.words[start:end]
    if len(words) > 1:
        between = "-" if (joined := "-".join(words)) in text.text else " "
        if between == " " and (joined := " ".join(words)) not in text.text:
            found = re.search(r"\W{1,3}".join(map(re.escape, words)), text.text)
            joined = " ".join(found[0].split()) if found else "".join(words)
    else:
        joined = words[0]
    for word in words:
        if word[1:].islower() and word[0].isupper() and word.lower() in known:
            joined = joined.replace(word, word.lower())
    return "".join(words) if is_unspaced(words[0]) else joined
