"""A record in RIS, for reference managers: Zotero, Mendeley, EndNote, JabRef. Abstracts are included.

Tags as in the format's specification of 2011 (https://web.archive.org/web/20120526103719/http://refman.com/support/
risformat_intro.asp): two letters, two spaces, a hyphen, a space; lines end with carriage return and line feed.
"""

from __future__ import annotations

from sitegen.citation.record import ARTICLE, MEETING, OTHER, CitationRecord

_TYPES = {ARTICLE: "JOUR", MEETING: "CPAPER", OTHER: "GEN"}


def ris(record: CitationRecord) -> str:
    """One entry, from ``TY`` to ``ER``, and an empty line."""
    facts = record.facts
    lines = [f"TY  - {_TYPES[record.kind]}", f"ID  - {record.slug}", f"TI  - {record.title_text}"]
    lines += [
        f"AU  - {person.family}, {person.given}" if person.given else f"AU  - {person.family}"
        for person in record.authors
    ]
    if record.year:
        lines.append(f"PY  - {record.year:04d}")
    if record.month and record.day:
        lines.append(f"DA  - {record.year:04d}/{record.month:02d}/{record.day:02d}")
    if record.venue:
        lines.append(f"T2  - {record.venue}")
    if record.abstract_text:
        lines.append(f"AB  - {record.abstract_text}")
    lines += [f"KW  - {keyword}" for keyword in record.keywords]
    if record.doi:
        lines.append(f"DO  - {record.doi}")
    if record.url:
        lines.append(f"UR  - {record.url}")
    others = (facts.arxiv_href, facts.acl_href, facts.openreview_href, record.page)
    lines += [f"UR  - {address}" for address in dict.fromkeys(others) if address and address != record.url]
    if facts.pdf:
        lines.append(f"L1  - {facts.pdf}")
    lines.append(f"DB  - {record.catalogue}")
    lines += [f"N1  - {remark}" for remark in record.remarks]
    return "\r\n".join([*lines, "ER  - ", "", ""])
