"""`papers.json`: the whole catalogue for programs, in one file at the site's root; its schema beside it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from sitegen.artifact import Artifact
from sitegen.catalogue.model import Catalogue
from sitegen.exports.record import aliases_of, record
from sitegen.pages.page import Alternate
from sitegen.site import NavItem, Site

SWITCH = "papers_json"
NAME = "papers.json"
SCHEMA = "papers.schema.json"
DOWNLOADS = (NavItem(SWITCH, "JSON", NAME),)


def artifacts(catalogue: Catalogue, site: Site) -> Iterator[Artifact]:
    """Two files. Order: papers A–Z, tags as configured, digests newest first, removed papers by slug; a line for each.

    Addresses are relative to the site's root, so the file holds wherever the site stands.
    """
    aliases = aliases_of(catalogue)
    counts = Counter(tag for tags in catalogue.paper_tags.values() for tag in tags)
    tables: dict[str, Iterable[dict[str, Any]]] = {
        "papers": (record(paper, catalogue, aliases) for paper in catalogue.papers.values()),
        "tags": (
            {
                "slug": tag.slug,
                "name": tag.name,
                "group": tag.group,
                "count": counts[tag.slug],
                "definition": tag.definition,
            }
            for tag in catalogue.tags.values()
        ),
        "digests": (
            {
                "id": digest.id,
                "title": digest.title,
                "date": digest.date,
                "source": digest.source,
                "entries": len(digest.entries),
                "slug": digest.slug,
                "link": digest.link,
            }
            for digest in catalogue.digests.values()
        ),
        "removed": (
            {"slug": slug, "title": removed.title, "reason": removed.reason, "day": removed.day or None}
            for slug, removed in catalogue.removed.items()
        ),
    }
    about = {
        "title": site.title,
        "description": site.description,
        "language": site.language,
        "base_url": site.base_url or None,
    }
    parts = [
        *(f"{_json(name)}: {_lines(rows)}" for name, rows in tables.items()),
        f'"site": {_json(about)}',
        f'"$schema": {_json(SCHEMA)}',
    ]
    text = "{\n" + ",\n".join(parts) + "\n}\n"
    yield Artifact(NAME, text.encode("utf-8", "replace"))
    yield Artifact(SCHEMA, Path(__file__).with_name(SCHEMA).read_bytes())


def alternates(catalogue: Catalogue, site: Site) -> tuple[tuple[str, Alternate], ...]:
    """The lists of all papers."""
    del catalogue, site
    return tuple((page, Alternate("JSON", "application/json", NAME)) for page in ("index.html", "papers.html"))


def _lines(rows: Iterable[dict[str, Any]]) -> str:
    """A list with a line for each row, good to compare and to search; C writes it (with ``indent``, Python would)."""
    lines = ",\n".join(map(_json, rows))
    return f"[\n{lines}\n]" if lines else "[]"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
