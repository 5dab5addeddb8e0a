"""Everything the site holds for programs. A new export is one module here with an `Export`, and its name in `EXPORTS`.

Its switch is a field of `ExportSettings`, which stands in `site.yaml` under ``exports:``.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from sitegen import urls
from sitegen.artifact import Artifact, File, Unchanged
from sitegen.citation.formats import FORMATS
from sitegen.config.model import ExportSettings, Settings
from sitegen.exports import (
    all_names,
    atom,
    catalogue_csv,
    citations,
    json_feed,
    links_md,
    myst_xref,
    objects_inv,
    papers_json,
    permalinks,
    robots,
    saved_papers,
    sitemap,
    sqlite,
)
from sitegen.exports.earlier import every_name, under_earlier_names
from sitegen.exports.export import Export
from sitegen.exports.record import Record, record
from sitegen.pages.page import Alternate, Page
from sitegen.pages.page_index import PageIndex
from sitegen.site import NavItem
from sitegen.wording.model import Wording
from sitegen.work import Later, Task, Work
from sitegen.work.pieces import NO_PIECES, Pieces

NO_JEKYLL = Export("", ".nojekyll", artifacts=lambda index, pieces: [Artifact(".nojekyll", b"")])
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
    saved_papers.EXPORT,
    all_names.EXPORT,
    sitemap.EXPORT,
    robots.EXPORT,
    permalinks.EXPORT,
    NO_JEKYLL,
)


def exports(
    index: PageIndex,
    listed: Sequence[str],
    *,
    work: Work | None = None,
    has: Callable[[str, bytes], bool] = lambda path, key: False,
    kinds: Sequence[Export] = EXPORTS,
) -> Iterator[File]:
    """The files of all exports of ``kinds`` that are on, under all names that pages had.

    ``listed`` are the paths of the pages that search engines may list. A paper's own file of which ``has`` knows that
    it was made from the same is not made again.
    """
    kinds = [export for export in kinds if export.written(index.site)]
    papers = index.catalogue.papers
    with ExitStack() as held:
        pieces = {export: held.enter_context(Pieces(papers)) for export in kinds if export.of_paper}
        yield from _of_papers(index, pieces, [export for export in kinds if export.file_of_paper], work or Work(), has)
        for export in kinds:
            made = export.artifacts(index, pieces.get(export, NO_PIECES))
            yield from under_earlier_names(made, index.catalogue.earlier_pages)
            yield from export.of_pages(listed, index)


def with_alternates(pages: Iterable[Page], index: PageIndex) -> Iterator[Page]:
    """The pages, each knowing the files that hold its content in other forms, in the order of `EXPORTS`."""
    found: dict[str, list[Alternate]] = {}
    for export in _wanted(index.site.exports):
        for path, alternate in export.alternates(index):
            found.setdefault(path, []).append(alternate)
    for page in pages:
        offered = found.get(page.path)
        yield replace(page, alternates=(*page.alternates, *offered)) if offered else page


def downloads(settings: ExportSettings, words: Wording) -> tuple[NavItem, ...]:
    """What the foot of every page offers: nothing that is not written."""
    return tuple(export.offer(words) for export in _wanted(settings) if export.download)


def unwritten(settings: Settings) -> frozenset[str]:
    """Files at the site's root that are not written because the site's own address is not known."""
    return frozenset(export.name for export in EXPORTS if export.needs_address and not settings.base_url)


def media_types() -> dict[str, str]:
    """What the names of the exports' files end with, and the media type of such files."""
    return {export.ending: export.media_type for export in EXPORTS if export.ending}


def _wanted(settings: ExportSettings) -> Iterator[Export]:
    return (export for export in EXPORTS if not export.key or getattr(settings, export.key))


class _Asked(NamedTuple):
    """What is asked of a process for each paper: what which exports say of it."""

    settings: ExportSettings
    exports: tuple[str, ...]


def _of_papers(
    index: PageIndex,
    pieces: Mapping[Export, Pieces],
    files: Sequence[Export],
    work: Work,
    has: Callable[[str, bytes], bool],
) -> Iterator[File]:
    """Collect what exports say of each paper, and hand over the files that each paper has of its own."""
    earlier = index.catalogue.earlier_pages
    asked = _Asked(index.site.exports, tuple(export.key for export in pieces))
    begun: deque[tuple[Record, bytes]] = deque()

    def items() -> Iterator[Later[Record]]:
        for slug in index.catalogue.papers:
            found = record(slug, index.catalogue, index.site)
            begun.append((found, work.key(found)))
            yield Later(begun[-1][1], partial(_itself, found))

    for said in work.each(OF_PAPER, asked, items()):
        for collected, piece in zip(pieces.values(), said, strict=True):
            collected.append(piece)
        found, key = begun.popleft()
        for export in files:
            assert export.file_of_paper
            paths = every_name(urls.paper(found.paper.slug, export.ending), earlier)
            if all(has(path, key) for path in paths):
                yield from (Unchanged(path, key) for path in paths)
            else:
                data = export.file_of_paper(found).encode("utf-8", "replace")
                yield from (Artifact(path, data, key) for path in paths)


def _itself(found: Record) -> Record:
    return found


def _sayer(asked: _Asked) -> Callable[[Record], list[str]]:
    by_key = {export.key: export for export in EXPORTS}
    say = [say for key in asked.exports if (say := by_key[key].of_paper)]
    return lambda found: [piece(found, asked.settings) for piece in say]


OF_PAPER = Task(_sayer, _Asked, result=list[str])
