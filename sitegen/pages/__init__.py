"""Every page of the site. A new kind of page is one module here, one template, and one name in `KINDS`.

A kind is a module with ``pages(material) -> Iterator[Page]``, a pure function; its view types stand in the same file.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from sitegen.catalogue.model import Catalogue
from sitegen.inputs.curated import Curated
from sitegen.pages import about, digest, digests, gone, home, linking, lost, moved, paper, papers, search, tag, tags
from sitegen.pages.discovery import discoverable
from sitegen.pages.material import Material, gather
from sitegen.pages.page import Page
from sitegen.site import Site


class Kind(Protocol):
    """What each module of `KINDS` offers."""

    def pages(self, material: Material) -> Iterator[Page]:
        """The pages of this kind, each path once."""


KINDS: tuple[Kind, ...] = (home, paper, papers, tags, tag, digests, digest, search, about, linking, lost, moved, gone)


def pages(catalogue: Catalogue, site: Site, curated: Curated | None = None) -> Iterator[Page]:
    """The pages of all kinds, in the order of `KINDS`; ``curated`` is what people wrote for the site itself."""
    material = gather(catalogue, site, curated or Curated())
    for kind in KINDS:
        yield from (discoverable(page, material) for page in kind.pages(material))
