"""Which abstracts say nothing about their paper: the same words under titles that have nothing in common."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from sitegen.catalogue.fold import key, words
from sitegen.catalogue.stopwords import GENERIC, STOP

STRANGERS = 4
"""Titles, no two with a telling word in common, that one abstract must stand under to count as a notice.

One paper may have been renamed once or twice; its other variants share words.
"""

CROWD = 24
"""Titles of any kind that make an abstract a notice: no paper was seen under more than three."""


def notices(texts: Iterable[tuple[str, str]]) -> frozenset[str]:
    """The abstracts among these titles and abstracts that are notices, such as "Withdrawn by the publisher"."""
    titles: defaultdict[str, set[str]] = defaultdict(set)
    for title, abstract in texts:
        titles[abstract].add(title)
    return frozenset(
        abstract
        for abstract, under in titles.items()
        if len(under) >= STRANGERS and (_strangers(under) >= STRANGERS or len(set(map(key, under))) >= CROWD)
    )


def _strangers(titles: Iterable[str]) -> int:
    seen: set[str] = set()
    strangers = 0
    for title in sorted(titles):
        said = {word for word in words(title) if word not in STOP and word not in GENERIC}
        if said and seen.isdisjoint(said):
            seen |= said
            strangers += 1
    return strangers
