"""The values that merging takes and gives: copies of papers as the digests hold them, and clusters of copies."""

from __future__ import annotations

from dataclasses import dataclass

from sitegen.facts.model import NOTHING_KNOWN, Facts


@dataclass(frozen=True, slots=True)
class RepairedEntry:
    """One entry of a digest, repaired and in plain text; ``printed_title`` is what stands in the digest.

    ``facts`` are what its list states beside title and abstract.
    """

    digest: str
    position: int
    title: str
    abstract: str
    printed_title: str
    facts: Facts = NOTHING_KNOWN

    @property
    def name(self) -> str:
        """``digest#position``, as `site.yaml` and ``sitegen explain`` name one entry."""
        return f"{self.digest}#{self.position}"


@dataclass(frozen=True, slots=True)
class Join:
    """Why two copies of a cluster (by index) are one paper; ``score`` is 0 to 1, and 1 for what needs no judgement."""

    one: int
    other: int
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Cluster:
    """The copies of one paper, ordered by digest and position.

    ``best_title`` and ``best_abstract`` are the indexes of the copies to show, ``reasons`` the joins that made the
    cluster, one fewer than it has copies.
    """

    copies: tuple[RepairedEntry, ...]
    best_title: int
    best_abstract: int
    reasons: tuple[Join, ...] = ()
