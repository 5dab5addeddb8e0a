"""`papers.csl.json` and its parts: the papers for pandoc, Zotero and CSL styles."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.artifact import Artifact
from sitegen.catalogue.model import Catalogue
from sitegen.citation.formats import CSL_JSON
from sitegen.exports import citations
from sitegen.pages.page import Alternate
from sitegen.site import NavItem, Site

SWITCH = CSL_JSON.key
DOWNLOADS = (NavItem(SWITCH, CSL_JSON.label, f"papers{CSL_JSON.ending}"),)


def artifacts(catalogue: Catalogue, site: Site) -> Iterator[Artifact]:
    """One file for all papers, one for each paper, tag and digest."""
    return citations.files(CSL_JSON, catalogue, site)


def alternates(catalogue: Catalogue, site: Site) -> Iterator[tuple[str, Alternate]]:
    """Those of papers, tags and digests, and the list of all papers."""
    del site
    return citations.beside(CSL_JSON, catalogue)
