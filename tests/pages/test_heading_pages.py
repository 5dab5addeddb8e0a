"""The pages of authors, years and venues, their indexes, and what rows and papers say of all three."""

from __future__ import annotations

import json

import pytest
from builders import files_of, make_catalogue, make_facts, make_test_index, with_facts

from sitegen.catalogue.model import Catalogue
from sitegen.config.model import AuthorSettings
from sitegen.day import Day
from sitegen.exports import all_names
from sitegen.facts import Facts
from sitegen.pages import author, authors, newest, pages, redirect, venue, venues, year, years
from sitegen.pages.by_year import YearSection
from sitegen.pages.heading_index import HeadingIndexView
from sitegen.pages.heading_page import HeadingView
from sitegen.pages.newest import NewestView
from sitegen.pages.page import Page
from sitegen.pages.page_index import Byline, HeadingRef
from sitegen.pages.years import YearsView
from sitegen.permalinks.model import PermalinkRecord, Permalinks

PLAIN = make_catalogue({"d": ["Ants", "Bees", "Cod", "Eel"]}, tags={"sea": ["Cod", "Eel"], "land": ["Ants"]})
KNOWN = {
    "ants": make_facts("Ada Gray", "Bo Lee", year=2021, venue="ICML 2021"),
    "bees": make_facts("Bo Lee", year=2023, venue="ICML 2023", published=Day(3, 1, 2023)),
    "cod": Facts(year=2023, published=Day(5, 1, 2023)),
}
CATALOGUE = with_facts(PLAIN, KNOWN)


def paths(catalogue: Catalogue) -> list[str]:
    return [page.path for page in pages(make_test_index(catalogue))]


def by_path(catalogue: Catalogue = CATALOGUE) -> dict[str, Page]:
    return {page.path: page for page in pages(make_test_index(catalogue))}


def shown(sections: tuple[YearSection, ...]) -> list[tuple[str, list[str]]]:
    """The headings of a list and the titles under them."""
    return [(s.year.name if s.year else "unknown", [row.title for row in s.rows]) for s in sections]


def test_a_catalogue_without_facts_has_no_page_link_or_order_more_than_before() -> None:
    assert paths(with_facts(PLAIN, {})) == paths(PLAIN)
    index = make_test_index(with_facts(PLAIN, {"ants": Facts(doi="10.1000/182")}))
    assert [item.key for item in index.site.nav] == ["papers", "tags", "digests"]
    assert all(row.byline is None for row in index.rows.values())
    for kind in (author, authors, newest, venue, venues, year, years):
        assert list(kind.pages(index)) == []


def test_the_navigation_leads_to_what_is_known_alone() -> None:
    dated = make_test_index(with_facts(PLAIN, {"cod": Facts(year=2023)}))
    assert [item.key for item in dated.site.nav] == ["papers", "tags", "digests", "years"]
    assert [item.href for item in make_test_index(CATALOGUE).site.nav[3:]] == [
        "authors.html",
        "years.html",
        "venues.html",
    ]


def test_authors_years_and_venues_have_flat_pages_and_an_index_each() -> None:
    assert [path for path in paths(CATALOGUE) if path.startswith(("authors", "years", "venues"))] == [
        "authors.html",
        "authors/ada-gray.html",
        "authors/bo-lee.html",
        "years.html",
        "years/2023.html",
        "years/2021.html",
        "venues.html",
        "venues/icml.html",
    ]


def test_an_authors_papers_stand_newest_first_under_their_years() -> None:
    view = by_path()["authors/bo-lee.html"].view
    assert isinstance(view, HeadingView)
    assert shown(view.sections) == [("2023", ["Bees"]), ("2021", ["Ants"])]


def test_names_stand_by_family_name_under_their_letters() -> None:
    view = by_path()["authors.html"].view
    assert isinstance(view, HeadingIndexView)
    assert [(s.name, [(line.heading.name, line.papers) for line in s.lines]) for s in view.sections] == [
        ("G", [("Gray, Ada", 1)]),
        ("L", [("Lee, Bo", 2)]),
    ]


def test_very_many_names_stand_on_several_pages_that_the_letters_lead_to() -> None:
    crowd = with_facts(PLAIN, {"ants": make_facts(*(f"Ada {letter}{n:03}" for letter in "AB" for n in range(700)))})
    index = make_test_index(crowd)
    first, second = authors.pages(index)
    assert (first.path, second.path) == ("authors.html", "authors.2.html")
    assert isinstance(first.view, HeadingIndexView)
    assert [(letter.name, letter.href) for letter in first.view.letters] == [
        ("A", "#letter-a"),
        ("B", "authors.2.html#letter-b"),
    ]
    assert sum(len(s.lines) for s in first.view.sections) == 700
    (names,) = files_of(all_names.EXPORT, index).items()
    assert names[0] == first.view.script == "names/authors.js"
    listed = json.loads(names[1].removeprefix(b"sitegenNames(").removesuffix(b");\n"))
    assert [listed[0], len(listed)] == [["A000, Ada", "authors/ada-a000.html", 1], 1400]


