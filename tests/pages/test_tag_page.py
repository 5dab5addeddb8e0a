from __future__ import annotations

from builders import make_catalogue, make_test_index

from sitegen.catalogue.model import Catalogue
from sitegen.pages import tags as tags_page
from sitegen.pages.tag import TagView, pages
from sitegen.pages.tags import TagsView


def views(catalogue: Catalogue) -> dict[str, TagView]:
    index = make_test_index(catalogue)
    return {page.view.tag.slug: page.view for page in pages(index) if isinstance(page.view, TagView)}


def test_a_tag_without_papers_has_a_page() -> None:
    assert views(make_catalogue({"d": ["A"]}, tags={"empty": []}))["empty"].rows == ()


def test_a_tag_lists_its_papers_in_the_order_of_the_catalogue() -> None:
    view = views(make_catalogue({"d": ["C", "A", "B"]}, tags={"t": ["C", "A"]}))["t"]
    assert [row.href for row in view.rows] == ["papers/a.html", "papers/c.html"]


def test_tags_stand_under_their_groups_in_the_order_of_the_settings() -> None:
    catalogue = make_catalogue(
        {"d": ["A", "B"]}, tags={"x": ["A"], "y": [], "z": []}, groups={"x": "One", "y": "Two", "z": "One"}
    )
    (page,) = tags_page.pages(make_test_index(catalogue))
    assert isinstance(page.view, TagsView)
    assert [(s.group.name, s.group.colour, [t.tag.slug for t in s.tags]) for s in page.view.sections] == [
        ("One", 1, ["x", "z"]),
        ("Two", 2, ["y"]),
    ]
    assert page.view.untagged == 1


def test_a_ninth_group_begins_the_colours_again() -> None:
    tags = [f"t{n}" for n in range(9)]
    catalogue = make_catalogue({"d": ["A"]}, tags=dict.fromkeys(tags, ()), groups={tag: f"G {tag}" for tag in tags})
    index = make_test_index(catalogue)
    assert [group.colour for group in index.groups] == [1, 2, 3, 4, 5, 6, 7, 8, 1]
