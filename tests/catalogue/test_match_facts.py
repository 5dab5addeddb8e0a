"""Facts find their paper by slug, by an earlier slug, or by title."""

from __future__ import annotations

import pytest
from builders import make_paper

from sitegen.catalogue.match_facts import match_facts
from sitegen.catalogue.model import Paper
from sitegen.facts import Facts
from sitegen.facts.model import FactRecord
from sitegen.problem import Location

PAPERS = {paper.slug: paper for paper in (make_paper("Pointer Networks"), make_paper("Frogs & Toads: A Study"))}
YEAR = Facts(year=2015)


def find(*names: str, papers: dict[str, Paper] = PAPERS) -> tuple[dict[str, Facts], list[str]]:
    stated = [FactRecord(name, YEAR, Location("facts.yaml", line)) for line, name in enumerate(names, 1)]
    found, problems = match_facts(stated, papers, {"old-frogs": "frogs-toads-a-study"}, {"hidden"})
    return {slug: record.facts for slug, record in found.items()}, [str(problem) for problem in problems]


@pytest.mark.parametrize(
    "name", ["frogs-toads-a-study", "old-frogs", "Frogs & Toads: A Study", "frogs and toads a study"]
)
def test_a_paper_is_found(name: str) -> None:
    assert find(name) == ({"frogs-toads-a-study": YEAR}, [])


def test_facts_of_no_paper_are_a_warning_with_the_closest_name() -> None:
    assert find("pointer-network") == (
        {},
        ["facts.yaml:1: warning: no paper has the slug or title 'pointer-network' (did you mean 'pointer-networks'?)"],
    )


def test_facts_of_an_excluded_paper_wait_in_silence() -> None:
    assert find("hidden") == ({}, [])


def test_facts_of_one_paper_twice_are_a_warning() -> None:
    facts, problems = find("pointer-networks", "Pointer Networks")
    assert facts == {"pointer-networks": YEAR}
    assert problems == [
        "facts.yaml:2: warning: these facts are of the paper that line 1 gives facts of: left out"
        " (make one entry of the two)"
    ]


def test_a_title_of_two_papers_is_a_warning() -> None:
    twins = {slug: make_paper("Pointer Networks", slug=slug) for slug in ("pointers-a", "pointers-b")}
    assert find("Pointer Networks", papers=twins)[1] == [
        "facts.yaml:1: warning: 2 papers have the title 'Pointer Networks' (write pointers-a or pointers-b)"
    ]
