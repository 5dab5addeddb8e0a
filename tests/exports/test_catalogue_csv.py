"""`catalogue.csv`: read back as it was written, and no cell of it is a formula to a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace

import pytest
from builders import files_of, make_catalogue, make_test_index
from hypothesis import given
from hypothesis import strategies as st

from sitegen.catalogue.model import Catalogue, PaperLink
from sitegen.exports import catalogue_csv
from sitegen.exports.catalogue_csv import guarded
from sitegen.facts import Facts, Person


def rows(catalogue: Catalogue, **settings: object) -> list[dict[str, str]]:
    data = files_of(catalogue_csv.EXPORT, make_test_index(catalogue, **settings))["catalogue.csv"]
    return list(csv.DictReader(io.StringIO(data.decode(), newline=""), strict=True))


def test_a_row_has_what_is_known_of_a_paper() -> None:
    catalogue = replace(
        make_catalogue(
            {"new": ['Tides, “old” and "new"'], "old": ['Tides, “old” and "new"']},
            tags={"water": ['Tides, “old” and "new"'], "time": ['Tides, “old” and "new"']},
            links={'Tides, “old” and "new"': [PaperLink("code", "https://code.example/x")]},
        ),
        first_seen_day={"tides-old-and-new": "2026-02-03"},
        facts={
            "tides-old-and-new": Facts(authors=(Person("Gray", "Ada"), Person("Lee", "Bo")), year=2019, venue="Sea")
        },
    )
    assert rows(catalogue, base_url="https://papers.example/") == [
        {
            "slug": "tides-old-and-new",
            "title": 'Tides, “old” and "new"',
            "url": "https://papers.example/papers/tides-old-and-new.html",
            "tags": "water time",
            "digests": "new | old",
            "first_digest": "old",
            "first_seen": "2026-02-03",
            "authors": "Ada Gray | Bo Lee",
            "year": "2019",
            "venue": "Sea",
            "published": "",
            "doi": "",
            "arxiv": "",
            "links": "https://code.example/x",
            "abstract": "An abstract.",
            "acl": "",
            "openreview": "",
            "paper_url": "",
            "pdf": "",
            "code": "",
            "project": "",
        }
    ]


def test_an_id_is_no_number_to_those_who_guess() -> None:
    catalogue = replace(make_catalogue({"d": ["A"]}), facts={"a": Facts(arxiv="2012.14910")})
    assert rows(catalogue)[0]["arxiv"] == "arXiv:2012.14910"


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        (" =1", " '=1"),
        ("＝1", "'＝1"),
        ("\t=1", "\t'=1"),
        ("'=1", "''=1"),
        ("a;=1+1;b", "a;'=1+1;b"),  # behind the separator of half of Europe
        ("a; \t@x", "a; \t'@x"),
        ("a\n-1", "a\n'-1"),
        ('a;"=1+1', "a;\"'=1+1"),  # an empty quotation, which a formula follows
        ('a; " "@x', 'a; " "\'@x'),
        ('"-1" is it', '"-1" is it'),
        ("well-known; e-mail a@b", "well-known; e-mail a@b"),
        ("", ""),
        ("'tis", "'tis"),
    ],
)
def test_what_would_begin_a_formula_gets_an_apostrophe(cell: str, written: str) -> None:
    assert guarded(cell) == written


SIGNS = ("=", "+", "-", "@", "＝")


@given(st.text(alphabet=" ;\"'=+-@\t\r\nab＝", max_size=12))
def test_the_guard_leaves_no_formula_and_can_be_taken_away(cell: str) -> None:
    for part in re.split(r"[;\t\r\n]", guarded(cell)):
        assert not part.strip().startswith(SIGNS)
    assert re.sub(r"(^\s*'*|[;\t\r\n][\s\"']*)'(?=[=+\-@＝＋－＠])", r"\1", guarded(cell)) == cell


@given(st.text(alphabet=" ,;\"'=+-@\t\r\nab＝", max_size=12))
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_whatever_separator_a_spreadsheet_takes_no_cell_is_a_formula(separator: str, cell: str) -> None:
    table = io.StringIO()
    csv.writer(table).writerow(["a-slug", guarded(cell), "last"])
    for row in csv.reader(io.StringIO(table.getvalue(), newline=""), delimiter=separator):
        assert [found for found in row if found.lstrip().startswith(SIGNS)] == []


def test_a_hostile_title_is_one_cell_of_one_row() -> None:
    title = '=HYPERLINK("https://evil.example";"x")\r\n"; =cmd|\' /C calc\'!A1'
    catalogue = make_catalogue({"d": [title, "Tides"]}, abstracts={title: "@x,\n=y"})
    found = rows(catalogue)
    assert [row["title"] for row in found] == [guarded(title), "Tides"]
    assert found[0]["abstract"] == "'@x,\n'=y"


def test_lines_end_as_the_standard_says_and_the_first_byte_is_a_letter() -> None:
    catalogue = make_catalogue({"d": ["Tides"]})
    data = files_of(catalogue_csv.EXPORT, make_test_index(catalogue))["catalogue.csv"]
    assert data.startswith(b"slug,title,url,")
    assert data.count(b"\r\n") == 2
