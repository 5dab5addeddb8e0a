"""`authors.html`: all authors, A–Z."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.pages.heading_index import heading_index
from sitegen.pages.page import Page
from sitegen.pages.page_index import PageIndex


def pages(index: PageIndex) -> Iterator[Page]:
    """One page, or several where there are very many; none where no author is known."""
    catalogue = index.catalogue
    return heading_index(index, "authors", catalogue.authors, index.authors, catalogue.papers_of_author)
