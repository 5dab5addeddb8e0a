"""arXiv's query interface: authors, address, first day and abstract of every e-print.

Manual: https://info.arxiv.org/help/api/user-manual.html. Terms: https://info.arxiv.org/help/api/tou.html (one request
in three seconds, one connection; descriptive metadata are under CC0).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from sitegen.facts.ids import without_version
from sitegen.lookup.candidates import author, candidate, facts, query
from sitegen.lookup.model import Candidate, Question, Service

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_ATOM = "{http://www.w3.org/2005/Atom}"
_ARXIV = "{http://arxiv.org/schemas/atom}"
_ERRORS = "/api/errors"  # in the id of the one entry that stands for what was wrong with the question
_MOST = 5


def _request(question: Question) -> str:
    if question.known.arxiv:
        asked = {"id_list": without_version(question.known.arxiv)}
    else:
        asked = {"search_query": f'ti:"{query(question.title)}"'}
    return f"/api/query?{urlencode({**asked, 'max_results': _MOST})}"


def _read(body: bytes) -> tuple[Candidate, ...]:
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import ParseError, fromstring

    try:
        feed = fromstring(body, forbid_dtd=True)
    except (ParseError, DefusedXmlException, RecursionError) as cause:
        raise ValueError("is no XML that can be read") from cause
    if feed.tag != f"{_ATOM}feed":
        raise ValueError("is no Atom feed")
    return tuple(_candidates(feed))


def _candidates(feed: Element) -> Iterator[Candidate]:
    for entry in feed.iter(f"{_ATOM}entry"):
        address = _text(entry, f"{_ATOM}id")
        if _ERRORS in address:
            raise ValueError("says that the question is wrong")
        if title := _text(entry, f"{_ATOM}title"):
            known = facts(
                authors=[person for name in entry.iter(f"{_ATOM}name") if (person := author(name.text or ""))],
                year=_year(_text(entry, f"{_ATOM}published")),
                published=_text(entry, f"{_ATOM}published"),
                addresses=(address, _text(entry, f"{_ARXIV}doi")),
            )
            yield candidate(title, known, _text(entry, f"{_ATOM}summary"))


def _text(entry: Element, tag: str) -> str:
    return (entry.findtext(tag) or "").strip()


def _year(day: str) -> int | None:
    return int(day[:4]) if day[:4].isascii() and day[:4].isdecimal() else None


ARXIV = Service("arXiv", "https://export.arxiv.org", 3.0, _request, _read)
