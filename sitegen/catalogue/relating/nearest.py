"""Which papers are nearest to each, by the weights of the terms that both have.

Of each term only the papers that it weighs most for are looked at, so that the work per paper is bounded however large
the catalogue. What is read to find the papers nearest to one is a value (`Reading`): another build that would read the
same need not look again.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Sequence
from hashlib import blake2b
from operator import mul
from typing import NamedTuple

from sitegen.catalogue.relating.weights import ONE, Vector
from sitegen.work import Later, Task, Work

LONGEST = 18  # papers of a term that are looked at: those that it weighs most for
NEAREST = 16  # papers of which the neighbours that are shown may be
LEAST = ONE * ONE // 18  # likeness below which two papers merely share a word


class Reading(NamedTuple):
    """What is read to find the papers nearest to one.

    ``paper`` is its number, ``weights`` those of its terms; for each term ``lengths`` says how many papers have it,
    ``papers`` their numbers (4 bytes each) and ``theirs`` what it weighs for each, one term after another.
    """

    paper: int
    weights: bytes
    lengths: bytes
    papers: bytes
    theirs: bytes


class Near(NamedTuple):
    """The papers nearest to one, best first: numbers (4 bytes each) and likenesses (2 bytes each, of `ONE` squared)."""

    papers: bytes
    likenesses: bytes


def nearest(numbers: Sequence[int], vectors: Sequence[Vector], rows: int, work: Work) -> Iterator[Near]:
    """The papers nearest to each; ``numbers`` tells papers apart, ``rows`` is how many terms there are. 130 µs each."""
    papers: list[list[int]] = [[] for _ in range(rows + 1)]
    weights = [bytearray() for _ in papers]
    for number, vector in zip(numbers, vectors, strict=True):
        for row, weight in zip(vector.rows, vector.weights, strict=True):
            papers[row].append(number)
            weights[row].append(weight)
    table = list(map(_heaviest, papers, weights))
    del papers, weights
    hashes = [blake2b(those + theirs, digest_size=8).digest() for those, theirs in table]

    def reading(number: int, vector: Vector) -> Later[Reading]:
        key = b"".join([number.to_bytes(4, "little"), vector.weights, *map(hashes.__getitem__, vector.rows)])
        return Later(key, lambda: _reading(number, vector, table))

    return work.each(_NEAREST, None, map(reading, numbers, vectors))


def _heaviest(papers: list[int], weights: bytearray) -> tuple[bytes, bytes]:
    """The papers of a term and what it weighs for each, those that it weighs most for."""
    if len(papers) > LONGEST:
        best = sorted(zip(weights, papers, strict=True), reverse=True)[:LONGEST]
        return array("I", [paper for _, paper in best]).tobytes(), bytes([weight for weight, _ in best])
    return array("I", papers).tobytes(), bytes(weights)


def _reading(number: int, vector: Vector, table: Sequence[tuple[bytes, bytes]]) -> Reading:
    rows = [table[row] for row in vector.rows]
    theirs = [weights for _, weights in rows]
    papers = b"".join([papers for papers, _ in rows])
    return Reading(number, vector.weights, bytes(map(len, theirs)), papers, b"".join(theirs))


def _finder(nothing: None) -> Callable[[Reading], Near]:
    return _find


def _find(reading: Reading) -> Near:
    papers = array("I", reading.papers)
    scores: dict[int, int] = {}
    get = scores.get
    weights = b"".join(map(mul, map(_BYTES.__getitem__, reading.weights), reading.lengths))
    for paper, own, other in zip(papers, weights, reading.theirs, strict=True):
        scores[paper] = get(paper, 0) + own * other
    scores.pop(reading.paper, None)
    best = sorted([(-score, paper) for paper, score in scores.items() if score >= LEAST])[:NEAREST]
    return Near(
        array("I", [paper for _, paper in best]).tobytes(),
        array("H", [min(-score, 0xFFFF) for score, _ in best]).tobytes(),
    )


_BYTES = [bytes([value]) for value in range(256)]
_NEAREST = Task(_finder, None, Reading, Near)
