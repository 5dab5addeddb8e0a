"""How much papers have in common: the words that they share, the rarer the weightier."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from math import log, sqrt

from sitegen.reports.proposals.reading import Reading
from sitegen.words.stopwords import EMPTY

Vector = dict[str, float]


class Likeness:
    """The papers of a catalogue as vectors of length one over the words that more than one of them has."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        said = [
            {word.key for run in (*text.title, *text.abstract) for word in run if word.written.lower() not in EMPTY}
            for text in readings
        ]
        having = Counter(key for keys in said for key in keys)
        weights = {key: log(len(said) / papers) for key, papers in having.items() if papers > 1}
        self._vectors = [scaled({key: weights[key] for key in sorted(keys) if key in weights}) for keys in said]
        self._mean = self._within(range(len(said)), ()) or 1.0

    def sum(self, papers: Iterable[int]) -> Vector:
        """The vectors of some papers, added up."""
        total: Vector = {}
        for paper in papers:
            for key, weight in self._vectors[paper].items():
                total[key] = total.get(key, 0.0) + weight
        return total

    def coherence(self, papers: Collection[int], but: Collection[str]) -> float:
        """How many times as alike as any two papers these are, without the words ``but``; 1 for a single one."""
        return self._within(sorted(papers), but) / self._mean if len(papers) > 1 else 1.0

    def _within(self, papers: Sequence[int], but: Collection[str]) -> float:
        """The mean likeness of two of some papers."""
        count = len(papers)
        total = self.sum(papers)
        own = sum(weight**2 for paper in papers for key, weight in self._vectors[paper].items() if key not in but)
        both = sum(weight**2 for key, weight in total.items() if key not in but) - own
        return both / (count * (count - 1)) if count > 1 else 0.0


def scaled(raw: Mapping[str, float]) -> Vector:
    """A vector brought to length one; one without length stays as it is."""
    length = sqrt(sum(weight * weight for weight in raw.values())) or 1.0
    return {key: weight / length for key, weight in raw.items()}


def product(one: Vector, other: Vector) -> float:
    """The scalar product."""
    return sum(weight * other[key] for key, weight in one.items() if key in other)
