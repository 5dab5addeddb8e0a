"""`catalogue.sqlite`: the catalogue as a database with full-text search, for SQL and for Datasette. Off by default.

Search it with ``SELECT p.title FROM papers p JOIN papers_fts ON papers_fts.rowid = p.id WHERE papers_fts MATCH ?``;
Datasette finds the index by the letters ``content="papers"``, which must stand just so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from sitegen import urls
from sitegen.artifact import Artifact
from sitegen.catalogue.model import Catalogue
from sitegen.exports.export import Export
from sitegen.facts.model import NOTHING_KNOWN
from sitegen.pages.page_index import PageIndex
from sitegen.problem import MachineError
from sitegen.site import Site
from sitegen.words.visible import spelt_out
from sitegen.work.pieces import Pieces

if TYPE_CHECKING:
    from sqlite3 import Connection

NAME = "catalogue.sqlite"

_SCHEMA = """
CREATE TABLE papers (
  id INTEGER PRIMARY KEY, slug TEXT NOT NULL UNIQUE, title TEXT NOT NULL, abstract TEXT NOT NULL, url TEXT NOT NULL,
  raw_title TEXT NOT NULL, first_digest TEXT NOT NULL REFERENCES digests(id), first_seen TEXT,
  year INTEGER, venue TEXT, published TEXT, doi TEXT, arxiv TEXT, pdf TEXT, code TEXT,
  acl TEXT, openreview TEXT, paper_url TEXT, project TEXT);
CREATE TABLE authors (
  paper INTEGER NOT NULL REFERENCES papers(id), position INTEGER NOT NULL, family TEXT NOT NULL, given TEXT NOT NULL,
  PRIMARY KEY (paper, position));
CREATE TABLE tags (
  slug TEXT PRIMARY KEY, name TEXT NOT NULL, tag_group TEXT NOT NULL, definition TEXT NOT NULL);
CREATE TABLE paper_tags (
  paper INTEGER NOT NULL REFERENCES papers(id), tag TEXT NOT NULL REFERENCES tags(slug), rank INTEGER NOT NULL,
  PRIMARY KEY (paper, tag));
CREATE TABLE digests (
  id TEXT PRIMARY KEY, slug TEXT NOT NULL, title TEXT NOT NULL, date TEXT, source TEXT NOT NULL,
  entries INTEGER NOT NULL);
CREATE TABLE mentions (
  paper INTEGER NOT NULL REFERENCES papers(id), digest TEXT NOT NULL REFERENCES digests(id),
  position INTEGER NOT NULL, line INTEGER NOT NULL, title TEXT NOT NULL, abstract TEXT NOT NULL,
  PRIMARY KEY (digest, position));
CREATE TABLE related (
  paper INTEGER NOT NULL REFERENCES papers(id), rank INTEGER NOT NULL, other INTEGER NOT NULL REFERENCES papers(id),
  score REAL NOT NULL, terms TEXT NOT NULL, PRIMARY KEY (paper, rank));
CREATE TABLE links (
  paper INTEGER NOT NULL REFERENCES papers(id), kind TEXT NOT NULL, href TEXT NOT NULL, PRIMARY KEY (paper, href));
CREATE TABLE aliases (slug TEXT PRIMARY KEY, paper INTEGER NOT NULL REFERENCES papers(id));
CREATE TABLE removed (slug TEXT PRIMARY KEY, title TEXT NOT NULL, reason TEXT NOT NULL, day TEXT);
CREATE INDEX paper_tags_by_tag ON paper_tags (tag);
CREATE INDEX mentions_by_paper ON mentions (paper);
CREATE VIRTUAL TABLE papers_fts USING fts5 (
  title, abstract, content="papers", content_rowid = 'id', tokenize = "porter unicode61 remove_diacritics 2");
