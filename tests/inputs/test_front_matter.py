"""Front matter before a list: title and date are the digest's."""

from __future__ import annotations

import pytest
from lists import AUTHORS, TEXTS, authors, papers, printed, reading, said

from sitegen.day import Day

KEYS = "---\ntitle: Papers of March\ndate: 2024-03-05\n---\n"
SPACED = "{title}\n\n{abstract}\n\n"


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("form", "file"),
    [
        (SPACED, "list.txt"),
        ("{title}\n{abstract}\n", "list.txt"),
        ("## {title}\n\n{abstract}\n\n", "list.md"),
        ("Title: {title}\nAuthors: {authors}\nAbstract: {abstract}\n\n", "list.txt"),
    ],
)
def test_any_list_may_stand_behind_front_matter(form: str, file: str, end: str) -> None:
    found = reading((KEYS + printed(form)).replace("\n", end), file)
    assert (found.title, found.date, papers(found), found.problems) == ("Papers of March", Day(3, 5, 2024), TEXTS, ())
    assert authors(found) == (AUTHORS if "authors" in form else [""] * 4)
    assert found.entries[0].line == 5


@pytest.mark.parametrize(
    "value", ["'2024-03-05'", "2024-03-05T10:00:00Z", "2024-03-05 10:00:00 +0100", "March 5, 2024"]
)
def test_a_day_is_understood_in_its_usual_forms(value: str) -> None:
    assert reading(f'---\ntitle: "March: Papers"\ndate: {value}\n...\n{printed(SPACED)}').date == Day(3, 5, 2024)


def test_what_is_not_used_of_it_is_named() -> None:
    head = "---\nlayout: post\ntitle: March\ndate: soon\ntags:\n  - a\n  - b\n---\n"
    assert said(head + printed(SPACED)) == [
        "list.txt:4:1: warning: the date 'soon' is not understood (write it as 2024-04-03)",
        "list.txt:2:1: warning: of the front matter only title and date are used, not 'layout', 'tags'"
        " (`digests:` in site.yaml takes description and source)",
    ]


@pytest.mark.parametrize("head", ["---\n", "---\n\n---\n", "---\nno keys at all\n---\n", "----\ntitle: a\n----\n"])
def test_rulers_alone_are_no_front_matter(head: str) -> None:
    assert reading(head + printed(SPACED)).title == ""
