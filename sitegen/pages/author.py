"""`authors/<slug>.html`: the papers of one author."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.pages.heading_page import heading_pages
from sitegen.pages.page import Page
from sitegen.pages.page_index import PageIndex


def pages(index: PageIndex) -> Iterator[Page]:
    """A page for each author, also for one whose papers are gone."""
    return heading_pages(
        index, "author", index.authors, index.catalogue.papers_of_author, "Papers by {}, newest first."
    )
