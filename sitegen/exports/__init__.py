"""Everything the site holds for programs. A new export is one module here and one name in `EXPORTS`.

An export is a module with two pure functions: ``artifacts(catalogue, site)`` makes its files, ``alternates(catalogue,
site)`` says which pages they stand beside.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Protocol

from sitegen.artifact import Artifact
from sitegen.catalogue.model import Catalogue
from sitegen.exports import nojekyll, papers_json
from sitegen.pages.page import Alternate, Page
from sitegen.site import Site


class Export(Protocol):
    """What each module of `EXPORTS` offers."""

    def artifacts(self, catalogue: Catalogue, site: Site) -> Iterator[Artifact]:
        """The files of this export, each path once."""

    def alternates(self, catalogue: Catalogue, site: Site) -> Iterable[tuple[str, Alternate]]:
        """For each file that holds a page's content in another form, that page's path and the file."""


EXPORTS: tuple[Export, ...] = (papers_json, nojekyll)


def exports(catalogue: Catalogue, site: Site) -> Iterator[Artifact]:
    """The files of all exports, in the order of `EXPORTS`."""
    for export in EXPORTS:
        yield from export.artifacts(catalogue, site)


def with_alternates(pages: Iterable[Page], catalogue: Catalogue, site: Site) -> Iterator[Page]:
    """The pages, each knowing the files that hold its content in other forms, in the order of `EXPORTS`."""
    found: dict[str, list[Alternate]] = {}
    for export in EXPORTS:
        for path, alternate in export.alternates(catalogue, site):
            found.setdefault(path, []).append(alternate)
    for page in pages:
        offered = found.get(page.path)
        yield replace(page, alternates=(*page.alternates, *offered)) if offered else page
