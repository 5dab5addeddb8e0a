"""Which terms a text speaks of: folded words and pairs of words, each with the form in which it stands in the text.

A term's key is made of stems ("pruned networks", "network pruning" and "Pruning Network" meet where they should); a
pair's key is its two stems joined, so that "pretraining", "pre-training" and "pre training" are one term. Scripts that
write no spaces between words (Chinese, Japanese, Thai, …) give one token per character, and pairs of them as terms.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from sitegen.catalogue.stopwords import GENERIC, HALVES, STOP

# Scripts without spaces between words; each character is a token of its own.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # noqa: E501
# Vowel signs and accents that Python does not count as word characters.
_MARKS = "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0963\u0966-\u0dff"
_PLAIN = re.compile(r"[A-Za-z0-9]+|[.,;:!?()\[\]/&|]")
_ANY = re.compile(
    rf"[{_UNSPACED}]|(?:(?![{_UNSPACED}])(?:[^\W_]|[{_MARKS}]))+|[.,;:!?()\[\]/&|。、，；：？！（）।؟،—–]"
)
_WHOLE = frozenset({"string", "spring"})
_UNSPACED_CHAR = re.compile(f"[{_UNSPACED}]")


PAIR_WEIGHT = 0.85  # its words count as well


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
    folded = word.casefold()
    if folded in STOP or (len(folded) < 4 and folded.isdigit()):
        return ""
    if len(folded) < 2 and not is_unspaced(folded):
        return ""
    if len(folded) < 4 or not folded.isascii():
        return folded
    return "" if folded.isdigit() else stem(folded)


def stem(word: str) -> str:
    """Strip the English endings of a folded word: ``pruned``, ``pruning`` and ``prune`` become ``prun``."""
    if word[-1] == "s":
        if word[-2] not in "sui":
            if word.endswith("ies") and len(word) > 4:
                word = word[:-3] + "y"
            else:
                word = word[: -2 if word.endswith(("sses", "shes", "ches", "xes")) else -1]
        elif word.endswith("ness") and len(word) > 6:  # `ness` is a word too
            word = word[:-4]
    if word[-1] in "nyeglrd":
        if word.endswith(("ional", "ly")) and len(word) > 5:
            word = word[:-2]
        word = _bare(word)
    if word.endswith("at") and len(word) >= 8:
        word = word[:-2]
    if word.endswith("is") and len(word) >= 6:
        return word[:-2] + "iz"
    return word


def _bare(word: str) -> str:
    for ending, least in (("e", 3), ("ing", 3), ("ed", 3), ("ion", 4), ("ity", 4)):
        if word.endswith(ending):
            rest = word[: -len(ending)]
            if len(rest) < least or word in _WHOLE or word.endswith(("eed", "bed")):
                return word
            if rest[-1] == rest[-2] and rest[-1] not in "lsoe" and ending in ("ing", "ed"):
                return rest[:-1]
            return rest
    return word


def tokens(text: str) -> list[str]:
    """Words and the punctuation that ends a phrase, as they stand; hyphens part words silently."""
    if text.isascii():
        return _PLAIN.findall(text)
    return _ANY.findall(text)


GENERIC_STEMS = frozenset(_stem(word) for word in GENERIC)
HALF_STEMS = frozenset(_stem(word) for word in HALVES)


def is_unspaced(text: str) -> bool:
    """Whether a token is a character of a script without spaces."""
    return _UNSPACED_CHAR.match(text) is not None


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
