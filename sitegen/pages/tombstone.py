"""`papers/<slug>.html` of a paper that was removed: says so, instead of leading nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sitegen import urls
from sitegen.catalogue.model import Tombstone
from sitegen.pages.page import Page, cut
from sitegen.pages.page_index import LONGEST_IN_LISTS, PageIndex
from sitegen.wording.model import Wording


class TombstoneView(NamedTuple):
    """A removed paper. ``reason``, ``day`` (for readers) and ``date`` (for machines) are ``""`` where not stated."""

    title: str
    reason: str
    day: str
    date: str


def pages(index: PageIndex) -> Iterator[Page]:
    """A page for each removed paper."""
    for slug, removed in index.catalogue.removed.items():
        yield Page(
            path=urls.paper(slug),
            template="tombstone.html",
            section="papers",
            title=cut(removed.title, 100),
            description=index.site.words.say("removed.description"),
            view=_view(removed, index.site.words),
            listed=False,
        )


def _view(removed: Tombstone, words: Wording) -> TombstoneView:
    day = removed.day
    return TombstoneView(
        cut(removed.title, LONGEST_IN_LISTS), removed.reason, words.day(day) if day else "", str(day) if day else ""
    )
