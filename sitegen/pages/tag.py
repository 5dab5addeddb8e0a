"""`tags/<slug>.html`: the papers of one tag."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from sitegen.pages import sheets
from sitegen.pages.material import Material, Row, TagLink
from sitegen.pages.page import Page, cut

OFTEN = 6
"""How many companions of a tag are named."""


class Companion(NamedTuple):
    """Another tag, and how many papers carry both."""

    tag: TagLink
    shared: int


class TagView(NamedTuple):
    """A tag and its papers, A–Z, or page ``number`` ``of`` them; ``often`` has the tags that most often go with it."""

    tag: TagLink
    definition: str
    rows: tuple[Row, ...]
    often: tuple[Companion, ...]
    number: int
    of: int
    pager: tuple[sheets.PagerItem, ...]


def pages(material: Material) -> Iterator[Page]:
    """A page for each tag, also for one that no paper carries; several where very many do."""
    for slug, tag in material.tags.items():
        rows = tuple(material.rows[paper] for paper in material.tag_papers[slug])
        together = Counter(other.slug for row in rows for other in row.tags if other.slug != slug)
        often = tuple(
            Companion(material.tags[other], shared)
            for other, shared in sorted(together.items(), key=lambda item: (-item[1], item[0]))[:OFTEN]
        )
        definition = material.catalogue.tags[slug].definition
        parts = sheets.cuts(len(rows))
        guides = [(sheets.guide(rows[p.start].plain), sheets.guide(rows[p.stop - 1].plain)) for p in parts if rows]
        paths = list(sheets.paths(tag.href, len(rows)))
        hrefs = [path.rpartition("/")[2] for path in paths]
        for number, (path, part) in enumerate(zip(paths, parts, strict=True), 1):
            yield Page(
                path=path,
                template="tag.html",
                section="tags",
                title=tag.name if number == 1 else f"{tag.name}, page {number}",
                description=cut(definition or f"Papers tagged {tag.name}.", 160),
                view=TagView(
                    tag=tag,
                    definition=definition,
                    rows=rows[part],
                    often=often,
                    number=number,
                    of=len(parts),
                    pager=sheets.pager(guides, number, hrefs),
                ),
            )
