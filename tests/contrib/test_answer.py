"""References: every form leads to the paper, every mistake is said with the way out."""

from __future__ import annotations

from pathlib import Path

import pytest
from sitegen_papers_docs.answer import Papers
from sitegen_papers_docs.catalogue import Author, Catalogue, Facts, Paper, Removed
from sitegen_papers_docs.load import Loaded
from sitegen_papers_docs.sources import Source, sources

SEA = "https://sea.example/cat/"
SHORE = "https://shore.example/"
TIDES = Paper("tides", "papers/tides.html", "Tides", facts=Facts(authors=(Author("Gray", "Ada"),), year=2019))


def shelf(name: str, address: str, *papers: Paper, **tables: dict[str, str]) -> Loaded:
    parts: dict[str, dict[str, str]] = {"earlier": {}, "dois": {}, "arxiv": {}, **tables}
    removed = {"owls": Removed("owls", "Owls", "Withdrawn", "2026-05-06")} if address == SEA else {}
    catalogue = Catalogue("", {paper.slug: paper for paper in papers}, removed=removed, tags={}, **parts)
    return Loaded(Source(name, address, None), address, catalogue)


FIRST = shelf(
    "sea",
    SEA,
    TIDES,
    Paper("paper-birds", "papers/paper-birds.html", "Paper Birds"),
    earlier={"high-tide": "tides"},
    dois={"10.1000/a(b)<c>": "tides"},
    arxiv={"1904.10509": "tides", "math/0211159": "paper-birds"},
)
SECOND = shelf(
    "shore", SHORE, Paper("tides", "papers/tides.html", "Tides, again"), Paper("reeds", "papers/reeds.html", "Reeds")
)
PAPERS = Papers((FIRST, SECOND))


@pytest.mark.parametrize(
    "reference",
    [
        "tides", " tides ", "Tides", "paper-tides", "papers/tides.html", f"{SEA}papers/tides.html", "sea:tides",
        "1904.10509", "1904.10509v3", "arXiv:1904.10509", "arxiv: 1904.10509v1", "https://arxiv.org/abs/1904.10509",
        "https://arxiv.org/pdf/1904.10509v2.pdf", "10.48550/arXiv.1904.10509", "https://doi.org/10.48550/arxiv.1904.10509",
        "10.1000/A(b)<c>", "doi:10.1000/a(b)<c>", "https://doi.org/10.1000/a(b)<c>", "sea:10.1000/a(b)<c>",
    ],
)  # fmt: skip
def test_every_form_leads_to_the_paper(reference: str) -> None:
    answer = PAPERS.answer(reference)
    assert (answer.href, answer.text, answer.fault) == (f"{SEA}papers/tides.html", "Tides", None)


def test_a_paper_may_be_called_paper() -> None:
    assert PAPERS.answer("paper-birds").text == "Paper Birds"
    assert PAPERS.answer("paper-paper-birds").text == "Paper Birds"
    assert PAPERS.answer("math/0211159").text == "Paper Birds"


def test_the_first_catalogue_that_has_a_paper_counts_unless_another_is_named() -> None:
    assert PAPERS.answer("shore:tides").href == f"{SHORE}papers/tides.html"
    assert PAPERS.answer("reeds").href == f"{SHORE}papers/reeds.html"
    assert PAPERS.answer("sea:reeds").fault is not None


def test_an_earlier_name_leads_on_and_says_the_present_one() -> None:
    answer = PAPERS.answer("high-tide")
    assert (answer.href, answer.text) == (f"{SEA}papers/tides.html", "Tides")
    assert answer.fault == ("renamed", "the paper 'high-tide' is called 'tides' now: write that")


def test_a_removed_paper_leads_to_the_page_that_says_so() -> None:
    answer = PAPERS.answer("owls")
    assert (answer.href, answer.text) == (f"{SEA}papers/owls.html", "Owls (removed)")
    assert answer.fault == (
        "removed",
        "the paper 'owls', “Owls”, was removed from the catalogue on 2026-05-06: Withdrawn",
    )


