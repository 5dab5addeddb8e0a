"""`papers/<earlier slug>.html`: leads to the page that the paper has now, at once and by a link."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sitegen.pages.material import Material, Row
from sitegen.pages.page import Page, cut
from sitegen.urls import relative


class MovedView(NamedTuple):
    """Where the paper is now. ``target`` is its page as a link from this one."""

    row: Row
    target: str


def pages(material: Material) -> Iterator[Page]:
    """A page for each earlier slug whose paper is in the catalogue."""
    for slug, now in material.catalogue.aliases.items():
        row = material.rows[now]
        path = f"papers/{slug}.html"
        yield Page(
            path=path,
            template="moved.html",
            section="papers",
            title=cut(row.plain, 100),
            description="The page of this paper has another address now.",
            view=MovedView(row, relative(path, row.href)),
            listed=False,
        )
