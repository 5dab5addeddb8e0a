"""arXiv's Atom, tables, and reading lists in Markdown."""

from __future__ import annotations

import json

import pytest
from lists import facts, only, reading, said

from sitegen.day import Day
from sitegen.facts.model import Facts, Person

FEED = """<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom">
  <updated>2024-01-05T00:00:00-05:00</updated>
  <entry>
    <id>http://arxiv.org/abs/2401.00001v2</id>
    <title>Tides and
  moons</title>
    <published>2024-01-02T03:04:05Z</published>
    <summary>  How water moves.
</summary>
    <author><name>Ada B. Lovelace</name></author>
    <author><name>The Tides Team</name></author>
    <arxiv:doi>10.1000/182</arxiv:doi>
  </entry>
</feed>
"""


def test_an_answer_of_arxiv_is_a_digest_of_its_day() -> None:
    found = reading(FEED)
    (entry,) = found.entries
    assert (found.date, entry.title, entry.abstract, entry.line) == (
        Day(1, 5, 2024),
        "Tides and moons",
        "How water moves.",
        4,
    )
    assert entry.facts == Facts(
        authors=(Person("Lovelace", "Ada B."), Person("The Tides Team")),
        year=2024,
        arxiv="2401.00001",
        doi="10.1000/182",
        published=Day(1, 2, 2024),
    )


def test_an_answer_that_was_recorded_as_json_is_read() -> None:
    assert only(json.dumps({"status": 200, "body": FEED}), "a.json").title == "Tides and moons"


def test_a_name_from_a_namespace_with_blanks_is_passed_over() -> None:
    feed = FEED.replace("<published>", '<x xmlns="of\xa0nobody\xa0at\xa0all">?</x><published>')
    assert only(feed, "a.xml").title == "Tides and moons"


def test_an_answer_that_is_cut_off_names_the_place() -> None:
    assert said(FEED[:-9], "a.xml") == [
        "a.xml:14:11: error: is not whole XML: no element found (save it anew; it may be cut off)"
    ]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_table_is_read_by_the_names_of_its_columns(delimiter: str) -> None:
    rows = [
        ["Article Title", "Author Full Names", "Publication Year", "Source Title", "DOI", "Abstract", "Cited"],
        ["Tides", '"Lovelace, Ada; van Dam, Chris"', "2020", "Notes", "10.1000/182", "Water.", "7"],
    ]
    entry = only("\n".join(delimiter.join(row) for row in rows))
    assert (entry.title, entry.abstract, entry.line) == ("Tides", "Water.", 2)
    assert entry.facts == Facts(
        authors=(Person("Lovelace", "Ada"), Person("van Dam", "Chris")), year=2020, venue="Notes", doi="10.1000/182"
    )


def test_a_table_of_a_german_excel_is_read() -> None:
    known = facts("sep=;\r\nTitel;Autoren;Jahr;Zusammenfassung\r\nTides;Jane Doe;2024;How water moves.\r\n", "a.csv")
    assert ([person.family for person in known.authors], known.year) == (["Doe"], 2024)


def test_a_cell_may_have_lines_and_the_record_its_first_one() -> None:
    found = reading('title,abstract\n"Tides","One\ntwo"\nMoons,Three\n')
    assert [(entry.title, entry.abstract, entry.line) for entry in found.entries] == [
        ("Tides", "One\ntwo", 2),
        ("Moons", "Three", 4),
    ]


def test_a_row_that_does_not_fit_the_header_is_said() -> None:
    assert said("title,year\nTides, and moons,2020\n") == [
        "list.txt:2: warning: has 3 cells, but the header names 2"
        " (a cell that holds a comma or a quotation mark stands in quotation marks)",
        "list.txt:2: warning: the year 'and moons' is not understood: left out",
    ]


def test_a_table_without_titles_is_an_error() -> None:
    assert said("name,age\nAda,36\n", "a.csv") == [
        "a.csv:1: error: no column is called title (the first line names the columns: title, authors, year, abstract …)"
    ]


@pytest.mark.parametrize(
    ("cell", "authors"),
    [
        ("\"['Marx, Karl', 'Lindgren, Astrid']\"", [("Marx", "Karl"), ("Lindgren", "Astrid")]),
        ("\"['Marx, K\\.', 'Ada Lovelace']\"", [("Marx", "K\\."), ("Lovelace", "Ada")]),
        ('"Liu R., Adler D.G."', [("Liu", "R."), ("Adler", "D.G.")]),
        ("Ada Lovelace | van Dam; Chris", [("Lovelace", "Ada"), ("Chris", "van Dam;")]),
        ("Ada Lovelace and Grace Hopper", [("Lovelace", "Ada"), ("Hopper", "Grace")]),
    ],
)
def test_authors_of_a_cell(cell: str, authors: list[tuple[str, str]]) -> None:
    assert facts(f"title,authors\nTides,{cell}\n").authors == tuple(Person(*name) for name in authors)


READING_LIST = """# Water

- [Tides](https://arxiv.org/abs/2401.00001) Ada Lovelace, Grace Hopper, 2024
- **Moons** ([paper](https://coe.example/m)) ([code](https://github.com/a/moons)), Ada Lovelace et al., Notes 2023
- [Stars](https://coe.example/s.pdf): all about light.
  - also of the sun
"""


def test_a_reading_list_states_authors_venue_and_year_behind_the_title() -> None:
    found = reading(READING_LIST, "list.md").entries
    assert [(entry.title, entry.abstract, entry.line) for entry in found] == [
        ("Tides", "", 3),
        ("Moons", "", 4),
        ("Stars", "all about light.\n\nalso of the sun", 5),
    ]
    assert [entry.facts for entry in found] == [
        Facts(authors=(Person("Lovelace", "Ada"), Person("Hopper", "Grace")), year=2024, arxiv="2401.00001"),
        Facts(
            authors=(Person("Lovelace", "Ada"),),
            more_authors=True,
            year=2023,
            venue="Notes",
            url="https://coe.example/m",
            code="https://github.com/a/moons",
        ),
        Facts(pdf="https://coe.example/s.pdf"),
    ]


def test_items_without_a_link_are_counted_in_one_warning() -> None:
    assert said("- [Tides](https://a.example/1) 2024\n- nothing\n- here\n- [M](https://a.example/2)\n", "a.md") == [
        "a.md:2: warning: 2 items without a link to a paper are left out (write - [Title](https://…) Authors, year)"
    ]


def test_markdown_without_a_list_is_skipped_with_the_way_out() -> None:
    assert said("Some prose.\n", "a.md") == [
        "a.md: warning: skipped: no reading list"
        " (a list is read whose items are - [Title](https://…) Authors, year; save titles and abstracts as .txt)"
    ]
