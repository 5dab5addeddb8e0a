"""How build times grow with the catalogue, as one SVG on logarithmic axes: what `beside_hugo --plot` draws."""

from __future__ import annotations

import statistics
from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import ceil, floor, log10

WIDTH, HEIGHT, LEFT, BOTTOM, TOP, RIGHT = 760, 440, 64, 48, 20, 220

Rounds = Mapping[str, Mapping[str, Sequence[float]]]
_CASES = {
    "sitegen, from nothing": "#8a2b1d",
    "Hugo and Pagefind, from nothing": "#3d5a80",
    "sitegen, one abstract edited": "#c8702a",
    "sitegen, nothing changed": "#5b7f3b",
    "Hugo, again": "#7a8fb0",
}


def draw(figures: Mapping[int, Rounds]) -> str:
    """Median wall seconds by the number of papers, a line for each case."""
    lines = {case: [(papers, _seconds(rounds, case)) for papers, rounds in sorted(figures.items())] for case in _CASES}
    values = [seconds for points in lines.values() for _, seconds in points]
    low, high = floor(log10(min(values))), ceil(log10(max(values)))
    first, last = log10(min(figures)), log10(max(figures))

    def x(papers: float) -> float:
        return LEFT + (WIDTH - LEFT - RIGHT) * ((log10(papers) - first) / (last - first) if last > first else 0.5)

    def y(seconds: float) -> float:
        return HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * (log10(seconds) - low) / (high - low)

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="Georgia, serif" '
        'font-size="13" fill="#222"><title>Wall time of builds by number of papers</title>'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>'
    ]
    for power in range(low, high + 1):
        at = y(10**power)
        parts.append(f'<path d="M{LEFT} {at:.1f}H{WIDTH - RIGHT}" stroke="#ddd"/>')
        parts.append(f'<text x="{LEFT - 8}" y="{at + 4:.1f}" text-anchor="end">{10**power:g} s</text>')
    middle = f'y="{HEIGHT - BOTTOM + 20}" text-anchor="middle"'
    parts += [f'<text x="{x(papers):.1f}" {middle}>{papers:,}</text>' for papers in sorted(figures)]
    parts.append(f'<text x="{(LEFT + WIDTH - RIGHT) / 2}" y="{HEIGHT - 8}" text-anchor="middle">papers</text>')
    ends = _apart([y(points[-1][1]) for points in lines.values()])
    for (case, points), end in zip(lines.items(), ends, strict=True):
        path = " ".join(f"{x(papers):.1f},{y(seconds):.1f}" for papers, seconds in points)
        colour = _CASES[case]
        parts.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts += [f'<circle cx="{x(p):.1f}" cy="{y(s):.1f}" r="3" fill="{colour}"/>' for p, s in points]
        parts.append(f'<text x="{WIDTH - RIGHT + 10}" y="{end + 4:.1f}" fill="{colour}">{case}</text>')
    return "\n".join([*parts, "</svg>", ""])


def _seconds(rounds: Rounds, case: str) -> float:
    if case == "Hugo and Pagefind, from nothing":
        both = zip(rounds["Hugo, from nothing"]["wall"], rounds["Pagefind"]["wall"], strict=True)
        return statistics.median(map(sum, both))
    return statistics.median(rounds[case]["wall"])


def _apart(places: Sequence[float]) -> list[float]:
    """Where the labels stand, so that none hides another."""
    order = sorted(range(len(places)), key=lambda n: places[n])
    found = list(places)
    for before, after in pairwise(order):
        found[after] = max(found[after], found[before] + 17)
    return found
