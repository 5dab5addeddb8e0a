"""What `site.yaml` decides by hand about merging, matched to the entries that it names.

A name is a title as printed or as shown, the slug of a paper's page, or one entry as ``digest#position``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sitegen.catalogue.merging.cluster import Copy
from sitegen.config.model import MergeSettings
from sitegen.urls import slugify

Label = frozenset[tuple[int, int]]
"""Which names, as (group, name in the group), of the ``different`` groups an entry goes by."""


@dataclass(frozen=True, slots=True)
class Decisions:
    """The decisions by copy: ``labels`` of those that some ``different`` group names, and groups that are the same."""

    labels: Mapping[int, Label]
    same: tuple[tuple[int, ...], ...]


def decisions(copies: Sequence[Copy], settings: MergeSettings, pages: Mapping[str, Sequence[int]]) -> Decisions:
    """Find the copies that each name means; ``pages`` gives those of each slug of a merge without decisions."""
    labels: dict[int, set[tuple[int, int]]] = {}
    for group, names in enumerate(settings.different):
        named: dict[int, tuple[int, int]] = {}  # copy: how precisely it is named, and by which name
        for number, name in enumerate(names):
            for copy, precision in _meant(copies, name, pages).items():
                named[copy] = min(named.get(copy, (precision, number)), (precision, number))
        for copy, (_, number) in named.items():
            labels.setdefault(copy, set()).add((group, number))
    return Decisions(
        {copy: frozenset(found) for copy, found in labels.items()},
        tuple(tuple(sorted({c for name in names for c in _meant(copies, name, pages)})) for names in settings.same),
    )


def needs_pages(copies: Sequence[Copy], settings: MergeSettings) -> bool:
    """Whether some name is nobody's title: it may be the slug of one of two papers with the same title."""
    return any(not _meant(copies, name, {}) for group in (*settings.same, *settings.different) for name in group)


def unmatched(copies: Sequence[Copy], settings: MergeSettings, pages: Mapping[str, Sequence[int]]) -> tuple[str, ...]:
    """Names in `site.yaml` that mean no entry, for a warning."""
    names = dict.fromkeys(name for group in (*settings.same, *settings.different) for name in group)
    return tuple(name for name in names if not _meant(copies, name, pages))


def opposed(one: Label, other: Label) -> bool:
    """Whether a group of ``different`` names holds both, under different names."""
    return any(group == theirs and name != their for group, name in one for theirs, their in other)


def _meant(copies: Sequence[Copy], name: str, pages: Mapping[str, Sequence[int]]) -> dict[int, int]:
    """The copies that go by a name; a smaller number stands for a more precise way to be named."""
    found: dict[int, int] = {}
    for number, copy in enumerate(copies):
        ways = (copy.name, copy.printed_title, copy.title)
        if name in ways:
            found[number] = ways.index(name)
        elif name.islower() and slugify(copy.title) == name:
            found[number] = len(ways)
    return found or dict.fromkeys(pages.get(name, ()), 4)
