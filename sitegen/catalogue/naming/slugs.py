"""What each paper's page is called: a slug from its title, and what to add where two papers would share one.

A slug depends on the paper's own words alone; other papers matter only where they would have the same one. Then all of
them get an addition, so that an address never changes its meaning: the end of a title that was too long, or else a
short hash of title and abstract.
"""

from __future__ import annotations

import hashlib
import itertools
import sys
from collections import Counter
from collections.abc import Iterable, Sequence

from sitegen.catalogue.merging.cluster import Cluster
from sitegen.urls import LONGEST_SLUG, TAKEN, shorten, slugify
from sitegen.words.normalise import title_key

_ENDING = 24  # characters of a long title's end that tell it from others with the same beginning
_BEGINNING = 240  # letters of an abstract that go into its hash: a copy cut short has the same


def assign_slugs(clusters: Sequence[Cluster], taken: Iterable[str] = TAKEN) -> tuple[str, ...]:
    """A slug for each cluster, in their order; unique without regard to case, and none of those ``taken``."""
    claimed = frozenset(name.casefold() for name in taken)
    slugs = [slugify(_title(cluster)) for cluster in clusters]
    for renamed in (_by_ending, _by_words, _by_place):
        for number in _clashing(slugs, claimed):
            slugs[number] = renamed(clusters[number])
    return tuple(_numbered(slugs, clusters, claimed))


def _clashing(slugs: Sequence[str], taken: frozenset[str]) -> list[int]:
    times = Counter(slugs)
    return [number for number, slug in enumerate(slugs) if times[slug] > 1 or slug in taken]


def _by_ending(cluster: Cluster) -> str:
    """The beginning and the end of a title that is longer than a slug can be."""
    slug = slugify(_title(cluster), longest=sys.maxsize)
    if len(slug) <= LONGEST_SLUG:
        return slug
    ending = slug[-_ENDING:].partition("-")[2] or slug[-_ENDING:]
    return f"{shorten(slug, LONGEST_SLUG - len(ending) - 1)}-{ending}"


def _by_words(cluster: Cluster) -> str:
    abstract = title_key(cluster.copies[cluster.best_abstract].abstract)[:_BEGINNING]
    return _with_hash(cluster, f"{title_key(_title(cluster))}\n{abstract}", 6)


def _by_place(cluster: Cluster) -> str:
    """Named after where the entries stand: for papers of the same words that were kept apart by hand."""
    return _with_hash(cluster, "\n".join(copy.name for copy in cluster.copies), 12)


def _with_hash(cluster: Cluster, content: str, digits: int) -> str:
    addition = hashlib.sha256(content.encode("utf-8", "replace")).hexdigest()[:digits]
    return f"{shorten(slugify(_title(cluster)), LONGEST_SLUG - digits - 1)}-{addition}"


def _numbered(slugs: list[str], clusters: Sequence[Cluster], taken: frozenset[str]) -> list[str]:
    """The last resort, against titles that imitate a hash: a number, by the order of the first copies."""
    used = {*slugs, *taken}
    for number in sorted(_clashing(slugs, taken), key=lambda n: clusters[n].copies[0].name):
        slug = shorten(slugs[number], LONGEST_SLUG - 8)
        slugs[number] = next(name for n in itertools.count(2) if (name := f"{slug}-{n}") not in used)
        used.add(slugs[number])
    return slugs


def _title(cluster: Cluster) -> str:
    return cluster.copies[cluster.best_title].title
