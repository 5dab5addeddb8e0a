"""`catalogue.sqlite`: the catalogue as tables, searched as text, the same bytes each time."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace

from builders import files_of, make_catalogue, make_test_index, make_test_site

from sitegen.catalogue.model import PaperLink, Tombstone
from sitegen.config.model import ExportSettings
from sitegen.exports import EXPORTS, sqlite
from sitegen.facts import Facts, Person

CATALOGUE = replace(
    make_catalogue(
        {"new": ["Tides", "Poincaré Balls"], "old": ["Tides"]},
        tags={"water": ["Tides"]},
        abstracts={"Tides": "Water rises twice a day.", "Poincaré Balls": "Curved \x01 spaces."},
        links={"Tides": [PaperLink("code", "https://a.example"), PaperLink("link", "https://a.example")]},
        related={"Tides": [("Poincaré Balls", ["water", "salt"])]},
    ),
    aliases={"tide": "tides"},
    removed={"owls": Tombstone("Owls")},
    first_seen_day={"tides": "2026-02-03"},
    facts={"tides": Facts(authors=(Person("Gray", "Ada"),), year=2019)},
)


def database() -> bytes:
    index = make_test_index(CATALOGUE, base_url="https://papers.example/", exports=ExportSettings(sqlite=True))
    return files_of(sqlite.EXPORT, index)["catalogue.sqlite"]


def ask(question: str, *values: object) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(database())
        return connection.execute(question, values).fetchall()


SEARCH = "SELECT p.slug FROM papers p JOIN papers_fts f ON f.rowid = p.id WHERE papers_fts MATCH ? ORDER BY f.rank"


def test_words_are_found_in_titles_and_abstracts_whatever_their_ending_or_accent() -> None:
    assert ask(SEARCH, "poincare") == [("poincare-balls",)]
    assert ask(SEARCH, "rising water") == [("tides",)]
    assert ask(SEARCH, "title: water") == []


def test_datasette_finds_the_index_by_the_form_of_its_declaration() -> None:
    # https://docs.datasette.io/en/stable/full_text_search.html#configuring-full-text-search-for-a-table-or-view
    like = """%VIRTUAL TABLE%USING FTS%content="papers"%"""
    assert ask("SELECT name FROM sqlite_master WHERE rootpage = 0 AND sql LIKE ?", like) == [("papers_fts",)]


def test_every_table_has_its_rows() -> None:
    assert ask("SELECT slug, url, first_seen, year, venue FROM papers ORDER BY id") == [
        ("poincare-balls", "https://papers.example/papers/poincare-balls.html", None, None, None),
        ("tides", "https://papers.example/papers/tides.html", "2026-02-03", 2019, None),
    ]
    assert ask(
        "SELECT p.slug, digest, position FROM mentions JOIN papers p ON p.id = paper ORDER BY digest, position"
    ) == [
        ("tides", "new", 1),
        ("poincare-balls", "new", 2),
        ("tides", "old", 1),
    ]
    assert ask("SELECT family, given FROM authors") == [("Gray", "Ada")]
    assert ask("SELECT tag, rank FROM paper_tags") == [("water", 1)]
    assert ask("SELECT rank, terms FROM related") == [(1, "water, salt")]
    assert ask("SELECT slug FROM aliases UNION SELECT slug FROM removed") == [("owls",), ("tide",)]


def test_an_address_that_is_given_twice_is_one_link() -> None:
    assert ask("SELECT href FROM links") == [("https://a.example",)]


def test_the_file_is_whole_and_its_references_hold() -> None:
    assert ask("PRAGMA integrity_check") == [("ok",)]
    assert ask("PRAGMA foreign_key_check") == []
    assert ask("SELECT abstract FROM papers WHERE slug = 'poincare-balls'") == [("Curved \x01 spaces.",)]


def test_two_files_of_one_catalogue_are_the_same_bytes() -> None:
    assert database() == database()


def test_it_is_written_only_where_it_is_asked_for() -> None:
    assert sqlite.EXPORT in EXPORTS
    assert make_test_site(CATALOGUE).exports.sqlite is False
