"""DBLP's search: authors, venue, year and address of papers in computer science; no abstracts.

Interface: https://dblp.org/faq/13501473. Terms: https://dblp.org/faq/1474706.html (one or two seconds between two
requests; Retry-After is sent where that was too fast). Data: https://dblp.org/faq/Under+what+license (CC0).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlencode

from msgspec import Struct, field

from sitegen.foreign_json import decoded
from sitegen.lookup.candidates import author, candidate, facts, plain, query
from sitegen.lookup.model import Candidate, Question, Service

_MOST = 5
_NUMBER = re.compile(r" \d{4}$")  # tells people of one name apart: "Wei Wang 0001"
_PART = re.compile(r"\s*\([^()]*\)$")  # the volume or track of a venue: "ECCV (24)", "ICLR (Poster)"
_PREPRINTS = "CoRR"  # how DBLP calls arXiv


class _Author(Struct):
    text: str = ""


class _Authors(Struct):
    author: _Author | list[_Author] = field(default_factory=list)


class _Info(Struct):
    title: str = ""
    authors: _Authors = field(default_factory=_Authors)
    venue: str | list[str] = ""
    year: str = ""
    doi: str = ""
    ee: str | list[str] = ""


class _Hit(Struct):
    info: _Info = field(default_factory=_Info)


class _Hits(Struct):
    hit: list[_Hit] = field(default_factory=list)  # not there where nothing was found


class _Result(Struct):
    hits: _Hits


class _Answer(Struct):
    result: _Result


def _request(question: Question) -> str:
    return f"/search/publ/api?{urlencode({'q': query(question.title), 'format': 'json', 'h': _MOST, 'c': 0})}"


def _read(body: bytes) -> tuple[Candidate, ...]:
    return tuple(_candidate(hit.info) for hit in decoded(body, _Answer).result.hits.hit if hit.info.title)


def _candidate(info: _Info) -> Candidate:
    listed = info.authors.author if isinstance(info.authors.author, list) else [info.authors.author]
    venue = _PART.sub("", plain(next(iter(_several(info.venue)), "")))
    preprint = venue == _PREPRINTS
    known = facts(
        authors=[person for one in listed if (person := author(_NUMBER.sub("", one.text)))],
        year=int(info.year) if info.year.isascii() and info.year.isdecimal() else None,
        venue="" if preprint else venue,
        addresses=(info.doi, *_several(info.ee)),
    )
    return candidate(info.title.rstrip().removesuffix("."), known)


def _several(value: str | Iterable[str]) -> Iterable[str]:
    return (value,) if isinstance(value, str) else value


DBLP = Service("DBLP", "https://dblp.org", 2.0, _request, _read)
