"""A record as one line for people, in the order that most styles share."""

from __future__ import annotations

from sitegen.citation.record import CitationRecord

MOST_AUTHORS = 10
"""Authors that are all named; of more, the first and "et al."."""


def plain(record: CitationRecord) -> str:
    """``Authors (year). Title. Venue. address``, without what is not known."""
    names = [person.name for person in record.authors]
    if len(names) > MOST_AUTHORS:
        who = f"{names[0]} et al."
    else:
        who = " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
    when = f"({record.year})" if record.year else ""
    where = record.venue or (f"arXiv:{record.arxiv}" if record.arxiv else "")
    if not (where or record.doi):
        where = f"Listed in {record.catalogue}"
    parts = [_closed(" ".join(filter(None, (who, when)))), _closed(record.title_text), _closed(where), record.url]
    return " ".join(part for part in parts if part)


def _closed(text: str) -> str:
    return text if not text or text.endswith((".", "?", "!")) else f"{text}."
