"""`papers.newest.html`, `tags/<slug>.newest.html`, `digests/<slug>.newest.html`: the same lists, newest paper first.

Only lists of which some year is known have such pages. The lists of authors, years and venues are in that order anyway.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sitegen.pages import by_year
from sitegen.pages.by_year import YearSection
from sitegen.pages.narrowing import Narrowing, latest_news, narrowing, with_news
from sitegen.pages.orders import A_TO_Z, AS_PRINTED, Order, has_newest, newest_path, orders
from sitegen.pages.page import Page
from sitegen.pages.page_index import PageIndex
from sitegen.pages.pagination import PagerItem


class NewestView(NamedTuple):
    """A list with its papers newest first, or page ``number`` ``of`` them.

    ``name`` is what the list is called; ``tag`` or ``digest`` is the one whose list it is, ``""`` for others.
    """

    name: str
    tag: str
    digest: str
    papers: int
    orders: tuple[Order, ...]
    narrowing: Narrowing | None
    sections: tuple[YearSection, ...]
    number: int
    of: int
    pager: tuple[PagerItem, ...]


class _List(NamedTuple):
    """A list in its own order: its first page, what it and the order are called, and its papers.

    ``common`` and ``news`` are what `narrowing` asks for.
    """

    section: str
    first: str
    name: str
    own: str
    papers: Sequence[str]
    common: tuple[str, str] | None
    news: str
    tag: str = ""
    digest: str = ""


def pages(index: PageIndex) -> Iterator[Page]:
    """The pages of each list that can be read in two orders. Search engines are asked to read it once."""
    for one in _lists(index):
        if not has_newest(index, one.papers):
            continue
        ways = orders(index, one.first, one.papers, one.own, newest=True, best=one.tag)
        subsets = narrowing(index, one.papers, one.common, one.news)
        papers = by_year.newest_first(index, one.papers)
        for sheet in by_year.sheets(index, newest_path(one.first), papers):
            yield Page(
                path=sheet.path,
                template="newest.html",
                section=one.section,
                title=f"{one.name}, newest first" + ("" if sheet.number == 1 else f", page {sheet.number}"),
                description=f"{one.name}: {len(papers)} papers, newest first.",
                view=NewestView(
                    name=one.name,
                    tag=one.tag,
                    digest=one.digest,
                    papers=len(papers),
                    orders=ways,
                    narrowing=subsets,
                    sections=sheet.sections,
                    number=sheet.number,
                    of=sheet.of,
                    pager=sheet.pager,
                ),
                listed=False,
            )


def _lists(index: PageIndex) -> Iterator[_List]:
    catalogue, news, latest = index.catalogue, frozenset(with_news(index)), latest_news(index)
    yield _List("papers", "papers.html", "All papers", A_TO_Z, list(catalogue.papers), None, latest)
    for slug, tag in index.tags.items():
        papers = catalogue.papers_of_tag[slug]
        yield _List("tags", tag.href, tag.name, A_TO_Z, papers, ("tag", slug), latest, tag=slug)
    for id, digest in index.digests.items():
        papers, own = catalogue.papers_of_digest[id], ("digest", digest.slug)
        yield _List("digests", digest.href, digest.title, AS_PRINTED, papers, own, id if id in news else "", digest=id)
