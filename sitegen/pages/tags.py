"""`tags.html`: all tags, by group, with what each means and how many papers carry it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sitegen.pages.material import GroupLink, Material, TagLink
from sitegen.pages.page import Page


class DefinedTag(NamedTuple):
    """A tag with its definition."""

    tag: TagLink
    definition: str


class GroupSection(NamedTuple):
    """A group with its tags in the order of `site.yaml`."""

    group: GroupLink
    tags: tuple[DefinedTag, ...]


class TagsView(NamedTuple):
    """All groups; ``untagged`` papers carry no tag."""

    sections: tuple[GroupSection, ...]
    untagged: int


def pages(material: Material) -> Iterator[Page]:
    """One page; none where no tags are configured."""
    if not material.tags:
        return
    definitions = {slug: tag.definition for slug, tag in material.catalogue.tags.items()}
    yield Page(
        path="tags.html",
        template="tags.html",
        section="tags",
        title="Tags",
        description=f"The {len(material.tags)} topics of {material.site.title}, by group.",
        view=TagsView(
            sections=tuple(
                GroupSection(
                    group,
                    tuple(DefinedTag(t, definitions[t.slug]) for t in material.tags.values() if t.group is group),
                )
                for group in material.groups
            ),
            untagged=sum(not tags for tags in material.catalogue.paper_tags.values()),
        ),
    )
