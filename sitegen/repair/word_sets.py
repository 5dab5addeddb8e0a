"""Sets of words, as rules list them."""

from __future__ import annotations


def word_set(words: str) -> frozenset[str]:
    """The words that spaces part in ``words``."""
    return frozenset(words.split())
