"""`papers.json` with the whole catalogue for programs, its schema, and `papers/<slug>.json` with all of one paper.

What each key means says `papers.schema.json`. Addresses in the files are relative to the site's root, so they hold
wherever the site stands.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any

from sitegen import urls
from sitegen.artifact import Artifact
from sitegen.config.model import ExportSettings
from sitegen.exports.export import Export
from sitegen.exports.myst_page import page_data
from sitegen.exports.record import Record
from sitegen.facts.model import Facts
from sitegen.pages.page_index import PageIndex
from sitegen.repair.inline import to_html
from sitegen.words.visible import spelt_out
from sitegen.work.pieces import Pieces, between, streamed

NAME = "papers.json"
SCHEMA = "papers.schema.json"
VERSION = 1
"""Of the form: the schema's ``$id`` ends in it."""


def of_paper(record: Record, settings: ExportSettings) -> str:
    """The paper's line."""
    return _json(_paper(record))


def file_of_paper(record: Record) -> str:
    """The same as HTML too, with what its digests print word for word, and with why others are similar.

    It is what mystmd reads of the paper's page, too: the two have no key in common but ``slug``, which means the same.
    """
    found, paper = _paper(record), record.paper
    whole = {
        **found,
        "mentions": [
            {**row, "abstract": spelt_out(mention.abstract), "source": source}
            for row, mention, source in zip(found["mentions"], paper.mentions, record.sources, strict=True)
        ],
        "title_html": to_html(paper.title),
        "abstract_html": to_html(paper.abstract),
        "shown": paper.abstract_from,
        "similar": [
            {"slug": related.slug, "score": round(related.score, 4), "terms": list(related.terms)}
            for related in record.related
        ],
        "address": record.address or None,
        "$schema": "../papers.schema.json#/$defs/whole_paper",
        **page_data(record.path, paper.slug, paper.title_text, paper.abstract_text),
    }
    return f"{_json(whole)}\n"


def artifacts(index: PageIndex, pieces: Pieces) -> Iterator[Artifact]:
    """Two files. Papers stand A–Z, tags as configured, digests newest first, removed papers by slug; a line each."""
    catalogue, site = index.catalogue, index.site
    about = {
        "title": site.title,
        "description": site.description,
        "language": site.words.text_language,
        "base_url": site.base_url or None,
    }
    tags = (
        {
            "slug": tag.slug,
            "name": tag.name,
            "group": tag.group,
            "count": len(catalogue.papers_of_tag[tag.slug]),
            "definition": tag.definition,
            "aliases": list(catalogue.had_before(urls.tag(tag.slug, ""))),
        }
        for tag in catalogue.tags.values()
    )
    digests = (
        {
            "id": digest.id,
            "title": digest.title,
            "date": str(digest.date) if digest.date else None,
            "source": digest.source,
            "entries": len(digest.entries),
            "slug": digest.slug,
            "link": digest.link,
            "aliases": list(catalogue.had_before(urls.digest(digest.slug, ""))),
        }
        for digest in catalogue.digests.values()
    )
    removed = (
        {"slug": slug, "title": gone.title, "reason": gone.reason, "day": str(gone.day) if gone.day else None}
        for slug, gone in catalogue.removed.items()
    )
    parts = chain(
        [b"{\n"],
        _table("papers", pieces),
        *(
            _table(name, (_json(row).encode("utf-8", "replace") for row in rows))
            for name, rows in (("tags", tags), ("digests", digests), ("removed", removed))
        ),
        [f'"site": {_json(about)},\n'.encode("utf-8", "replace")],
        [f'"version": {VERSION},\n"$schema": {_json(SCHEMA)}\n}}\n'.encode()],
    )
    yield Artifact(NAME, streamed(parts))
    yield Artifact(SCHEMA, Path(__file__).with_name(SCHEMA).read_bytes())


def _table(name: str, rows: Iterable[bytes]) -> Iterator[bytes]:
    """A list with a line for each row, good to compare and to search."""
    opening = f'"{name}": ['.encode()
    yield opening
    some = False
    for part in between(b",\n", rows):
        yield part if some else b"\n" + part
        some = True
    yield b"\n],\n" if some else b"],\n"


def _paper(record: Record) -> dict[str, Any]:
    """The paper as `papers.json` has it, keys in a fixed order."""
    paper = record.paper
    return {
        "slug": paper.slug,
        "url": record.path,
        "title": paper.title_text,
        "abstract": paper.abstract_text,
        "tags": [tag.slug for tag in record.tags],
        "related": [related.slug for related in record.related],
        "mentions": [
            {
                "digest": mention.digest,
                "position": mention.position,
                "title": spelt_out(mention.title),
                "line": mention.line,
            }
            for mention in paper.mentions
        ],
        "raw_title": spelt_out(paper.printed_title),
        "aliases": list(record.aliases),
        "links": [{"kind": link.kind, "href": link.href} for link in paper.links],
        "first_digest": record.first_digest,
        "first_seen": record.first_seen,
        "facts": _known(record.facts),
        "preview_from": paper.preview_from,
    }


def _known(facts: Facts) -> dict[str, Any]:
    """Facts, without what nobody knows."""
    found = {
        "authors": [{"family": person.family, "given": person.given} for person in facts.authors],
        "year": facts.year,
        "venue": facts.venue,
        "arxiv": facts.arxiv,
        "doi": facts.doi,
        "pdf": facts.pdf,
        "code": facts.code,
        "published": str(facts.published or ""),
        "acl": facts.acl,
        "openreview": facts.openreview,
        "url": facts.url,
        "project": facts.project,
        "more_authors": facts.more_authors,
    }
    return {key: value for key, value in found.items() if value}


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
    of_paper=of_paper,
    artifacts=artifacts,
)
PAPER = Export(
    "paper_json",
    label="JSON",
    media_type="application/json",
    ending=".json",
    file_of_paper=file_of_paper,
    parts=lambda index: ((urls.paper(slug), urls.paper(slug, ".json")) for slug in index.catalogue.papers),
)
