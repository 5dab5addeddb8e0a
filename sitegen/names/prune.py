"""Which names nobody can have seen: never committed, not live, and not what the paper would be called anew."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from sitegen.catalogue.assemble import named_clusters
from sitegen.catalogue.merging.cluster import Cluster
from sitegen.config.model import Settings
from sitegen.inputs.model import Digest
from sitegen.permalinks.model import PermalinkRecord, Permalinks
from sitegen.work import Work


class Dropped(NamedTuple):
    """A name that can go. ``now`` is what its paper is called then, ``""`` where no digest has the paper."""

    slug: str
    title: str
    now: str


def unseen(records: Mapping[str, PermalinkRecord], seen: Collection[str]) -> frozenset[str]:
    """The names that are not among ``seen``, and that none of those leads to."""
    kept = {slug for slug in records if slug in seen}
    pending = list(kept)
    while pending:
        target = records[pending.pop()].moved_to
        if target and target not in kept:
            kept.add(target)
            pending.append(target)
    return frozenset(records.keys() - kept)


def prunable(
    permalinks: Permalinks,
    seen: Collection[str],
    digests: Sequence[Digest],
    settings: Settings,
    work: Work,
) -> tuple[Dropped, ...]:
    """What can be dropped of the names that nobody can have ``seen``, by slug.

    A name that its paper would be given again stays, with its day.
    """
    candidates = unseen(permalinks.records, seen)
    if not candidates:
        return ()
    kept = {slug: record for slug, record in permalinks.records.items() if slug not in candidates}
    before = named_clusters(digests, settings, permalinks, "", work)
    after = named_clusters(digests, settings, replace(permalinks, records=kept), "", work)
    now = {copy.name: slug for slug, cluster in after.items() for copy in cluster.copies}
    return tuple(
        Dropped(slug, permalinks.records[slug].title, _now(_final(slug, permalinks.records), before, now))
        for slug in sorted(candidates - after.keys())
    )


def _final(slug: str, records: Mapping[str, PermalinkRecord]) -> str:
    """The name that a name leads to in the end; no circle is in a file that was read."""
    while target := records[slug].moved_to:
        slug = target
    return slug


def _now(slug: str, before: Mapping[str, Cluster], now: Mapping[str, str]) -> str:
    return now[before[slug].copies[0].name] if slug in before else ""
