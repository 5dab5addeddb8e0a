"""Which of the papers nearest to one are shown, and in which order.

Two things speak for a neighbour: the terms that both papers have, and common tags, each as much as it is worth. What a
tag is worth follows from the texts: papers that carry it must be near to one another more often than any two papers
are. So a broad tag, or one whose rules hit the wrong papers, counts for little.

The bounds are such that a list ends where its neighbours would be more often unsound than sound, by 778 neighbours that
were judged by reading; but three are shown where that is at all reasonable (`chosen`). That two papers are near to the
same others was tried as a third reason: it made the order no better, and the lists change more when a paper comes or
goes.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import compress
from typing import NamedTuple

from sitegen.catalogue.relating.nearest import Near
from sitegen.catalogue.relating.weights import ONE

CERTAIN = ONE * ONE  # evidence of a paper that has exactly the same terms; whole numbers are the same everywhere
MOST = 5  # neighbours that are shown
FEW = 3  # … of which so many need only
ENOUGH_FOR_FEW = CERTAIN * 12 // 100  # … this evidence
ENOUGH = CERTAIN * 26 // 100  # evidence that the others need
GENERIC = 66  # what evidence for one of the few counts where no shared term tells a topic, in hundredths
SAME_TAG = CERTAIN // 10  # evidence of a common tag, for each time that its papers are near twice as often as any two
UNCERTAIN = 4  # neighbours that are taken for granted of each tag, common twice as often as by chance
UNKNOWN_TAGS = CERTAIN // 20  # evidence that stands for tags where one of the papers carries none
PLACES = (1000, 400, 160, 64)  # what a paper's best tag counts, its second …, in thousandths
TWIN = CERTAIN * 68 // 100  # two neighbours as alike as this are one text in two versions: the better one is shown


class Neighbour(NamedTuple):
    """A paper that may be shown: its place among all, and the evidence for it."""

    paper: int
    evidence: int


class _Row(NamedTuple):
    """The papers nearest to one by their places, best first, with their likenesses."""

    papers: list[int]
    likenesses: array[int]


def ranked(near: Sequence[Near], numbers: Sequence[int], tags: Sequence[Sequence[str]]) -> Iterator[list[Neighbour]]:
    """For each paper the neighbours that `chosen` takes from, best first; ties go by place. 20 µs a paper."""
    place = {number: place for place, number in enumerate(numbers)}
    rows = [_row(one, place) for one in near]
    worth = _worth(rows, tags)
    carried = [dict(zip(its, PLACES, strict=False)) for its in tags]
    for row, its in zip(rows, carried, strict=True):
        mine = [(tag, SAME_TAG * worth[tag] * counts) for tag, counts in its.items() if worth[tag]]
        found = []
        for paper, likeness in zip(row.papers, row.likenesses, strict=True):
            theirs = carried[paper]
            if its and theirs:
                evidence = likeness + sum([much * theirs[tag] for tag, much in mine if tag in theirs]) // 1_000_000
            else:
                evidence = likeness + UNKNOWN_TAGS
            found.append((-evidence, paper))
        found.sort()
        yield _reasonable(found, rows)


def chosen(row: Sequence[Neighbour], generic: Sequence[bool]) -> list[int]:
    """Which of the neighbours in ``row`` are shown, by their places, best first.

    All with enough evidence; where these are few, others as well. ``generic`` says of which no shared term tells a
    topic: among those others they are worth less.
    """
    sure = [place for place, neighbour in enumerate(row) if neighbour.evidence >= ENOUGH]
    others = []
    for place in range(len(sure), len(row)):
        worth = row[place].evidence * (GENERIC if generic[place] else 100) // 100
        if worth >= ENOUGH_FOR_FEW:
            others.append((-worth, place))
    return sure + sorted([place for _, place in sorted(others)[: max(0, FEW - len(sure))]])


def _row(near: Near, place: Mapping[int, int]) -> _Row:
    return _Row([place[paper] for paper in array("I", near.papers)], array("H", near.likenesses))


def _worth(rows: Sequence[_Row], tags: Sequence[Sequence[str]]) -> dict[str, int]:
    """For each tag how often its papers are near to one another, beside any two papers: in doublings, 0 for less."""
    carrying = Counter(tag for its in tags for tag in its)
    looked = dict.fromkeys(carrying, 0)
    found = dict.fromkeys(carrying, 0)
    for row, its in zip(rows, tags, strict=True):
        for tag in its:
            looked[tag] += len(row.papers)
            found[tag] += sum([tag in tags[paper] for paper in row.papers])
    worth = {}
    for tag, papers in carrying.items():
        often = (found[tag] + 2 * UNCERTAIN) * len(tags)
        by_chance = looked[tag] * papers + UNCERTAIN * len(tags)
        worth[tag] = max(0, _doublings(often, by_chance))
    return worth


def _doublings(number: int, of: int) -> int:
    """The logarithm of ``number / of`` to base 2, to the nearest whole number; -1 for all below 0."""
    return ((2 * number * number // (of * of)).bit_length() - 1) // 2


def _reasonable(found: Sequence[tuple[int, int]], rows: Sequence[_Row]) -> list[Neighbour]:
    """The first few that `chosen` may take, and that are not versions of one another."""
    kept: list[Neighbour] = []
    versions: set[int] = set()
    sure = 0
    for against, paper in found:
        if -against < (ENOUGH_FOR_FEW if sure < FEW else ENOUGH):
            break
        if paper not in versions:
            kept.append(Neighbour(paper, -against))
            sure += -against >= ENOUGH
            if len(kept) == MOST:
                break
            row = rows[paper]
            if row.likenesses and row.likenesses[0] >= TWIN:  # which is rare
                versions.update(compress(row.papers, map(TWIN.__le__, row.likenesses)))
    return kept
