"""`papers.html`, `papers-2.html` …: all papers, A–Z."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from sitegen.pages import pagination
from sitegen.pages.letters import Letter, anchor, letter_of, letters, rank, shown
from sitegen.pages.narrowing import Narrowing, latest_news, narrowing
from sitegen.pages.orders import Order, orders
from sitegen.pages.page import Page, page_title
from sitegen.pages.page_index import PageIndex, Row
from sitegen.pages.pagination import PagerItem, guide, pager


class Section(NamedTuple):
    """The papers under one heading, as far as they stand on this page. ``continued``: it began on an earlier one."""

    name: str
    id: str
    rows: tuple[Row, ...]
    continued: bool


class PapersView(NamedTuple):
    """One page of the A–Z; ``papers`` counts those of all its pages."""

    number: int
    of: int
    letters: tuple[Letter, ...]
    sections: tuple[Section, ...]
    papers: int
    orders: tuple[Order, ...]
    narrowing: Narrowing | None
    pager: tuple[PagerItem, ...]


def pages(index: PageIndex) -> Iterator[Page]:
    """As many pages as there are papers for; one where there are none."""
    titles = [paper.title_text for paper in index.catalogue.papers.values()]
    filed = sorted(zip(map(letter_of, titles), titles, index.rows.values(), strict=True), key=lambda row: rank(row[0]))
    words = index.site.words
    room = pagination.SMALLEST * index.site.papers_per_page
    chunks = [filed[part] for part in pagination.cuts([pagination.size(row) for _, _, row in filed], room)]
    guides = [(guide(chunk[0][1]), guide(chunk[-1][1])) for chunk in chunks if chunk]
    hrefs = [_path(number) for number in range(1, len(chunks) + 1)]
    subsets = narrowing(index, list(index.rows), None, latest_news(index))
    starts: dict[str, int] = {}
    for number, chunk in enumerate(chunks, 1):
        for name, _, _ in chunk:
            starts.setdefault(name, number)
    for number, chunk in enumerate(chunks, 1):
        yield Page(
            path=_path(number),
            template="papers.html",
            section="papers",
            title=page_title(words.say("papers.heading"), number, words),
            description=words.say("papers.description", site=index.site.title, count=len(filed)),
            view=PapersView(
                number=number,
                of=len(chunks),
                letters=letters(starts, number, hrefs, words),
                sections=tuple(
                    Section(
                        shown(name, words),
                        anchor(name),
                        tuple(row for _, _, row in rows),
                        continued=starts[name] < number,
                    )
                    for name, rows in groupby(chunk, key=itemgetter(0))
                ),
                papers=len(filed),
                orders=orders(index, _path(1), list(index.rows), "list.a_to_z"),
                narrowing=subsets,
                pager=pager(guides, number, hrefs),
            ),
        )


def _path(number: int) -> str:
    return "papers.html" if number == 1 else f"papers-{number}.html"
