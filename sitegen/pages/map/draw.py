"""The map of the papers on the home page: dots in the colour of a paper's first tag group, and names for the clusters.

Positions come from `layout`; here they become drawing instructions. Cost: about 10 ms for 500 papers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from statistics import median
from typing import NamedTuple

from sitegen.pages.map.layout import HEIGHT, WIDTH
from sitegen.pages.page_index import GroupRef, PageIndex, TagRef

FEWEST_DOTS = 12
LABELS = 20
"""Names on the map, at most."""

_CELL = 10  # side of the squares in which dots are counted
_NEAR = 90  # how far from its middle a tag's dots count as its cluster
_FEWEST = 4  # dots in a cluster that gets a name
_WIDE = 17  # size of the names, in map units
_NARROW = 33  # on phones, where the map is a third as wide; both as in map.css
_NARROW_LABELS = 9


class Dots(NamedTuple):
    """All dots of one colour as one SVG path; ``colour`` 0 is for papers without a tag."""

    colour: int
    path: str


class MapLabel(NamedTuple):
    """A tag's name near its cluster: the middle of its base line, and the box around it. ``minor`` ones stand back."""

    tag: TagRef
    x: int
    y: int
    left: int
    top: int
    width: int
    height: int
    minor: bool


class Map(NamedTuple):
    """A drawing in map units. ``dense``: so many dots that they are drawn small.

    ``labels`` are for wide windows, ``narrow_labels`` for phones, where names are large beside the map.
    """

    width: int
    height: int
    dots: tuple[Dots, ...]
    labels: tuple[MapLabel, ...]
    narrow_labels: tuple[MapLabel, ...]
    groups: tuple[GroupRef, ...]
    dense: bool


class _Grid:
    """How many dots lie in the cells that a rectangle touches: sums over all cells above and left of each corner."""

    def __init__(self, points: Sequence[tuple[int, int]]) -> None:
        self.columns, self.rows = WIDTH // _CELL, HEIGHT // _CELL
        cells = [[0] * (self.columns + 1) for _ in range(self.rows + 1)]
        for x, y in points:
            cells[min(y // _CELL, self.rows - 1) + 1][min(x // _CELL, self.columns - 1) + 1] += 1
        for row in range(1, self.rows + 1):
            running = 0
            for column in range(1, self.columns + 1):
                running += cells[row][column]
                cells[row][column] = running + cells[row - 1][column]
        self.sums = cells

    def count(self, left: int, top: int, right: int, bottom: int) -> int:
        x0, x1 = max(left // _CELL, 0), min(-(-right // _CELL), self.columns)
        y0, y1 = max(top // _CELL, 0), min(-(-bottom // _CELL), self.rows)
        return self.sums[y1][x1] - self.sums[y0][x1] - self.sums[y1][x0] + self.sums[y0][x0]


def draw(index: PageIndex, positions: Mapping[str, tuple[int, int]]) -> Map | None:
    """The map of the papers that have a position; None where too few have for a map to say anything."""
    if len(positions) < FEWEST_DOTS:
        return None
    by_colour: dict[int, dict[tuple[int, int], None]] = {}
    by_tag: dict[str, list[tuple[int, int]]] = {}
    for slug, at in positions.items():
        tags = index.rows[slug].tags
        by_colour.setdefault(tags[0].colour if tags else 0, {})[at] = None
        if tags:
            by_tag.setdefault(tags[0].slug, []).append(at)
    clusters, grid = _clusters(by_tag), _Grid(list(positions.values()))
    return Map(
        width=WIDTH,
        height=HEIGHT,
        dots=tuple(Dots(c, "".join(f"M{x} {y}h0" for x, y in by_colour[c])) for c in sorted(by_colour)),
        labels=_labels(index, clusters, grid, _WIDE, LABELS),
        narrow_labels=_labels(index, clusters, grid, _NARROW, _NARROW_LABELS),
        groups=tuple(index.groups),
        dense=len(positions) > 900,
    )


def _clusters(by_tag: Mapping[str, list[tuple[int, int]]]) -> list[tuple[str, list[tuple[int, int]]]]:
    """The tags whose dots lie together, clearest first, with the dots that do."""
    clusters = []
    for slug, dots in by_tag.items():
        middle_x, middle_y = median(x for x, _ in dots), median(y for _, y in dots)
        near = [(x, y) for x, y in dots if (x - middle_x) ** 2 + (y - middle_y) ** 2 < _NEAR**2]
        if len(near) >= _FEWEST and len(dots) > _FEWEST:
            clusters.append((-len(near) / len(dots) * len(near) ** 0.5, slug, near))
    return [(slug, near) for _, slug, near in sorted(clusters)]


def _labels(
    index: PageIndex, clusters: list[tuple[str, list[tuple[int, int]]]], grid: _Grid, size: int, most: int
) -> tuple[MapLabel, ...]:
    """Names for the clearest clusters, each where it hides neither a dot nor another name, if that is near."""
    labels: list[MapLabel] = []
    for slug, near in clusters:
        if len(labels) == most:
            break
        if label := _place(index.tags[slug], near, labels, grid, size):
            labels.append(label)
    return tuple(labels)


def _place(tag: TagRef, near: list[tuple[int, int]], placed: list[MapLabel], grid: _Grid, size: int) -> MapLabel | None:
    half = round(len(tag.short) * size * 0.26 + size * 0.3)
    above, below = round(size * 0.8), round(size * 0.3)
    centre_x = sum(x for x, _ in near) / len(near)
    centre_y = sum(y for _, y in near) / len(near)
    top, bottom = min(y for _, y in near) - 1.5 * size, max(y for _, y in near) + 2 * size
    best: tuple[float, int, int] | None = None
    for step in range(16):
        y = round(min(max(top + (bottom - top) * step / 15, above + 4), HEIGHT - below - 4))
        for aside in (0, -25, 25, -50, 50):
            x = round(min(max(centre_x + aside, half + 4), WIDTH - half - 4))
            away = (x - centre_x) ** 2 + (y - centre_y) ** 2
            if best and away >= best[0]:
                continue
            if grid.count(x - half, y - above, x + half, y + below):
                continue
            if any(
                abs(x - other.x) < half + other.width / 2 + 6 and abs(y - other.y) < other.height for other in placed
            ):
                continue
            best = (away, x, y)
    if best is None:
        return None
    _, x, y = best
    alone = all(
        abs(x - other.x) > 1.1 * (2 * half + other.width) or abs(y - other.y) > 60
        for other in placed
        if not other.minor
    )
    major = alone and 2.2 * half < x < WIDTH - 2.2 * half
    return MapLabel(tag, x, y, left=x - half, top=y - above, width=2 * half, height=above + below, minor=not major)
