"""Where each paper stands on the map of the home page: alike papers close together, topics as islands.

Papers are first gathered into topics (their main tag, corrected by their similar papers), the topics are spread over
the map by how strongly they are tied, and the papers then settle around them until no dot hides another.
Everything is arithmetic in a fixed order: the same catalogue gives the same map, whatever the order of its papers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import cos, hypot, pi, sin, sqrt
from zlib import crc32

from sitegen.catalogue.model import Related

WIDTH, HEIGHT, PADDING = 1000, 540, 26
MOST = 1500  # dots that the map can hold and still show its islands
GAP = 11.0  # from dot to dot, where there is room for it
SMALL = 4  # papers below which a topic is no island of its own
LARGE = 45  # papers beyond which a topic is split
FINENESS = 1.2  # more than 1 gives more and smaller topics
ISLANDS = 0.75  # share of the map that belongs to the islands, their shores included
SAME_TAG = 0.3  # what a common main tag adds to the tie between two similar papers

Edges = list[list[tuple[int, float]]]


def layout(
    related: Mapping[str, Sequence[Related]], tags: Mapping[str, Sequence[str]] | None = None
) -> dict[str, tuple[int, int]]:
    """Slug → (x, y) on a map of `WIDTH` × `HEIGHT` with a margin of `PADDING`; y points down.

    ``related`` has a row for each paper, ``tags`` its tags, best first. Of a catalogue of more than `MOST` papers only
    `MOST` are placed, the same ones as long as they stay in it (those with the lowest checksum of their slug).
    """
    slugs = sorted(related)
    if len(slugs) > MOST:
        slugs = sorted(sorted(slugs, key=lambda slug: (crc32(slug.encode()), slug))[:MOST])
    if not slugs:
        return {}
    main = [(tags.get(slug) or ("",))[0] if tags else "" for slug in slugs]
    edges = _edges(slugs, related, main)
    topics = _topics(edges, main)
    centres = _islands(edges, topics)
    xs, ys = _settle(edges, topics, centres)
    return {slug: (round(x), round(y)) for slug, x, y in zip(slugs, xs, ys, strict=True)}


def _edges(slugs: Sequence[str], related: Mapping[str, Sequence[Related]], main: Sequence[str]) -> Edges:
    number = {slug: i for i, slug in enumerate(slugs)}
    ties: dict[tuple[int, int], float] = {}
    for i, slug in enumerate(slugs):
        for other in related[slug]:
            j = number.get(other.slug)
            if j is not None and j != i:
                pair = (i, j) if i < j else (j, i)
                same = SAME_TAG if main[i] and main[i] == main[j] else 0.0
                ties[pair] = ties.get(pair, 0.0) + other.score + same
    edges: Edges = [[] for _ in slugs]
    for (i, j), weight in sorted(ties.items()):
        edges[i].append((j, weight))
        edges[j].append((i, weight))
    return edges


def _topics(edges: Edges, main: Sequence[str]) -> list[int]:
    """The topic of each paper, from 0 without gaps: begun at the main tags, moved by ties, the large ones split."""
    topic = _moved(edges, main, range(len(main)))
    members: dict[int, list[int]] = {}
    for i, t in enumerate(topic):
        members.setdefault(t, []).append(i)
    for t in sorted(members):
        if len(members[t]) > LARGE:
            parts = _moved(edges, [""] * len(main), members[t])
            for i in members[t]:
                topic[i] = len(main) * (t + 1) + parts[i]
    _annex(edges, topic)
    names: dict[int, int] = {}
    return [names.setdefault(t, len(names)) for t in topic]


def _annex(edges: Edges, topic: list[int]) -> None:
    """A topic of fewer than `SMALL` papers joins the one that it is tied to most, if any; the smallest first."""
    members: dict[int, list[int]] = {}
    for i, t in enumerate(topic):
        members.setdefault(t, []).append(i)
    for t in sorted(members, key=lambda t: (len(members[t]), members[t][0])):
        own = [i for i in members[t] if topic[i] == t]
        if len(members[t]) >= SMALL or len(own) < len(members[t]):
            continue
        ties: dict[int, float] = {}
        for i in own:
            for j, weight in edges[i]:
                if topic[j] != t:
                    ties[topic[j]] = ties.get(topic[j], 0.0) + weight / sqrt(len(members[topic[j]]))
        if ties:
            to = max(ties, key=lambda u: (ties[u], -u))
            for i in own:
                topic[i] = to
            members[to] += own
            members[t] = []


def _moved(edges: Edges, begun: Sequence[str], among: Sequence[int]) -> list[int]:
    """Local moves of modularity: each paper goes to the topic it is tied to most, given the topic's weight."""
    first: dict[str, int] = {}
    topic = [first.setdefault(tag or f" {i}", len(first)) for i, tag in enumerate(begun)]
    inside = set(among)
    degree = {i: sum(weight for j, weight in edges[i] if j in inside) + 0.05 for i in among}
    total = sum(degree.values())
    size = [0.0] * len(first)
    for i in among:
        size[topic[i]] += degree[i]
    for _ in range(6):
        moves = 0
        for i in among:
            ties: dict[int, float] = {topic[i]: 0.0}
            for j, weight in edges[i]:
                if j in inside:
                    ties[topic[j]] = ties.get(topic[j], 0.0) + weight
            size[topic[i]] -= degree[i]
            share = FINENESS * degree[i] / total
            best = max(ties, key=lambda t: (ties[t] - share * size[t], -t))
            size[best] += degree[i]
            moves += best != topic[i]
            topic[i] = best
        if not moves:
            break
    return topic


