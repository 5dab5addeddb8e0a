"""`papers.bib`, `papers.ris`, `papers.csl.json` and their parts: the papers for LaTeX, pandoc, reference managers.

For each format of a bibliography the file of all papers and, where ``exports: parts:`` names the format, one for each
paper, tag and digest.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from sitegen import urls
from sitegen.artifact import Artifact, streamed
from sitegen.citation import Format
from sitegen.exports.export import Export
from sitegen.exports.lists import lists
from sitegen.pages.page_index import PageIndex


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
        artifacts=partial(_artifacts, format),
        parts=partial(_parts, format),
    )


def _artifacts(format: Format, index: PageIndex) -> Iterator[Artifact]:
    def file(path: str, entries: Iterable[str]) -> Artifact:
        return Artifact(f"{path}{format.ending}", streamed(format.file(entries)))

    bibliography = index.bibliography
    if not _in_parts(format, index):
        yield file("papers", (entry for _, entry in bibliography.each(format)))
        return
    entries = bibliography.entries(format)
    yield file("papers", entries.values())
    for slug, entry in entries.items():
        yield Artifact(urls.paper(slug, format.ending), "".join(format.file([entry])).encode("utf-8", "replace"))
    for path, slugs in lists(index.catalogue):
        yield file(path, (entries[slug] for slug in slugs))


def _parts(format: Format, index: PageIndex) -> Iterator[tuple[str, str]]:
    if not _in_parts(format, index):
        return
    papers = (urls.paper(slug, "") for slug in index.catalogue.papers)
    for path in (*papers, *(path for path, _ in lists(index.catalogue))):
        yield f"{path}.html", f"{path}{format.ending}"


def _in_parts(format: Format, index: PageIndex) -> bool:
    return format.key in index.site.exports.parts
