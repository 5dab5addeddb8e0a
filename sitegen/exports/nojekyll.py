"""`.nojekyll`: tells GitHub Pages, where it publishes from a branch, to take the files as they are."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.artifact import Artifact
from sitegen.catalogue.model import Catalogue
from sitegen.pages.page import Alternate
from sitegen.site import NavItem, Site

SWITCH = ""
DOWNLOADS: tuple[NavItem, ...] = ()
NAME = ".nojekyll"


def artifacts(catalogue: Catalogue, site: Site) -> Iterator[Artifact]:
    """One empty file."""
    del catalogue, site
    yield Artifact(NAME, b"")


def alternates(catalogue: Catalogue, site: Site) -> tuple[tuple[str, Alternate], ...]:
    """None: it holds nothing."""
    del catalogue, site
    return ()
