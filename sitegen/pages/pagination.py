"""Lists that are too long for one page: where they are cut, what the pages are called, and the pager between them.

A page of 251 real papers weighed 0.5 MB and was ready in 1.5 s on a phone (four times slower than the machine measured
on). So a page has room for 48 rows, and for fewer where their abstracts are long: with styles, scripts and fonts it
stays below 70 KB gzip.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from sitegen.pages.page_index import Row

LONGEST = 48
"""Rows that stand on one page, at most."""

SMALLEST = 1650
"""Characters that a row takes of a page's room, at least: its furniture and an abstract of 1,100 characters."""

ROOM = LONGEST * SMALLEST
"""Characters of a page: 29 KB gzip of real papers, at most."""

_FURNITURE = 550  # characters whose gzip is as long as that of a row's title, names, tags and addresses

NEIGHBOURS = 4
"""Pages on either side of the open one that the pager names, beside the first, the last and milestones between."""

_MILESTONES = 16


class PagerItem(NamedTuple):
    """A page in the pager, with guide words as in a dictionary. ``gap``: pages before it are not named."""

    number: int
    href: str
    first: str
    last: str
    here: bool
    gap: bool


class Sheet(NamedTuple):
    """One page of a list: page ``number`` ``of`` so many, which of the rows it shows, and the pager on it."""

    path: str
    number: int
    of: int
    rows: slice
    pager: tuple[PagerItem, ...]


def sheets(first: str, guides: Sequence[str], sizes: Sequence[int], room: int = ROOM) -> Iterator[Sheet]:
    """The pages of a list whose first one is ``first``, given the guide word and the `size` of each row."""
    parts = cuts(sizes, room)
    ends = [(guides[part.start], guides[part.stop - 1]) for part in parts if guides]
    files = [path(first, number) for number in range(1, len(parts) + 1)]
    hrefs = [file.rpartition("/")[2] for file in files]
    for number, (file, part) in enumerate(zip(files, parts, strict=True), 1):
        yield Sheet(file, number, len(parts), part, pager(ends, number, hrefs))


def size(row: Row) -> int:
    """How many characters of a page's room a row takes."""
    return max(SMALLEST, _FURNITURE + len(row.background) + len(row.point))


def cuts(sizes: Sequence[int], room: int = ROOM) -> tuple[slice, ...]:
    """Where a list is cut, given the size of each row: one slice for each of its pages, all about equally large.

    No page is empty, but the one of a list without rows.
    """
    total = sum(sizes)
    pages = -(-total // room)
    page_of = [-(-end * pages // total) for end in accumulate(sizes)]
    starts = [at for at, page in enumerate(page_of) if at == 0 or page != page_of[at - 1]]
    return tuple(map(slice, starts, [*starts[1:], len(sizes)])) or (slice(0, 0),)


def path(first: str, number: int) -> str:
    """The file of a list's page: ``tags/x.html``, then ``tags/x.2.html``; no slug has a dot, so no other page's."""
    return first if number == 1 else f"{first.removesuffix('.html')}.{number}.html"


def pager(guides: Sequence[tuple[str, str]], here: int, hrefs: Sequence[str]) -> tuple[PagerItem, ...]:
    """The pages to name on page ``here``, given the guide words and the address of each; none for a single page."""
    last = len(guides)
    if last < 2:
        return ()
    step = max(1, last // _MILESTONES)
    shown = sorted(
        {1, last, *range(1, last + 1, step), *range(max(1, here - NEIGHBOURS), min(last, here + NEIGHBOURS) + 1)}
    )
    return tuple(
        PagerItem(
            number=number,
            href=hrefs[number - 1],
            first=guides[number - 1][0],
            last=guides[number - 1][1],
            here=number == here,
            gap=number - before > 1,
        )
        for before, number in zip([0, *shown], shown, strict=False)
    )


def guide(title: str) -> str:
    """The first word, cut short, without the punctuation behind it."""
    word = title.split(maxsplit=1)[0] if title.strip() else title
    word = re.sub(r"^[^\w]+|\W+$", "", word) or word
    return word if len(word) <= 16 else word[:15] + "…"
