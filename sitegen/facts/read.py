"""`facts.yaml`: what people know of papers, checked like `site.yaml`; every mistake at once, with line and column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from sitegen.config.addresses import web_address
from sitegen.config.checks import FULL_DAY
from sitegen.config.load import read_beside
from sitegen.config.schema import Checked, Findings, Key, Keyed, ListOf, Whole, filled_text, text
from sitegen.facts.model import FactRecord, Facts, Person
from sitegen.problem import Location, Problem, warning

NAME = "facts.yaml"
"""The file's name; it stands beside `site.yaml`."""

# https://info.arxiv.org/help/arxiv_identifier.html
_ARXIV = re.compile(r"(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?")
_ARXIV_FORMS = re.compile(r"(?:arxiv:\s*|https?://arxiv\.org/(?:abs|pdf)/)", re.IGNORECASE)
_DOI = re.compile(r"10\.\d{4,9}/[^\s\"<>]+")
_DOI_FORMS = re.compile(r"(?:doi:\s*|https?://(?:dx\.)?doi\.org/)", re.IGNORECASE)

_PARTICLE_WORDS = "van von der den de del della di da dos du la le ter ten zu zum zur af av bin ibn al el"
_PARTICLES = frozenset(_PARTICLE_WORDS.split())
_SUFFIXES = frozenset(("Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"))
_LATER = 2  # years from the day on which a paper is posted to the year of its venue
_SEVERAL = re.compile(r"\s(?:and|&|und|et)\s|;|\bet al\b", re.IGNORECASE)


def read(root: Path) -> tuple[tuple[FactRecord, ...], tuple[Problem, ...]]:
    """The facts beside the `site.yaml` of ``root``, in the file's order; none where there is no such file."""
    given, problems = read_beside(root / NAME, Keyed(_KEYS, _facts), _disagreements)
    return tuple(FactRecord(" ".join(name.split()), *found) for name, found in given.items()), problems


def _disagreements(given: Mapping[str, tuple[Facts, Location]], findings: Findings) -> Iterator[Problem]:
    """A warning for each year that goes badly with the day beside it."""
    for name, (facts, _) in given.items():
        if facts.year and facts.published and not 0 <= facts.year - facts.published.year <= _LATER:  # type: ignore[operator]
            message = f"the year is {facts.year}, but the paper was published on {facts.published}"
            yield warning(findings.at(f"{name}.year"), message, "one of the two is probably a slip")


def _facts(location: Location, **given: Any) -> tuple[Facts, Location]:
    authors = tuple(person(name) for name in given.pop("authors", ()))
    return Facts(authors=authors, **given), location


def person(name: str) -> Person:
    """A name taken apart: "Family, Given" at its comma, else before the last word and the particles that go with it.

    "Name," is all family name: for groups, and for people with one name of several words.
    """
    family, comma, given = (part.strip() for part in name.partition(","))
    if comma:
        return Person(family, given)
    words = name.split()
    start = len(words) - 1
    if start > 1 and words[start] in _SUFFIXES:
        start -= 1
    while start > 1 and words[start - 1] in _PARTICLES:
        start -= 1
    return Person(" ".join(words[start:]), " ".join(words[:start]))


def _author(value: str) -> tuple[str, str]:
    if "," not in value and _SEVERAL.search(f" {value} "):
        return value, f"is '{value[:60]}', but each author is an entry of the list: [First Author, Second Author]"
    if value.count(",") > 1:
        return value, f"is '{value[:60]}', but a name has one comma at most: 'Family, Given'"
    if not person(value).family:
        return value, f"is '{value[:60]}', which has no family name"
    return " ".join(value.split()), ""


def _arxiv(value: str) -> tuple[str, str]:
    id = _ARXIV_FORMS.sub("", value.strip(), count=1).removesuffix(".pdf")
    return id, "" if _ARXIV.fullmatch(id) else f"is '{value[:60]}', not an arXiv id such as 1706.03762"


def _doi(value: str) -> tuple[str, str]:
    id = _DOI_FORMS.sub("", value.strip(), count=1)
    return id, "" if _DOI.fullmatch(id) else f"is '{value[:60]}', not a DOI such as 10.1000/182"


_KEYS = {
    "authors": Key(ListOf(Checked(_author, of=filled_text))),
    "year": Key(Whole(1000, 9999)),
    "venue": Key(text),
    "arxiv": Key(Checked(_arxiv)),
    "doi": Key(Checked(_doi)),
    "pdf": Key(Checked(web_address)),
    "code": Key(Checked(web_address)),
    "published": Key(FULL_DAY),
}
