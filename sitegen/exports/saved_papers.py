"""`saved/<n>.js`: how the page of saved papers cites what a reader keeps, and what became of names that are gone.

Each file is one call, ``sitegenSavedPapers(<n>, {…})``: on ``file://`` a page can load scripts and nothing else. A name
leads to ``[BibTeX, CSL-JSON]``, an earlier name to the present one, a removed paper's to ``[title]``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

from sitegen.artifact import Artifact
from sitegen.citation.bibtex import bibtex
from sitegen.citation.csl_json import csl_json
from sitegen.config.model import ExportSettings
from sitegen.exports.export import Export
from sitegen.exports.names import line
from sitegen.exports.record import Record
from sitegen.pages.page_index import PageIndex
from sitegen.pages.saved import part_of, parts
from sitegen.work.pieces import Pieces


def _cited(record: Record, settings: ExportSettings) -> str:
    cited = record.cited
    return f"[{_encode(bibtex(cited))},{csl_json(replace(cited, abstract_text=''))}]"


def _artifacts(index: PageIndex, pieces: Pieces) -> Iterator[Artifact]:
    catalogue = index.catalogue
    count = parts(catalogue) if catalogue.papers else 0
    held: list[list[bytes]] = [[] for _ in range(count)]
    for slug, piece in pieces.items():
        held[part_of(slug, count)].append(_named(slug, piece))
    gone = {slug: _encode([line(removed.title)]) for slug, removed in catalogue.removed.items()}
    for slug, said in (gone | {slug: _encode(now) for slug, now in catalogue.aliases.items()}).items():
        if count:
            held[part_of(slug, count)].append(_named(slug, said.encode()))
    for number, entries in enumerate(held):
        yield Artifact(f"saved/{number}.js", b"sitegenSavedPapers(%d,{\n%s\n});\n" % (number, b",\n".join(entries)))


def _named(slug: str, said: bytes) -> bytes:
    return b'"%s":%s' % (slug.encode(), said)


_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode

EXPORT = Export("saved", of_paper=_cited, artifacts=_artifacts)
