"""`index.html`: what the catalogue is for, and the ways into it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sitegen.catalogue.relating.layout import layout
from sitegen.pages.map import Map, draw
from sitegen.pages.material import DigestLink, GroupLink, Material, Row, TagLink
from sitegen.pages.page import Page, cut

FROM_NEWEST = 7
"""Papers of the newest digest that are named."""

TAGS_PER_GROUP = 4
EARLIER = 12


class TopTags(NamedTuple):
    """The tags of a group that most papers carry, most first. ``more``: so many others."""

    group: GroupLink
    tags: tuple[TagLink, ...]
    more: int


class HomeView(NamedTuple):
    """``purpose`` is one sentence; ``counted`` is whether it already says how many papers there are."""

    purpose: str
    counted: bool
    newest: DigestLink | None
    rows: tuple[Row, ...]
    earlier: tuple[DigestLink, ...]
    more_digests: int
    groups: tuple[TopTags, ...]
    map: Map | None


def pages(material: Material) -> Iterator[Page]:
    """One page."""
    site = material.site
    digests = list(material.digests.values())
    newest = digests[0] if digests else None
    slugs = material.catalogue.digest_papers[newest.id] if newest else ()
    purpose, counted = _purpose(site.description, site.title, site.counts.papers)
    yield Page(
        path="index.html",
        template="home.html",
        section="home",
        title=site.title,
        description=cut(site.description or purpose, 160),
        view=HomeView(
            purpose=purpose,
            counted=counted,
            newest=newest,
            rows=tuple(material.rows[slug] for slug in slugs if slug is not None)[:FROM_NEWEST],
            earlier=tuple(digests[1 : EARLIER + 1]),
            more_digests=max(0, len(digests) - 1 - EARLIER),
            groups=tuple(_top_tags(material, group) for group in material.groups),
            map=draw(material, layout(material.catalogue.related, material.catalogue.paper_tags)),
        ),
    )


def _purpose(description: str, title: str, papers: int) -> tuple[str, bool]:
    """The site's own description, opened with the number of papers where it begins with the word."""
    first, _, rest = description.partition(" ")
    if first == "Papers" and rest and papers > 1:
        return f"{papers} papers {rest}", True
    return description or title, False


def _top_tags(material: Material, group: GroupLink) -> TopTags:
    tags = sorted((tag for tag in material.tags.values() if tag.group is group), key=lambda tag: -tag.papers)
    top = [tag for tag in tags if tag.papers][:TAGS_PER_GROUP] or tags[:1]
    return TopTags(group, tuple(top), len(tags) - len(top))
