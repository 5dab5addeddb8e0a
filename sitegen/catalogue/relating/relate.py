"""Which papers are alike, and in what: a few similar papers for each, with the terms they share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from zlib import crc32

from sitegen.catalogue.model import Paper, Related
from sitegen.catalogue.relating.nearest import nearest
from sitegen.catalogue.relating.ranking import CERTAIN, chosen, ranked
from sitegen.catalogue.relating.shared_terms import only_generic, shared_terms
from sitegen.catalogue.relating.terms import all_terms
from sitegen.catalogue.relating.weights import statistics, vectors
from sitegen.work import Work


def relate(
    papers: Sequence[Paper], subjects: Mapping[str, Sequence[str]] | None = None, work: Work | None = None
) -> dict[str, tuple[Related, ...]]:
    """At most five similar papers for each, best first; fewer where fewer are alike.

    ``subjects`` are the papers' tags, best first, by slug. Independent of the order of ``papers``, ties go by slug.
    """
    work = (work or Work()).alone()  # every paper is compared with all: another process would need them all, too
    ordered = sorted(papers, key=lambda paper: paper.slug)
    texts = [(paper.title_text, paper.abstract_text) for paper in ordered]
    terms = list(all_terms(texts, work))
    counted = statistics(terms)
    weighed = list(vectors(terms, counted))
    numbers = _numbers([paper.slug for paper in ordered])
    near = list(nearest(numbers, weighed, len(counted.rows), work))
    tags = [subjects.get(paper.slug, ()) if subjects else () for paper in ordered]
    rows = list(ranked(near, numbers, tags))
    neighbours = ([paper for paper, _ in row] for row in rows)
    shared = shared_terms(texts, terms, weighed, counted.telling, neighbours, work)
    return {
        paper.slug: tuple(
            [
                Related(ordered[row[at].paper].slug, round(min(row[at].evidence / CERTAIN, 1.0), 4), its[at])
                for at in chosen(row, [only_generic(said) for said in its])
            ]
        )
        for paper, row, its in zip(ordered, rows, shared, strict=True)
    }


def _numbers(slugs: Sequence[str]) -> list[int]:
    """A number of 4 bytes for each slug that does not change when other papers come or go (hardly ever)."""
    taken: dict[int, None] = {}
    for slug in slugs:
        number = crc32(slug.encode())
        while number in taken:
            number = (number + 1) % (1 << 32)
        taken[number] = None
    return list(taken)
