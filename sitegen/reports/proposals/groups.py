"""Which tags belong together? Those whose papers speak of the same things."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from math import sqrt

from sitegen.reports.proposals.likeness import Likeness, product, scaled

MOST = 7
"""Groups; a site has eight colours for them."""


def groups(likeness: Likeness, papers: Sequence[Collection[int]]) -> list[list[int]]:
    """Tags, by number, in groups; ``papers`` are those of each tag. Larger groups first, larger tags first in each.

    Groups are joined two by two, the closest ones first and small ones rather than large ones, until as many are left
    as the root of the number of tags.
    """
    vectors = [scaled(likeness.sum(sorted(its))) for its in papers]
    alike = [[product(one, other) for other in vectors] for one in vectors]
    found = [[number] for number in range(len(papers))]
    while len(found) > min(MOST, max(1, round(sqrt(len(papers))))):
        _join(found, range(len(found)), alike)
    while len(found) > 1 and (alone := [place for place, group in enumerate(found) if len(group) == 1]):
        _join(found, alone, alike)
    size = [len(its) for its in papers]
    for group in found:
        group.sort(key=lambda number: (-size[number], number))
    return sorted(found, key=lambda group: (-sum(size[number] for number in group), group))


def _join(found: list[list[int]], ones: Iterable[int], alike: Sequence[Sequence[float]]) -> None:
    """Make one group of the closest two, of which one is among ``ones``."""
    _, one, other = max(
        (_closeness(found[one], found[other], alike), -min(one, other), -max(one, other))
        for one in ones
        for other in range(len(found))
        if one != other
    )
    found[-one] += found.pop(-other)


def _closeness(one: Sequence[int], other: Sequence[int], alike: Sequence[Sequence[float]]) -> float:
    mean = sum(alike[a][b] for a in one for b in other) / (len(one) * len(other))
    return mean / sqrt(len(one) + len(other))
