"""`tags/<slug>.html`: the papers of one tag."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from sitegen.pages import pagination
from sitegen.pages.orders import A_TO_Z, Order, orders
from sitegen.pages.page import Page, cut
from sitegen.pages.page_index import CountedTag, GroupRef, PageIndex, Row, TagRef

OFTEN = 6
"""How many companions of a tag are named."""


class TagView(NamedTuple):
    """A tag and its papers, A–Z, or page ``number`` ``of`` them.

    ``papers`` counts those of all pages; ``often`` has the tags that most often go with it, with the papers that
    carry both.
    """

    tag: TagRef
    group: GroupRef
    papers: int
    definition: str
    rows: tuple[Row, ...]
    orders: tuple[Order, ...]
    often: tuple[CountedTag, ...]
    number: int
    of: int
    pager: tuple[pagination.PagerItem, ...]


def pages(index: PageIndex) -> Iterator[Page]:
    """A page for each tag, also for one that no paper carries; several where very many do."""
    for slug, tag in index.tags.items():
        papers = index.catalogue.papers_of_tag[slug]
        rows = tuple(index.rows[paper] for paper in papers)
        together = Counter(other.slug for row in rows for other in row.tags if other.slug != slug)
        often = tuple(
            CountedTag(index.tags[other], shared)
            for other, shared in sorted(together.items(), key=lambda item: (-item[1], item[0]))[:OFTEN]
        )
        definition = index.catalogue.tags[slug].definition
        guides = [pagination.guide(index.catalogue.papers[paper].title_text) for paper in papers]
        for sheet in pagination.sheets(tag.href, guides):
            yield Page(
                path=sheet.path,
                template="tag.html",
                section="tags",
                title=tag.name if sheet.number == 1 else f"{tag.name}, page {sheet.number}",
                description=cut(definition or f"Papers tagged {tag.name}.", 160),
                view=TagView(
                    tag=tag,
                    group=index.group_of[slug],
                    papers=len(papers),
                    definition=definition,
                    rows=rows[sheet.rows],
                    orders=orders(index, tag.href, papers, A_TO_Z),
                    often=often,
                    number=sheet.number,
                    of=sheet.of,
                    pager=sheet.pager,
                ),
            )