def _islands(edges: Edges, topics: Sequence[int]) -> list[tuple[float, float]]:
    """The centre of each topic: tied topics near one another, none on top of another, the whole map used."""
    count = max(topics) + 1
    members = [0] * count
    for t in topics:
        members[t] += 1
    ties: dict[tuple[int, int], float] = {}
    for i, row in enumerate(edges):
        for j, weight in row:
            a, b = topics[i], topics[j]
            if a < b:
                ties[a, b] = ties.get((a, b), 0.0) + weight
    pull = [(a, b, min(0.5, w / sqrt(members[a] * members[b]))) for (a, b), w in sorted(ties.items())]
    # A sunflower, the largest topics in the middle, is a fair beginning for any number of islands.
    order = sorted(range(count), key=lambda t: (-members[t], t))
    xs, ys = [0.0] * count, [0.0] * count
    for rank, t in enumerate(order):
        far, angle = sqrt((rank + 0.5) / count), rank * pi * (3 - sqrt(5))
        xs[t], ys[t] = far * cos(angle), far * sin(angle)
    rounds = max(6, min(60, 100_000 // (count * count)))
    for step in range(rounds):
        _spread(xs, ys, pull, 1.0 - step / rounds)
    xs, ys = _fitted(xs, WIDTH), _fitted(ys, HEIGHT)
    area = ISLANDS * (WIDTH - 2 * PADDING) * (HEIGHT - 2 * PADDING)
    unit = area / (pi * (len(topics) + 2 * count))
    radius = [sqrt(unit * (n + 2)) for n in members]
    for _ in range(rounds):
        _separate(xs, ys, radius)
    return list(zip(xs, ys, strict=True))


def _spread(xs: list[float], ys: list[float], pull: Sequence[tuple[int, int, float]], heat: float) -> None:
    """One round of forces between the islands, in units of the map's half width: ties pull, closeness pushes."""
    count = len(xs)
    dx, dy = [0.0] * count, [0.0] * count
    for a, b, weight in pull:
        force_x, force_y = 0.5 * weight * (xs[b] - xs[a]), 0.5 * weight * (ys[b] - ys[a])
        dx[a] += force_x
        dx[b] -= force_x
        dy[a] += force_y
        dy[b] -= force_y
    strength = 0.25 / count
    for a in range(count):
        x, y = xs[a], ys[a]
        push_x = push_y = 0.0
        for b in range(a):
            far_x, far_y = x - xs[b], y - ys[b]
            force = strength / (far_x * far_x + far_y * far_y + 0.002)
            push_x += force * far_x
            push_y += force * far_y
            dx[b] -= force * far_x
            dy[b] -= force * far_y
        dx[a] += push_x
        dy[a] += push_y
    for a in range(count):
        length = hypot(dx[a], dy[a])
        scale = min(0.5, 0.15 * (heat + 0.05) / length) if length else 0.0
        xs[a] += dx[a] * scale
        ys[a] += dy[a] * scale


def _fitted(values: list[float], extent: int) -> list[float]:
    """A third where it stood, the rest by rank, so that the map is used evenly; outliers do not squeeze the others."""
    if len(values) == 1:
        return [extent / 2]
    order = sorted(range(len(values)), key=lambda i: (values[i], i))
    rank = {i: k / (len(values) - 1) for k, i in enumerate(order)}
    out = len(values) // 12
    least, most = values[order[out]], values[order[-1 - out]]
    span = (most - least) or 1.0
    margin = PADDING + 16
    return [
        margin + (extent - 2 * margin) * (0.35 * min(max((v - least) / span, 0.0), 1.0) + 0.65 * rank[i])
        for i, v in enumerate(values)
    ]


def _separate(xs: list[float], ys: list[float], radius: Sequence[float]) -> None:
    """Islands that overlap move apart, the smaller one further, and all stay on the map."""
    for a, own in enumerate(radius):
        for b in range(a):
            room = own + radius[b]
            far_x = xs[a] - xs[b]
            if -room < far_x < room:
                far_y = ys[a] - ys[b]
                far = sqrt(far_x * far_x + far_y * far_y) or 1e-3
                if far < room:
                    force = 0.5 * (room - far) / far
                    part = radius[b] / room
                    xs[a] += force * part * far_x
                    ys[a] += force * part * far_y
                    xs[b] -= force * (1 - part) * far_x
                    ys[b] -= force * (1 - part) * far_y
    for a, own in enumerate(radius):
        edge = PADDING + min(0.7 * own, 100.0)
        xs[a] = min(max(xs[a], edge), WIDTH - edge)
        ys[a] = min(max(ys[a], edge), HEIGHT - edge)


def _settle(
    edges: Edges, topics: Sequence[int], centres: Sequence[tuple[float, float]]
) -> tuple[list[float], list[float]]:
    xs, ys = [], []
    for i, row in enumerate(edges):
        x, y = centres[topics[i]]
        total, to_x, to_y = 0.6, 0.6 * x, 0.6 * y
        for j, weight in row:
            there = centres[topics[j]]
            total += weight * 0.3
            to_x += weight * 0.3 * there[0]
            to_y += weight * 0.3 * there[1]
        angle, far = i * pi * (3 - sqrt(5)), 10.0
        xs.append(x + max(-45.0, min(45.0, (to_x / total - x) * 0.5)) + far * cos(angle))
        ys.append(y + max(-45.0, min(45.0, (to_y / total - y) * 0.5)) + far * sin(angle))
    gap = min(GAP, 0.75 * sqrt((WIDTH - 2 * PADDING) * (HEIGHT - 2 * PADDING) / len(xs)))
    for step in range(18):
        if step < 8:
            _gather(xs, ys, edges)
        _part(xs, ys, gap)
    return xs, ys


def _gather(xs: list[float], ys: list[float], edges: Edges) -> None:
    """Similar papers move closer, the more the closer they are already: far ties do not tear islands apart."""
    for i, row in enumerate(edges):
        x, y = xs[i], ys[i]
        for j, weight in row:
            if j > i:
                far_x, far_y = xs[j] - x, ys[j] - y
                force = weight * 0.25 / (1.0 + (far_x * far_x + far_y * far_y) / 2500.0)
                xs[j] -= force * far_x
                ys[j] -= force * far_y
                x += force * far_x
                y += force * far_y
        xs[i], ys[i] = x, y


def _part(xs: list[float], ys: list[float], gap: float) -> None:
    """Dots closer than ``gap`` move apart, and all stay inside the margin."""
    cells: dict[tuple[int, int], list[int]] = {}
    for i in range(len(xs)):
        xs[i] = min(max(xs[i], PADDING), WIDTH - PADDING)
        ys[i] = min(max(ys[i], PADDING), HEIGHT - PADDING)
        cells.setdefault((int(xs[i] / gap), int(ys[i] / gap)), []).append(i)
    for (column, line), own in cells.items():
        near = list(own)
        for at in ((column + 1, line), (column - 1, line + 1), (column, line + 1), (column + 1, line + 1)):
            near += cells.get(at, ())
        for k, i in enumerate(own):
            for j in near[k + 1 :]:
                far_x, far_y = xs[i] - xs[j], ys[i] - ys[j]
                square = far_x * far_x + far_y * far_y
                if square < gap * gap:
                    far = sqrt(square) or 1e-3
                    force = 0.5 * (gap - far) / far
                    if square < 1e-6:
                        far_x, far_y = 1e-3, 1e-3 * (1 + (i - j) % 7)
                    xs[i] += force * far_x
                    ys[i] += force * far_y
                    xs[j] -= force * far_x
                    ys[j] -= force * far_y
