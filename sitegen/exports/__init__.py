"""Everything the site holds for programs. A new export is one module here and one name in `EXPORTS`.

An export is a module with two pure functions and two constants: ``artifacts(catalogue, site)`` makes its files,
``alternates(catalogue, site)`` says which pages they stand beside; ``SWITCH`` is the key under ``exports:`` in
`site.yaml` that turns it off (``""``: always written), ``DOWNLOADS`` the files that the foot of every page offers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Protocol

from sitegen.artifact import Artifact
from sitegen.catalogue.model import Catalogue
from sitegen.config.model import ExportSettings
from sitegen.exports import (
    atom,
    bibtex,
    catalogue_csv,
    csl_json,
    json_feed,
    links_md,
    myst_xref,
    nojekyll,
    objects_inv,
    paper_json,
    papers_json,
    ris,
    robots,
    sitemap,
    sqlite,
)
from sitegen.pages.page import Alternate, Page
from sitegen.site import NavItem, Site


class Export(Protocol):
    """What each module of `EXPORTS` offers."""

    @property
    def SWITCH(self) -> str:  # noqa: N802 - a module's constant
        """A field of `ExportSettings`, or ``""``."""

    @property
    def DOWNLOADS(self) -> tuple[NavItem, ...]:  # noqa: N802 - a module's constant
        """Files for the whole catalogue, written whatever it holds."""

    def artifacts(self, catalogue: Catalogue, site: Site) -> Iterator[Artifact]:
        """The files of this export, each path once."""

    def alternates(self, catalogue: Catalogue, site: Site) -> Iterable[tuple[str, Alternate]]:
        """For each file that holds a page's content in another form, that page's path and the file."""


EXPORTS: tuple[Export, ...] = (
    papers_json,
    paper_json,
    catalogue_csv,
    sqlite,
    bibtex,
    ris,
    csl_json,
    objects_inv,
    myst_xref,
    links_md,
    atom,
    json_feed,
    sitemap,
    robots,
    nojekyll,
)


def exports(catalogue: Catalogue, site: Site) -> Iterator[Artifact]:
    """The files of all exports that are on, in the order of `EXPORTS`."""
    for export in _wanted(site.exports):
        yield from export.artifacts(catalogue, site)


def with_alternates(pages: Iterable[Page], catalogue: Catalogue, site: Site) -> Iterator[Page]:
    """The pages, each knowing the files that hold its content in other forms, in the order of `EXPORTS`."""
    found: dict[str, list[Alternate]] = {}
    for export in _wanted(site.exports):
        for path, alternate in export.alternates(catalogue, site):
            found.setdefault(path, []).append(alternate)
    for page in pages:
        offered = found.get(page.path)
        yield replace(page, alternates=(*page.alternates, *offered)) if offered else page


def downloads(settings: ExportSettings) -> tuple[NavItem, ...]:
    """What the foot of every page offers: nothing that is not written."""
    return tuple(item for export in _wanted(settings) for item in export.DOWNLOADS)


def _wanted(settings: ExportSettings) -> Iterator[Export]:
    return (export for export in EXPORTS if not export.SWITCH or getattr(settings, export.SWITCH))
