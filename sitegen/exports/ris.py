"""`papers.ris` and its parts: the papers for reference managers."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.artifact import Artifact
from sitegen.catalogue.model import Catalogue
from sitegen.citation.formats import RIS
from sitegen.exports import citations
from sitegen.pages.page import Alternate
from sitegen.site import NavItem, Site

SWITCH = RIS.key
DOWNLOADS = (NavItem(SWITCH, RIS.label, f"papers{RIS.ending}"),)


def artifacts(catalogue: Catalogue, site: Site) -> Iterator[Artifact]:
    """One file for all papers, one for each paper, tag and digest."""
    return citations.files(RIS, catalogue, site)


def alternates(catalogue: Catalogue, site: Site) -> Iterator[tuple[str, Alternate]]:
    """Those of papers, tags and digests, and the list of all papers."""
    del site
    return citations.beside(RIS, catalogue)
