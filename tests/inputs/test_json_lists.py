"""The four kinds of JSON: CSL, daily papers, OpenAlex, and catalogues of our own."""

from __future__ import annotations

import json
from typing import Any

from lists import facts, only, reading, said

from sitegen.day import Day
from sitegen.facts.model import Facts, Person

CSL = {"type": "article-journal", "id": "tides", "title": "Tides"}
WORK = {"id": "https://openalex.org/W1", "title": "Tides"}


def csl(**more: Any) -> str:
    return json.dumps([CSL | more])


def daily(**more: Any) -> dict[str, Any]:
    paper = {"id": "2401.00001", "title": "Tides", "summary": "How water moves.", "authors": [{"name": "Ada Lovelace"}]}
    return {"paper": paper | {"publishedAt": "2024-01-02T03:04:05.000Z"} | more}


def test_csl_json_states_who_when_where_and_its_ids() -> None:
    text = csl(
        author=[
            {"family": "Beethoven", "given": "Ludwig", "non-dropping-particle": "van"},
            {"family": "King", "given": "Martin", "suffix": "Jr."},
            {"literal": "The Tides Team"},
        ],
        issued={"date-parts": [[2020, 3, 4]]},
        DOI="10.1000/182",
        URL="https://coe.example/1",
        abstract="<jats:title>Abstract</jats:title><jats:p>H<jats:sub>2</jats:sub>O &amp; more.</jats:p>",
        **{"container-title": "Notes"},
    )
    entry = only(text)
    assert (entry.key, entry.abstract) == ("tides", "H$_{2}$O & more.")
    assert entry.facts == Facts(
        authors=(Person("van Beethoven", "Ludwig"), Person("King Jr.", "Martin"), Person("The Tides Team")),
        year=2020,
        venue="Notes",
        doi="10.1000/182",
        url="https://coe.example/1",
        published=Day(3, 4, 2020),
    )


def test_crossref_writes_titles_and_journals_as_lists() -> None:
    entry = only(csl(title=["Tides"], **{"container-title": ["Notes"], "issued": {"date-parts": [[None]]}}))
    assert (entry.title, entry.facts) == ("Tides", Facts(venue="Notes"))


def test_values_of_another_kind_than_they_should_be_are_no_facts() -> None:
    assert facts(csl(author="Ada", issued=[1], DOI={"a": 1}, URL=7, note=[None])) == Facts()


def test_a_daily_paper_has_its_arxiv_id_and_the_list_its_day() -> None:
    found = reading(json.dumps([daily(submittedOnDailyAt="2024-01-03T00:00:00Z", githubRepo="https://github.com/a/b")]))
    assert found.date == Day(1, 3, 2024)
    assert found.entries[0].facts == Facts(
        authors=(Person("Lovelace", "Ada"),),
        year=2024,
        arxiv="2401.00001",
        code="https://github.com/a/b",
        published=Day(1, 2, 2024),
    )


def test_an_openalex_work_has_its_abstract_put_together() -> None:
    work = WORK | {
        "abstract_inverted_index": {"water": [1], "How": [0], "moves.": [2]},
        "authorships": [{"author": {"display_name": "Ada Lovelace"}}],
        "publication_year": 2020,
        "doi": "https://doi.org/10.1000/182",
        "primary_location": {"source": {"display_name": "Notes"}, "pdf_url": "https://coe.example/1.pdf"},
    }
    entry = only(json.dumps({"meta": {"count": 1}, "results": [work]}))
    assert (entry.title, entry.abstract, entry.key) == ("Tides", "How water moves.", "W1")
    assert entry.facts == Facts(
        authors=(Person("Lovelace", "Ada"),),
        year=2020,
        venue="Notes",
        doi="10.1000/182",
        pdf="https://coe.example/1.pdf",
    )


def test_a_hundred_authors_are_where_openalex_stops_to_count() -> None:
    listed = [{"author": {"display_name": f"Ada B{n}"}} for n in range(100)]
    assert facts(json.dumps(WORK | {"authorships": listed})).more_authors


def test_a_catalogue_of_our_own_is_read_with_its_facts() -> None:
    paper = {"slug": "tides", "title": "Tides", "abstract": "Water.", "mentions": [], "raw_title": "Tides"}
    paper["facts"] = {"authors": [{"family": "Lovelace", "given": "Ada"}], "year": 2020, "acl": "P17-1001"}
    entry = only(json.dumps({"papers": [paper], "tags": []}))
    assert (entry.title, entry.abstract, entry.key) == ("Tides", "Water.", "tides")
    assert entry.facts == Facts(authors=(Person("Lovelace", "Ada"),), year=2020, acl="P17-1001")


def test_records_before_a_break_are_kept_and_the_place_is_named() -> None:
    text = f"[\n{json.dumps(CSL)},\n{json.dumps(CSL)[:-4]}"
    found = reading(text, "a.json")
    assert [entry.line for entry in found.entries] == [2]
    assert said(text, "a.json") == [
        "a.json:3:53: error: is no JSON from here on: Unterminated string starting at"
        " (save the file anew; it may be cut off)"
    ]


def test_a_value_that_is_no_record_is_said() -> None:
    assert said(json.dumps([CSL, 7])) == ["list.txt:1: warning: a value that is no record: left out"]
