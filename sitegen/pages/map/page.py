"""`map.html`: the map with a link for every dot. ``#on-topic`` shows one topic, ``?paper=slug`` one paper."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from sitegen.pages.map.draw import FEWEST_DOTS, Map
from sitegen.pages.map.layout import MOST
from sitegen.pages.page import Page, cut
from sitegen.pages.page_index import GroupRef, PageIndex, TagRef

_LONGEST_TITLE = 72  # characters; with whole titles 500 papers would weigh more than 70 KB, styles and fonts included


class Dot(NamedTuple):
    """A paper where it stands; its title is plain text."""

    href: str
    title: str
    x: int
    y: int


class Topic(NamedTuple):
    """The papers whose first tag is this one; those without a tag have None."""

    tag: TagRef | None
    dots: tuple[Dot, ...]


class MapView(NamedTuple):
    """``placed`` of all ``papers`` have a dot. Topics stand by group, in the order of `site.yaml`."""

    map: Map
    groups: tuple[tuple[GroupRef | None, tuple[Topic, ...]], ...]
    placed: int
    papers: int


def holds_all(papers: int) -> bool:
    """Whether there is a map, and a dot on it for each of so many papers."""
    return FEWEST_DOTS <= papers <= MOST


def map_page(index: PageIndex, positions: Mapping[str, tuple[int, int]], drawn: Map) -> Page:
    """The page of a map that was drawn from these positions."""
    by_tag: dict[str, list[Dot]] = {}
    for slug in sorted(positions):
        title = cut(index.catalogue.papers[slug].title_text, _LONGEST_TITLE)
        first = next(iter(index.catalogue.paper_tags[slug]), "")
        by_tag.setdefault(first, []).append(Dot(index.rows[slug].href, title, *positions[slug]))
    groups: list[tuple[GroupRef | None, tuple[Topic, ...]]] = [
        (group, tuple(Topic(tag, tuple(by_tag[tag.slug])) for tag in tags if tag.slug in by_tag))
        for group, tags in index.groups.items()
    ]
    if "" in by_tag:
        groups.append((None, (Topic(None, tuple(by_tag[""])),)))
    return Page(
        path="map.html",
        template="map.html",
        section="map",
        title=index.site.words.say("nav.map"),
        description=index.site.words.say("map.description", site=index.site.title),
        view=MapView(
            map=drawn,
            groups=tuple((group, topics) for group, topics in groups if topics),
            placed=len(positions),
            papers=index.counts.papers,
        ),
    )
