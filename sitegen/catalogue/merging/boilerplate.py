"""Which abstracts say nothing about their paper: the same words under titles that have nothing in common."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from sitegen.words.normalise import normal_words, title_key
from sitegen.words.stopwords import EMPTY

UNRELATED_TITLES = 3
"""Titles, no two with a telling word in common, that one abstract must stand under to count as boilerplate.

One paper may have been renamed once; its other variants share words.
"""

CROWD = 24
"""Titles of any kind that make an abstract boilerplate: no paper was seen under more than three."""


def boilerplate(texts: Iterable[tuple[str, str]]) -> frozenset[str]:
    """The abstracts among these titles and abstracts that are boilerplate, such as "Withdrawn by the publisher"."""
    titles: defaultdict[str, set[str]] = defaultdict(set)
    for title, abstract in texts:
        titles[abstract].add(title)
    return frozenset(
        abstract for abstract, under in titles.items() if len(under) >= UNRELATED_TITLES and _says_nothing(under)
    )


def _says_nothing(titles: set[str]) -> bool:
    return unrelated(titles) >= UNRELATED_TITLES or len(set(map(title_key, titles))) >= CROWD


def unrelated(titles: Iterable[str]) -> int:
    """How many of the titles have no telling word in common with one before; a title without any stands for itself."""
    seen: set[str] = set()
    found = 0
    for title in sorted(titles):
        said = {word for word in normal_words(title) if word not in EMPTY} or {title_key(title)}
        if seen.isdisjoint(said):
            seen |= said
            found += 1
    return found
