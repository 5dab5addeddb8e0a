from __future__ import annotations

import random
from itertools import combinations
from math import dist

from sitegen.catalogue.model import Related
from sitegen.pages.map.layout import HEIGHT, MOST, PADDING, WIDTH, layout

Rows = dict[str, tuple[Related, ...]]


def islands(count: int, size: int) -> Rows:
    """Some groups of papers, each related to three others of its own group."""
    rows: Rows = {}
    for group in range(count):
        for n in range(size):
            others = [f"g{group}-{(n + step) % size}" for step in (1, 2, 5)]
            rows[f"g{group}-{n}"] = tuple(Related(slug, 0.4, ()) for slug in others)
    return rows


def test_every_paper_stands_inside_the_margin() -> None:
    places = layout(islands(12, 20))
    assert len(places) == 240
    assert all(PADDING <= x <= WIDTH - PADDING and PADDING <= y <= HEIGHT - PADDING for x, y in places.values())


def test_no_dot_hides_another() -> None:
    places = list(layout(islands(20, 25)).values())
    assert min(dist(a, b) for a, b in combinations(places, 2)) >= 8


def test_related_papers_stand_closer_than_unrelated_ones() -> None:
    places = layout(islands(10, 20))
    own = [dist(places[f"g{g}-0"], places[f"g{g}-{n}"]) for g in range(10) for n in range(1, 20)]
    foreign = [dist(places[f"g{g}-{n}"], places[f"g{(g + 1) % 10}-{n}"]) for g in range(10) for n in range(20)]
    assert sum(own) / len(own) < 0.25 * sum(foreign) / len(foreign)


def test_the_map_is_used_from_edge_to_edge() -> None:
    places = layout(islands(20, 12)).values()
    assert max(x for x, _ in places) - min(x for x, _ in places) > 0.8 * WIDTH
    assert max(y for _, y in places) - min(y for _, y in places) > 0.7 * HEIGHT


def test_a_common_tag_gathers_papers() -> None:
    rows = islands(8, 15)
    slugs = sorted(rows)
    tags = {slug: (f"t{slug.split('-')[0]}",) for slug in slugs}
    places = layout(rows, tags)
    assert max(dist(places["g3-0"], places[f"g3-{n}"]) for n in range(15)) < 120


def test_the_order_of_the_rows_does_not_matter() -> None:
    rows = islands(9, 9)
    shuffled = dict(random.Random(5).sample(sorted(rows.items()), len(rows)))
    assert layout(shuffled) == layout(rows)


def test_a_very_large_catalogue_shows_a_part_that_stays_the_same() -> None:
    rows = islands(100, 20)
    places = layout(rows)
    assert len(places) == MOST
    fewer = {slug: row for slug, row in rows.items() if slug not in set(sorted(places)[:10])}
    assert set(sorted(places)[10:]) <= set(layout(fewer))


def test_papers_related_to_nothing_have_places_of_their_own() -> None:
    rows: Rows = {f"p{n}": () for n in range(40)}
    places = layout(rows)
    assert len(set(places.values())) == 40


def test_a_relation_to_a_paper_that_is_not_there_is_ignored() -> None:
    assert set(layout({"a": (Related("gone", 0.9, ()),), "b": ()})) == {"a", "b"}


def test_few_papers_stand_in_the_middle_of_the_map() -> None:
    assert layout({}) == {}
    x, y = layout({"only": ()})["only"]
    assert abs(x - WIDTH / 2) <= 12
    assert abs(y - HEIGHT / 2) <= 12
