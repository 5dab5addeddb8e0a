"""`search.html`: the search with its filters; without JavaScript, the ways to browse instead."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sitegen.pages.material import DigestLink, GroupLink, Material, TagLink
from sitegen.pages.page import Page


class TagFacet(NamedTuple):
    """A group with those of its tags that papers carry, as filters and as links."""

    group: GroupLink
    tags: tuple[TagLink, ...]


class DigestFacet(NamedTuple):
    """A digest as a filter: ``papers`` counts different ones."""

    digest: DigestLink
    papers: int


class SearchView(NamedTuple):
    """What a search can be narrowed down to. ``years`` are those that full dates state, newest first."""

    groups: tuple[TagFacet, ...]
    digests: tuple[DigestFacet, ...]
    years: tuple[str, ...]


def pages(material: Material) -> Iterator[Page]:
    """One page."""
    facets = (
        TagFacet(group, tuple(tag for tag in material.tags.values() if tag.group is group and tag.papers))
        for group in material.groups
    )
    dates = (digest.date for digest in material.digests.values() if digest.has_year)
    yield Page(
        path="search.html",
        template="search.html",
        section="search",
        title="Search",
        description=f"Search titles and abstracts in {material.site.title}.",
        view=SearchView(
            groups=tuple(facet for facet in facets if facet.tags),
            digests=tuple(
                DigestFacet(digest, len({slug for slug in material.catalogue.digest_papers[id] if slug}))
                for id, digest in material.digests.items()
            ),
            years=tuple(sorted({date[:-6] for date in dates}, reverse=True)),
        ),
    )
