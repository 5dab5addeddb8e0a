"""`digests.html`: all digests, newest first, with how much each brought."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sitegen.pages.digest import new_papers
from sitegen.pages.page import Page
from sitegen.pages.page_index import DigestRef, PageIndex


class DigestLine(NamedTuple):
    """A digest with the number of its entries, of papers that no earlier digest has, and its file.

    ``first``: it is the earliest of those with a date.
    """

    digest: DigestRef
    entries: int
    new: int
    first: bool
    source: str


class DigestsView(NamedTuple):
    """All digests, newest first, and how many entries they have together."""

    entries: int
    lines: tuple[DigestLine, ...]


def pages(index: PageIndex) -> Iterator[Page]:
    """One page."""
    yield Page(
        path="digests.html",
        template="digests.html",
        section="digests",
        title=index.site.words.say("nav.digests"),
        description=index.site.words.say("digest.descriptions", site=index.site.title),
        view=DigestsView(index.counts.entries, tuple(_line(digest, index) for digest in index.digests.values())),
    )


def _line(digest: DigestRef, index: PageIndex) -> DigestLine:
    record = index.catalogue.digests[digest.id]
    earliest = next((other for other in reversed(list(index.digests.values())) if other.day), None)
    new = len(new_papers(index.catalogue, digest.id))
    return DigestLine(digest, len(record.entries), new, digest is earliest, record.source)
