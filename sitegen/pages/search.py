"""`search.html`: the search with its filters; without JavaScript, the ways to browse instead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from sitegen.catalogue.model import Catalogue
from sitegen.pages.digest import new_papers
from sitegen.pages.narrowing import with_news
from sitegen.pages.page import Page
from sitegen.pages.page_index import CountedTag, DigestRef, GroupRef, PageIndex

_MOST = 40
"""Authors and venues that are offered; the box finds the others (`author:`, `venue:`)."""


class TagFacet(NamedTuple):
    """A group with those of its tags that papers carry, as filters and as links."""

    group: GroupRef
    tags: tuple[CountedTag, ...]


class DigestFacet(NamedTuple):
    """A digest as a filter: ``papers`` counts different ones."""

    digest: DigestRef
    papers: int


class HeadingFacet(NamedTuple):
    """A venue or an author as a filter."""

    slug: str
    name: str
    papers: int


class SearchView(NamedTuple):
    """What a search can be narrowed down to.

    ``news`` has the digests that brought papers which no earlier one has. ``years`` are those of the papers and, for
    papers without one, of digests with a full date, newest first; ``venues`` and ``authors`` those with several papers,
    the most papers first.
    """

    papers: int
    groups: tuple[TagFacet, ...]
    digests: tuple[DigestFacet, ...]
    news: tuple[DigestFacet, ...]
    years: tuple[str, ...]
    venues: tuple[HeadingFacet, ...]
    authors: tuple[HeadingFacet, ...]


def pages(index: PageIndex) -> Iterator[Page]:
    """One page."""
    facets = (
        TagFacet(group, tuple(tag for tag in map(index.counted, tags) if tag.papers))
        for group, tags in index.groups.items()
    )
    news = [(id, len(new_papers(index.catalogue, id))) for id in with_news(index)]
    days = (digest.date for digest in index.catalogue.digests.values())
    stated = {day.year_text for day in days if day and day.year_text}
    yield Page(
        path="search.html",
        template="search.html",
        section="search",
        title=index.site.words.say("nav.search"),
        description=index.site.words.say("search.description", site=index.site.title),
        view=SearchView(
            papers=index.counts.papers,
            groups=tuple(facet for facet in facets if facet.tags),
            digests=tuple(
                DigestFacet(digest, len(index.catalogue.papers_of_digest[id])) for id, digest in index.digests.items()
            ),
            news=tuple(DigestFacet(index.digests[id], new) for id, new in news if new),
            years=tuple(sorted(stated.union(map(str, index.catalogue.papers_of_year)), reverse=True)),
            venues=tuple(
                HeadingFacet(slug, index.venues[slug].name, len(index.catalogue.papers_of_venue[slug]))
                for slug in offered_venues(index.catalogue)
            ),
            authors=tuple(
                HeadingFacet(slug, index.authors[slug].name, len(index.catalogue.papers_of_author[slug]))
                for slug in offered_authors(index.catalogue)
            ),
        ),
    )


def offered_authors(catalogue: Catalogue) -> tuple[str, ...]:
    """The slugs of the authors that are filters: several papers are on record of each, the most of the first."""
    return tuple(slug for slug, _ in _most(catalogue.papers_of_author))


def offered_venues(catalogue: Catalogue) -> tuple[str, ...]:
    """The same for venues."""
    return tuple(slug for slug, _ in _most(catalogue.papers_of_venue))


def _most(papers_of: Mapping[str, tuple[str, ...]]) -> list[tuple[str, tuple[str, ...]]]:
    several = ((slug, papers) for slug, papers in papers_of.items() if len(papers) > 1)
    return sorted(several, key=lambda one: -len(one[1]))[:_MOST]
