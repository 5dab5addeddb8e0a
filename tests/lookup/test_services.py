"""What is asked of each service, and how its documented answers are read; nothing of them is trusted."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from scholarly import arxiv, crossref, crossref_work, dblp

from sitegen.day import Day
from sitegen.facts import Facts, Person
from sitegen.lookup.model import Candidate, Question, Service
from sitegen.lookup.services import SERVICES
from sitegen.lookup.services.arxiv import ARXIV
from sitegen.lookup.services.crossref import CROSSREF
from sitegen.lookup.services.dblp import DBLP

PEBBLES = Question("pebbles", "Sorting “Pebbles”: A ti:Study & More (v2)")
BY_ID = Question(
    "pebbles", "Sorting Pebbles", known=Facts(arxiv="2101.00001v3", doi="10.1002/(SICI)1097-0258(1998)17:8")
)


def asked(service: Service, question: Question) -> tuple[str, dict[str, list[str]]]:
    parts = urlsplit(service.request(question))
    return parts.path, parse_qs(parts.query)


def test_arxiv_is_asked_for_the_words_of_the_title() -> None:
    assert asked(ARXIV, PEBBLES) == (
        "/api/query",
        {"search_query": ['ti:"Sorting Pebbles A ti Study More v2"'], "max_results": ["5"]},
    )


def test_arxiv_is_asked_by_id_where_one_is_known() -> None:
    assert asked(ARXIV, BY_ID) == ("/api/query", {"id_list": ["2101.00001"], "max_results": ["5"]})


def test_dblp_is_asked_for_the_words_of_the_title() -> None:
    path, query = asked(DBLP, PEBBLES)
    assert (path, query["q"], query["format"]) == ("/search/publ/api", ["Sorting Pebbles A ti Study More v2"], ["json"])


def test_crossref_is_asked_for_the_title_or_by_doi() -> None:
    path, query = asked(CROSSREF, PEBBLES)
    assert (path, query["query.bibliographic"]) == ("/works", ["Sorting Pebbles A ti Study More v2"])
    assert CROSSREF.request(BY_ID) == "/works/10.1002%2F%28SICI%291097-0258%281998%2917%3A8"


@pytest.mark.parametrize("service", SERVICES, ids=lambda service: service.name)
def test_a_question_is_never_endless(service: Service) -> None:
    assert len(service.request(Question("a", "pebble " * 5_000))) < 500


def test_an_entry_of_arxiv_is_read() -> None:
    body = arxiv(
        {
            "id": "2101.00001",
            "title": "Sorting\n  Pebbles",
            "summary": "We sort $n$ pebbles.",
            "published": "2021-01-02",
            "authors": ["Jane Q. Doe", "Ludwig van Beethoven", "DeepSeek-AI", ":", "The Frog and Toad Group"],
            "doi": "10.1000/182",
        }
    ).body
    assert ARXIV.read(body) == (
        Candidate(
            "Sorting Pebbles",
            Facts(
                authors=(
                    Person("Doe", "Jane Q."),
                    Person("van Beethoven", "Ludwig"),
                    Person("DeepSeek-AI"),
                    Person("The Frog and Toad Group"),
                ),
                year=2021,
                arxiv="2101.00001",
                doi="10.1000/182",
                published=Day(1, 2, 2021),
            ),
            "We sort $n$ pebbles.",
        ),
    )


@pytest.mark.real
def test_a_recorded_answer_of_arxiv_is_read(shared: Path) -> None:
    recorded = json.loads((shared / "real-files/arxiv.py-two-ids.json").read_text(encoding="utf-8"))
    (one,) = ARXIV.read(recorded["body"].encode())
    assert (one.facts.arxiv, one.facts.year, one.facts.published) == ("1707.08567", 2017, Day(7, 27, 2017))
    assert one.facts.authors[:2] == (Person("Immink", "Kees A. Schouhamer"), Person("Baggen", "Stan"))
    assert len(one.facts.authors) == 34


@pytest.mark.real
def test_every_entry_of_a_saved_feed_is_read(shared: Path) -> None:
    found = ARXIV.read((shared / "real-files/arxiv-response.xml").read_bytes())
    assert [one.facts.arxiv for one in found] == ["2510.14968", "2510.14827"]
    assert all(one.title and one.abstract and one.facts.authors for one in found)


@pytest.mark.real
def test_a_real_work_of_crossref_is_read(shared: Path) -> None:
    (saved,) = json.loads((shared / "real-files/crossref-csl.json").read_text(encoding="utf-8"))
    work = {**saved, "title": [saved["title"]], "container-title": [saved["container-title"]], "subtitle": []}
    (one,) = CROSSREF.read(crossref_work(work).body)
    assert (one.facts.doi, one.facts.year) == ("10.1098/rsif.2017.0387", 2018)
    assert one.facts.venue == "Journal of The Royal Society Interface"
    assert one.facts.authors[:2] == (Person("Ching", "Travers"), Person("Himmelstein", "Daniel S."))


def test_arxiv_s_error_entry_is_no_paper() -> None:
    body = arxiv({"id": "1", "title": "Error", "summary": "incorrect id format", "published": "2021-01-02"}).body
    with pytest.raises(ValueError, match="says that the question is wrong"):
        ARXIV.read(body.replace(b"http://arxiv.org/abs/1v2", b"http://arxiv.org/api/errors#incorrect_id"))


def test_records_of_dblp_are_read() -> None:
    meeting = {
        "title": "Sorting Pebbles",
        "authors": ["Wei Wang 0001", "Jane Doe"],
        "venue": "ECCV (24)",
        "year": "2022",
        "type": "Conference and Workshop Papers",
        "doi": "10.1007/978-3",
        "ee": "https://doi.org/10.1007/978-3",
    }
    preprint = {
        "title": "Sorting Pebbles",
        "authors": ["Jane Doe"],
        "venue": ["CoRR", "EPTCS"],
        "year": "2021",
        "ee": ["https://doi.org/10.48550/arXiv.2101.00001", "https://example.org/p"],
    }
    assert DBLP.read(dblp(meeting, preprint).body) == (
        Candidate(
            "Sorting Pebbles",
            Facts(authors=(Person("Wang", "Wei"), Person("Doe", "Jane")), year=2022, venue="ECCV", doi="10.1007/978-3"),
        ),
        Candidate(
            "Sorting Pebbles",
            Facts(authors=(Person("Doe", "Jane"),), year=2021, arxiv="2101.00001", url="https://example.org/p"),
        ),
    )


WORK: dict[str, Any] = {
    "DOI": "10.1000/frogs",
    "title": ["Frogs &amp; <i>Toads</i>"],
    "subtitle": ["A Study"],
    "author": [
        {"given": "Ann", "family": "Green", "sequence": "first", "affiliation": []},
        {"name": "The Pond and Rain Group"},
    ],
    "container-title": ["Journal of Ponds"],
    "issued": {"date-parts": [[2003, 4]]},
    "abstract": "<jats:title>Abstract</jats:title><jats:p>We count\n frogs.</jats:p>",
    "type": "journal-article",
}


@pytest.mark.parametrize("answer", [crossref(WORK), crossref_work(WORK)], ids=["search", "one"])
def test_a_work_of_crossref_is_read(answer: Any) -> None:
    assert CROSSREF.read(answer.body) == (
        Candidate(
            "Frogs & Toads: A Study",
            Facts(
                authors=(Person("Green", "Ann"), Person("The Pond and Rain Group")),
                year=2003,
                venue="Journal of Ponds",
                doi="10.1000/frogs",
            ),
            "Abstract We count frogs.",
        ),
    )


def test_a_preprint_server_is_no_venue() -> None:
    (one,) = CROSSREF.read(crossref({**WORK, "type": "posted-content"}).body)
    assert one.facts.venue == ""


@pytest.mark.parametrize("issued", [{}, {"issued": {"date-parts": [[None]]}}, {"issued": {"date-parts": []}}])
def test_a_year_that_is_not_stated_is_not_made_up(issued: dict[str, Any]) -> None:
    (one,) = CROSSREF.read(crossref({"DOI": "10.1000/x", "title": ["A"], **issued}).body)
    assert one.facts == Facts(doi="10.1000/x")


@pytest.mark.parametrize(
    ("service", "answer"), [(ARXIV, arxiv()), (DBLP, dblp()), (CROSSREF, crossref())], ids=["arXiv", "DBLP", "Crossref"]
)
def test_an_answer_without_papers_has_none(service: Service, answer: Any) -> None:
    assert service.read(answer.body) == ()


HTML = b"<!DOCTYPE html><html><body><h1>Service unavailable</h1></body></html>"
BOMB = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><feed xmlns="http://www.w3.org/2005/Atom">&b;</feed>'


@pytest.mark.parametrize("service", SERVICES, ids=lambda service: service.name)
@pytest.mark.parametrize(
    "body",
    [
        HTML,
        BOMB,
        b"{",
        b"[" * 100_000,
        b"null",
        b'{"message": 3, "result": 3}',
        b"\xff\xfe\x00",
        b"<a/>",
        b"<a>" * 9_000,
    ],
    ids=["page", "bomb", "cut", "deep", "null", "other", "bytes", "xml", "nested"],
)
def test_what_is_no_answer_is_refused_in_words(service: Service, body: bytes) -> None:
    with pytest.raises(ValueError, match=r"is no |is not of the form"):
        service.read(body)


def test_values_that_no_file_could_hold_are_left_out() -> None:
    odd = {
        **WORK,
        "DOI": "not a doi",
        "author": [
            {"family": "\u202eneerG"},
            {"family": "\x00"},
            {"name": "x" * 5_000},
            {"given": "Ann", "family": "O, P"},
        ],
        "container-title": ["J" * 5_000],
        "issued": {"date-parts": [[99999]]},
    }
    (one,) = CROSSREF.read(crossref(odd).body)
    assert one.facts == Facts(authors=(Person("neerG"), Person("P", "O")))


def test_an_address_that_leads_into_a_script_is_no_address() -> None:
    record = {"title": "A", "authors": ["B C"], "year": "2021x", "ee": "javascript:alert(1)"}
    (one,) = DBLP.read(dblp(record).body)
    assert one.facts == Facts(authors=(Person("C", "B"),))
