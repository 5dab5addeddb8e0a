"""`tags/<slug>.html`: the papers of one tag."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sitegen.pages import pagination
from sitegen.pages.narrowing import Narrowing, latest_news, narrowing
from sitegen.pages.orders import Order, orders
from sitegen.pages.page import Page, cut, page_title
from sitegen.pages.page_index import GroupRef, PageIndex, Row, TagRef


class TagView(NamedTuple):
    """A tag and its papers, A–Z, or page ``number`` ``of`` them.

    ``papers`` counts those of all pages.
    """

    tag: TagRef
    group: GroupRef
    papers: int
    definition: str
    rows: tuple[Row, ...]
    orders: tuple[Order, ...]
    narrowing: Narrowing | None
    number: int
    of: int
    pager: tuple[pagination.PagerItem, ...]


def pages(index: PageIndex) -> Iterator[Page]:
    """A page for each tag, also for one that no paper carries; several where very many do."""
    words, news = index.site.words, latest_news(index)
    for slug, tag in index.tags.items():
        papers = index.catalogue.papers_of_tag[slug]
        rows = tuple(index.rows[paper] for paper in papers)
        subsets = narrowing(index, papers, ("tag", slug), news)
        definition = index.catalogue.tags[slug].definition
        guides = [pagination.guide(index.catalogue.papers[paper].title_text) for paper in papers]
        for sheet in pagination.sheets(tag.href, guides, list(map(pagination.size, rows))):
            yield Page(
                path=sheet.path,
                template="tag.html",
                section="tags",
                title=page_title(tag.name, sheet.number, words),
                description=cut(definition or words.say("tags.tag_description", tag=tag.name), 160),
                view=TagView(
                    tag=tag,
                    group=index.group_of[slug],
                    papers=len(papers),
                    definition=definition,
                    rows=rows[sheet.rows],
                    orders=orders(index, tag.href, papers, "list.a_to_z", best=slug),
                    narrowing=subsets,
                    number=sheet.number,
                    of=sheet.of,
                    pager=sheet.pager,
                ),
            )