@pytest.mark.parametrize(
    ("reference", "said"),
    [
        ("tidez", f"there is no paper 'tidez' in {SEA} or {SHORE}; did you mean 'tides'?"),
        ("Paper Birds", f"there is no paper 'Paper Birds' in {SEA} or {SHORE}; did you mean 'paper-birds'?"),
        ("shore:tidez", f"there is no paper 'tidez' in {SHORE}; did you mean 'tides'?"),
        ("", f"there is no paper '' in {SEA} or {SHORE}"),
        ("10.1/x", f"there is no paper '10.1/x' in {SEA} or {SHORE}"),
        ("10.1000/x", f"no paper in {SEA} or {SHORE} is known to have the DOI '10.1000/x'; try its name"),
        ("arxiv:2001.00001", f"no paper in {SEA} or {SHORE} is known to have the arXiv id '2001.00001'; try its name"),
    ],
)
def test_an_unknown_paper_leads_nowhere_and_hears_what_was_meant(reference: str, said: str) -> None:
    answer = PAPERS.answer(reference)
    assert (answer.href, answer.fault) == ("", ("unknown", said))


def test_where_a_catalogue_cannot_be_read_names_are_trusted_and_ids_lead_nowhere() -> None:
    papers = Papers((Loaded(Source("", SEA, None), SEA, None, "gone"),))
    assert papers.answer("paper-tides").href == f"{SEA}papers/tides.html"
    assert papers.answer("javascript:alert(1)").href == ""
    assert papers.answer("10.1000/x").href == ""
    assert papers.answer("tides").fault is None


def test_a_catalogue_without_an_address_is_looked_up_but_not_linked_to() -> None:
    papers = Papers((Loaded(Source("", "", Path("site")), "", FIRST.catalogue, "no address"),))
    assert (papers.answer("tides").href, papers.answer("tides").text) == ("", "Tides")


def test_the_text_may_be_a_citation() -> None:
    assert Papers((FIRST,), "citation").answer("tides").text == "Gray, 2019"


def test_a_fingerprint_tells_answers_apart() -> None:
    prints = {PAPERS.answer(reference).fingerprint for reference in ("tides", "high-tide", "owls", "shore:tides", "x")}
    assert len(prints) == 5
    assert PAPERS.answer("tides").fingerprint == PAPERS.answer("paper-tides").fingerprint


@pytest.mark.parametrize(
    ("setting", "found"),
    [
        (SEA, [("", SEA, None)]),
        ("https://sea.example/cat", [("", SEA, None)]),
        ("https://sea.example/cat/papers.json", [("", SEA, None)]),
        ("../site", [("", "", "site")]),
        ({"url": SEA, "folder": "../site"}, [("", SEA, "site")]),
        ({"sea": SEA, "shore": {"folder": "../site"}}, [("sea", SEA, None), ("shore", "", "site")]),
    ],
)
def test_a_setting_names_one_catalogue_or_several(
    setting: object, found: list[tuple[str, str, str | None]], tmp_path: Path
) -> None:
    base = tmp_path.resolve() / "docs"
    assert [(one.name, one.address, one.folder) for one in sources(setting, base)] == [
        (name, address, base.parent / folder if folder else None) for name, address, folder in found
    ]


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ("", "no catalogue is named"),
        ({}, "no catalogue is named"),
        (7, "7 is no catalogue"),
        ({"sea": None}, "None is no catalogue"),
        ({"url": 7}, "are texts"),
        ({"arxiv": SEA}, "cannot be called 'arxiv'"),
        ({"My Sea": SEA}, "cannot be called 'My Sea'"),
        ("https://sea.example/?q=1", "no address"),
        ({"url": "javascript:x"}, "no address"),
    ],
)
def test_a_setting_that_is_none_is_refused_with_the_way_out(setting: object, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        sources(setting, Path("docs"))
