"""`papers/<earlier slug>.html`: leads to the page that the paper has now, at once and by a link."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sitegen import urls
from sitegen.pages.page import Page, cut
from sitegen.pages.page_index import PageIndex, PaperRef


class RedirectView(NamedTuple):
    """Where the paper is now. ``target`` is its page as a link from this one."""

    paper: PaperRef
    target: str


def pages(index: PageIndex) -> Iterator[Page]:
    """A page for each earlier slug whose paper is in the catalogue."""
    for slug, now in index.catalogue.aliases.items():
        row = index.rows[now]
        path = urls.paper(slug)
        yield Page(
            path=path,
            template="redirect.html",
            section="papers",
            title=cut(index.catalogue.papers[now].title_text, 100),
            description="The page of this paper has another address now.",
            view=RedirectView(row.ref, urls.relative(path, row.href)),
            listed=False,
        )
