"""Which papers are alike, and in what: a few similar papers for each, with the terms they share.

Papers are compared by the cosine of their weighted terms (`sitegen.catalogue.relating.terms`). Only the heaviest terms
of a paper count, and a term's list of papers is capped, so that the work per paper is bounded however large the
catalogue.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain, islice
from math import log, sqrt

from sitegen.catalogue.model import Paper, Related
from sitegen.catalogue.relating.shared_terms import Vocabulary, shared_terms, spelling
from sitegen.catalogue.relating.terms import GENERIC_STEMS, Stems, counts, read

MOST = 5  # similar papers shown for each paper
LEAST_SCORE = 0.08  # below it two papers merely share a word
COMMON = 12  # a word of more than every twelfth paper is not enough to call two papers alike
ONE_WORD = 0.14  # nor is a single shared word enough below this
TWINS = 0.68  # two neighbours this alike are one text in two versions: the better one stands for both

TITLE_WEIGHT = 2.0  # what an occurrence in the title adds to one of the abstract
HEAVIEST = 36  # terms of a paper that take part
UBIQUITOUS = 0.5  # share of the papers beyond which a term says nothing
LEADING = 12  # of them those that look for candidates
LONGEST = 24  # papers of a term that are looked at, the ones it weighs most for
SHORT = 0.8  # share of the average length below which a text is held to be incomplete, and its scores are lowered
GENERIC_WEIGHT = 0.8  # beside that of a topic's word
TOUCHES = 3000  # (term, paper) pairs that are looked at for one paper
CANDIDATES = 12  # of which this many are compared exactly
CIRCLE = 8  # the most similar papers of each, by which two papers' surroundings are compared
IN_COMMON = 0.7  # what similar papers that two papers have in common add to their own likeness …
SAME_SUBJECT = 1.0  # what sharing a rare subject adds to a likeness of 1; common subjects add less
RISE = 0.5  # … at most this part of it: many papers on a topic do not make any two of them the same


def relate(
    papers: Sequence[Paper], subjects: Mapping[str, Sequence[str]] | None = None
) -> dict[str, tuple[Related, ...]]:
    """At most `MOST` similar papers for each, best first; none where nothing is alike.

    ``subjects`` are the papers' tags, by slug: of papers that share words, those that share a subject too come first.
    Independent of the order of ``papers`` (ties go by slug).
    """
    ordered = sorted(papers, key=lambda paper: paper.slug)
    stems = Stems()
    texts = [read(paper.title_text, paper.abstract_text, stems) for paper in ordered]
    found = [counts(text, TITLE_WEIGHT) for text in texts]
    frequency = Counter(chain.from_iterable(found))
    vectors = _vectors(found, _weights(frequency, len(found)))
    near = _nearest(vectors)
    rows = [dict(row[:CIRCLE]) for row in near]
    often = max(10, len(found) // COMMON)
    words = Vocabulary(stems, {key for key, n in frequency.items() if n > often})
    spelt = [spelling(f"{p.title_text}. {p.abstract_text}", t) for p, t in zip(ordered, texts, strict=True)]
    about = [frozenset(subjects.get(paper.slug, ())) if subjects else frozenset() for paper in ordered]
    rarity = _rarity(about)
    related: dict[str, tuple[Related, ...]] = {}
    for i, paper in enumerate(ordered):
        shown = []
        for j, score in _distinct(_ranked(i, near, rows, about, rarity), near):
            terms = shared_terms(spelt[i], spelt[j], vectors[i], vectors[j], words)
            if len(terms) > 1 or (terms and (not terms[0].isalnum() or score >= ONE_WORD)):
                shown.append(Related(ordered[j].slug, round(min(score, 1.0), 4), terms))
        related[paper.slug] = tuple(shown)
    return related


def _weights(frequency: Mapping[str, int], total: int) -> dict[str, float]:
    """How much each term says: more the fewer papers have it, though a term of two papers may be a coincidence."""
    limit = max(10.0, UBIQUITOUS * total)
    worth = {n: sqrt(log(1.0 + total / n)) * (1.0 - 0.3 / n) for n in set(frequency.values()) if 1 < n <= limit}
    return {
        key: worth[n] * (GENERIC_WEIGHT if key in GENERIC_STEMS else 1.0) for key, n in frequency.items() if n in worth
    }


def _vectors(found: Sequence[dict[str, float]], weigh: Mapping[str, float]) -> list[dict[str, float]]:
    """Weights of the heaviest terms of each paper, heaviest first, scaled to length 1 (less for a very short text)."""
    rows = []
    for one in found:
        row = [(-(1.0 + log(n)) * weigh[key], key) for key, n in one.items() if key in weigh]
        row.sort()
        rows.append(row[:HEAVIEST])
    lengths = [sqrt(sum([w * w for w, _ in row])) for row in rows]
    floor = SHORT * sum(lengths) / max(1, len(lengths)) or 1.0
    return [{key: -w / max(length, floor) for w, key in row} for row, length in zip(rows, lengths, strict=True)]


def _nearest(vectors: Sequence[dict[str, float]]) -> list[list[tuple[int, float]]]:
    """For each paper the best candidates, (index, cosine), best first."""
    postings: dict[str, list[tuple[int, float]]] = {}
    for i, vector in enumerate(vectors):
        for key, weight in vector.items():
            postings.setdefault(key, []).append((i, weight))
    for row in postings.values():
        if len(row) > LONGEST:
            row.sort(key=lambda entry: (-entry[1], entry[0]))
            del row[LONGEST:]
    return [_candidates(i, vector, vectors, postings) for i, vector in enumerate(vectors)]


def _candidates(
    own: int,
    vector: dict[str, float],
    vectors: Sequence[dict[str, float]],
    postings: dict[str, list[tuple[int, float]]],
) -> list[tuple[int, float]]:
    scores: dict[int, float] = {}
    get = scores.get
    touched = 0
    for key, weight in islice(vector.items(), LEADING):
        row = postings[key]
        touched += len(row)
        if touched > TOUCHES:
            break
        for j, other in row:
            scores[j] = get(j, 0.0) + weight * other
    scores.pop(own, None)
    best: list[tuple[float, int]] = []
    for least in (2 * LEAST_SCORE, LEAST_SCORE / 2):  # few papers pass the first, so that there is little to sort
        if len(best) < CANDIDATES:
            best = sorted([(-score, j) for j, score in scores.items() if score >= least])[:CANDIDATES]
    exact = sorted([(-_cosine(vector, vectors[j]), j) for _, j in best])
    return [(j, -score) for score, j in exact if -score >= LEAST_SCORE]


def _cosine(one: dict[str, float], other: dict[str, float]) -> float:
    return sum([weight * other[key] for key, weight in one.items() if key in other])


def _rarity(about: Sequence[frozenset[str]]) -> dict[str, float]:
    """How much sharing a subject says: 1 for the rarest, less the more papers are about it."""
    frequency = Counter(chain.from_iterable(about))
    return {subject: log(1.0 + len(about) / n) / log(1.0 + len(about)) for subject, n in frequency.items()}


def _ranked(
    own: int,
    near: Sequence[Sequence[tuple[int, float]]],
    rows: Sequence[dict[int, float]],
    about: Sequence[frozenset[str]],
    rarity: Mapping[str, float],
) -> list[tuple[int, float]]:
    """A paper's candidates, best first.

    Those with which it shares further candidates rise, and those that share a subject: topics beat coincidence.
    """
    mine = rows[own]
    found = []
    for j, score in near[own]:
        theirs = rows[j]
        common = sum([likeness * theirs[k] for k, likeness in mine.items() if k in theirs])
        likeness = (score + min(IN_COMMON * common, RISE * score)) / (1.0 + RISE)
        shared = sum([rarity[subject] for subject in about[own] & about[j]])
        found.append((-likeness * (1.0 + SAME_SUBJECT * min(1.0, shared)), j))
    found.sort()
    return [(j, -score) for score, j in found]


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
