"""What the pages of authors and of venues have in common: a name, and its papers by year."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from sitegen.pages import by_year
from sitegen.pages.by_year import YearSection
from sitegen.pages.narrowing import Narrowing, latest_news, narrowing
from sitegen.pages.page import Page, cut, page_title
from sitegen.pages.page_index import HeadingRef, PageIndex
from sitegen.pages.pagination import PagerItem


class HeadingView(NamedTuple):
    """An author or a venue with its papers, newest first, or page ``number`` ``of`` them.

    ``papers`` counts those of all pages: none where all that were published under the name are gone from it.
    """

    heading: HeadingRef
    papers: int
    narrowing: Narrowing | None
    sections: tuple[YearSection, ...]
    number: int
    of: int
    pager: tuple[PagerItem, ...]


def heading_pages(
    index: PageIndex,
    kind: str,
    headings: Mapping[str, HeadingRef],
    papers_of: Mapping[str, tuple[str, ...]],
    said: str,
    offered: Collection[str],
    *,
    authors: bool = False,
) -> Iterator[Page]:
    """A page for each heading of a ``kind`` ("author"), several for very long ones.

    ``said`` is the message that describes a page to search engines. ``offered`` are those that the search page
    can narrow down: a list with several papers of a site with several headings. ``authors``: the headings are authors,
    so every row of a list names its own.
    """
    news, asked = latest_news(index), frozenset(offered if len(offered) > 1 else ())
    for slug, heading in headings.items():
        papers = papers_of[slug]
        subsets = narrowing(index, papers, (kind, slug), news) if slug in asked else None
        for sheet in by_year.sheets(index, heading.href, papers, heading if authors else None):
            yield Page(
                path=sheet.path,
                template=f"{kind}.html",
                section=f"{kind}s",
                title=page_title(cut(heading.name, 100), sheet.number, index.site.words),
                description=cut(index.site.words.say(said, name=heading.name), 160),
                view=HeadingView(
                    heading=heading,
                    papers=len(papers),
                    narrowing=subsets,
                    sections=sheet.sections,
                    number=sheet.number,
                    of=sheet.of,
                    pager=sheet.pager,
                ),
                listed=bool(papers),
            )
