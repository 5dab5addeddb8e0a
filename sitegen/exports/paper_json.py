"""`papers/<slug>.json`: one paper for programs, with all that its digests print of it."""

from __future__ import annotations

import json
from collections.abc import Iterator

from sitegen.artifact import Artifact
from sitegen.catalogue.model import Catalogue
from sitegen.exports.record import aliases_of, record, whole
from sitegen.pages.page import Alternate
from sitegen.site import NavItem, Site

SWITCH = "paper_json"
DOWNLOADS: tuple[NavItem, ...] = ()


def artifacts(catalogue: Catalogue, site: Site) -> Iterator[Artifact]:
    """A file for each paper; addresses in it are relative to the site's root, as in `papers.json`."""
    aliases = aliases_of(catalogue)
    encode = json.JSONEncoder(ensure_ascii=False).encode
    for slug, paper in catalogue.papers.items():
        data = whole(paper, record(paper, catalogue, aliases), catalogue, site)
        yield Artifact(f"papers/{slug}.json", f"{encode(data)}\n".encode("utf-8", "replace"))


def alternates(catalogue: Catalogue, site: Site) -> Iterator[tuple[str, Alternate]]:
    """Each beside its paper's page."""
    del site
    for slug in catalogue.papers:
        yield f"papers/{slug}.html", Alternate("JSON", "application/json", f"papers/{slug}.json")
