"""Papers newest first, under their years: how the pages of authors, venues and years list them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from sitegen.pages import pagination
from sitegen.pages.page_index import HeadingRef, PageIndex, Row

UNDATED = "undated"
"""The anchor of the papers whose year nobody knows."""


class YearSection(NamedTuple):
    """The papers of one year, newest first, or those of which it is not known, A–Z: ``year`` is None then.

    ``continued``: it began on an earlier page.
    """

    year: HeadingRef | None
    id: str
    rows: tuple[Row, ...]
    continued: bool


class YearSheet(NamedTuple):
    """One page of such a list: page ``number`` ``of`` so many."""

    path: str
    number: int
    of: int
    sections: tuple[YearSection, ...]
    pager: tuple[pagination.PagerItem, ...]


def sheets(
    index: PageIndex, first: str, papers: Sequence[str], author: HeadingRef | None = None
) -> Iterator[YearSheet]:
    """The pages of a list whose first page is ``first``; ``papers`` stand newest first. Each names its ``author``."""
    years = [index.catalogue.year(slug) for slug in papers]
    guides = [UNDATED if year is None else str(year) for year in years]
    sizes = [pagination.size(index.rows[slug]) for slug in papers]
    undated = index.site.words.say("list.undated")
    words = [undated if guide == UNDATED else guide for guide in guides]
    for sheet in pagination.sheets(first, words, sizes):
        before = guides[sheet.rows.start - 1] if sheet.rows.start else ""
        shown = zip(guides[sheet.rows], years[sheet.rows], papers[sheet.rows], strict=True)
        sections = tuple(
            YearSection(
                year=None if year is None else index.years[year],
                id=guide if guide == UNDATED else f"year-{guide}",
                rows=tuple(_naming(author, index.rows[slug]) for _, _, slug in rows),
                continued=guide == before,
            )
            for (guide, year), rows in groupby(shown, key=lambda row: row[:2])
        )
        yield YearSheet(sheet.path, sheet.number, sheet.of, sections, sheet.pager)


def _naming(author: HeadingRef | None, row: Row) -> Row:
    return row._replace(byline=row.byline.naming(author)) if author and row.byline else row


def newest_first(index: PageIndex, papers: Sequence[str]) -> list[str]:
    """The papers in the order of their years; those of which it is not known stand A–Z at the end."""
    return sorted(papers, key=index.catalogue.newest_first.__getitem__)
