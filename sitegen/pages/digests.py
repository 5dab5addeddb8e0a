"""`digests.html`: all digests, newest first, with how much each brought."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sitegen.pages.digest import new_papers
from sitegen.pages.page import Page
from sitegen.pages.page_index import DigestRef, PageIndex


class DigestLine(NamedTuple):
    """A digest with the number of its entries, of papers that no earlier digest has, and its file."""

    digest: DigestRef
    entries: int
    new: int
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
        title="Digests",
        description=f"The lists of papers that {index.site.title} was made from.",
        view=DigestsView(index.counts.entries, tuple(_line(digest, index) for digest in index.digests.values())),
    )


def _line(digest: DigestRef, index: PageIndex) -> DigestLine:
    record = index.catalogue.digests[digest.id]
    return DigestLine(digest, len(record.entries), len(new_papers(index.catalogue, digest.id)), record.source)
