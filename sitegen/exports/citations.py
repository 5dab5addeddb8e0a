"""`papers.bib`, `papers.ris`, `papers.csl.json` and their parts: the papers for LaTeX, pandoc, reference managers.

For each format of a bibliography the file of all papers and, where ``exports: parts:`` names the format, one for each
paper, tag and digest.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from sitegen import urls
from sitegen.artifact import Artifact
from sitegen.citation.formats import Format
from sitegen.config.model import ExportSettings
from sitegen.exports.export import Export
from sitegen.exports.lists import lists
from sitegen.exports.record import Record
from sitegen.pages.page_index import PageIndex
from sitegen.work.pieces import Pieces, between, streamed


def export(format: Format) -> Export:
    """The export of one format."""
    return Export(
        format.key,
        f"papers{format.ending}",
        format.label,
        format.type,
        format.ending,
        beside=("papers.html",),
        download=True,
        of_paper=partial(_entry, format),
        artifacts=partial(_artifacts, format),
        parts=partial(_parts, format),
    )


def _entry(format: Format, record: Record, settings: ExportSettings) -> str:
    return format.entry(record.cited)


def _artifacts(format: Format, index: PageIndex, pieces: Pieces) -> Iterator[Artifact]:
    before, separator, after = format.before.encode(), format.between.encode(), format.after.encode()

    def file(path: str, entries: Iterable[bytes]) -> Artifact:
        parts = (part for some in ((before,), between(separator, entries), (after,)) for part in some)
        return Artifact(f"{path}{format.ending}", streamed(parts))

    yield file("papers", pieces)
    if _in_parts(format, index):
        for slug, entry in pieces.items():
            yield Artifact(urls.paper(slug, format.ending), before + entry + after)
        for path, slugs in lists(index.catalogue):
            yield file(path, map(pieces.__getitem__, slugs))


def _parts(format: Format, index: PageIndex) -> Iterator[tuple[str, str]]:
    if _in_parts(format, index):
        papers = (urls.paper(slug, "") for slug in index.catalogue.papers)
        for path in (*papers, *(path for path, _ in lists(index.catalogue))):
            yield f"{path}.html", f"{path}{format.ending}"


def _in_parts(format: Format, index: PageIndex) -> bool:
    return format.key in index.site.exports.parts
