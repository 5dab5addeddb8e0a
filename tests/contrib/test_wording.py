"""What readers of documents see of a paper."""

from __future__ import annotations

from typing import Any

import pytest
from sitegen_papers_docs.catalogue import Author, Catalogue, Facts, Paper, Removed
from sitegen_papers_docs.wording import card, link_text, removed_card, tooltip

GRAY, NOETHER, ROE, DOE, LI = (
    Author(*name.split()) for name in ("Gray Ada", "Noether Emmy", "Roe Jo", "Doe Jan", "Li Wei")
)
CATALOGUE = Catalogue("", {}, {}, {}, {}, {}, {"water": "Water", "birds": "Birds & <b>"})


def paper(**parts: Any) -> Paper:
    return Paper(**{"slug": "tides", "url": "papers/tides.html", "title": "Tides", **parts})


@pytest.mark.parametrize(
    ("facts", "text"),
    [
        (Facts(), "Tides"),
        (Facts(year=2019), "Tides"),
        (Facts(authors=(GRAY,)), "Gray"),
        (Facts(authors=(GRAY,), year=2019), "Gray, 2019"),
        (Facts(authors=(GRAY, NOETHER), year=2019), "Gray and Noether, 2019"),
        (Facts(authors=(GRAY, NOETHER, ROE), year=2019), "Gray et al., 2019"),
        (Facts(authors=(GRAY,), more_authors=True, year=2019), "Gray et al., 2019"),
    ],
)
def test_a_citation_says_what_is_known(facts: Facts, text: str) -> None:
    assert link_text(paper(facts=facts), "citation") == text


@pytest.mark.parametrize(
    ("authors", "more", "by"),
    [
        ((GRAY,), False, "Ada Gray"),
        ((GRAY, NOETHER), False, "Ada Gray and Emmy Noether"),
        ((GRAY, NOETHER, ROE, DOE), False, "Ada Gray, Emmy Noether, Jo Roe and Jan Doe"),
        ((GRAY, NOETHER, ROE, DOE, LI), False, "Ada Gray, Emmy Noether, Jo Roe and 2 more"),
        ((GRAY, NOETHER), True, "Ada Gray, Emmy Noether and others"),
    ],
)
def test_a_card_names_some_authors(authors: tuple[Author, ...], more: bool, by: str) -> None:
    assert card(paper(facts=Facts(authors=authors, more_authors=more)), CATALOGUE)["data-paper-by"] == by


def test_a_card_has_what_is_known_and_nothing_else() -> None:
    assert card(paper(), CATALOGUE) == {"data-paper-title": "Tides"}
    full = paper(facts=Facts(year=2019, venue="Water Letters"), tags=("water", "gone", "birds"), abstract="High.")
    assert card(full, CATALOGUE) == {
        "data-paper-title": "Tides",
        "data-paper-where": "Water Letters 2019",
        "data-paper-preview": "High.",
        "data-paper-tags": "Water · Birds & <b>",
    }


def test_a_year_that_the_venue_names_is_not_said_twice() -> None:
    assert card(paper(facts=Facts(year=2021, venue="ICLR 2021")), CATALOGUE)["data-paper-where"] == "ICLR 2021"


def test_a_preview_begins_where_the_catalogue_says_and_ends_at_a_word() -> None:
    abstract = "Tides are old. " + "We date them anew. " * 40
    preview = card(paper(abstract=abstract, preview_from=15), CATALOGUE)["data-paper-preview"]
    assert preview.startswith("… We date them anew. We")
    assert preview.endswith(" We date…")
    assert 200 < len(preview) < 250


@pytest.mark.parametrize("offset", [-5, 99])
def test_an_offset_outside_of_the_abstract_is_its_beginning(offset: int) -> None:
    assert card(paper(abstract="High.", preview_from=offset), CATALOGUE)["data-paper-preview"] == "High."


def test_characters_that_steer_are_left_out() -> None:
    title = "\x02wzxhzdk:0\x03 High\u202e\r\n tides\u2028and \x1b[31mreeds"
    assert link_text(paper(title=title), "title") == "wzxhzdk:0 High tides and [31mreeds"


def test_a_title_of_nothing_is_the_name() -> None:
    assert link_text(paper(title="\u200b\u202e"), "title") == "tides"


def test_a_removed_paper_says_so_with_day_and_reason() -> None:
    shown = removed_card(Removed("owls", "Owls", "Withdrawn", "2026-05-06"))
    assert tooltip(shown) == "Owls — Removed from the catalogue on 2026-05-06: Withdrawn"
    assert removed_card(Removed("owls", "Owls"))["data-paper-note"] == "Removed from the catalogue"
