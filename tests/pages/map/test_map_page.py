from __future__ import annotations

import pytest
from builders import make_catalogue, make_test_index

from sitegen.catalogue.model import Catalogue
from sitegen.pages import pages
from sitegen.pages.map import holds_all
from sitegen.pages.map.page import MapView
from sitegen.pages.paper import PaperView

TITLES = [f"P{number:02}" for number in range(14)]


def views(catalogue: Catalogue) -> dict[str, object]:
    return {page.path: page.view for page in pages(make_test_index(catalogue))}


def test_each_paper_has_one_dot_under_its_first_tag() -> None:
    view = views(make_catalogue({"d": TITLES}, tags={"one": TITLES[:4], "two": TITLES[2:9]}))["map.html"]
    assert isinstance(view, MapView)
    found = [
        (group.name if group else "", topic.tag.slug if topic.tag else "", [dot.title for dot in topic.dots])
        for group, topics in view.groups
        for topic in topics
    ]
    assert found == [("Topics", "one", TITLES[:4]), ("Topics", "two", TITLES[4:9]), ("", "", TITLES[9:])]
    assert (view.placed, view.papers) == (14, 14)


def test_a_dot_leads_to_its_paper() -> None:
    view = views(make_catalogue({"d": TITLES}))["map.html"]
    assert isinstance(view, MapView)
    assert [dot.href for _, (topic,) in view.groups for dot in topic.dots][:2] == ["papers/p00.html", "papers/p01.html"]


def test_papers_lead_to_their_place_only_where_there_is_a_map() -> None:
    few, enough = views(make_catalogue({"d": TITLES[:11]})), views(make_catalogue({"d": TITLES[:12]}))
    assert ("map.html" in few, "map.html" in enough) == (False, True)
    shown = few["papers/p00.html"], enough["papers/p00.html"]
    assert [view.on_map for view in shown if isinstance(view, PaperView)] == [False, True]


@pytest.mark.parametrize(("papers", "all_of_them"), [(11, False), (12, True), (1500, True), (1501, False)])
def test_a_map_holds_all_papers_up_to_a_number(papers: int, all_of_them: bool) -> None:
    assert holds_all(papers) is all_of_them
