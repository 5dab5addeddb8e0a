"""A record in CSL-JSON, for pandoc, Zotero, Obsidian and whatever draws citations with CSL styles.

Names of variables: https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables.
"""

from __future__ import annotations

import json
from dataclasses import replace

from sitegen.citation.record import ARTICLE, MEETING, OTHER, CitationRecord

_TYPES = {ARTICLE: "article-journal", MEETING: "paper-conference", OTHER: "article"}


def csl_json_of_all_keys(record: CitationRecord) -> str:
    """The item under each name that the paper has had, a line each: documents may cite it by any."""
    keys = (record.slug, *record.aliases)
    return ",\n".join(csl_json(replace(record, slug=key)) for key in keys)


def csl_json(record: CitationRecord) -> str:
    """One item, in one line."""
    item: dict[str, object] = {"id": record.slug, "type": _TYPES[record.kind], "title": record.title_text}
    if record.short_title != record.title_text:
        item["title-short"] = record.short_title
    if record.authors:
        item["author"] = [
            {"family": person.family, "given": person.given} if person.given else {"literal": person.family}
            for person in record.authors
        ]
    if record.year:
        item["issued"] = {"date-parts": [[part for part in (record.year, record.month, record.day) if part]]}
    if record.venue:
        item["container-title"] = record.venue
    elif record.arxiv:
        item |= {"publisher": "arXiv", "number": f"arXiv:{record.arxiv}"}
    if record.doi:
        item["DOI"] = record.doi
    if record.url:
        item["URL"] = record.url
    if record.abstract_text:
        item["abstract"] = record.abstract_text
    item["source"] = record.catalogue
    if record.keywords:
        item["keyword"] = ", ".join(keyword.replace(",", "") for keyword in record.keywords)
    # Zotero keeps the arXiv id of what appeared elsewhere in the note too
    facts = record.facts
    notes = [
        f"arXiv:{record.arxiv}" if record.arxiv and record.venue else "",
        *(href for href in (facts.acl_href, facts.openreview_href) if href != record.url),
        f"PDF: {facts.pdf}" if facts.pdf else "",
        *record.remarks,
    ]
    if any(notes):
        item["note"] = ". ".join(filter(None, notes))
    return json.dumps(item, ensure_ascii=False)
