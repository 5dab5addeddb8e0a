"""`saved.html`: the papers that a reader keeps. The list itself is in the reader's browser, and nowhere else.

What the page must know of them comes in scripts, each with some of the papers (`sitegen.exports.saved_papers`): a page
opened from a folder can load nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sitegen.catalogue.model import Catalogue
from sitegen.pages.page import Page
from sitegen.pages.page_index import PageIndex

PER_PART = 48
"""Names in a part, on average: 40 KB before compression, and a list of ten papers touches ten parts at most."""


class SavedView(NamedTuple):
    """``parts``: among how many scripts the papers are divided."""

    parts: int


def pages(index: PageIndex) -> Iterator[Page]:
    """One page; none without a paper, or where nothing can be saved."""
    if index.rows and index.site.exports.saved:
        yield Page(
            path="saved.html",
            template="saved.html",
            section="saved",
            title=index.site.words.say("nav.saved"),
            description=index.site.words.say("saved.description", site=index.site.title),
            view=SavedView(parts(index.catalogue)),
        )


def parts(catalogue: Catalogue) -> int:
    """How many parts there are: present, earlier and removed names count."""
    names = len(catalogue.papers) + len(catalogue.aliases) + len(catalogue.removed)
    return max(1, -(-names // PER_PART))


def part_of(slug: str, parts: int) -> int:
    """The part that knows a name, as ``static/js/saved-page.js`` computes it: FNV-1a of 32 bits."""
    found = 2166136261
    for sign in slug.encode():
        found = ((found ^ sign) * 16777619) & 0xFFFFFFFF
    return found % parts
