"""Titles and abstracts as runs of words: what stands between two marks of punctuation, word by word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import NamedTuple

from sitegen.reports.runs import is_empty, phrase_parts
from sitegen.words.scripts import IDEOGRAPHS, UNSPACED, is_unspaced, marks
from sitegen.words.stem import spelling, stem
from sitegen.words.stopwords import STOP

LONGEST = 30_000  # characters of a text that are read
LONGEST_WORD = 40  # characters, with hyphens, beyond which a word is none

Text = tuple[str, str]
"""Title and abstract."""

_POSSESSIVE = re.compile(r"['’]s?$")
_IDEOGRAPH = re.compile(rf"[{IDEOGRAPHS}\u30a1-\u30ff々]").match  # and katakana
_JOINTS = re.compile(r"[-'’]")


class Word(NamedTuple):
    """A word of a run. ``key`` is the same for its forms, and for "pre-training" and "pretraining".

    ``empty`` ones neither begin nor end a phrase. Of ``plain`` ones a capital says that they are names: they stand
    neither at the beginning of a run nor in a title that capitalises its words.
    """

    key: str
    written: str
    empty: bool
    plain: bool


Run = tuple[Word, ...]


class Reading(NamedTuple):
    """A paper's title and abstract, each as runs."""

    title: tuple[Run, ...]
    abstract: tuple[Run, ...]


def read(text: Text) -> Reading:
    """A paper's runs; of very long texts the beginning. 0.2 ms for an abstract."""
    title, abstract = (part[:LONGEST] for part in text)
    return Reading(tuple(_runs(title, not _capitalised(title))), tuple(_runs(abstract, True)))


def names(readings: Iterable[Reading]) -> frozenset[str]:
    """The keys of words, and of halves of words, that are mostly written with a capital: "Jupiter"."""
    large: Counter[str] = Counter()
    small: Counter[str] = Counter()
    for reading in readings:
        for run in (*reading.title, *reading.abstract):
            for word in run:
                for part in word.written.split("-") if word.plain else ():
                    (large if part[:1].isupper() else small)[key_of(part)] += 1
    return frozenset(key for key, times in large.items() if times > small[key])


def _runs(text: str, plain: bool) -> Iterator[Run]:
    loud = text.isupper()
    for part in phrase_parts(text.lower() if loud else text):
        run = tuple(
            Word(key_of(written), written, _is_empty(written), plain and bool(place) and not loud)
            for place, written in enumerate(_words()(part))
        )
        if run:
            yield run


def _capitalised(title: str) -> bool:
    """Whether a title writes its words with capitals, as English titles do."""
    words = [word for word in _words()(title) if len(word) > 3]
    return 2 * sum(word[0].isupper() for word in words) > len(words)


@cache
def _words() -> Callable[[str], list[str]]:  # not at import: 4 ms to compile
    letter = rf"(?:[^\W_{UNSPACED}]|[{marks()}])"
    return re.compile(rf"[{UNSPACED}]|{letter}+(?:[-'’]{letter}+)*").findall


@cache
def key_of(written: str) -> str:
    """What the forms of a word, and its forms with and without hyphens, have in common."""
    return stem(spelling(_JOINTS.sub("", _POSSESSIVE.sub("", written))))


@cache
def _is_empty(written: str) -> bool:
    if is_unspaced(written):  # of hiragana, which tie words together, and of alphabets the bounds of words are unknown
        return written in STOP or not _IDEOGRAPH(written)
    if len(written) == 2 and written.isupper():  # "MR"
        return False
    return written.isdigit() or len(written) > LONGEST_WORD or is_empty(written)
