"""`404.html`: what a host shows for an address that is not there, at whatever depth; so its links are absolute."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.pages.page import Page
from sitegen.pages.page_index import PageIndex


def pages(index: PageIndex) -> Iterator[Page]:
    """One page, the only one whose links do not hold over ``file://``."""
    yield Page(
        path="404.html",
        template="404.html",
        section="lost",
        title=index.site.words.say("lost.title"),
        description=index.site.words.say("lost.description"),
        view=None,
        listed=False,
        absolute_root=index.site.base_path,
    )
