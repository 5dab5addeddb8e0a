"""Tables with a header line: CSV with commas or semicolons, TSV, as spreadsheets and screening tools write them.

Columns are known by their names, in the words of many programs; those that say nothing of the paper itself are passed
over. Our own `catalogue.csv` is read back to the letter.
"""

from __future__ import annotations

import ast
import csv
import re
import warnings
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from sitegen.facts.model import Person
from sitegen.facts.names import people, person
from sitegen.inputs.document import Document
from sitegen.inputs.parsed import ParsedDigest
from sitegen.inputs.records import LONGEST, Record, parsed, unmarked
from sitegen.inputs.stated import Statement, addresses_in, facts_of
from sitegen.problem import Location, Problem, error, warning

# What columns are called, letters and digits alone; of several for one thing the first that says something counts.
_NAMES: Mapping[str, str] = {
    "title": "title, article title, document title, paper title, primary title, ti, titel, titre, título, titolo, 标题",
    "abstract": "abstract, summary, abstract note, notes abstract, ab, zusammenfassung, kurzfassung, résumé, resumen, "
    "resumo, riassunto, 摘要",
    "authors": "authors, author, author names, author full names, author s, first authors, creators, creator, au, "
    "autoren, autor, autor innen, auteurs, auteur, autores, autori, 作者",
    "year": "year, publication year, pub year, py, year of publication, jahr, erscheinungsjahr, année, año, ano, anno",
    "venue": "venue, journal, booktitle, source title, publication title, conference, journal book, container title, "
    "journal name, secondary title, proceedings, source, published in",
    "published": "published, publication date, date published, date",
    "doi": "doi, digital object identifier",
    "arxiv": "arxiv, arxiv id, arxivid, eprint",
    "acl": "acl, acl id, anthology id",
    "openreview": "openreview, openreview id",
    "address": "paper url, url, link, address, urls, href",
    "pdf": "pdf, pdf url, pdf link",
    "code": "code, code url, repository, github",
    "project": "project, project page, homepage",
    "key": "slug, key, citation key, id, record id, paper id",
}
_FIELD_OF = {name: field for field, names in _NAMES.items() for name in names.split(", ")}
_WORD = re.compile(r"[^\W_]+")
_SEPARATOR = re.compile(r"sep=.", re.IGNORECASE)  # Excel's own first line
_DELIMITERS = ",;\t|"
_LONGEST_NAME = 60
_LINES_OF_A_TITLE = 4
_LOOKED_AT = 1_000  # lines, for the first row

_OURS = ["slug", "title", "url", "tags", "digests", "first_digest", "first_seen"]
# How our own table keeps spreadsheets from taking a cell for a formula (`exports.catalogue_csv.guarded`), undone.
_GUARD = re.compile(r"(^\s*'*|[;\t\r\n][\s\"']*)'(?=[=+\-@＝＋－＠])")

# A journal with year, volume and pages in one cell: "Endoscopic Ultrasound (2014) 3:3 (152-160)".
_SOURCE = re.compile(r"(?P<name>[^()]+?) \((?P<year>(?:19|20)\d\d)\)(?=[ ,:;]).*", re.DOTALL)

Columns = Mapping[str, Sequence[int]]
"""The places of the columns that state something, most telling first."""


def recognises(document: Document) -> bool:
    """Whether the first line names a column of titles and one more, and either names nothing else or rows fit it."""
    header, delimiter = _header(document.lines)
    names = next(csv.reader([header], delimiter=delimiter), [])
    columns = _columns(names)
    if len(columns) < 2 or "title" not in columns or any(len(name) > _LONGEST_NAME for name in names):
        return False
    return sum(map(len, columns.values())) == len(names) or _cells_of_first_row(document, delimiter) == len(names)


def _cells_of_first_row(document: Document, delimiter: str) -> int:
    rows = csv.reader((f"{_plain(line)}\n" for line in document.lines[:_LOOKED_AT]), delimiter=delimiter)
    try:
        return next((len(row) for _, row in islice(_numbered(rows), 1, 2)), 0)
    except csv.Error:
        return 0


def read(document: Document) -> ParsedDigest:
    """A record for each row."""
    return parsed(_rows(document), document.file)


def _header(lines: Sequence[str]) -> tuple[str, str]:
    """The first line that says something, and which delimiter makes most of it."""
    line = _plain(next((line for line in lines if _plain(line).strip()), "")[:10_000])
    found = [
        (len(_columns(next(csv.reader([line], delimiter=mark), []))), -place) for place, mark in enumerate(_DELIMITERS)
    ]
    return line, _DELIMITERS[-max(found)[1]]


