"""`papers.json`: the whole catalogue for programs, in one file at the site's root."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator

from sitegen.artifact import Artifact
from sitegen.catalogue.model import Catalogue
from sitegen.pages.page import Alternate
from sitegen.site import NavItem, Site

SWITCH = "papers_json"
NAME = "papers.json"
DOWNLOADS = (NavItem(SWITCH, "JSON", NAME),)


def artifacts(catalogue: Catalogue, site: Site) -> Iterator[Artifact]:
    """One file. Order: papers A–Z, tags as configured, digests newest first; keys in the order given here."""
    del site  # addresses are relative to the site's root, wherever that is
    counts = Counter(tag for tags in catalogue.paper_tags.values() for tag in tags)
    data = {
        "papers": [
            {
                "slug": paper.slug,
                "url": f"papers/{paper.slug}.html",
                "title": paper.title_text,
                "abstract": paper.abstract_text,
                "tags": list(catalogue.paper_tags[paper.slug]),
                "related": [related.slug for related in catalogue.related[paper.slug]],
                "mentions": [
                    {"digest": mention.digest, "position": mention.position, "title": mention.title}
                    for mention in paper.mentions
                ],
            }
            for paper in catalogue.papers.values()
        ],
        "tags": [
            {"slug": tag.slug, "name": tag.name, "group": tag.group, "count": counts[tag.slug]}
            for tag in catalogue.tags.values()
        ],
        "digests": [
            {
                "id": digest.id,
                "title": digest.title,
                "date": digest.date,
                "source": digest.source,
                "entries": len(digest.entries),
            }
            for digest in catalogue.digests.values()
        ],
    }
    yield Artifact(NAME, json.dumps(data, ensure_ascii=False, indent=1).encode() + b"\n")


def alternates(catalogue: Catalogue, site: Site) -> tuple[tuple[str, Alternate], ...]:
    """The lists of all papers."""
    del catalogue, site
    return tuple((page, Alternate("JSON", "application/json", NAME)) for page in ("index.html", "papers.html"))
