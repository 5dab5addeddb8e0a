"""Which words stand together in a text, and which of them can begin or end a phrase."""

from __future__ import annotations

import re

from sitegen.words.stopwords import STOP

_PHRASE_END = re.compile(r"[.,;:!?()\[\]](?=\s|$)|\s[(\[–—-]|[。、，；：？！]")


def phrase_parts(text: str) -> list[str]:
    """The parts of a text that no phrase leaves: what stands between two marks of punctuation."""
    return _PHRASE_END.split(text)


def is_empty(word: str) -> bool:
    """Whether no phrase begins or ends with a word: function words, and those of every abstract."""
    return len(word) < 3 or word.lower() in STOP
