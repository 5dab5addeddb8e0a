"""`years/<year>.html`: the papers that were published in one year."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sitegen.pages import pagination
from sitegen.pages.narrowing import Narrowing, latest_news, narrowing
from sitegen.pages.page import Page, page_title
from sitegen.pages.page_index import HeadingRef, PageIndex, Row


class YearView(NamedTuple):
    """A year with its papers, or page ``number`` ``of`` them; ``papers`` counts those of all pages.

    They stand newest first, as far as their days are known: of ``dated`` papers. The others follow A–Z. ``older`` and
    ``newer`` are the nearest years that have papers.
    """

    year: HeadingRef
    papers: int
    dated: int
    rows: tuple[Row, ...]
    narrowing: Narrowing | None
    older: HeadingRef | None
    newer: HeadingRef | None
    number: int
    of: int
    pager: tuple[pagination.PagerItem, ...]


def pages(index: PageIndex) -> Iterator[Page]:
    """A page for each year of which there are papers; several where there are very many."""
    words = index.site.words
    years, news = list(index.years.values()), latest_news(index)
    for at, (number, papers) in enumerate(index.catalogue.papers_of_year.items()):
        year = index.years[number]
        subsets = narrowing(index, papers, ("year", year.name), news) if len(years) > 1 else None
        rows = tuple(map(index.rows.__getitem__, papers))
        places = [str(place) for place in range(1, len(papers) + 1)]
        for sheet in pagination.sheets(year.href, places, list(map(pagination.size, rows))):
            yield Page(
                path=sheet.path,
                template="year.html",
                section="years",
                title=page_title(words.say("years.year_title", year=year.name), sheet.number, words),
                description=words.say("years.year_description", year=year.name, site=index.site.title),
                view=YearView(
                    year=year,
                    papers=len(papers),
                    dated=sum(index.catalogue.day(slug) is not None for slug in papers),
                    rows=rows[sheet.rows],
                    narrowing=subsets,
                    older=years[at + 1] if at + 1 < len(years) else None,
                    newer=years[at - 1] if at else None,
                    number=sheet.number,
                    of=sheet.of,
                    pager=sheet.pager,
                ),
            )
