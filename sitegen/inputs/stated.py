"""What a record states of its paper, as facts: ids in whatever form they stand, addresses sorted by what they are.

Nothing is guessed: a value that is not understood is a warning and no fact.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sitegen.config.addresses import web_address
from sitegen.day import Day
from sitegen.facts.ids import acl, doi, ids_in, openreview
from sitegen.facts.model import Facts, Person
from sitegen.facts.reconcile import completed
from sitegen.inputs.records import short
from sitegen.problem import Location, Problem, warning

_YEAR = re.compile(r"(?<!\d)(1[5-9]\d\d|20\d\d)(?!\d)")
_UNDATED = re.compile(r"in press|to appear|forthcoming|submitted|accepted|under review|n\.?\s*d\.?|undated|\W*", re.I)
_DATE = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_ADDRESS = re.compile(r"https?://[^\s{}\"<>\\]+")
_CODE = re.compile(r"https?://(?:www\.)?(?:github\.com|gitlab\.com|codeberg\.org|bitbucket\.org)/[^/]+/[^/]+", re.I)
_PREPRINT = re.compile(r"(?:arxiv(?:\.org)?|corr)\b(?:\W*(?:e-?prints?|preprints?|abs|cornell university)\b)*", re.I)
_CATALOGUE_PAGE = re.compile(r"(?:^|/)papers/([a-z0-9-]+)\.html$")
_MOST_AUTHORS = 20_000  # the longest author lists of physics have five thousand


_REMARKS = {name: re.compile(rf"\b{name}: (https?://[^\s;]+[^\s;,.])", re.I) for name in ("pdf", "code", "project")}
_PUBLISHED = re.compile(r"\bFirst published: (\d{4}-\d\d-\d\d)")
_NOT_COMPLETE = "The list of authors is not complete"


@dataclass(slots=True)
class Statement:
    """A record's values as it prints them; ``""`` and ``()`` for what it does not state.

    ``ids`` are texts that may name an id in a form that is sure (``arXiv:1706.03762``), ``addresses`` those of the
    paper, the first one first. ``date`` is the day of publication, of any precision. ``key`` is the record's own id.
    """

    authors: Sequence[Person] = ()
    more_authors: bool = False
    year: str = ""
    date: str = ""
    venue: str = ""
    doi: str = ""
    arxiv: str = ""
    acl: str = ""
    openreview: str = ""
    ids: list[str] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)
    pdf: str = ""
    code: str = ""
    project: str = ""
    key: str = ""

    def take_remarks(self, notes: Sequence[str]) -> None:
        """Add what notes say in words, as our own exports do where a format has no name for it."""
        for note in notes:
            for name, form in _REMARKS.items():
                if (found := form.search(note)) and not getattr(self, name):
                    setattr(self, name, found[1])
            if found := _PUBLISHED.search(note):
                self.date = found[1]
            self.more_authors = self.more_authors or _NOT_COMPLETE in note
        self.ids += notes


def facts_of(given: Statement, at: Location) -> tuple[Facts, tuple[Problem, ...]]:
    """The facts, and a warning for each value that is not understood."""
    problems: list[Problem] = []
    found: dict[str, str] = {}
    _take_ids(given, found, problems, at)
    for address in given.addresses:
        _take_address(address, given.key, found, problems, at)
    for name, address in (("pdf", given.pdf), ("code", given.code), ("project", given.project)):
        if address and (checked := _checked(address, problems, at)):
            found[name] = checked
    if _PREPRINT.match(given.venue):
        found |= {name: id for name, id in ids_in(given.venue).items() if name not in found}
    venue = "" if "arxiv" in found and _PREPRINT.match(given.venue) else " ".join(given.venue.split())
    published = _day(given.date)
    year = _year(given.year, problems, at) or (None if published else _year(given.date, [], at))
    facts = completed(
        authors=tuple(given.authors[:_MOST_AUTHORS]),
        more_authors=given.more_authors or len(given.authors) > _MOST_AUTHORS,
        year=year,
        venue=venue,
        published=published,
        **found,
    )
    return facts, tuple(problems)


def _take_ids(given: Statement, found: dict[str, str], problems: list[Problem], at: Location) -> None:
    for name, value, check in (("acl", given.acl, acl), ("openreview", given.openreview, openreview)):
        if value:
            id, wrong = check(value)
            if not wrong:
                found[name] = id
    if given.arxiv:
        found |= ids_in(f"arXiv:{given.arxiv}" if ":" not in given.arxiv else given.arxiv)
        if "arxiv" not in found:
            problems.append(warning(at, f"'{short(given.arxiv)}' is no arXiv id such as 1706.03762: left out"))
    if given.doi:
        named = ids_in(given.doi)
        id, wrong = doi(given.doi)
        if named:
            found |= {name: id for name, id in named.items() if name == "doi" or name not in found}
        elif not wrong:
            found["doi"] = id
        else:
            problems.append(warning(at, f"'{short(given.doi)}' is no DOI such as 10.1000/182: left out"))
    for text in given.ids:
        found |= {name: id for name, id in ids_in(text).items() if name not in found}


def _take_address(text: str, key: str, found: dict[str, str], problems: list[Problem], at: Location) -> None:
    """Sort one address in: to the id that it holds, to PDF or code, else it is the paper's own."""
    page = _CATALOGUE_PAGE.search(text)
    if page and page[1] == key:
        return  # where a catalogue shows the record; the paper itself is elsewhere
    ids = ids_in(text)
    if ids:
        found |= {name: id for name, id in ids.items() if name not in found}
        return
    address = _checked(text, problems, at)
    if not address:
        return
    kind = "pdf" if address.lower().endswith(".pdf") else "code" if _CODE.match(address) else "url"
    found.setdefault(kind, address)


def _checked(text: str, problems: list[Problem], at: Location) -> str:
    text = text.strip()
    inside = _ADDRESS.search(text)
    address = inside[0].rstrip(".,;") if inside else text
    if text and web_address(address)[1]:
        problems.append(warning(at, f"'{short(text)}' is no web address: left out"))
        return ""
    return address


def _day(text: str) -> Day | None:
    found = _DATE.match(text.strip())
    return Day.of(int(found[2]), int(found[3]), int(found[1])) if found else None


def _year(text: str, problems: list[Problem], at: Location) -> int | None:
    if not text:
        return None
    if found := _YEAR.search(text):
        return int(found[1])
    if not _UNDATED.fullmatch(text):
        problems.append(warning(at, f"the year '{short(text)}' is not understood: left out"))
    return None


def addresses_in(text: str) -> Iterator[str]:
    """The web addresses that stand in a text."""
    for found in _ADDRESS.finditer(text):
        yield found[0].rstrip(".,;)")
