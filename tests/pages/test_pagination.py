from __future__ import annotations

import pytest
from builders import make_catalogue, make_test_index
from hypothesis import given
from hypothesis import strategies as st

from sitegen.pages import digest, pagination, paper, tag
from sitegen.pages.digest import DigestView
from sitegen.pages.page_index import PageIndex
from sitegen.pages.paper import PaperView
from sitegen.pages.tag import TagView

TITLES = [f"No. {number:03}" for number in range(1, 121)]


@pytest.fixture(scope="module")
def long() -> PageIndex:
    catalogue = make_catalogue({"d": TITLES}, tags={"t": TITLES, "brief": TITLES[:48]})
    return make_test_index(catalogue)


@pytest.mark.parametrize(("rows", "lengths"), [(0, [0]), (1, [1]), (48, [48]), (49, [24, 25]), (150, [37, 38, 37, 38])])
def test_a_list_is_cut_into_equal_pages_once_it_is_too_long_for_one(rows: int, lengths: list[int]) -> None:
    parts = pagination.cuts([pagination.SMALLEST] * rows)
    assert [part.stop - part.start for part in parts] == lengths
    assert [n for part in parts for n in range(rows)[part]] == list(range(rows))


@given(st.lists(st.integers(1, 5000), min_size=1, max_size=200), st.integers(1, 5000))
def test_long_rows_get_more_pages_and_no_row_is_lost(sizes: list[int], room: int) -> None:
    parts = pagination.cuts(sizes, room)
    assert [n for part in parts for n in range(len(sizes))[part]] == list(range(len(sizes)))
    assert all(part.stop > part.start for part in parts)
    assert all(sum(sizes[part.start + 1 : part.stop]) <= room for part in parts)


def test_the_further_pages_of_a_list_take_no_other_lists_name() -> None:
    assert [pagination.path("tags/x.html", number) for number in (1, 2)] == ["tags/x.html", "tags/x.2.html"]


def test_every_paper_of_a_long_tag_stands_on_one_of_its_pages(long: PageIndex) -> None:
    views = {page.path: page.view for page in tag.pages(long) if isinstance(page.view, TagView)}
    assert list(views) == ["tags/t.html", "tags/t.2.html", "tags/t.3.html", "tags/brief.html"]
    rows = [str(row.title) for path, view in views.items() if path.startswith("tags/t.") for row in view.rows]
    assert rows == TITLES
    assert [(item.href, item.here) for item in views["tags/t.2.html"].pager] == [
        ("t.html", False),
        ("t.2.html", True),
        ("t.3.html", False),
    ]
    assert views["tags/brief.html"].pager == ()


def test_the_pages_of_a_long_digest_are_named_by_their_numbers(long: PageIndex) -> None:
    views = [page.view for page in digest.pages(long) if isinstance(page.view, DigestView)]
    assert [item.number for view in views for item in view.rows] == list(range(1, 121))
    assert [(item.first, item.last) for item in views[0].pager] == [("1", "40"), ("41", "80"), ("81", "120")]


def test_a_paper_leads_to_its_line_on_the_right_page_of_a_digest(long: PageIndex) -> None:
    (view,) = (page.view for page in paper.pages(long) if page.path == "papers/no-077.html")
    assert isinstance(view, PaperView)
    assert [place.href for place in view.places] == ["digests/d.2.html#no-77"]
