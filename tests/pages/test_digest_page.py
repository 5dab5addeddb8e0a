from __future__ import annotations

import pytest
from builders import make_catalogue, make_test_index

from sitegen.catalogue.model import Catalogue
from sitegen.pages import digests as digests_page
from sitegen.pages.digest import DigestView, pages
from sitegen.pages.digests import DigestsView

DAYS = {"new": "04-03", "old": "03-14"}


def views(catalogue: Catalogue) -> dict[str, DigestView]:
    index = make_test_index(catalogue)
    return {page.view.digest.id: page.view for page in pages(index) if isinstance(page.view, DigestView)}


def test_a_digest_keeps_its_own_order_and_numbers() -> None:
    view = views(make_catalogue({"d": ["Zebra", None, "Ape"]}))["d"]
    assert [(item.number, str(item.row.title)) for item in view.rows] == [(1, "Zebra"), (3, "Ape")]
    assert view.left_out == 1


def test_new_is_what_no_earlier_digest_has() -> None:
    view = views(make_catalogue({"new": ["A", "B"], "old": ["B"]}, dates=DAYS))["new"]
    assert [(item.row.href, item.new) for item in view.rows] == [("papers/a.html", True), ("papers/b.html", False)]
    assert view.new == 1


def test_nothing_is_marked_in_the_earliest_digest() -> None:
    view = views(make_catalogue({"new": ["A"], "old": ["B"]}, dates=DAYS))["old"]
    assert view.first
    assert [item.new for item in view.rows] == [False]


def test_a_digest_names_the_one_before_and_after() -> None:
    view = views(
        make_catalogue({"c": ["A"], "b": ["A"], "a": ["A"]}, dates={"c": "04-03", "b": "04-02", "a": "04-01"})
    )["b"]
    assert view.newer is not None
    assert view.older is not None
    assert (view.newer.id, view.older.id) == ("c", "a")


def test_two_digests_of_one_day_have_different_labels() -> None:
    catalogue = make_catalogue(
        {"x": ["A"], "y": ["A"], "z": ["A"]},
        dates={"x": "04-03", "y": "04-03", "z": "03-01"},
        titles={"x": "Morning", "y": "Evening"},
    )
    index = make_test_index(catalogue)
    assert [link.label for link in index.digests.values()] == ["Morning", "Evening", "1 March"]


def test_a_digest_without_a_day_goes_by_its_title() -> None:
    catalogue = make_catalogue({"x": ["A"]}, titles={"x": "Graphs and time series, a long list of papers"})
    (link,) = make_test_index(catalogue).digests.values()
    assert link.label == "Graphs and time series, a long…"


@pytest.mark.parametrize("titles", [{}, {"x": "3 April", "y": "y", "z": "3 April 2025"}])
def test_a_digest_without_a_title_of_its_own_is_named_by_its_day_or_its_length(titles: dict[str, str]) -> None:
    catalogue = make_catalogue(
        {"x": ["A"], "y": ["A"], "z": ["A"]}, dates={"x": "04-03", "z": "2025-04-03"}, titles=titles
    )
    index = make_test_index(catalogue)
    assert [link.title for link in index.digests.values()] == [
        "Digest of 3 April",
        "Undated digest, 1 paper",
        "Digest of 3 April 2025",
    ]


def test_all_digests_are_listed_with_what_each_brought() -> None:
    catalogue = make_catalogue({"new": ["A", "B"], "old": ["B"]}, dates=DAYS)
    (page,) = digests_page.pages(make_test_index(catalogue))
    assert isinstance(page.view, DigestsView)
    assert [(line.digest.id, line.entries, line.new, line.first) for line in page.view.lines] == [
        ("new", 2, 1, False),
        ("old", 1, 1, True),
    ]


def test_a_digest_without_a_date_is_neither_older_nor_newer_and_brings_nothing_new() -> None:
    found = views(make_catalogue({"new": ["A"], "old": ["B"], "some-day": ["A", "C"]}, dates=DAYS))
    assert [item.new for item in found["new"].rows] == [True]
    undated = found["some-day"]
    assert (undated.older, undated.newer, undated.first, undated.new) == (None, None, False, 0)
    assert found["old"].first
    assert found["old"].older is None


def test_the_earliest_digest_of_a_paper_is_one_with_a_date_if_it_can() -> None:
    catalogue = make_catalogue({"new": ["A"], "old": ["A"], "some-day": ["A", "C"]}, dates=DAYS)
    assert catalogue.first_seen == {"a": "old", "c": "some-day"}


def test_digests_without_title_and_day_are_told_apart() -> None:
    index = make_test_index(make_catalogue({"x": ["A", "B"], "y": ["A", "B"], "z": ["A"]}))
    assert [digest.label for digest in index.digests.values()] == [
        "Undated digest, 2 papers",
        "Undated digest, 2 papers (2)",
        "Undated digest, 1 paper",
    ]
