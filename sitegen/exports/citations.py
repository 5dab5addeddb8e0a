"""The files of one citation format: each paper's, each tag's, each digest's, and that of all papers."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.artifact import Artifact
from sitegen.catalogue.model import Catalogue
from sitegen.citation import Format
from sitegen.exports.lists import lists
from sitegen.pages.page import Alternate
from sitegen.site import Site


def files(format: Format, catalogue: Catalogue, site: Site) -> Iterator[Artifact]:
    """Every file of a format: `papers.bib`, `papers/<slug>.bib`, `tags/<slug>.bib`, `digests/<slug>.bib`."""
    entries = site.bibliography.entries(format)
    yield Artifact(f"papers{format.ending}", format.file(list(entries.values())))
    for slug, entry in entries.items():
        yield Artifact(f"papers/{slug}{format.ending}", format.file([entry]))
    for path, slugs in lists(catalogue):
        yield Artifact(f"{path}{format.ending}", format.file([entries[slug] for slug in slugs]))


def beside(format: Format, catalogue: Catalogue) -> Iterator[tuple[str, Alternate]]:
    """The pages that have a file of the format beside them."""
    for path in ("papers", *(f"papers/{slug}" for slug in catalogue.papers), *(path for path, _ in lists(catalogue))):
        yield f"{path}.html", Alternate(format.label, format.type, f"{path}{format.ending}")