def _columns(names: Sequence[str]) -> Columns:
    order = list(_FIELD_OF)
    known = [" ".join(_WORD.findall(name.lower())) for name in names]
    found: dict[str, list[int]] = {}
    for place in sorted(
        range(len(known)), key=lambda place: order.index(known[place]) if known[place] in _FIELD_OF else 0
    ):
        if known[place] in _FIELD_OF:
            found.setdefault(_FIELD_OF[known[place]], []).append(place)
    return found


def _rows(document: Document) -> Iterator[Record | Problem]:
    file = document.file
    csv.field_size_limit(LONGEST)
    rows = csv.reader((f"{_plain(line)}\n" for line in document.lines), delimiter=_header(document.lines)[1])
    columns: Columns = {}
    names: list[str] = []
    try:
        for line, row in _numbered(rows):
            at = Location(file, line)
            if names:
                yield from _row(row, names, columns, at)
                continue
            names, columns = row, _columns(row)
            if "title" not in columns and "abstract" not in columns:
                hint = "the first line names the columns: title, authors, year, abstract …"
                yield error(at, "no column is called title", hint)
                return
    except csv.Error as caught:
        message = f"is no table from here on: {caught}"
        yield error(Location(file, rows.line_num), message, "a quotation mark may be missing before")


def _plain(line: str) -> str:
    """A line without characters that the table's parser would take for its end; nothing for one that names the sign."""
    return "" if _SEPARATOR.fullmatch(line) else line.replace("\r", " ")


def _numbered(rows: Iterator[list[str]]) -> Iterator[tuple[int, list[str]]]:
    """The rows that are not empty, with the line that each begins in."""
    line = 1
    for row in rows:
        if any(cell.strip(" \t:-") for cell in row):  # below the header of Markdown's tables stand dashes
            yield line, row
        line = rows.line_num + 1  # type: ignore[attr-defined]


def _row(row: Sequence[str], names: Sequence[str], columns: Columns, at: Location) -> Iterator[Record | Problem]:
    ours = list(names[: len(_OURS)]) == _OURS
    if len(row) > len(names) and any(cell.strip() for cell in row[len(names) :]):
        hint = "a cell that holds a comma or a quotation mark stands in quotation marks"
        yield warning(at, f"has {len(row)} cells, but the header names {len(names)}", hint)

    def cell(field: str) -> str:
        found = (row[place].strip() for place in columns.get(field, ()) if place < len(row))
        text = next(filter(None, found), "")
        return _GUARD.sub(r"\1", text) if ours else text

    if cell("title").count("\n") >= _LINES_OF_A_TITLE:
        yield warning(at, "a title of several lines", "a quotation mark may be missing")
    authors, more = _authors(cell("authors"))
    venue = _SOURCE.match(cell("venue"))
    given = Statement(
        authors=authors,
        more_authors=more,
        year=cell("year") or (venue["year"] if venue else ""),
        date=cell("published"),
        venue=unmarked(venue["name"] if venue else cell("venue")),
        doi=cell("doi"),
        arxiv=cell("arxiv"),
        acl=cell("acl"),
        openreview=cell("openreview"),
        addresses=list(addresses_in(cell("address"))),
        pdf=cell("pdf"),
        code=cell("code"),
        project=cell("project"),
        key=cell("key"),
    )
    facts, problems = facts_of(given, at)
    yield from problems
    title, abstract = cell("title"), cell("abstract")
    if not ours:
        title, abstract = unmarked(title), unmarked(abstract)
    yield Record(at.line, title, abstract, facts, cell("key"))


def _authors(text: str) -> tuple[tuple[Person, ...], bool]:
    """The people of a cell: a list as a program printed it, names between bars as in our own table, or words."""
    listed: object = None
    if text[:1] == "[" and text[-1:] == "]":
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # Python's own words on a backslash in a name
                listed = ast.literal_eval(text)
        except (ValueError, SyntaxError, MemoryError, RecursionError):
            listed = None
    names = [name for name in listed if isinstance(name, str)] if isinstance(listed, list) else []
    if not names and " | " in text:
        names = text.split(" | ")
    if not names:
        return people(text)
    more = names[-1].strip().lower() == "others"
    return tuple(person(name) for name in names[: -1 if more else None] if name.strip(" ,")), more
