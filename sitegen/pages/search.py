"""`search.html`: the search with its filters; without JavaScript, the ways to browse instead."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sitegen.pages.page import Page
from sitegen.pages.page_index import CountedTag, DigestRef, GroupRef, PageIndex


class TagFacet(NamedTuple):
    """A group with those of its tags that papers carry, as filters and as links."""

    group: GroupRef
    tags: tuple[CountedTag, ...]


class DigestFacet(NamedTuple):
    """A digest as a filter: ``papers`` counts different ones."""

    digest: DigestRef
    papers: int


class SearchView(NamedTuple):
    """What a search can be narrowed down to.

    ``years`` are those of the papers and, for papers without one, of digests with a full date, newest first.
    """

    papers: int
    groups: tuple[TagFacet, ...]
    digests: tuple[DigestFacet, ...]
    years: tuple[str, ...]


def pages(index: PageIndex) -> Iterator[Page]:
    """One page."""
    facets = (
        TagFacet(group, tuple(tag for tag in map(index.counted, tags) if tag.papers))
        for group, tags in index.groups.items()
    )
    days = (digest.date for digest in index.catalogue.digests.values())
    stated = {day.year_text for day in days if day and day.year_text}
    yield Page(
        path="search.html",
        template="search.html",
        section="search",
        title="Search",
        description=f"Search titles and abstracts in {index.site.title}.",
        view=SearchView(
            papers=index.counts.papers,
            groups=tuple(facet for facet in facets if facet.tags),
            digests=tuple(
                DigestFacet(digest, len(index.catalogue.papers_of_digest[id])) for id, digest in index.digests.items()
            ),
            years=tuple(sorted(stated.union(map(str, index.catalogue.papers_of_year)), reverse=True)),
        ),
    )
