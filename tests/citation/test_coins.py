"""What Zotero reads of a page without citation tags."""

from __future__ import annotations

from urllib.parse import parse_qsl

from builders import make_paper

from sitegen.citation.coins import coins
from sitegen.citation.record import make_record
from sitegen.day import Day
from sitegen.facts import Facts, Person

PAGE = "https://h.example/papers/glim.html"


def said(facts: Facts = Facts(), page: str = PAGE, title: str = "GLIM & Co: 100% Light") -> list[tuple[str, str]]:  # noqa: B008
    record = make_record(make_paper(title, slug="glim"), facts, page=page, catalogue="Papers")
    head, *rest = parse_qsl(coins(record), strict_parsing=True)
    assert head == ("ctx_ver", "Z39.88-2004")
    assert rest[0] == ("rft_val_fmt", "info:ofi/fmt:kev:mtx:dc")
    return rest[1:]


def test_a_paper_of_which_nothing_else_is_known_is_a_document_with_a_title() -> None:
    assert said() == [("rft.title", "GLIM & Co: 100% Light"), ("rft_id", PAGE), ("rft.type", "document")]


def test_all_that_is_known_is_said_and_the_type_comes_last() -> None:
    facts = Facts(
        authors=(Person("Žeměř", "Ada B."), Person("Some Group")),
        venue="Journal of Light",
        doi="10.1/a&b",
        published=Day(1, 2, 2021),
    )
    assert said(facts) == [
        ("rft.title", "GLIM & Co: 100% Light"),
        ("rft.creator", "Žeměř, Ada B."),
        ("rft.creator", "Some Group"),
        ("rft.date", "2021"),
        ("rft.source", "Journal of Light"),
        ("rft_id", "info:doi/10.1/a&b"),
        ("rft_id", "https://doi.org/10.1/a%26b"),
        ("rft.type", "journalArticle"),
    ]


def test_a_day_is_that_of_the_preprint() -> None:
    found = said(Facts(arxiv="2101.00001", published=Day(1, 2, 2021)))
    assert ("rft.date", "2021-01-02") in found
    assert ("rft.type", "preprint") in found


def test_without_an_address_none_is_made_up() -> None:
    assert [key for key, _ in said(page="")] == ["rft.title", "rft.type"]
