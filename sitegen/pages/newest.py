"""`papers.newest.html`, `tags/<slug>.newest.html`, `digests/<slug>.newest.html`: the same lists, newest paper first.

Only lists of which some year is known have such pages. The lists of authors, years and venues are in that order anyway.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sitegen.pages import by_year
from sitegen.pages.by_year import YearSection
from sitegen.pages.narrowing import Narrowing, latest_news, narrowing, with_news
from sitegen.pages.orders import Order, has_newest, newest_path, orders
from sitegen.pages.page import Page, page_title
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
    """A list in its own order: its first page, what it is called, the message that names the order, and its papers.

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
    """The pages of each list that can be read in two orders. Search engines are led to the other."""
    words = index.site.words
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
                title=page_title(words.say("list.newest_title", title=one.name), sheet.number, words),
                description=words.say("papers.newest_description", name=one.name, count=len(papers)),
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
                canonical=one.first,
            )


def _lists(index: PageIndex) -> Iterator[_List]:
    catalogue, news, latest = index.catalogue, frozenset(with_news(index)), latest_news(index)
    yield _List(
        "papers",
        "papers.html",
        index.site.words.say("papers.name"),
        "list.a_to_z",
        list(catalogue.papers),
        None,
        latest,
    )
    for slug, tag in index.tags.items():
        papers = catalogue.papers_of_tag[slug]
        yield _List("tags", tag.href, tag.name, "list.a_to_z", papers, ("tag", slug), latest, tag=slug)
    for id, digest in index.digests.items():
        papers, own = catalogue.papers_of_digest[id], ("digest", digest.slug)
        yield _List(
            "digests", digest.href, digest.title, "list.as_printed", papers, own, id if id in news else "", digest=id
        )
