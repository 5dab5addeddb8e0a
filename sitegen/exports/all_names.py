"""`names/authors.js`, `names/venues.js`: all names of an A–Z that takes several pages, for the filter above it.

Each file is one call, ``sitegenNames([[name, address, papers], …])``, A–Z: on ``file://`` a page can load scripts and
nothing else. It loads when somebody begins to filter.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from sitegen.artifact import Artifact
from sitegen.exports.export import Export
from sitegen.pages.heading_index import LONGEST, lines, script
from sitegen.pages.page_index import PageIndex
from sitegen.work.pieces import Pieces


def _artifacts(index: PageIndex, pieces: Pieces) -> Iterator[Artifact]:
    catalogue = index.catalogue
    for kind, found in (
        ("authors", lines(catalogue.authors, index.authors, catalogue.papers_of_author)),
        ("venues", lines(catalogue.venues, index.venues, catalogue.papers_of_venue)),
    ):
        if len(found) > LONGEST:
            names = ",\n".join(_encode([*line.heading, line.papers]) for line in found)
            yield Artifact(script(kind), f"sitegenNames([\n{names}\n]);\n".encode())


_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode

EXPORT = Export("", artifacts=_artifacts)
