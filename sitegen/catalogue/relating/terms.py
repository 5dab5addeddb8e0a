"""Which terms a text speaks of: folded words and pairs of words, each with the form in which it stands in the text.

A term's key is made of stems ("pruned networks", "network pruning" and "Pruning Network" meet where they should); a
pair's key is its two stems joined, so that "pretraining", "pre-training" and "pre training" are one term. Scripts that
write no spaces between words (Chinese, Japanese, Thai …) give one token per character, and pairs of them as terms.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sitegen.words.scripts import is_unspaced
from sitegen.words.stem import root, spelling
from sitegen.words.stopwords import GENERIC, HALVES, STOP
from sitegen.words.tokens import tokeniser

PAIR_WEIGHT = 0.85  # its words count as well

tokens = tokeniser(r"[.,;:!?()\[\]/&|。、，；：？！（）।؟،—–]")
"""The words of a text and the punctuation that ends a phrase, as they stand; hyphens part words silently."""


@dataclass(frozen=True, slots=True)
class Terms:
    """The words of one text in order, title first, and for each its stem (``""`` where a phrase ends)."""

    words: tuple[str, ...]
    stems: tuple[str, ...]
    title: int  # how many of them belong to the title


class Stems(dict[str, str]):
    """Word → stem, worked out once per word; ``""`` for stop words, digits, single letters and punctuation."""

    def __missing__(self, word: str) -> str:
        """Fold and stem a word that was not met before."""
        self[word] = found = _stem(word)
        return found


def _stem(word: str) -> str:
    if word.casefold() in STOP or word.isdigit():
        return ""
    spelt = spelling(word)
    if len(spelt) < 2 and not is_unspaced(spelt):
        return ""
    return root(spelt) if spelt.isascii() else spelt


GENERIC_STEMS = frozenset(_stem(word) for word in GENERIC)
HALF_STEMS = frozenset(_stem(word) for word in HALVES)


def read(title: str, abstract: str, stems: Stems) -> Terms:
    """Tokenise one paper; ``stems`` is shared by all papers of a run, so that each word is stemmed once."""
    head = [*tokens(title), "."]
    words = head + tokens(abstract)
    return Terms(tuple(words), tuple(map(stems.__getitem__, words)), len(head))


def counts(text: Terms, title_weight: float) -> dict[str, float]:
    """How often each term occurs; an occurrence in the title counts ``title_weight`` more."""
    found: dict[str, float] = {}
    _count(found, text.stems, 1.0)
    _count(found, text.stems[: text.title], title_weight)
    return found


def _count(found: dict[str, float], stems: Iterable[str], weight: float) -> None:
    last = ""
    get = found.get
    for key in stems:
        if key:
            if len(key) > 1:
                found[key] = get(key, 0.0) + weight
            if last:
                pair = last + key
                found[pair] = get(pair, 0.0) + weight * PAIR_WEIGHT
        last = key
