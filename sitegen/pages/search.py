"""`search.html`: the search page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sitegen.pages.material import Material
from sitegen.pages.page import Page


@dataclass(frozen=True, slots=True)
class SearchView:
    """Nothing but the page itself."""


def pages(material: Material) -> Iterator[Page]:
    """One page."""
    del material
    yield Page(
        path="search.html",
        template="search.html",
        section="search",
        title="Search",
        description="Search titles and abstracts.",
        view=SearchView(),
    )
