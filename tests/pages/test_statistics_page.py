from __future__ import annotations

from dataclasses import replace

from builders import make_catalogue, make_test_index

from sitegen.catalogue.model import Catalogue
from sitegen.facts.model import Facts
from sitegen.pages.statistics import Cell, HeatMap, StatisticsView, YearBar, pages


def statistics(catalogue: Catalogue) -> StatisticsView:
    (page,) = pages(make_test_index(catalogue))
    assert isinstance(page.view, StatisticsView)
    return page.view


def with_years(catalogue: Catalogue, years: dict[str, int]) -> Catalogue:
    return replace(catalogue, facts={slug: Facts(year=year) for slug, year in years.items()})


def titles(begin: str, count: int) -> list[str]:
    return [f"{begin}{number:02}" for number in range(count)]


def test_a_catalogue_without_tags_and_years_has_no_statistics() -> None:
    index = make_test_index(make_catalogue({"d": ["A"]}))
    assert list(pages(index)) == []
    assert "statistics.html" not in [item.href for item in index.site.foot]


def test_a_year_without_papers_between_two_with_some_is_shown_empty() -> None:
    view = statistics(with_years(make_catalogue({"d": ["A", "B", "C", "D"]}), {"a": 2020, "b": 2022, "c": 2022}))
    assert view.years == (
        YearBar(2020, "years/2020.html", 1, 50),
        YearBar(2021, "", 0, 0),
        YearBar(2022, "years/2022.html", 2, 100),
    )
    assert (view.dated, view.papers) == (3, 4)


def test_a_year_long_ago_does_not_draw_all_years_since() -> None:
    view = statistics(with_years(make_catalogue({"d": ["A", "B"]}), {"a": 1805, "b": 2022}))
    assert [bar.year for bar in view.years] == [1805, 2022]


def heat(catalogue: Catalogue) -> HeatMap:
    found = statistics(catalogue).heat
    assert found is not None
    return found


def test_the_heat_map_shades_by_the_share_of_the_digest_not_by_the_count() -> None:
    digests = {"small": ["A", "B"], "large": ["A", *titles("L", 7)]}
    ((_, (row,)),) = heat(make_catalogue(digests, tags={"t": ["A"]})).groups
    assert row.cells == (Cell(1, 5), Cell(1, 3))


def test_a_tag_that_a_digest_lacks_has_an_empty_cell() -> None:
    ((_, (row,)),) = heat(make_catalogue({"one": ["A"], "two": ["B", None]}, tags={"t": ["A"]})).groups
    assert row.cells == (Cell(1, 5), Cell(0, 0))


def test_a_digest_whose_papers_are_all_left_out_is_a_column_of_nothing() -> None:
    ((_, (row,)),) = heat(make_catalogue({"one": ["A"], "none": [None]}, tags={"t": ["A"]})).groups
    assert row.cells == (Cell(1, 5), Cell(0, 0))


def test_of_many_digests_the_newest_are_columns_and_the_others_are_counted() -> None:
    found = heat(make_catalogue({f"d{number:02}": ["A"] for number in range(15)}, tags={"t": ["A"]}))
    assert ([digest.id for digest in found.digests][:2], len(found.digests), found.left_out) == (["d00", "d01"], 12, 3)


def test_a_tag_grows_whose_share_of_the_later_years_is_larger() -> None:
    old, new = titles("Old", 30), titles("New", 30)
    tags = {"up": new[:15], "down": old[:12], "same": old[:6] + new[:6]}
    years = {title.lower(): 2019 if title in old else 2023 for title in old + new}
    growth = statistics(with_years(make_catalogue({"d": old + new}, tags=tags), years)).growth
    assert growth is not None
    assert (growth.by_year, growth.until, growth.since, growth.earlier, growth.later) == (True, "2019", "2023", 30, 30)
    assert [(change.tag.slug, change.before, change.after) for change in growth.rising] == [("up", 0, 50)]
    assert [(change.tag.slug, change.before, change.after) for change in growth.falling] == [("down", 40, 0)]


def test_where_no_years_are_known_the_days_of_the_digests_say_what_grows() -> None:
    old, new = titles("Old", 30), titles("New", 30)
    digests = {"new": [*new, *old[:5]], "old": old, "undated": titles("U", 30)}
    catalogue = make_catalogue(digests, tags={"up": new[:15]}, dates={"new": "04-03", "old": "03-11"})
    growth = statistics(catalogue).growth
    assert growth is not None
    assert (growth.by_year, growth.until, growth.since, growth.earlier, growth.later) == (
        False,
        "11 March",
        "3 April",
        30,
        30,
    )
    assert [change.tag.slug for change in growth.rising] == ["up"]


def test_a_handful_of_papers_says_nothing_about_growth() -> None:
    years = {"a": 2019, "b": 2023}
    assert statistics(with_years(make_catalogue({"d": ["A", "B"]}, tags={"t": ["B"]}), years)).growth is None


def test_tags_occur_together_where_they_do_so_more_often_than_by_chance() -> None:
    papers = titles("P", 40)
    tags = {"one": papers[:8], "two": papers[2:10], "everywhere": papers}
    (pair,) = statistics(make_catalogue({"d": papers}, tags=tags)).pairs
    assert (pair.first.slug, pair.second.slug, pair.papers, pair.times) == ("one", "two", 6, "3.8")
