"""`authors/<slug>.html`: the papers of one author."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.pages.heading_page import heading_pages
from sitegen.pages.page import Page
from sitegen.pages.page_index import PageIndex
from sitegen.pages.search import offered_authors


def pages(index: PageIndex) -> Iterator[Page]:
    """A page for each author, also for one whose papers are gone."""
    catalogue = index.catalogue
    offered = offered_authors(catalogue)
    said = "authors.author_description"
    return heading_pages(index, "author", index.authors, catalogue.papers_of_author, said, offered, authors=True)
