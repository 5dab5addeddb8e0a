"""`papers.bib`, `papers.ris`, `papers.csl.json` and their parts: the papers for LaTeX, pandoc, reference managers.

For each format of a bibliography the file of all papers, and one for each paper, tag and digest.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from sitegen import urls
from sitegen.artifact import Artifact
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
    entries = index.bibliography.entries(format)
    yield Artifact(f"papers{format.ending}", format.file(list(entries.values())))
    for slug, entry in entries.items():
        yield Artifact(urls.paper(slug, format.ending), format.file([entry]))
    for path, slugs in lists(index.catalogue):
        yield Artifact(f"{path}{format.ending}", format.file([entries[slug] for slug in slugs]))


def _parts(format: Format, index: PageIndex) -> Iterator[tuple[str, str]]:
    papers = (urls.paper(slug, "") for slug in index.catalogue.papers)
    for path in (*papers, *(path for path, _ in lists(index.catalogue))):
        yield f"{path}.html", f"{path}{format.ending}"
