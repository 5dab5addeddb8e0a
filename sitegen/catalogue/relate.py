"""Which papers are alike, and in what: a few similar papers for each, with the terms they share.

Papers are compared by the cosine of their weighted terms (`sitegen.catalogue.terms`). Only the heaviest terms of a
paper count, and a term's list of papers is capped, so that the work per paper is bounded however large the catalogue.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import log, sqrt

from sitegen.catalogue.model import Paper, Related
from sitegen.catalogue.terms import Stems, counts, read
from sitegen.catalogue.wording import shared_terms, spelling

MOST = 5  # similar papers shown for each paper
LEAST_SCORE = 0.08  # below it two papers merely share a word
TWINS = 0.75  # two neighbours this alike are one text in two versions: the better one stands for both

TITLE_WEIGHT = 2.0  # a word of the title counts as three of the abstract
HEAVIEST = 40  # terms of a paper that take part
UBIQUITOUS = 0.12  # share of the papers beyond which a term says nothing
LONGEST = 200  # papers of a term that are looked at, the ones it weighs most for
TOUCHES = 4000  # (term, paper) pairs that are looked at for one paper
CANDIDATES = 14  # of which this many are compared exactly


def relate(papers: Sequence[Paper]) -> dict[str, tuple[Related, ...]]:
    """At most `MOST` similar papers for each, best first; none where nothing is alike.

    Independent of the order of ``papers`` (ties go by slug).
    """
    ordered = sorted(papers, key=lambda paper: paper.slug)
    stems = Stems()
    texts = [read(paper.title_text, paper.abstract_text, stems) for paper in ordered]
    vectors = _vectors([counts(text, TITLE_WEIGHT) for text in texts])
    near = _nearest(vectors)
    spelt = [spelling(f"{p.title_text}. {p.abstract_text}", t) for p, t in zip(ordered, texts, strict=True)]
    return {
        paper.slug: tuple(
            Related(ordered[j].slug, round(score, 4), shared_terms(spelt[i], spelt[j], vectors[i], vectors[j], stems))
            for j, score in _distinct(near[i], near)
        )
        for i, paper in enumerate(ordered)
    }


def _vectors(found: Sequence[dict[str, float]]) -> list[dict[str, float]]:
    """Weights of the heaviest terms of each paper, heaviest first, scaled to length 1 (less for a very short text)."""
    total = len(found)
    frequency: dict[str, int] = {}
    for one in found:
        for key in one:
            frequency[key] = frequency.get(key, 0) + 1
    limit = max(3.0, UBIQUITOUS * total)
    weigh = {key: _idf(n, total) for key, n in frequency.items() if 1 < n <= limit}
    rows = []
    for one in found:
        row = [(-(1.0 + log(n)) * weigh[key], key) for key, n in one.items() if key in weigh]
        row.sort()
        rows.append(row[:HEAVIEST])
    lengths = [sqrt(sum(w * w for w, _ in row)) for row in rows]
    floor = 0.7 * sum(lengths) / max(1, len(lengths))
    return [{key: -w / max(length, floor) for w, key in row} for row, length in zip(rows, lengths, strict=True)]


def _idf(frequency: int, total: int) -> float:
    return log(1.0 + total / frequency)


def _nearest(vectors: Sequence[dict[str, float]]) -> list[list[tuple[int, float]]]:
    """For each paper the best candidates, (index, cosine), best first."""
    postings: dict[str, list[tuple[int, float]]] = {}
    for i, vector in enumerate(vectors):
        for key, weight in vector.items():
            postings.setdefault(key, []).append((i, weight))
    capped = False
    for row in postings.values():
        if len(row) > LONGEST:
            row.sort(key=lambda entry: (-entry[1], entry[0]))
            del row[LONGEST:]
            capped = True
    return [_candidates(i, vector, vectors, postings, capped) for i, vector in enumerate(vectors)]


def _candidates(
    own: int,
    vector: dict[str, float],
    vectors: Sequence[dict[str, float]],
    postings: dict[str, list[tuple[int, float]]],
    capped: bool,
) -> list[tuple[int, float]]:
    scores: dict[int, float] = {}
    get = scores.get
    touched = 0
    for key, weight in vector.items():
        row = postings[key]
        touched += len(row)
        if touched > TOUCHES:
            capped = True
            break
        for j, other in row:
            scores[j] = get(j, 0.0) + weight * other
    scores.pop(own, None)
    least = LEAST_SCORE / 2 if capped else LEAST_SCORE
    best = sorted([(-score, j) for j, score in scores.items() if score >= least])[:CANDIDATES]
    if capped:
        best = sorted([(-_cosine(vector, vectors[j]), j) for _, j in best])
    return [(j, -score) for score, j in best if -score >= LEAST_SCORE]


def _cosine(one: dict[str, float], other: dict[str, float]) -> float:
    get = other.get
    return sum(weight * get(key, 0.0) for key, weight in one.items())


def _distinct(own: Sequence[tuple[int, float]], near: Sequence[Sequence[tuple[int, float]]]) -> list[tuple[int, float]]:
    """The first `MOST` of a paper's candidates that are not versions of one another."""
    kept: list[tuple[int, float]] = []
    versions: set[int] = set()
    for j, score in own:
        if j not in versions:
            kept.append((j, score))
            if len(kept) == MOST:
                break
            for k, likeness in near[j]:
                if likeness < TWINS:
                    break
                versions.add(k)
    return kept
