"""`digests.html`: all digests, newest first, with how much each brought."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sitegen.pages.digest import new_papers
from sitegen.pages.material import DigestLink, Material
from sitegen.pages.page import Page


class DigestLine(NamedTuple):
    """A digest with the number of papers that no earlier digest has, and its file."""

    digest: DigestLink
    new: int
    source: str


class DigestsView(NamedTuple):
    """All digests, newest first."""

    lines: tuple[DigestLine, ...]


def pages(material: Material) -> Iterator[Page]:
    """One page."""
    yield Page(
        path="digests.html",
        template="digests.html",
        section="digests",
        title="Digests",
        description=f"The lists of papers that {material.site.title} was made from.",
        view=DigestsView(
            tuple(
                DigestLine(
                    digest, len(new_papers(material.catalogue, digest.id)), material.catalogue.digests[digest.id].source
                )
                for digest in material.digests.values()
            )
        ),
    )
