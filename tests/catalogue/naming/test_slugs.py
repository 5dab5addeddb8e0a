"""Names of papers' pages: unique, and dependent on as little as possible."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sitegen.catalogue.merging.cluster import Cluster, RepairedEntry
from sitegen.catalogue.naming.slugs import assign_slugs

LONG = "A Long Account of How Networks are Grown, Pruned, Quantised, Distilled and Finally Deployed: "


def paper(title: str, abstract: str = "", place: int = 1) -> Cluster:
    return Cluster((RepairedEntry("d", place, title, abstract, title),), 0, 0)


def slugs(*titles: str) -> list[str]:
    return list(assign_slugs([paper(title, f"About {n}.", n) for n, title in enumerate(titles)]))


def test_a_slug_comes_from_the_title() -> None:
    assert slugs("Poincaré ResNet", "Growing Trees") == ["poincare-resnet", "growing-trees"]


def test_two_papers_with_one_title_both_get_an_addition_of_their_own() -> None:
    one, other = slugs("Introduction", "Introduction")
    assert one != other
    assert {name[:-6] for name in (one, other)} == {"introduction-"}


def test_the_addition_depends_on_nothing_but_the_paper() -> None:
    first = assign_slugs([paper("Same", "About tides."), paper("Same", "About owls.")])
    second = assign_slugs([paper("Same", "About bells."), paper("Other"), paper("Same", "About tides.", 7)])
    assert first[0] == second[2]


def test_titles_that_differ_after_the_cut_keep_their_ends() -> None:
    one, other = slugs(LONG + "Part One", LONG + "Part Two")
    assert one.endswith("part-one")
    assert other.endswith("part-two")
    assert max(map(len, (one, other))) < 80


def test_a_title_longer_than_a_slug_is_just_cut_where_nothing_clashes() -> None:
    assert slugs(LONG + "Part One") == [
        "a-long-account-of-how-networks-are-grown-pruned-quantised-distilled-and-finally"
    ]


def test_a_page_that_the_site_has_already_is_not_overwritten() -> None:
    (index,) = slugs("Index")
    assert index.startswith("index-")
    (map_,) = assign_slugs([paper("Map")], taken={"MAP"})
    assert map_.startswith("map-")


def test_papers_of_the_same_words_are_told_apart_by_where_they_stand() -> None:
    assert len(set(assign_slugs([paper("Same", "One.", 1), paper("Same", "One.", 2)]))) == 2


def test_titles_that_imitate_an_addition_overwrite_nothing() -> None:
    twins = [paper("Same", "One.", 1), paper("Same", "Two.", 2)]
    imitations = [paper(name, "Three.", 3 + n) for n, name in enumerate(assign_slugs(twins))]
    again = [paper(name, "Four.", 9 + n) for n, name in enumerate(assign_slugs(twins + imitations))]
    assert len(set(assign_slugs(twins + imitations + again))) == 8


TITLES = st.lists(st.sampled_from(["A", "a", "B!", "b", "CON", "", "🚀", "Index", LONG + "x", LONG + "y"]), max_size=9)


@given(TITLES)
def test_slugs_are_unique(titles: list[str]) -> None:
    assert len(set(slugs(*titles))) == len(titles)


@given(st.lists(st.sampled_from("ABCab"), max_size=6).flatmap(lambda t: st.permutations(list(enumerate(t)))))
def test_slugs_do_not_depend_on_the_order_of_the_papers(numbered: list[tuple[int, str]]) -> None:
    papers = [paper(title, f"About {n}.", n) for n, title in numbered]
    named = dict(zip([n for n, _ in numbered], assign_slugs(papers), strict=True))
    ordered = [paper(title, f"About {n}.", n) for n, title in sorted(numbered)]
    assert [named[n] for n, _ in sorted(numbered)] == list(assign_slugs(ordered))


def test_another_paper_leaves_the_names_of_the_rest_as_they_are() -> None:
    before = slugs("Tides", "Owls", "Same", "Same")
    assert slugs("Tides", "Owls", "Same", "Same", "Bells")[:4] == before
