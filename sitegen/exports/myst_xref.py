"""`myst.xref.json` and its data: what mystmd and Jupyter Book 2 read before `objects.inv`, for titles and hover cards.

Every name is a page, whose ``data`` gives its title and its text; a paper's is its file in JSON, where that is written.
The form is that of https://mystmd.org/guide/website-metadata and of mystmd's own reader: an address in ``url`` is
matched letter by letter, and a missing ``data`` file would leave a link without text.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import chain

from sitegen import urls
from sitegen.artifact import Artifact
from sitegen.catalogue.model import Catalogue
from sitegen.config.model import ExportSettings
from sitegen.exports.export import Export
from sitegen.exports.myst_page import page_data
from sitegen.exports.names import Target, other_targets
from sitegen.exports.record import Record
from sitegen.pages.page_index import PageIndex
from sitegen.work.pieces import Pieces, between, streamed

NAME = "myst.xref.json"
ENDING = ".myst.json"
MYST = "1.8.3"
"""The version of mystmd whose form this is."""

_dump = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def of_paper(record: Record, settings: ExportSettings) -> str:
    """What leads to the paper's page, in the table's form."""
    target = record.target()
    return _references(target, target.path.removesuffix(".html") + (".json" if settings.paper_json else ENDING))


def artifacts(index: PageIndex, pieces: Pieces) -> Iterator[Artifact]:
    """The table, and the data that is missing; addresses are relative to wherever the table is found."""
    # Authors have no entry: it needs a file for each, three a paper, and its card would say nothing but the name.
    told = (target for target in other_targets(index) if not target.path.startswith("authors/"))
    others = [(target, target.path.removesuffix(".html") + ENDING) for target in told]
    references = chain(pieces, (_references(target, data).encode("utf-8", "replace") for target, data in others))
    head = f'{{"version":"1","myst":{_dump(MYST)},"references":['.encode()
    yield Artifact(NAME, streamed(chain([head], between(b",\n", references), [b"]}\n"])))
    for target, path in others:
        name = target.documents[0].rpartition("/")[2]
        yield _data(path, page_data(target.path, name, target.title, _text(target, index.catalogue)))
    for slug, paper in index.catalogue.papers.items() if not index.site.exports.paper_json else ():
        yield _data(urls.paper(slug, ENDING), page_data(urls.paper(slug), slug, paper.title_text, paper.abstract_text))


def _data(path: str, data: dict[str, object]) -> Artifact:
    return Artifact(path, _dump(data).encode("utf-8", "replace"))


def _references(target: Target, data: str) -> str:
    place = {"kind": "page", "data": f"/{data}", "url": f"/{target.path}"}
    return ",".join(map(_dump, (place, *({"identifier": label, **place} for label in target.labels))))


def _text(target: Target, catalogue: Catalogue) -> str:
    """What a hover card says below the title."""
    kind, _, name = target.documents[0].partition("/")
    return catalogue.tags[name].definition if kind == "tags" and name else ""


EXPORT = Export("myst_xref", NAME, of_paper=of_paper, artifacts=artifacts)
