"""A paper as `papers.json` and `papers/<slug>.json` hold it. What each key means says `papers.schema.json`."""

from __future__ import annotations

from typing import Any

from sitegen import urls
from sitegen.catalogue.model import Catalogue, Paper
from sitegen.facts.model import Facts
from sitegen.repair.inline import to_html
from sitegen.site import Site
from sitegen.words.visible import spelt_out


def record(paper: Paper, catalogue: Catalogue) -> dict[str, Any]:
    """The paper as `papers.json` has it, keys in a fixed order."""
    facts = catalogue.facts.get(paper.slug)
    return {
        "slug": paper.slug,
        "url": urls.paper(paper.slug),
        "title": paper.title_text,
        "abstract": paper.abstract_text,
        "tags": list(catalogue.paper_tags[paper.slug]),
        "related": [related.slug for related in catalogue.related[paper.slug]],
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
        "aliases": list(catalogue.earlier_slugs.get(paper.slug, ())),
        "links": [{"kind": link.kind, "href": link.href} for link in paper.links],
        "first_digest": catalogue.first_seen[paper.slug],
        "first_seen": catalogue.first_seen_day.get(paper.slug),
        "facts": _known(facts) if facts else {},
    }


def whole(paper: Paper, catalogue: Catalogue, site: Site) -> dict[str, Any]:
    """The same paper as HTML too, with what its digests print word for word, and with why others are similar."""
    found = record(paper, catalogue)
    return {
        **found,
        "mentions": [
            {**row, "abstract": spelt_out(mention.abstract), "source": catalogue.digests[mention.digest].source}
            for row, mention in zip(found["mentions"], paper.mentions, strict=True)
        ],
        "title_html": to_html(paper.title),
        "abstract_html": to_html(paper.abstract),
        "shown": paper.abstract_from,
        "similar": [
            {"slug": related.slug, "score": round(related.score, 4), "terms": list(related.terms)}
            for related in catalogue.related[paper.slug]
        ],
        "address": site.absolute(found["url"]) or None,
        "$schema": "../papers.schema.json#/$defs/whole_paper",
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
    }
    return {key: value for key, value in found.items() if value}
