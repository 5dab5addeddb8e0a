"""Who wrote what, and what `site.yaml` decides about it."""

from __future__ import annotations

from builders import make_facts

from sitegen.catalogue.authority.authors import Authors, authors
from sitegen.config.model import AuthorSettings, NamesakeSettings
from sitegen.permalinks.model import PermalinkRecord, Permalinks

FACTS = {
    "pebbles": make_facts("Zachary C. Lipton", "Wei Zhang"),
    "shells": make_facts("Zachary Lipton"),
    "coins": make_facts("Wei Zhang", "The Bench Group,"),
}


def settled(settings: AuthorSettings, permalinks: Permalinks | None = None) -> Authors:
    return authors(FACTS, settings, permalinks)


def test_authors_stand_in_the_order_of_the_paper() -> None:
    found = settled(AuthorSettings())
    assert found.of_paper == {
        "pebbles": ("zachary-c-lipton", "wei-zhang"),
        "shells": ("zachary-lipton",),
        "coins": ("wei-zhang", "the-bench-group"),
    }


def test_people_are_filed_by_family_name_and_groups_as_they_are() -> None:
    found = settled(AuthorSettings()).authority.headings
    assert [author.filed for author in found.values()] == [
        "Lipton, Zachary",
        "Lipton, Zachary C.",
        "The Bench Group",
        "Zhang, Wei",
    ]


def test_names_joined_by_hand_are_one_person_called_by_the_first() -> None:
    found = settled(AuthorSettings(same=(("Z. C. Lipton", "Zachary C. Lipton", "Zachary Lipton"),)))
    assert found.of_paper["pebbles"][0] == found.of_paper["shells"][0] == "z-c-lipton"
    assert found.authority.headings["z-c-lipton"].filed == "Lipton, Z. C."


def test_a_published_page_leads_to_the_one_its_name_was_joined_with() -> None:
    names = {"authors/zachary-lipton": "Zachary Lipton", "authors/zachary-c-lipton": "Zachary C. Lipton"}
    kept = Permalinks(others={name: PermalinkRecord(name, title) for name, title in names.items()}, exists=True)
    joined = settled(AuthorSettings(same=(("Zachary C. Lipton", "Zachary Lipton"),)), kept)
    assert joined.authority.moved == {"zachary-lipton": "zachary-c-lipton"}
    assert settled(AuthorSettings(), kept).authority.moved == {}


def test_people_of_one_name_are_kept_apart_by_hand() -> None:
    other = NamesakeSettings("Wei Zhang", "Wei Zhang (coins)", ("coins",))
    found = settled(AuthorSettings(different=(other,)))
    assert found.of_paper["pebbles"][1] == "wei-zhang"
    assert found.of_paper["coins"][0] == "wei-zhang-coins"
    assert found.authority.headings["wei-zhang-coins"].filed == "Zhang, Wei (coins)"
    assert found.problems == ()


def test_a_name_that_no_paper_prints_is_a_warning_with_the_closest_one() -> None:
    (problem,) = settled(AuthorSettings(same=(("Zachary Lipton", "Zachary D. Lipton"),))).problems
    assert problem.message == "authors: no paper has an author 'Zachary D. Lipton'"
    assert problem.hint == "did you mean 'Zachary C. Lipton'?"


def test_a_paper_that_has_no_such_author_is_a_warning() -> None:
    other = NamesakeSettings("Wei Zhang", "Wei Zhang (shells)", ("shells",))
    (problem,) = settled(AuthorSettings(different=(other,))).problems
    assert problem.message == "authors: 'shells' has no author 'Wei Zhang'"
