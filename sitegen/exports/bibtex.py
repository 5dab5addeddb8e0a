"""`papers.bib` and its parts: the papers for LaTeX, biblatex and pandoc."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.artifact import Artifact
from sitegen.catalogue.model import Catalogue
from sitegen.citation.formats import BIBTEX
from sitegen.exports import citations
from sitegen.pages.page import Alternate
from sitegen.site import NavItem, Site

SWITCH = BIBTEX.key
DOWNLOADS = (NavItem(SWITCH, BIBTEX.label, f"papers{BIBTEX.ending}"),)


def artifacts(catalogue: Catalogue, site: Site) -> Iterator[Artifact]:
    """One file for all papers, one for each paper, tag and digest."""
    return citations.files(BIBTEX, catalogue, site)


def alternates(catalogue: Catalogue, site: Site) -> Iterator[tuple[str, Alternate]]:
    """Those of papers, tags and digests, and the list of all papers."""
    del site
    return citations.beside(BIBTEX, catalogue)
