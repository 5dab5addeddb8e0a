"""Which of a service's records is the paper that was asked for, and which only might be."""

from __future__ import annotations

import pytest

from sitegen.facts import Facts, Person
from sitegen.lookup.judge import agree, judge, matched
from sitegen.lookup.model import Candidate, Question, Standing

ABSTRACT = (
    "Small machines on a bench are asked to sort pebbles by weight, and most of them learn it within a day. "
    "What they learn is carried over to shells and to coins, with a loss that is measured here for the first time."
)
OTHER = (
    "Graphs of rivers are drawn from satellites in this survey, which asks how water finds the sea and why maps of it "
    "age within a season. Twelve basins are compared, and a rule for redrawing them is proposed and tested."
)
DOE, ROE, POE = Person("Doe", "Jane"), Person("Roe", "Richard"), Person("Poe", "Edgar A.")
ASKED = Question("pebbles", "Sorting Pebbles on a Bench", ABSTRACT)


def known(**facts: object) -> Question:
    return Question(ASKED.slug, ASKED.title, ASKED.abstract, Facts(**facts))  # type: ignore[arg-type]


def record(title: str = ASKED.title, abstract: str = "", **facts: object) -> Candidate:
    return Candidate(title, Facts(**facts), abstract)  # type: ignore[arg-type]


def standing(question: Question, candidate: Candidate) -> Standing:
    return judge(question, "S", candidate).standing


@pytest.mark.parametrize(
    ("question", "candidate", "expected"),
    [
        (ASKED, record(abstract=ABSTRACT), Standing.SAME),
        (ASKED, record("SORTING PEBBLES ON A BENCH", ABSTRACT[:150]), Standing.SAME),
        (ASKED, record(r"Sorting {\em Pebbles} on a Bench", ABSTRACT), Standing.SAME),
        (ASKED, record(), Standing.DOUBTFUL),  # a namesake, for all we know
        (ASKED, record(abstract=OTHER), Standing.DOUBTFUL),
        (ASKED, record("Sorting Pebbles on a Beach"), Standing.DOUBTFUL),
        (ASKED, record("Sorting Pebbles on a Bench II", OTHER), Standing.DOUBTFUL),
        (ASKED, record("How Rivers Find the Sea", OTHER), Standing.OTHER),
        (ASKED, record("How Rivers Find the Sea"), Standing.OTHER),
        (known(authors=(DOE, ROE)), record(authors=(DOE, ROE)), Standing.SAME),
        (known(authors=(DOE, ROE)), record(authors=(Person("R. Roe"), Person("J", "Doe"))), Standing.SAME),
        (known(authors=(DOE, ROE)), record(authors=(POE,)), Standing.DOUBTFUL),
        (known(authors=(DOE, ROE)), record(abstract=ABSTRACT, authors=(POE,)), Standing.DOUBTFUL),
        (known(authors=(DOE,)), record("Sorting Pebbles on a Bench: Part II", authors=(DOE,)), Standing.DOUBTFUL),
        (known(arxiv="2101.00001v2"), record(arxiv="2101.00001"), Standing.SAME),
        (known(doi="10.1000/ABC"), record(doi="10.1000/abc"), Standing.SAME),
        (known(arxiv="2101.00001"), record("How Rivers Find the Sea", arxiv="2101.00001"), Standing.DOUBTFUL),
    ],
)
def test_a_record_is_the_paper_or_may_be_or_is_not(
    question: Question, candidate: Candidate, expected: Standing
) -> None:
    assert standing(question, candidate) is expected


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        ((DOE,), (), None),
        ((DOE,), (Person("doe", "J."),), True),
        ((DOE, ROE, POE), (DOE,), True),  # a list that was cut
        ((DOE, ROE), (POE, Person("Moe")), False),
        ((DOE, ROE, POE), (DOE, Person("A"), Person("B")), False),
        ((Person("Müller", "Zoë"),), (Person("Muller", "Z"),), True),
        ((Person("Wei", "Zhang"),), (Person("Zhang", "Wei"),), True),
    ],
)
def test_authors_agree_by_family_name(
    ours: tuple[Person, ...], theirs: tuple[Person, ...], expected: bool | None
) -> None:
    assert agree(ours, theirs) is expected
    assert agree(theirs, ours) is expected


def test_the_authors_of_one_service_settle_what_another_holds() -> None:
    with_abstract = record(abstract=ABSTRACT, authors=(DOE, ROE), arxiv="2101.00001", year=2021)
    without = record(authors=(DOE, ROE), venue="ICLR", year=2022)
    for heard in ({"arXiv": [with_abstract], "DBLP": [without]}, {"DBLP": [without], "arXiv": [with_abstract]}):
        found = matched(ASKED, heard)
        assert list(found.stated) == list(heard)
        assert (found.question.known.venue, found.question.known.year, found.doubtful) == ("ICLR", 2022, ())


def test_two_records_of_one_service_are_one_paper_where_the_authors_agree() -> None:
    preprint = record(authors=(DOE,), arxiv="2101.00001", year=2021)
    published = record(authors=(DOE,), venue="ICLR", openreview="abcDEF123", year=2022)
    found = matched(known(authors=(DOE,)), {"DBLP": [preprint, published]})
    assert found.stated == {
        "DBLP": Facts(authors=(DOE,), year=2022, venue="ICLR", arxiv="2101.00001", openreview="abcDEF123")
    }


def test_two_namesakes_with_other_authors_make_each_other_doubtful() -> None:
    heard = {"S": [record(abstract=ABSTRACT, authors=(DOE,)), record(abstract=ABSTRACT, authors=(POE,))]}
    found = matched(ASKED, heard)
    assert found.stated == {}
    assert [one.candidate.facts.authors for one in found.doubtful] == [(DOE,), (POE,)]
