"""`papers.json` with the whole catalogue for programs, its schema, and `papers/<slug>.json` with all of one paper."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import chain, starmap
from pathlib import Path
from typing import Any

from sitegen import urls
from sitegen.artifact import Artifact, streamed
from sitegen.exports.export import Export
from sitegen.exports.myst_page import page_data
from sitegen.exports.record import record, whole
from sitegen.pages.page_index import PageIndex

NAME = "papers.json"
SCHEMA = "papers.schema.json"


def catalogue_file(index: PageIndex) -> Iterator[Artifact]:
    """Two files. Order: papers A–Z, tags as configured, digests newest first, removed papers by slug; a line for each.

    Addresses are relative to the site's root, so the file holds wherever the site stands.
    """
    catalogue, site = index.catalogue, index.site
    tables: dict[str, Iterable[dict[str, Any]]] = {
        "papers": (record(paper, catalogue) for paper in catalogue.papers.values()),
        "tags": (
            {
                "slug": tag.slug,
                "name": tag.name,
                "group": tag.group,
                "count": len(catalogue.papers_of_tag[tag.slug]),
                "definition": tag.definition,
            }
            for tag in catalogue.tags.values()
        ),
        "digests": (
            {
                "id": digest.id,
                "title": digest.title,
                "date": str(digest.date) if digest.date else None,
                "source": digest.source,
                "entries": len(digest.entries),
                "slug": digest.slug,
                "link": digest.link,
            }
            for digest in catalogue.digests.values()
        ),
        "removed": (
            {"slug": slug, "title": gone.title, "reason": gone.reason, "day": str(gone.day) if gone.day else None}
            for slug, gone in catalogue.removed.items()
        ),
    }
    about = {
        "title": site.title,
        "description": site.description,
        "language": site.language,
        "base_url": site.base_url or None,
    }
    rest = f'"site": {_json(about)},\n"$schema": {_json(SCHEMA)}\n}}\n'
    yield Artifact(NAME, streamed(chain(["{\n"], *starmap(_table, tables.items()), [rest])))
    yield Artifact(SCHEMA, Path(__file__).with_name(SCHEMA).read_bytes())


def paper_files(index: PageIndex) -> Iterator[Artifact]:
    """A file for each paper; addresses in it are relative to the site's root, as in `papers.json`.

    It is what mystmd reads of the paper's page, too: the two have no key in common but ``slug``, which means the same.
    """
    for slug, paper in index.catalogue.papers.items():
        data = whole(paper, index.catalogue, index.site)
        if index.site.exports.myst_xref:
            data |= page_data(urls.paper(slug), slug, paper.title_text, paper.abstract_text)
        yield Artifact(urls.paper(slug, ".json"), f"{_json(data)}\n".encode("utf-8", "replace"))


def _table(name: str, rows: Iterable[dict[str, Any]]) -> Iterator[str]:
    """A list with a line for each row, good to compare and to search; C writes it (with ``indent``, Python would)."""
    yield f"{_json(name)}: ["
    opening = "\n"
    for row in rows:
        yield f"{opening}{_json(row)}"
        opening = ",\n"
    yield "],\n" if opening == "\n" else "\n],\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


PAPERS = Export(
    "papers_json",
    NAME,
    "JSON",
    "application/json",
    ".json",
    beside=("index.html", "papers.html"),
    download=True,
    artifacts=catalogue_file,
)
PAPER = Export(
    "paper_json",
    label="JSON",
    media_type="application/json",
    artifacts=paper_files,
    parts=lambda index: ((urls.paper(slug), urls.paper(slug, ".json")) for slug in index.catalogue.papers),
)
