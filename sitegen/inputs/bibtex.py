"""BibTeX and BibLaTeX files, as people, publishers and reference managers write them.

bibtexparser 2 splits a file into records and takes names apart: it goes on behind a record that is broken, knows the
line of each, and reads 20,000 records a second (pybtex 4,500, and it stops at the first fault). What is worked out
here is what records mean: strings, `crossref`, and which field states what. TeX in titles and abstracts is left for
`repair` to mend with everything else; in names and venues it is mended here.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from sitegen.facts.model import Facts, Person
from sitegen.facts.names import people
from sitegen.inputs.bibtex_values import MONTHS, evaluated, unbraced, undefined
from sitegen.inputs.document import Document
from sitegen.inputs.parsed import ParsedDigest
from sitegen.inputs.records import Record, parsed, short
from sitegen.inputs.stated import Statement, addresses_in, facts_of
from sitegen.problem import Location, Problem, error, warning
from sitegen.repair import repair
from sitegen.repair.inline import to_text

if TYPE_CHECKING:
    from bibtexparser import model

_RECORD = re.compile(r"^[ \t]*@[ \t]*[a-z]+[ \t]*[{(]", re.IGNORECASE | re.MULTILINE)
_MAY_BE_RECORD = re.compile(r"@\w*[ \t]*[{(]")
_MOST = 300_000  # the parser takes 3 KB for each
_LOST_RECORD = re.compile(r"^\s*(?:title|author)\s*=\s*[{\"]", re.IGNORECASE | re.MULTILINE)
_TEX = re.compile(r"[\\{}$~]")
_ESCAPED = re.compile(r"\\([_%&#~])|[{}]")
_SUFFIX = re.compile(r"(?:jr|sr|[ivx]+)\.?", re.IGNORECASE)

_VOLUMES = frozenset(("proceedings", "mvproceedings", "periodical"))
_NO_RECORDS = frozenset(("xdata", "set", "control", "ieeetranbstctl"))
_VENUES = ("journal", "journaltitle", "booktitle", "eventtitle", "school", "institution", "howpublished", "venue")
_ID_FIELDS = ("note", "journal", "howpublished", "volume", "number", "archive")
_ADDRESS_FIELDS = ("url", "ee", "link", "howpublished", "note")
_CODE_FIELDS = ("code", "software", "github", "repository")
_INHERITED = ("booktitle", "year", "date")
_NO_VENUE = "Listed in "  # how our own export says that it knows none


def recognises(document: Document) -> bool:
    """Whether a record stands at the beginning of a line, behind nothing but comments."""
    found = _RECORD.search(document.head)
    if found is None or "=" not in document.text[found.end() : found.end() + 2000]:
        return False
    before = document.head[: found.start()].splitlines()
    return all(line.lstrip().startswith("%") for line in before if line.strip())


def read(document: Document) -> ParsedDigest:
    """A record for each entry; volumes of proceedings are no papers, but lend theirs what these leave out."""
    if sum(1 for _ in islice(_MAY_BE_RECORD.finditer(document.text), _MOST + 1)) > _MOST:
        message = f"holds more than {_MOST:,} records: not read"
        return ParsedDigest(problems=(error(Location(document.file), message, "split the file"),))
    return parsed(_Bibliography(_blocks(document.text), document.file).records(), document.file)


def _blocks(text: str) -> Sequence[model.Block]:
    """The file taken apart."""
    from bibtexparser.entrypoint import parse_string

    log = logging.getLogger("bibtexparser")  # what it would print is in the blocks
    log.propagate = False
    if not log.handlers:
        log.addHandler(logging.NullHandler())
    return parse_string(text, parse_stack=[]).blocks


@dataclass(frozen=True, slots=True)
class _Entry:
    """A record; ``fields`` by their names in small letters, as they stand behind the equals sign."""

    kind: str
    key: str
    line: int
    fields: Mapping[str, str]


class _Bibliography:
    """A file's strings and records."""

    def __init__(self, blocks: Sequence[model.Block], file: str) -> None:
        self._file = file
        self._strings: dict[str, str] = dict(MONTHS)
        self._entries: list[_Entry] = []
        self._problems: list[Problem] = []
        self._undefined: set[str] = set()
        for block in blocks:
            self._take(block)
        self._volumes = {entry.key.lower(): entry for entry in self._entries if entry.kind in _VOLUMES}
        self._by_key = {entry.key.lower(): entry for entry in reversed(self._entries)}

    def _take(self, block: model.Block) -> None:
        from bibtexparser import model

        line = (block.start_line or 0) + 1
        if isinstance(block, model.String):
            self._check(block.value, line)
            self._strings[block.key.lower()] = evaluated(block.value, self._strings)
        elif isinstance(block, model.Entry):
            self._entries.append(_entry(block, line))
        elif isinstance(block, model.DuplicateBlockKeyBlock | model.DuplicateFieldKeyBlock):
            inside = block.ignore_error_block
            if inside is not None:
                self._take(inside)
            if isinstance(block, model.DuplicateFieldKeyBlock):
                twice = ", ".join(sorted(block.duplicate_keys))
                self._warn(line, f"the record has {twice} twice: the first counts")
        elif isinstance(block, model.ParsingFailedBlock):
            first = short((block.raw or "").partition(",")[0])
            hint = "a brace, a quotation mark or a comma is missing in it or before it"
            self._warn(line, f"the record '{first}' cannot be read: left out", hint)
        elif isinstance(block, model.ImplicitComment) and _LOST_RECORD.search(block.comment):
            self._warn(line, "looks like a record, but stands outside of any: left out", "a record begins with '@'")

    def records(self) -> Iterator[Record | Problem]:
        """Every record in its order, and what was odd."""
        yield from self._taken_problems()
        lent: set[str] = set()
        papers = [entry for entry in self._entries if entry.kind not in _VOLUMES | _NO_RECORDS]
        for entry in papers:
            parent = self._parent(entry)
            if parent:
                lent.add(parent.key)
            yield from self._record(entry, parent)
        for volume in self._volumes.values():
            if volume.key not in lent:
                at = Location(self._file, volume.line)
                yield warning(at, f"'{short(volume.key)}' is a volume, not a paper: left out")

    def _parent(self, entry: _Entry) -> _Entry | None:
        """The record that lends this one what it lacks: that of its ``crossref``.

        A file of one volume alone (as proceedings are published) is about papers of that volume.
        """
        if "crossref" in entry.fields:
            return self._by_key.get(self._text(entry, "crossref").lower())
        alone = len(self._volumes) == 1 and entry.kind == "inproceedings" and "booktitle" not in entry.fields
        return next(iter(self._volumes.values())) if alone else None

    def _record(self, entry: _Entry, parent: _Entry | None) -> Iterator[Record | Problem]:
        at = Location(self._file, entry.line)
        fields = {**entry.fields, **self._inherited(entry, parent)}
        for raw in entry.fields.values():
            self._check(raw, entry.line)
        yield from self._taken_problems()
        whole = _Entry(entry.kind, entry.key, entry.line, fields)
        facts, problems = self._facts(whole, at)
        yield from problems
        title = ": ".join(filter(None, (unbraced(self._text(whole, name)) for name in ("title", "subtitle"))))
        yield Record(entry.line, title, self._text(whole, "abstract"), facts, entry.key)

    def _inherited(self, entry: _Entry, parent: _Entry | None) -> dict[str, str]:
        if parent is None:
            return {}
        lent = {name: parent.fields[name] for name in _INHERITED if name in parent.fields}
        if "title" in parent.fields:
            lent.setdefault("booktitle", parent.fields["title"])
        return {name: value for name, value in lent.items() if name not in entry.fields}

    def _facts(self, entry: _Entry, at: Location) -> tuple[Facts, tuple[Problem, ...]]:
        def value(name: str) -> str:
            return self._text(entry, name)

        authors, more = names(value("author"))
        given = Statement(
            authors=authors,
            more_authors=more,
            year=value("year"),
            date=value("published") or value("date") or self._printed_day(entry),
            venue=self._venue(entry),
            doi=_without_tex(value("doi")),
            arxiv=self._arxiv(entry),
            acl=value("acl"),
            openreview=value("openreview"),
            ids=[_without_tex(text) for name in _ID_FIELDS if (text := value(name))],
            addresses=[address for name in _ADDRESS_FIELDS for address in addresses_in(_without_tex(value(name)))],
            pdf=_without_tex(value("pdf")),
            code=next((_without_tex(text) for name in _CODE_FIELDS if (text := value(name)).startswith("http")), ""),
            project=_without_tex(value("project")),
            key=entry.key,
        )
        return facts_of(given, at)

    def _venue(self, entry: _Entry) -> str:
        for name in _VENUES:
            text = self._text(entry, name)
            if text and not text.startswith(_NO_VENUE) and not ("://" in text and name == "howpublished"):
                return plain(text)
        return ""

    def _arxiv(self, entry: _Entry) -> str:
        kind = (self._text(entry, "archiveprefix") or self._text(entry, "eprinttype")).lower()
        return self._text(entry, "eprint") if kind == "arxiv" else ""

    def _printed_day(self, entry: _Entry) -> str:
        year, month, day = (self._text(entry, name) for name in ("year", "month", "day"))
        number = MONTHS.get(month[:3].lower(), month)
        return f"{year}-{number}-{day}" if year and month and day else ""

    def _text(self, entry: _Entry, name: str) -> str:
        """The value of a field, strings put in; ``""`` where it is not there."""
        raw = entry.fields.get(name)
        return evaluated(raw, self._strings) if raw else ""

    def _check(self, raw: str, line: int) -> None:
        """Warn of a name that no string has: of each once."""
        name = undefined(raw, self._strings)
        if name and name.lower() not in self._undefined:
            self._undefined.add(name.lower())
            hint = "define it before, with @string, or put the text in braces"
            self._warn(line, f"no string is called '{short(name)}': it stands for itself", hint)

    def _taken_problems(self) -> list[Problem]:
        taken, self._problems = self._problems, []
        return taken

    def _warn(self, line: int, message: str, hint: str = "") -> None:
        self._problems.append(warning(Location(self._file, line), message, hint))


