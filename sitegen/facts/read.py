"""`facts.yaml`: what people know of papers, checked like `site.yaml`; every mistake at once, with line and column."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from sitegen.config.addresses import web_address
from sitegen.config.checks import FULL_DAY
from sitegen.config.load import by_name
from sitegen.config.nodes import is_list, location
from sitegen.config.schema import INVALID, Checked, Findings, Key, Keyed, ListOf, Whole, filled_text, text
from sitegen.day import Day
from sitegen.facts import ids
from sitegen.facts.model import NOTHING_KNOWN, FactRecord, Facts, SourcedFacts
from sitegen.facts.names import person
from sitegen.facts.reconcile import combined
from sitegen.facts.text import OTHERS
from sitegen.problem import Location, Problem, warning
from sitegen.user_file import read_text
from sitegen.work import Task, Work

if TYPE_CHECKING:
    from yaml.nodes import Node

NAME = "facts.yaml"
"""The file's name; it stands beside `site.yaml`."""

_LATER = 2  # years from the day on which a paper is posted to the year of its venue
_SEVERAL = re.compile(r"\s(?:and|&|und|et)\s|;|\bet al\b", re.IGNORECASE)


_Entry = tuple[SourcedFacts, Sequence[SourcedFacts] | None, Location]  # stated, found (None: not said), where


class FactsFile(NamedTuple):
    """What a file states, in its order, and every mistake in it."""

    records: tuple[FactRecord, ...] = ()
    problems: tuple[Problem, ...] = ()


def read(root: Path, work: Work | None = None) -> FactsFile:
    """The facts beside the `site.yaml` of ``root``; none where there is no such file."""
    text, problem = read_text(root / NAME, NAME, inside=root)
    if text is None:
        return FactsFile(problems=(problem,) if problem else ())
    return next((work or Work()).each(_READ, None, (text,)))


def read_stated(text: str) -> FactsFile:
    """The facts that a file of this text states."""
    given, problems = by_name(text, NAME, _entry, _disagreements)
    return FactsFile(tuple(_record(name, *entry) for name, entry in given.items()), problems)


def _reader(nothing: None) -> Callable[[str], FactsFile]:
    return read_stated


_READ = Task(_reader, None, str, FactsFile)


def _record(name: str, own: SourcedFacts, found: Sequence[SourcedFacts] | None, location: Location) -> FactRecord:
    """What a file states of one paper."""
    stated = [one for one in (own, *(found or ())) if one.facts != NOTHING_KNOWN]
    stated.sort(key=lambda one: one is not own and bool(one.sources))  # what has no source is somebody's word too
    words = [one.facts for one in stated if one is own or not one.sources]
    facts = combined(combined(NOTHING_KNOWN, *words), *(one.facts for one in stated[len(words) :]))
    return FactRecord(" ".join(name.split()), facts, location, tuple(stated), settled=found == ())


def _entry(node: Node, path: str, findings: Findings) -> Any:
    """What a person knows, with or without what was found, or the list of what was found alone."""
    if not is_list(node):
        return _ENTRY(node, path, findings)
    found = _FOUND(node, path, findings)
    return found if found is INVALID else (SourcedFacts(NOTHING_KNOWN), found, location(node, findings.file))


def _known(location: Location, found: tuple[SourcedFacts, ...] | None = None, **given: Any) -> Any:
    return _sourced(**given), found, location


def _sourced(
    *, location: Location | None = None, source: tuple[str, ...] = (), day: Day | None = None, **given: Any
) -> SourcedFacts:
    names = given.pop("authors", ())
    more = bool(names) and names[-1].lower() == OTHERS
    authors = tuple(person(name) for name in names[: -1 if more else None])
    return SourcedFacts(Facts(authors=authors, more_authors=more, **given), source, day)


def _disagreements(given: Mapping[str, _Entry], findings: Findings) -> Iterator[Problem]:
    """A warning for each year that goes badly with the day that the same person has put beside it."""
    for name, (own, _, _) in given.items():
        year, day = own.facts.year, own.facts.published
        if year and day and not 0 <= year - (day.year or year) <= _LATER:
            message = f"the year is {year}, but the paper was published on {day}"
            yield warning(findings.at(f"{name}.year"), message, "one of the two is probably a slip")


def _author(value: str) -> tuple[str, str]:
    if "," not in value and _SEVERAL.search(f" {value} "):
        return value, f"is '{value[:60]}', but each author is an entry of the list: [First Author, Second Author]"
    if value.count(",") > 1:
        return value, f"is '{value[:60]}', but a name has one comma at most: 'Family, Given'"
    if not person(value).family:
        return value, f"is '{value[:60]}', which has no family name"
    return " ".join(value.split()), ""


def _sources(node: Node, path: str, findings: Findings) -> Any:
    """Where something is known from: a text, or a list of them."""
    if is_list(node):
        return ListOf(filled_text, minimum=1)(node, path, findings)
    source = filled_text(node, path, findings)
    return source if source is INVALID else (source,)


_ADDRESS = Key(Checked(web_address))

_KEYS = {
    "authors": Key(ListOf(Checked(_author, of=filled_text))),
    "year": Key(Whole(1000, 9999)),
    "venue": Key(text),
    "arxiv": Key(Checked(ids.arxiv)),
    "doi": Key(Checked(ids.doi)),
    "acl": Key(Checked(ids.acl)),
    "openreview": Key(Checked(ids.openreview)),
    "url": _ADDRESS,
    "pdf": _ADDRESS,
    "code": _ADDRESS,
    "project": _ADDRESS,
    "published": Key(FULL_DAY),
    "source": Key(_sources),
    "day": Key(FULL_DAY),
}

_FOUND = ListOf(Keyed(_KEYS, _sourced))
_ENTRY = Keyed(_KEYS | {"found": Key(_FOUND)}, _known)
