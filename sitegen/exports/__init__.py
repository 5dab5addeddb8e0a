"""Everything the site holds for programs. A new export is one module here and one name in `EXPORTS`.

An export is a module with ``artifacts(catalogue, site) -> Iterator[Artifact]``, a pure function.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from sitegen.artifact import Artifact
from sitegen.catalogue.model import Catalogue
from sitegen.exports import nojekyll, papers_json
from sitegen.site import Site


class Export(Protocol):
    """What each module of `EXPORTS` offers."""

    def artifacts(self, catalogue: Catalogue, site: Site) -> Iterator[Artifact]:
        """The files of this export, each path once."""


EXPORTS: tuple[Export, ...] = (papers_json, nojekyll)


def exports(catalogue: Catalogue, site: Site) -> Iterator[Artifact]:
    """The files of all exports, in the order of `EXPORTS`."""
    for export in EXPORTS:
        yield from export.artifacts(catalogue, site)
