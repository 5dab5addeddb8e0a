"""`myst.xref.json` and its data: what mystmd and Jupyter Book 2 read before `objects.inv`, for titles and hover cards.

Every name is a page, whose ``data`` gives its title and its text; a paper's is its file in JSON, where that is written.
The form is that of https://mystmd.org/guide/website-metadata and of mystmd's own reader: an address in ``url`` is
matched letter by letter, and a missing ``data`` file would leave a link without text.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import chain

from sitegen.artifact import Artifact, between, streamed
from sitegen.catalogue.model import Catalogue
from sitegen.exports.export import Export
from sitegen.exports.myst_page import page_data
from sitegen.exports.names import Target, list_targets, paper_targets
from sitegen.pages.page_index import PageIndex

NAME = "myst.xref.json"
ENDING = ".myst.json"
MYST = "1.8.3"
"""The version of mystmd whose form this is."""

_dump = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def artifacts(index: PageIndex) -> Iterator[Artifact]:
    """The table, and the data files that are missing; addresses are relative to wherever the table is found."""

    def data_path(target: Target) -> str:
        has_file = target.slug and index.site.exports.paper_json
        return target.path.removesuffix(".html") + (".json" if has_file else ENDING)

    def targets() -> Iterator[Target]:
        return chain(paper_targets(index.catalogue), list_targets(index))

    references = (reference for target in targets() for reference in _references(target, data_path(target)))
    head = f'{{"version":"1","myst":{_dump(MYST)},"references":['
    yield Artifact(NAME, streamed(chain([head], between(",\n", map(_dump, references)), ["]}\n"])))
    for target in targets():
        if (path := data_path(target)).endswith(ENDING):
            name = target.documents[0].rpartition("/")[2]
            data = page_data(target.path, name, target.title, _text(target, index.catalogue))
            yield Artifact(path, _dump(data).encode("utf-8", "replace"))


def _references(target: Target, data: str) -> Iterator[dict[str, str]]:
    place = {"kind": "page", "data": f"/{data}", "url": f"/{target.path}"}
    yield place
    for label in target.labels:
        yield {"identifier": label, **place}


def _text(target: Target, catalogue: Catalogue) -> str:
    """What a hover card says below the title."""
    if target.slug:
        return catalogue.papers[target.slug].abstract_text
    kind, _, name = target.documents[0].partition("/")
    return catalogue.tags[name].definition if kind == "tags" else ""


EXPORT = Export("myst_xref", NAME, artifacts=artifacts)
