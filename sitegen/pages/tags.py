"""`tags.html`: all tags, by group, with what each means and how many papers carry it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sitegen.pages.page import Page
from sitegen.pages.page_index import GroupRef, PageIndex, TagRef


class DefinedTag(NamedTuple):
    """A tag with its definition and the number of papers that carry it."""

    tag: TagRef
    papers: int
    definition: str


class GroupSection(NamedTuple):
    """A group with its tags in the order of `site.yaml`."""

    group: GroupRef
    tags: tuple[DefinedTag, ...]


class TagsView(NamedTuple):
    """All groups; ``untagged`` of ``papers`` carry no tag."""

    tags: int
    papers: int
    sections: tuple[GroupSection, ...]
    untagged: int


def pages(index: PageIndex) -> Iterator[Page]:
    """One page; none where no tags are configured."""
    if not index.tags:
        return
    yield Page(
        path="tags.html",
        template="tags.html",
        section="tags",
        title=index.site.words.say("nav.tags"),
        description=index.site.words.say("tags.description", count=len(index.tags), site=index.site.title),
        view=TagsView(
            tags=index.counts.tags,
            papers=index.counts.papers,
            sections=tuple(
                GroupSection(group, tuple(_defined(tag, index) for tag in tags)) for group, tags in index.groups.items()
            ),
            untagged=sum(not tags for tags in index.catalogue.paper_tags.values()),
        ),
    )


def _defined(tag: TagRef, index: PageIndex) -> DefinedTag:
    return DefinedTag(tag, index.counted(tag).papers, index.catalogue.tags[tag.slug].definition)
