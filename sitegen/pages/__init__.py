"""Every page of the site. A new kind of page is one module here, one template, and one name in `KINDS`.

A kind is a module with ``pages(index) -> Iterator[Page]``, a pure function; its view types stand in the same file.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from sitegen.pages import (
    about,
    author,
    authors,
    digest,
    digests,
    home,
    linking,
    newest,
    not_found,
    paper,
    papers,
    redirect,
    saved,
    search,
    statistics,
    tag,
    tags,
    tombstone,
    venue,
    venues,
    year,
    years,
)
from sitegen.pages.page import Page
from sitegen.pages.page_index import PageIndex


class PageKind(Protocol):
    """What each module of `KINDS` offers."""

    def pages(self, index: PageIndex) -> Iterator[Page]:
        """The pages of this kind, each path once."""


KINDS: tuple[PageKind, ...] = (
    home,
    paper,
    papers,
    tags,
    tag,
    digests,
    digest,
    authors,
    author,
    years,
    year,
    venues,
    venue,
    newest,
    search,
    saved,
    statistics,
    about,
    linking,
    not_found,
    redirect,
    tombstone,
)


def pages(index: PageIndex) -> Iterator[Page]:
    """The pages of all kinds, in the order of `KINDS`."""
    for kind in KINDS:
        yield from kind.pages(index)
