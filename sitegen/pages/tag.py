"""`tags/<slug>.html`: the papers of one tag."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from sitegen.pages.material import Material, Row, TagLink
from sitegen.pages.page import Page, cut

OFTEN = 6
"""How many companions of a tag are named."""


class Companion(NamedTuple):
    """Another tag, and how many papers carry both."""

    tag: TagLink
    shared: int


class TagView(NamedTuple):
    """A tag and its papers, A–Z; ``often`` has the tags that most often go with it."""

    tag: TagLink
    definition: str
    rows: tuple[Row, ...]
    often: tuple[Companion, ...]


def pages(material: Material) -> Iterator[Page]:
    """A page for each tag, also for one that no paper carries."""
    for slug, tag in material.tags.items():
        rows = tuple(material.rows[paper] for paper in material.tag_papers[slug])
        together = Counter(other.slug for row in rows for other in row.tags if other.slug != slug)
        definition = material.catalogue.tags[slug].definition
        yield Page(
            path=tag.href,
            template="tag.html",
            section="tags",
            title=tag.name,
            description=cut(definition or f"Papers tagged {tag.name}.", 160),
            view=TagView(
                tag=tag,
                definition=definition,
                rows=rows,
                often=tuple(
                    Companion(material.tags[other], shared)
                    for other, shared in sorted(together.items(), key=lambda item: (-item[1], item[0]))[:OFTEN]
                ),
            ),
        )
