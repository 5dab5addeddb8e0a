"""Which printed names are one, what they are called, and the addresses that they keep."""

from __future__ import annotations

import pytest

from sitegen.catalogue.authority.headings import Appearance, Authority, establish, name_key
from sitegen.permalinks.model import PermalinkRecord, Permalinks


def names(*printed: str, permalinks: Permalinks | None = None) -> Authority:
    """The authors that papers print, one paper each."""
    return establish("authors", [Appearance(name_key(name), name, name) for name in printed], {}, name_key, permalinks)


def published(**titles: str) -> Permalinks:
    """A `permalinks.yaml` with the pages of these authors; "-> slug" is one that has moved."""
    records = {}
    for slug, title in ((slug.replace("_", "-"), title) for slug, title in titles.items()):
        moved = title.removeprefix("-> ") if title.startswith("-> ") else ""
        name = f"authors/{slug}"
        records[name] = PermalinkRecord(name, "" if moved else title, moved_to=f"authors/{moved}" if moved else "")
    return Permalinks(others=records, exists=True)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("J. Smith", "J Smith"),
        ("ADA GRAY", "Ada Gray"),
        ("Jean-Pierre Serre", "Jean Pierre Serre"),
        ("Miles O’Brien", "Miles O'Brien"),
        ("Ａda Gray", "Ada Gray"),
        ("Ada  Gray", "Ada Gray"),
    ],
)
def test_case_and_punctuation_do_not_make_two_people(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("J. Smith", "John Smith"),
        ("Zachary C. Lipton", "Zachary Lipton"),
        ("Thomas Müller", "Thomas Muller"),
        ("Wei Zhang", "Zhang Wei"),
        ("कि", "कु"),
        ("★", "☆"),
    ],
)
def test_nothing_else_is_guessed(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


def test_an_author_is_called_what_most_papers_print() -> None:
    found = names("Quoc V Le", "Quoc V. Le", "Quoc V. Le").headings
    assert [(author.slug, author.name) for author in found.values()] == [("quoc-v-le", "Quoc V. Le")]


def test_of_two_forms_that_are_printed_as_often_the_first_of_the_alphabet_is_shown() -> None:
    assert [author.name for author in names("Quoc V. Le", "Quoc V Le").headings.values()] == ["Quoc V Le"]


def test_two_names_of_one_slug_both_get_an_addition_so_that_neither_depends_on_the_other() -> None:
    both = {author.name: slug for slug, author in names("Thomas Müller", "Thomas Muller").headings.items()}
    assert both == {"Thomas Müller": "thomas-muller-b76fbc", "Thomas Muller": "thomas-muller-76c0f6"}


def test_a_name_that_no_file_may_have_gets_an_addition() -> None:
    (slug,) = names("Index").headings
    assert slug.startswith("index-")


def test_a_published_address_stays_when_the_form_that_is_shown_changes() -> None:
    found = names("Quoc V. Le", permalinks=published(quoc_v_le="Quoc V Le"))
    assert {slug: author.name for slug, author in found.headings.items()} == {"quoc-v-le": "Quoc V. Le"}
    assert found.unrecorded == {}


def test_a_newcomer_whose_slug_is_taken_does_not_take_it() -> None:
    found = names("Thomas Muller", "Thomas Müller", permalinks=published(thomas_muller="Thomas Müller"))
    slugs = {author.name: slug for slug, author in found.headings.items()}
    assert slugs["Thomas Müller"] == "thomas-muller"
    assert slugs["Thomas Muller"] == "thomas-muller-76c0f6"
    assert found.unrecorded == {
        "authors/thomas-muller-76c0f6": PermalinkRecord("authors/thomas-muller-76c0f6", "Thomas Muller")
    }


def test_a_name_that_no_paper_prints_any_more_keeps_its_page() -> None:
    found = names("Ada Gray", permalinks=published(ada_grey="Ada Grey"))
    assert {slug: author.name for slug, author in found.headings.items()} == {
        "ada-gray": "Ada Gray",
        "ada-grey": "Ada Grey",
    }


def test_a_name_that_was_moved_by_hand_leads_to_the_present_one() -> None:
    found = names("Ada Gray", permalinks=published(ada_gray="Ada Gray", ada_grey="-> ada-gray", ada="-> ada-grey"))
    assert found.moved == {"ada": "ada-gray", "ada-grey": "ada-gray"}
    assert list(found.headings) == ["ada-gray"]


def test_without_a_file_of_names_none_is_missing_from_it() -> None:
    assert names("Ada Gray").unrecorded == {}
