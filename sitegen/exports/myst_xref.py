"""`myst.xref.json` and its data: what mystmd and Jupyter Book 2 read before `objects.inv`, for titles and hover cards.

Every name is a page, whose ``data`` gives its title and its text. The form is that of
https://mystmd.org/guide/website-metadata and of mystmd's own reader: an address in ``url`` is matched letter by letter,
and a missing ``data`` file would leave a link without text.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import chain

from sitegen.artifact import Artifact
from sitegen.catalogue.model import Catalogue
from sitegen.exports.export import Export
from sitegen.exports.names import Target, line, list_targets, paper_targets
from sitegen.pages.page_index import PageIndex

NAME = "myst.xref.json"
ENDING = ".myst.json"
MYST = "1.8.3"
"""The version of mystmd whose form this is."""

_dump = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def artifacts(index: PageIndex) -> Iterator[Artifact]:
    """The table, and a data file for each page in it; addresses are relative to wherever the table is found."""
    catalogue = index.catalogue
    targets = [*paper_targets(catalogue), *list_targets(index)]
    references = list(chain.from_iterable(_references(target) for target in targets))
    table = {"version": "1", "myst": MYST, "references": references}
    yield Artifact(NAME, _dump(table).encode("utf-8", "replace"))
    for target in targets:
        yield Artifact(_data_path(target), _dump(_data(target, catalogue)).encode("utf-8", "replace"))


def _references(target: Target) -> Iterator[dict[str, str]]:
    place = {"kind": "page", "data": f"/{_data_path(target)}", "url": f"/{target.path}"}
    yield place
    for label in target.labels:
        yield {"identifier": label, **place}


def _data_path(target: Target) -> str:
    return target.path.removesuffix(".html") + ENDING


def _data(target: Target, catalogue: Catalogue) -> dict[str, object]:
    text = line(_text(target, catalogue))
    name = target.documents[0].rpartition("/")[2]
    frontmatter = {"title": target.title} | ({"description": _beginning(text)} if text else {})
    paragraphs = [{"type": "paragraph", "children": [{"type": "text", "value": text}]}] if text else []
    return {
        "version": 3,
        "kind": "Article",
        "slug": name,
        "location": f"/{target.path}",
        "frontmatter": frontmatter,
        "mdast": {"type": "root", "children": paragraphs},
        "references": {},
    }


def _text(target: Target, catalogue: Catalogue) -> str:
    """What a hover card says below the title."""
    if target.slug:
        return catalogue.papers[target.slug].abstract_text
    kind, _, name = target.documents[0].partition("/")
    return catalogue.tags[name].definition if kind == "tags" else ""


def _beginning(text: str, longest: int = 200) -> str:
    return text if len(text) <= longest else text[:longest].rpartition(" ")[0] + "…"


EXPORT = Export("myst_xref", NAME, artifacts=artifacts)
