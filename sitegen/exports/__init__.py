"""Everything the site holds for programs. A new export is one module here with an `Export`, and its name in `EXPORTS`.

Its switch is a field of `ExportSettings`, which stands in `site.yaml` under ``exports:``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sitegen.artifact import Artifact
from sitegen.citation.formats import FORMATS
from sitegen.config.model import ExportSettings, Settings
from sitegen.exports import (
    atom,
    catalogue_csv,
    citations,
    json_feed,
    links_md,
    myst_xref,
    objects_inv,
    papers_json,
    robots,
    sitemap,
    sqlite,
)
from sitegen.exports.export import Export
from sitegen.pages.page import Alternate, Page
from sitegen.pages.page_index import PageIndex
from sitegen.site import NavItem

NO_JEKYLL = Export("", ".nojekyll", artifacts=lambda index: [Artifact(".nojekyll", b"")])
"""Tells GitHub Pages, where it publishes from a branch, to take the files as they are."""

EXPORTS: tuple[Export, ...] = (
    papers_json.PAPERS,
    papers_json.PAPER,
    catalogue_csv.EXPORT,
    sqlite.EXPORT,
    *map(citations.export, FORMATS),
    objects_inv.EXPORT,
    myst_xref.EXPORT,
    links_md.EXPORT,
    atom.EXPORT,
    json_feed.EXPORT,
    sitemap.EXPORT,
    robots.EXPORT,
    NO_JEKYLL,
)


def exports(index: PageIndex, listed: Sequence[str]) -> Iterator[Artifact]:
    """The files of all exports that are on, in the order of `EXPORTS`.

    ``listed`` are the paths of the pages that search engines may list.
    """
    for export in _wanted(index.site.exports):
        yield from export.files(index, listed)


def with_alternates(pages: Iterable[Page], index: PageIndex) -> Iterator[Page]:
    """The pages, each knowing the files that hold its content in other forms, in the order of `EXPORTS`."""
    found: dict[str, list[Alternate]] = {}
    for export in _wanted(index.site.exports):
        for path, alternate in export.alternates(index):
            found.setdefault(path, []).append(alternate)
    for page in pages:
        offered = found.get(page.path)
        yield replace(page, alternates=(*page.alternates, *offered)) if offered else page


def downloads(settings: ExportSettings) -> tuple[NavItem, ...]:
    """What the foot of every page offers: nothing that is not written."""
    return tuple(export.offer for export in _wanted(settings) if export.download)


def unwritten(settings: Settings) -> frozenset[str]:
    """Files at the site's root that are not written because the site's own address is not known."""
    return frozenset(export.name for export in EXPORTS if export.needs_address and not settings.base_url)


def media_types() -> dict[str, str]:
    """What the names of the exports' files end with, and the media type of such files."""
    return {export.ending: export.media_type for export in EXPORTS if export.ending}


def _wanted(settings: ExportSettings) -> Iterator[Export]:
    return (export for export in EXPORTS if not export.key or getattr(settings, export.key))
