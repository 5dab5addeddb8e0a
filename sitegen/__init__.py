"""Turns digests of research papers into a browsable, searchable, linkable catalogue site.

For Python programs: `load` reads a site's sources and gives the catalogue, without building anything.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import os

    from sitegen.catalogue.model import Catalogue

__version__ = "0.1.0"

__all__ = ["__version__", "load"]


def load(path: str | os.PathLike[str] = "site.yaml") -> Catalogue:
    """The catalogue of a site, from its `site.yaml` or the folder that holds it; nothing is written.

    Raises `sitegen.problem.SiteError` with every mistake that keeps the site from being built, and `MachineError`
    where the machine fails. Warnings are left to `sitegen check`.
    """
    from sitegen.gather import load_catalogue

    return load_catalogue(path)