def test_names_that_stand_on_one_page_need_no_script() -> None:
    assert files_of(all_names.EXPORT, make_test_index(CATALOGUE)) == {}
    assert by_path()["authors.html"].view.script == ""  # type: ignore[attr-defined]


def test_years_stand_newest_first_with_their_papers_and_what_is_not_known() -> None:
    view = by_path()["years.html"].view
    assert isinstance(view, YearsView)
    assert ([(one.year.name, one.papers) for one in view.years], view.unknown) == ([("2023", 2), ("2021", 1)], 1)


def test_a_later_day_of_one_year_stands_first() -> None:
    assert CATALOGUE.papers_of_year == {2023: ("cod", "bees"), 2021: ("ants",)}


def test_papers_of_no_known_year_come_last_and_are_not_ranked() -> None:
    facts = {"eel": Facts(year=1999), "bees": Facts(venue="ICML")}
    assert list(with_facts(PLAIN, facts).newest_first) == ["eel", "ants", "bees", "cod"]


def test_of_one_year_papers_without_a_day_of_it_stand_a_to_z_behind_those_with_one() -> None:
    two = make_catalogue({"new": ["Newts", "Eel"], "old": ["Ants", "Bees"]})
    same = Facts(year=2020)
    facts = {
        "ants": same,
        "bees": Facts(year=2020, published=Day(31, 12, 2019)),
        "eel": Facts(year=2020, published=Day(2, 1, 2020)),
    }
    assert list(with_facts(two, {**facts, "newts": same}).newest_first) == ["eel", "ants", "bees", "newts"]


@pytest.mark.parametrize(("days", "dated"), [((), 0), ((5,), 1), ((5, 3), 2)])
def test_a_year_knows_of_how_many_papers_it_has_the_day(days: tuple[int, ...], dated: int) -> None:
    facts = dict.fromkeys(("ants", "bees"), Facts(year=2020))
    facts |= {slug: Facts(published=Day(day, 1, 2020)) for slug, day in zip(facts, days, strict=False)}
    (page,) = year.pages(make_test_index(with_facts(PLAIN, facts)))
    assert page.view.dated == dated  # type: ignore[attr-defined]


def test_every_list_can_be_read_newest_first() -> None:
    found = by_path()
    assert [path for path in found if ".newest" in path] == [
        "papers.newest.html",
        "tags/sea.newest.html",
        "digests/d.newest.html",
    ]
    view = found["papers.newest.html"].view
    assert isinstance(view, NewestView)
    assert shown(view.sections) == [("2023", ["Cod", "Bees"]), ("2021", ["Ants"]), ("unknown", ["Eel"])]
    assert [(order.label, order.href, order.here) for order in view.orders] == [
        ("A–Z", "papers.html", False),
        ("newest first", "papers.newest.html", True),
    ]


def test_a_list_names_the_other_order_where_there_is_one() -> None:
    found = by_path()
    assert [order.href for order in found["tags/sea.html"].view.orders] == [  # type: ignore[attr-defined]
        "tags/sea.html",
        "tags/sea.newest.html",
        "search.html?tag=sea&sort=best",
    ]
    assert found["tags/land.html"].view.orders == ()  # type: ignore[attr-defined]


def test_search_engines_are_led_to_a_list_in_its_own_order() -> None:
    found = by_path()
    pages = [found[name] for name in ("tags/sea.html", "tags/sea.newest.html")]
    assert [(page.listed, page.canonical) for page in pages] == [(True, ""), (False, "tags/sea.html")]


def test_a_row_names_up_to_three_authors_where_and_when() -> None:
    index = make_test_index(CATALOGUE)
    assert index.rows["ants"].byline == Byline(
        authors=(HeadingRef("Ada Gray", "authors/ada-gray.html"), HeadingRef("Bo Lee", "authors/bo-lee.html")),
        venue=HeadingRef("ICML", "venues/icml.html"),
        year=HeadingRef("2021", "years/2021.html"),
    )
    assert index.rows["eel"].byline is None


SIX = make_facts("A One", "B Two", "C Three", "D Four", "E Five", "F Six")


