from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from builders import make_catalogue, make_test_index

from sitegen.catalogue.model import Catalogue
from sitegen.pages.narrowing import AT_ONCE, ENOUGH, MOST, Narrowing, latest_news, narrowing, with_news

TITLES = list("ABCDEFGH")
DAYS = {"c": "04-03", "b": "04-02"}


def tagged(**tags: str) -> Catalogue:
    """Eight papers in three digests; ``c`` brings A and B, ``b`` the others, ``a`` has no date."""
    digests = {"c": TITLES, "b": TITLES[2:], "a": TITLES[:3]}
    return make_catalogue(digests, dates=DAYS, tags={tag: list(titles) for tag, titles in tags.items()})


def of(catalogue: Catalogue, papers: str, own: tuple[str, str] | None, news: str = "") -> Narrowing | None:
    return narrowing(make_test_index(catalogue), [title.lower() for title in papers], own, news)


def labels(found: Narrowing | None) -> list[tuple[str, str, int]]:
    assert found is not None
    rest = [choice for _, choices in found.more for choice in choices]
    return [(one.kind, one.label, one.papers) for one in (*found.first, *rest)]


def test_companions_come_with_the_papers_that_have_both_most_first() -> None:
    found = labels(of(tagged(own="ABCDEFGH", rare="A", common="ABC"), "ABCDEFGH", ("tag", "own")))
    assert [one for one in found if one[0] == "tag"] == [("tag", "common", 3), ("tag", "rare", 1)]


def test_what_all_papers_of_the_list_have_narrows_nothing() -> None:
    found = labels(of(tagged(own="ABCDEFGH", same="ABCDEFGH"), "ABCDEFGH", ("tag", "own")))
    assert {kind for kind, _, _ in found} == {"digest"}
    assert [count for _, _, count in found] == [6, 3]


def test_a_choice_asks_the_search_page_for_both() -> None:
    found = of(tagged(own="ABCDEFGH", other="AB"), "ABCDEFGH", ("tag", "own"))
    assert found is not None
    addresses = [urlsplit(choice.href) for choice in found.first]
    assert [(address.path, parse_qs(address.query)) for address in addresses] == [
        ("search.html", {"tag": ["own", "other"]})
    ]
    assert found.search == "search.html?tag=own"


def test_a_subset_with_a_page_of_its_own_is_that_page() -> None:
    found = of(tagged(t="AB"), "ABCDEFGH", None)
    assert found is not None
    assert found.first[0].href == "tags/t.html"
    assert [choice.href for _, choices in found.more for choice in choices] == ["digests/b.html", "digests/a.html"]
    assert found.search == "search.html"


def test_new_papers_are_those_of_a_digest_that_an_earlier_one_is_known_of() -> None:
    index = make_test_index(tagged(t="ABC"))
    assert with_news(index) == ("c",)
    assert latest_news(index) == "c"
    found = of(tagged(t="AB"), "ABCDEFGH", ("tag", "x"), "c")
    assert found is not None
    assert (found.first[0].kind, found.first[0].papers) == ("new", 2)
    assert found.first[0].href == "search.html?tag=x&new=c"


def test_a_digests_own_new_papers_need_no_name() -> None:
    found = of(tagged(t="AB"), "ABCDEFGH", ("digest", "c"), "c")
    assert found is not None
    assert (found.first[0].label, found.first[0].href) == ("", "search.html?digest=c&new=c")


def test_another_digest_would_widen_a_digest() -> None:
    found = labels(of(tagged(t="AB"), "ABCDEFGH", ("digest", "c")))
    assert {kind for kind, _, _ in found} == {"tag"}


def test_few_papers_are_not_narrowed() -> None:
    assert of(tagged(t="A"), "ABCDEFGH"[: ENOUGH - 1], None) is None
    assert of(tagged(t="A"), "ABCDEFGH"[:ENOUGH], None) is not None


def test_many_companions_wait_behind_more_and_the_rest_on_the_search_page() -> None:
    catalogue = tagged(own="ABCDEFGH", **{f"t{n:02}": "AB" for n in range(MOST + 5)})
    found = of(catalogue, "ABCDEFGH", ("tag", "own"))
    assert found is not None
    assert len(found.first) == AT_ONCE
    (kind, others), *_ = found.more
    assert (kind, len(others)) == ("tag", MOST - AT_ONCE)
