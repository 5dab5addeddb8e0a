"""Crossref's REST interface: authors, venue, year and DOI of what publishers register; few abstracts.

Interface: https://api.crossref.org. Terms: https://www.crossref.org/documentation/retrieve-metadata/rest-api/ (whoever
gives an address for mail is in the polite pool; a second between two requests keeps within its limits; the metadata
are facts, free to use).
"""

from __future__ import annotations

from urllib.parse import quote, urlencode

from msgspec import Struct, field

from sitegen.facts.model import Person
from sitegen.foreign_json import decoded
from sitegen.lookup.candidates import author, candidate, facts, plain, query
from sitegen.lookup.model import Candidate, Question, Service

_MOST = 5
_FIELDS = "DOI,title,subtitle,author,container-title,issued,abstract,type"
_PREPRINT = "posted-content"


class _Author(Struct):
    family: str = ""
    given: str = ""
    name: str = ""  # of a group


class _Date(Struct):
    parts: list[list[int | None]] = field(name="date-parts", default_factory=list)


class _Work(Struct):
    doi: str = field(name="DOI", default="")
    title: list[str] = field(default_factory=list)
    subtitle: list[str] = field(default_factory=list)
    authors: list[_Author] = field(name="author", default_factory=list)
    venues: list[str] = field(name="container-title", default_factory=list)
    issued: _Date = field(default_factory=_Date)
    abstract: str = ""
    type: str = ""


class _Message(_Work):
    items: list[_Work] | None = None  # of a search; else the message is the one work itself


class _Answer(Struct):
    message: _Message


def _request(question: Question) -> str:
    if question.known.doi:
        return f"/works/{quote(question.known.doi, safe='')}"
    asked = {"query.bibliographic": query(question.title), "rows": _MOST, "select": _FIELDS}
    return f"/works?{urlencode(asked)}"


def _read(body: bytes) -> tuple[Candidate, ...]:
    message = decoded(body, _Answer).message
    works = [message] if message.items is None else message.items
    return tuple(_candidate(work) for work in works if any(work.title))


def _candidate(work: _Work) -> Candidate:
    first = next(iter(work.issued.parts), [])
    known = facts(
        authors=[person for one in work.authors if (person := _person(one))],
        year=next(iter(first), None),
        venue="" if work.type == _PREPRINT else next(iter(work.venues), ""),
        addresses=(work.doi,),
    )
    return candidate(_title(work), known, work.abstract)


def _title(work: _Work) -> str:
    """Title and subtitle, which some publishers register apart, and some also together."""
    title = next(filter(None, work.title))
    subtitle = next(iter(work.subtitle), "")
    return f"{title}: {subtitle}" if subtitle and subtitle not in title else title


def _person(one: _Author) -> Person | None:
    family, given = plain(one.family), plain(one.given)
    if family and given and "," not in family + given:
        return Person(family, given)
    return author(family or plain(one.name) or given)


CROSSREF = Service("Crossref", "https://api.crossref.org", 1.0, _request, _read)