def test_a_row_names_four_authors_of_more_the_first_three_and_the_last() -> None:
    four = make_facts("A One", "B Two", "C Three", "D Four")
    rows = make_test_index(with_facts(PLAIN, {"ants": SIX, "bees": four})).rows
    named = [
        ([author.name for author in b.authors], b.others, b.last)
        for b in (rows["ants"].byline, rows["bees"].byline)
        if b
    ]
    assert named == [
        (["A One", "B Two", "C Three"], True, HeadingRef("F Six", "authors/f-six.html")),
        (["A One", "B Two", "C Three", "D Four"], False, None),
    ]


@pytest.mark.parametrize(("slug", "more"), [("a-one", []), ("d-four", ["D Four"]), ("f-six", [])])
def test_a_row_on_an_authors_page_names_the_author(slug: str, more: list[str]) -> None:
    index = make_test_index(with_facts(PLAIN, {"ants": SIX}))
    view = next(page.view for page in author.pages(index) if page.path == f"authors/{slug}.html")
    assert isinstance(view, HeadingView)
    byline = view.sections[0].rows[0].byline
    assert byline is not None
    assert [one.name for one in byline.authors] == ["A One", "B Two", "C Three", *more]
    assert (byline.others, byline.last) == (True, HeadingRef("F Six", "authors/f-six.html"))


def test_a_row_leads_to_the_pdf_that_is_known() -> None:
    rows = make_test_index(with_facts(PLAIN, {"ants": Facts(arxiv="2008.02217"), "bees": Facts(year=2020)})).rows
    assert [row.byline and row.byline.pdf for row in rows.values()][:3] == [
        "https://arxiv.org/pdf/2008.02217",
        "",
        None,
    ]


def test_a_list_of_authors_that_was_cut_short_names_no_last_one() -> None:
    cut = make_facts("A One", "B Two", "C Three", "D Four", "E Five", more_authors=True)
    short = make_facts("A One", "B Two", more_authors=True)
    rows = make_test_index(with_facts(PLAIN, {"ants": cut, "bees": short})).rows
    known = [(len(b.authors), b.others, b.last) for b in (rows["ants"].byline, rows["bees"].byline) if b]
    assert known == [(3, True, None), (2, True, None)]


def test_rows_have_a_name_as_the_paper_prints_it_and_the_address_of_the_person() -> None:
    same = AuthorSettings(same=(("Ada B. Gray", "Ada Gray"),))
    index = make_test_index(with_facts(PLAIN, KNOWN, authors=same))
    byline = index.rows["ants"].byline
    assert byline is not None
    assert byline.authors[0] == HeadingRef("Ada Gray", "authors/ada-b-gray.html")


def test_a_name_that_lost_its_papers_keeps_a_page_that_nothing_lists() -> None:
    kept = Permalinks(others={"authors/al-poe": PermalinkRecord("authors/al-poe", "Al Poe")}, exists=True)
    found = by_path(with_facts(PLAIN, KNOWN, permalinks=kept))
    page = found["authors/al-poe.html"]
    assert (page.listed, page.title) == (False, "Al Poe")
    index = found["authors.html"].view
    assert isinstance(index, HeadingIndexView)
    assert index.headings == 2


def test_the_page_of_a_name_that_was_joined_with_another_leads_on() -> None:
    kept = Permalinks(others={"authors/ada-gray": PermalinkRecord("authors/ada-gray", "Ada Gray")}, exists=True)
    moved = {**kept.others, "authors/a-gray": PermalinkRecord("authors/a-gray", "A. Gray")}
    same = AuthorSettings(same=(("Ada Gray", "A. Gray"),))
    catalogue = with_facts(PLAIN, KNOWN, authors=same, permalinks=Permalinks(others=moved, exists=True))
    (page,) = redirect.pages(make_test_index(catalogue))
    assert (page.path, page.view.target) == ("authors/a-gray.html", "ada-gray.html")  # type: ignore[attr-defined]
    assert page.description == "The page of this author has another address now."


def test_a_new_paper_changes_the_pages_of_its_own_authors_year_and_venue_alone() -> None:
    more = make_catalogue(
        {"d": ["Ants", "Bees", "Cod", "Eel"], "e": ["Fox"]}, tags={"sea": ["Cod", "Eel"], "land": ["Ants"]}
    )
    fox = with_facts(more, {**KNOWN, "fox": make_facts("Bo Lee", year=2021, venue="Bench Letters")})
    before, after = by_path(CATALOGUE), by_path(fox)
    kinds = ("authors/", "years/", "venues/", "papers/", "tags/")
    assert {path for path in before if path.startswith(kinds) and before[path] != after[path]} == {
        "authors/bo-lee.html",
        "years/2021.html",
    }
