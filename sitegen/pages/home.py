"""`index.html`: what the catalogue is for, and the ways into it; and `map.html`, which its map opens.

The two share one map: it takes longer to lay out than both pages to write.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from sitegen.pages.digest import new_papers
from sitegen.pages.map import Map, draw, layout, map_page
from sitegen.pages.page import Page, cut
from sitegen.pages.page_index import CountedDigest, CountedTag, Counts, GroupRef, PageIndex, TagRef
from sitegen.wording.model import Wording

FROM_NEWEST = 7
"""Papers of the newest digest that are named: first those that no earlier digest has."""

TAGS_PER_PAPER = 2
TAGS_PER_GROUP = 4
EARLIER = 12


class NewPaper(NamedTuple):
    """A paper of the newest digest, with its best tags."""

    href: str
    title: Markup
    tags: tuple[TagRef, ...]


class TopTags(NamedTuple):
    """The tags of a group that most papers carry, most first. ``more``: so many others."""

    group: GroupRef
    tags: tuple[CountedTag, ...]
    more: int


class HomeView(NamedTuple):
    """``purpose`` is one sentence; ``counted`` is whether it already says how many papers there are."""

    purpose: str
    counted: bool
    counts: Counts
    newest: CountedDigest | None
    papers: tuple[NewPaper, ...]
    earlier: tuple[CountedDigest, ...]
    more_digests: int
    groups: tuple[TopTags, ...]
    map: Map | None


def pages(index: PageIndex) -> Iterator[Page]:
    """The home page; the map's, where there are papers enough for a map."""
    site = index.site
    digests = [index.counted_digest(digest) for digest in index.digests.values()]
    newest = digests[0] if digests else None
    positions = layout(index.catalogue.related, index.catalogue.paper_tags)
    drawn = draw(index, positions)
    purpose, counted = _purpose(site.description, site.title, index.counts.papers, site.words)
    yield Page(
        path="index.html",
        template="home.html",
        section="home",
        title=site.title,
        description=cut(site.description or purpose, 160),
        view=HomeView(
            purpose=purpose,
            counted=counted,
            counts=index.counts,
            newest=newest,
            papers=_new_papers(index, newest.digest.id) if newest else (),
            earlier=tuple(digests[1 : EARLIER + 1]),
            more_digests=max(0, len(digests) - 1 - EARLIER),
            groups=tuple(_top_tags(index, group) for group in index.groups),
            map=drawn,
        ),
    )
    if drawn:
        yield map_page(index, positions, drawn)


def _purpose(description: str, title: str, papers: int, words: Wording) -> tuple[str, bool]:
    """The site's own description, opened with the number of papers where it begins with the word."""
    first, _, rest = description.partition(" ")
    if first == words.say("home.begins") and rest and papers > 1:
        return words.say("home.purpose", count=papers, rest=rest), True
    return description or title, False


def _new_papers(index: PageIndex, digest: str) -> tuple[NewPaper, ...]:
    new = new_papers(index.catalogue, digest)
    listed = dict.fromkeys(slug for slug in index.catalogue.digest_papers[digest] if slug is not None)
    slugs = sorted(listed, key=lambda slug: slug not in new)[:FROM_NEWEST]
    return tuple(NewPaper(*row.ref, row.tags[:TAGS_PER_PAPER]) for row in map(index.rows.__getitem__, slugs))


def _top_tags(index: PageIndex, group: GroupRef) -> TopTags:
    tags = sorted(map(index.counted, index.groups[group]), key=lambda tag: -tag.papers)
    top = [tag for tag in tags if tag.papers][:TAGS_PER_GROUP] or tags[:1]
    return TopTags(group, tuple(top), len(tags) - len(top))
