"""`digests/<slug>.html`: one digest, in its own order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sitegen.catalogue.model import Catalogue
from sitegen.pages import pagination
from sitegen.pages.narrowing import Narrowing, narrowing, with_news
from sitegen.pages.orders import Order, orders
from sitegen.pages.page import Page, page_title
from sitegen.pages.page_index import DigestRef, PageIndex, Row
from sitegen.wording.model import Wording


class NumberedRow(NamedTuple):
    """A paper at its place in the digest. ``new``: no earlier digest has it."""

    number: int
    row: Row
    new: bool


class DigestView(NamedTuple):
    """A digest with its papers, or page ``number`` ``of`` them.

    ``entries`` counts those of the digest, ``papers`` those of them that are shown here, ``left_out`` the others.
    ``description`` is Markdown, ``link`` where the digest was saved from (or ``""``). ``new`` counts papers that no
    earlier digest has; ``first`` is the earliest digest, where that says nothing. A digest without a date is neither
    older nor newer than another, and nothing is new in it.
    """

    digest: DigestRef
    entries: int
    papers: int
    description: str
    link: str
    source: str
    rows: tuple[NumberedRow, ...]
    orders: tuple[Order, ...]
    narrowing: Narrowing | None
    new: int
    first: bool
    left_out: int
    older: DigestRef | None
    newer: DigestRef | None
    number: int
    of: int
    pager: tuple[pagination.PagerItem, ...]


def new_papers(catalogue: Catalogue, digest: str) -> frozenset[str]:
    """The papers that this digest brought first; none where nobody knows when that was."""
    if not catalogue.digests[digest].date:
        return frozenset()
    papers = catalogue.digest_papers[digest]
    return frozenset(slug for slug in papers if slug is not None and catalogue.first_seen[slug] == digest)


def pages(index: PageIndex) -> Iterator[Page]:
    """A page for each digest; several for a very long one."""
    words, news = index.site.words, frozenset(with_news(index))
    order = [digest for digest in index.digests.values() if digest.day]
    for digest in index.digests.values():
        place = order.index(digest) if digest.day else None
        record = index.catalogue.digests[digest.id]
        papers = index.catalogue.digest_papers[digest.id]
        new = new_papers(index.catalogue, digest.id)
        first = place is not None and place == len(order) - 1
        shown = index.catalogue.papers_of_digest[digest.id]
        subsets = narrowing(index, shown, ("digest", digest.slug), digest.id if digest.id in news else "")
        rows = tuple(
            NumberedRow(number, index.rows[slug], slug in new and not first)
            for number, slug in enumerate(papers, 1)
            if slug is not None
        )
        for sheet in pagination.sheets(
            digest.href, [str(row.number) for row in rows], [pagination.size(row.row) for row in rows]
        ):
            yield Page(
                path=sheet.path,
                template="digest.html",
                section="digests",
                title=page_title(digest.title, sheet.number, words),
                description=_description(digest, len(record.entries), len(new), first, words),
                view=DigestView(
                    digest=digest,
                    entries=len(record.entries),
                    papers=len(rows),
                    description=record.description,
                    link=record.link,
                    source=record.source,
                    rows=rows[sheet.rows],
                    orders=orders(index, digest.href, shown, "list.as_printed"),
                    narrowing=subsets,
                    new=len(new),
                    first=first,
                    left_out=sum(slug is None for slug in papers),
                    older=None if place is None or first else order[place + 1],
                    newer=order[place - 1] if place else None,
                    number=sheet.number,
                    of=sheet.of,
                    pager=sheet.pager,
                ),
            )


def _description(digest: DigestRef, entries: int, new: int, first: bool, words: Wording) -> str:
    if not digest.day:
        return words.say("digest.description", count=entries)
    if first:
        return words.say("digest.description_of_day", count=entries, day=digest.day)
    return words.say("digest.description_new", count=entries, day=digest.day, new=new)