"""


def artifacts(index: PageIndex, pieces: Pieces) -> Iterator[Artifact]:
    """One file; with one version of SQLite, the same catalogue gives the same bytes.

    Raises `MachineError` where this Python's SQLite was built without FTS5. 508 papers take 40 ms of CPU.
    """
    import sqlite3  # 22 ms, and most sites do not want the file

    database = sqlite3.connect(":memory:")
    try:
        database.executescript("PRAGMA page_size = 4096; PRAGMA foreign_keys = ON; PRAGMA encoding = 'UTF-8'; BEGIN;")
        for statement in _SCHEMA.split(";\n"):
            database.execute(statement)
        _fill(database, index.catalogue, index.site)
        database.commit()
        data = database.serialize()
    except sqlite3.OperationalError as cause:
        raise MachineError(f"cannot make {NAME} with this Python's SQLite ({sqlite3.sqlite_version})") from cause
    finally:
        database.close()
    yield Artifact(NAME, data)


def _fill(database: Connection, catalogue: Catalogue, site: Site) -> None:
    """Every table in the order in which its rows are referred to."""
    number = {slug: place for place, slug in enumerate(catalogue.papers, 1)}

    def insert(table: str, rows: Iterable[tuple[object, ...]]) -> None:
        stored = [tuple(map(_stored, row)) for row in rows]
        if stored:
            database.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(stored[0]))})", stored)

    insert(
        "digests",
        ((d.id, d.slug, d.title, d.date and str(d.date), d.source, len(d.entries)) for d in catalogue.digests.values()),
    )
    insert("tags", ((t.slug, t.name, t.group, t.definition) for t in catalogue.tags.values()))
    insert("papers", (_paper(slug, catalogue, site, number[slug]) for slug in catalogue.papers))
    insert(
        "authors",
        (
            (number[slug], place, person.family, person.given)
            for slug, facts in catalogue.facts.items()
            if slug in number
            for place, person in enumerate(facts.authors, 1)
        ),
    )
    papers = catalogue.papers.items()
    insert(
        "paper_tags",
        ((number[s], tag, rank) for s in number for rank, tag in enumerate(catalogue.paper_tags[s], 1)),
    )
    insert(
        "mentions",
        (
            (number[s], m.digest, m.position, m.line, spelt_out(m.title), spelt_out(m.abstract))
            for s, paper in papers
            for m in paper.mentions
        ),
    )
    insert(
        "related",
        (
            (number[s], rank, number[r.slug], round(r.score, 4), ", ".join(r.terms))
            for s in number
            for rank, r in enumerate(catalogue.related[s], 1)
        ),
    )
    links = {(number[s], link.href): link.kind for s, paper in papers for link in paper.links}
    insert("links", ((paper, kind, href) for (paper, href), kind in links.items()))
    insert("aliases", ((alias, number[slug]) for alias, slug in catalogue.aliases.items()))
    insert("removed", ((slug, r.title, r.reason, r.day and str(r.day)) for slug, r in catalogue.removed.items()))
    database.execute("INSERT INTO papers_fts (papers_fts) VALUES ('rebuild')")
    database.execute("INSERT INTO papers_fts (papers_fts) VALUES ('optimize')")


def _paper(slug: str, catalogue: Catalogue, site: Site, number: int) -> tuple[object, ...]:
    paper, facts = catalogue.papers[slug], catalogue.facts.get(slug, NOTHING_KNOWN)
    path = urls.paper(slug)
    known = (facts.year, facts.venue, str(facts.published or ""), facts.doi, facts.arxiv, facts.pdf, facts.code)
    known_too = (facts.acl, facts.openreview, facts.url, facts.project)
    return (
        number,
        slug,
        paper.title_text,
        paper.abstract_text,
        site.absolute(path) or path,
        spelt_out(paper.printed_title),
        catalogue.first_seen[slug],
        catalogue.first_seen_day.get(slug),
        *(fact or None for fact in (*known, *known_too)),
    )


def _stored(value: object) -> object:
    """SQLite's text is UTF-8, which has no lone halves of characters."""
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value


EXPORT = Export(
    "sqlite",
    NAME,
    "SQLite",
    "application/vnd.sqlite3",
    ".sqlite",
    beside=("index.html", "papers.html"),
    download=True,
    artifacts=artifacts,
)
