"""A record as a ContextObject in a span (COinS), from which Zotero and its kin save a page that has no citation tags.

Keys and values as in an address, in the form of Dublin Core, which claims nothing of a journal:
https://en.wikipedia.org/wiki/COinS. Zotero takes what stands before ``rft.type`` for a web page's, so the title comes
first: behind the type of an article it would be the journal's.
"""

from __future__ import annotations

from urllib.parse import quote, urlencode

from sitegen.citation.record import ARTICLE, MEETING, CitationRecord

_TYPES = {ARTICLE: "journalArticle", MEETING: "conferencePaper"}  # as Zotero calls them


def coins(record: CitationRecord) -> str:
    """What the span's ``title`` says, unescaped. Nothing stands for what is not known."""
    found = (
        ("rft.title", record.title_text),
        *(("rft.creator", f"{p.family}, {p.given}" if p.given else p.family) for p in record.authors),
        ("rft.date", "-".join(f"{part:02d}" for part in (record.year, record.month, record.day) if part)),
        ("rft.source", record.venue),
        ("rft_id", f"info:doi/{record.doi}" if record.doi else ""),
        ("rft_id", record.url),
        ("rft.type", _TYPES.get(record.kind, "preprint" if record.arxiv else "document")),
    )
    known = [(key, value) for key, value in found if value]
    head = [("ctx_ver", "Z39.88-2004"), ("rft_val_fmt", "info:ofi/fmt:kev:mtx:dc")]
    return urlencode([*head, *known], quote_via=quote)
