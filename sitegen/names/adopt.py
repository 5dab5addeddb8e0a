"""Names of a site taken up into a `permalinks.yaml` that lacks them, as if the build that gave them had written it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from sitegen.permalinks.model import PermalinkRecord


class Adopted(NamedTuple):
    """What the file gets: names that it lacks, and known ones with what they lack, a day or a fingerprint."""

    new: Mapping[str, PermalinkRecord]
    completed: Mapping[str, PermalinkRecord]


def adopt(ours: Mapping[str, PermalinkRecord], published: Mapping[str, PermalinkRecord]) -> Adopted:
    """What ``published`` adds to ``ours``. What stands in ours stays: people may have written it."""
    return Adopted(
        {slug: record for slug, record in published.items() if slug not in ours},
        {
            slug: whole
            for slug, record in published.items()
            if slug in ours and (whole := _completed(ours[slug], record)) != ours[slug]
        },
    )


def _completed(ours: PermalinkRecord, published: PermalinkRecord) -> PermalinkRecord:
    same_text = ours.title == published.title and not ours.fingerprint
    return replace(
        ours,
        first_seen=ours.first_seen or published.first_seen,
        fingerprint=published.fingerprint if same_text else ours.fingerprint,
    )
