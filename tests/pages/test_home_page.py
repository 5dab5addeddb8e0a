from __future__ import annotations

import pytest
from builders import make_catalogue, make_test_index

from sitegen.catalogue.model import Catalogue
from sitegen.pages.home import HomeView, pages
from sitegen.pages.map.draw import draw
from sitegen.pages.map.layout import HEIGHT, WIDTH


def home(catalogue: Catalogue, **settings: object) -> HomeView:
    (page,) = pages(make_test_index(catalogue, **settings))
    assert isinstance(page.view, HomeView)
    return page.view


@pytest.mark.parametrize(
    ("description", "purpose"),
    [
        ("Papers on whales.", "2 papers on whales."),
        ("What we read about whales.", "What we read about whales."),
        ("", "Whale shelf"),
    ],
)
def test_the_purpose_is_the_sites_own_sentence_with_the_real_count(description: str, purpose: str) -> None:
    assert home(make_catalogue({"d": ["A", "B"]}), title="Whale shelf", description=description).purpose == purpose


def test_the_newest_digest_opens_the_home_page_in_its_own_order() -> None:
    view = home(make_catalogue({"new": ["Z", None, "A"], "old": ["B"]}))
    assert view.newest is not None
    assert (view.newest.digest.id, [paper.href for paper in view.papers]) == ("new", ["papers/z.html", "papers/a.html"])
    assert [digest.id for digest, _ in view.earlier] == ["old"]


def test_groups_show_the_tags_that_most_papers_carry() -> None:
    tags = {"one": ["A"], "two": ["A", "B"], "none": []}
    (top,) = home(make_catalogue({"d": ["A", "B"]}, tags=tags)).groups
    assert ([tag.slug for tag, _ in top.tags], top.more) == (["two", "one"], 1)


def test_a_handful_of_papers_has_no_map() -> None:
    assert home(make_catalogue({"d": ["A", "B"]})).map is None


def test_the_map_draws_each_paper_in_the_colour_of_its_first_tag() -> None:
    titles = [f"P{n:02}" for n in range(14)]
    catalogue = make_catalogue({"d": titles}, tags={"t": titles[:7]})
    index = make_test_index(catalogue)
    drawn = draw(index, {f"p{n:02}": (10 * n, 5) for n in range(14)})
    assert drawn is not None
    assert [(dots.colour, dots.path.count("M")) for dots in drawn.dots] == [(0, 7), (1, 7)]
    assert drawn.dots[1].path.startswith("M0 5h0M10 5h0")


def test_names_on_the_map_stay_inside_and_apart() -> None:
    titles = [f"P{n:03}" for n in range(120)]
    tags = {f"topic-{t}": titles[t::12] for t in range(12)}
    catalogue = make_catalogue({"d": titles}, tags=tags)
    index = make_test_index(catalogue)
    at = {f"p{n:03}": (40 + 80 * (n % 12) + n // 12, 30 + 40 * (n % 12) + 3 * (n // 12)) for n in range(120)}
    drawn = draw(index, at)
    assert drawn is not None
    assert len(drawn.labels) > 5
    for labels in (drawn.labels, drawn.narrow_labels):
        for label in labels:
            assert label.left >= 0
            assert label.left + label.width <= WIDTH
            assert label.top >= 0
            assert label.top + label.height <= HEIGHT
        pairs = [(a, b) for i, a in enumerate(labels) for b in labels[:i]]
        assert all(
            a.left + a.width <= b.left
            or b.left + b.width <= a.left
            or a.top + a.height <= b.top
            or b.top + b.height <= a.top
            for a, b in pairs
        )


def test_no_name_on_the_map_covers_a_dot() -> None:
    titles = [f"P{n:03}" for n in range(120)]
    tags = {f"topic-{t}": titles[t::12] for t in range(12)}
    catalogue = make_catalogue({"d": titles}, tags=tags)
    at = {f"p{n:03}": (60 + 80 * (n % 12) + 2 * (n // 12), 60 + 37 * (5 * n % 12) + 3 * (n // 12)) for n in range(120)}
    drawn = draw(make_test_index(catalogue), at)
    assert drawn is not None
    assert drawn.labels
    assert drawn.narrow_labels
    for label in (*drawn.labels, *drawn.narrow_labels):
        covered = [
            (x, y)
            for x, y in at.values()
            if label.left <= x <= label.left + label.width and label.top <= y <= label.top + label.height
        ]
        assert covered == [], label.tag.slug


def test_the_home_page_names_new_papers_first() -> None:
    catalogue = make_catalogue(
        {"new": ["Old one", "New one"], "old": ["Old one"]}, dates={"new": "04-03", "old": "04-02"}
    )
    assert [paper.href for paper in home(catalogue).papers] == ["papers/new-one.html", "papers/old-one.html"]