def _entry(block: model.Entry, line: int) -> _Entry:
    fields: dict[str, str] = {}
    for field in block.fields:
        fields.setdefault(field.key.lower(), field.value)
    return _Entry(block.entry_type.lower(), block.key, line, fields)


def names(value: str) -> tuple[tuple[Person, ...], bool]:
    """The people of an author field, and whether it ends in "and others"."""
    from bibtexparser.middlewares.names import parse_single_name_into_parts, split_multiple_persons_names

    several = split_multiple_persons_names(value)
    if (
        len(several) == 1
        and (parts := several[0].split(","))
        and len(parts) > 2
        and not _SUFFIX.fullmatch(parts[1].strip())
    ):
        return people(plain(value))  # commas between names, which BibTeX would take for one
    found: list[Person] = []
    more = False
    for name in several:
        if name.strip().lower() in ("others", "et al", "et al."):
            more = True
            continue
        parts_of = parse_single_name_into_parts(name, strict=False)
        family = " ".join((*parts_of.von, *parts_of.last, *parts_of.jr))
        if family:
            found.append(Person(plain(family), plain(" ".join(parts_of.first))))
    return tuple(found), more


def plain(text: str) -> str:
    """A name or a venue without its TeX."""
    return to_text(repair(text)) if _TEX.search(text) else " ".join(text.split())


def _without_tex(address: str) -> str:
    r"""An address or id without the escapes of TeX, and what stands in ``\url{…}`` behind the command."""
    return _ESCAPED.sub(lambda found: found[1] or "", address)
