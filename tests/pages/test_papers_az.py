from __future__ import annotations

import pytest
from builders import make_catalogue, make_test_index

from sitegen.catalogue.model import Catalogue
from sitegen.pages.letters import letter_of
from sitegen.pages.papers import PapersView, pages


def views(catalogue: Catalogue, per_page: int = 60) -> dict[str, PapersView]:
    index = make_test_index(catalogue, papers_per_page=per_page)
    return {page.path: page.view for page in pages(index) if isinstance(page.view, PapersView)}


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Attention", "A"),
        ("“Quoted” words", "Q"),
        ("Über alles", "U"),
        ("ŁÓDŹ", "L"),
        ("3D vision", "0–9"),
        ("🤖", "0–9"),
        ("Сети", "Cyrillic"),
        ("稀疏", "Chinese"),
        ("ضغط", "Arabic"),
        ("β-VAE", "Greek"),
        ("ネット", "Japanese"),
    ],
)
def test_a_title_is_filed_under_its_letter_or_script(title: str, name: str) -> None:
    assert letter_of(title) == name


def test_digits_come_first_then_letters_then_other_scripts() -> None:
    (view,) = views(make_catalogue({"d": ["稀疏", "Zebra", "3D", "Ape", "Сети"]})).values()
    assert [section.name for section in view.sections] == ["0–9", "A", "Z", "Chinese", "Cyrillic"]


def test_every_paper_stands_on_one_page() -> None:
    titles = [f"Paper {n}" for n in range(7)]
    pages_of = views(make_catalogue({"d": titles}), per_page=3)
    assert list(pages_of) == ["papers.html", "papers-2.html", "papers-3.html"]
    rows = [str(row.title) for view in pages_of.values() for section in view.sections for row in section.rows]
    assert rows == titles


def test_letters_lead_to_the_page_where_they_begin() -> None:
    pages_of = views(make_catalogue({"d": ["A1", "A2", "A3", "B1"]}), per_page=2)
    assert [(letter.name, letter.href) for letter in pages_of["papers-2.html"].letters] == [
        ("A", "papers.html#letter-a"),
        ("B", "#letter-b"),
    ]
    assert [(s.name, s.continued) for s in pages_of["papers-2.html"].sections] == [("A", True), ("B", False)]


def test_the_pager_has_guide_words() -> None:
    pages_of = views(make_catalogue({"d": ["Alpha one", "Beta: two", "Gamma"]}), per_page=2)
    assert [(item.href, item.first, item.last) for item in pages_of["papers.html"].pager] == [
        ("papers.html", "Alpha", "Alpha"),
        ("papers-2.html", "Beta", "Gamma"),
    ]


def test_one_page_needs_no_pager() -> None:
    assert views(make_catalogue({"d": ["A"]}))["papers.html"].pager == ()


def test_the_pager_of_a_large_catalogue_names_a_choice_of_pages() -> None:
    pages_of = views(make_catalogue({"d": [f"T{n:03}" for n in range(200)]}), per_page=1)
    pager = pages_of["papers-100.html"].pager
    numbers = [item.number for item in pager]
    assert len(numbers) < 30
    assert {1, 96, 97, 98, 99, 100, 101, 102, 103, 104, 200} <= set(numbers)
    assert [item.number for item in pager if item.here] == [100]
