"""`venues/<slug>.html`: the papers that appeared in one venue, of all its years."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.pages.heading_page import heading_pages
from sitegen.pages.page import Page
from sitegen.pages.page_index import PageIndex
from sitegen.pages.search import offered_venues


def pages(index: PageIndex) -> Iterator[Page]:
    """A page for each venue, also for one whose papers are gone."""
    catalogue = index.catalogue
    offered = offered_venues(catalogue)
    return heading_pages(index, "venue", index.venues, catalogue.papers_of_venue, "venues.venue_description", offered)
