"""What `site.yaml` decides by hand about merging, matched to the entries that it names.

A name is a title as printed or as shown, the slug of a paper's page, or one entry as ``digest#position``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sitegen.catalogue.merging.cluster import RepairedEntry
from sitegen.config.model import MergeSettings
from sitegen.urls import slugify

Label = frozenset[tuple[int, int]]
"""Which names, as (group, name in the group), of the ``different`` groups an entry goes by."""

Pages = Mapping[str, Sequence[RepairedEntry]]
"""The copies of each slug, as papers are named before anybody decides by hand."""


@dataclass(frozen=True, slots=True)
class Decisions:
    """The decisions by copy: ``labels`` of those that some ``different`` group names, and groups that are the same.

    ``unknown`` are the names that mean no copy.
    """

    labels: Mapping[RepairedEntry, Label] = field(default_factory=dict)
    same: tuple[tuple[RepairedEntry, ...], ...] = ()
    unknown: tuple[str, ...] = ()


NOTHING_DECIDED = Decisions()


def needs_pages(copies: Sequence[RepairedEntry], settings: MergeSettings) -> bool:
    """Whether some name is nobody's title: it may be the slug of one of two papers with the same title."""
    return any(not _meant(copies, name, {}) for name in _names(settings))


def decisions(copies: Sequence[RepairedEntry], settings: MergeSettings, pages: Pages) -> Decisions:
    """Find the copies that each name means; ``pages`` may be empty where `needs_pages` says so."""
    meant = {name: _meant(copies, name, pages) for name in _names(settings)}
    labels: dict[RepairedEntry, set[tuple[int, int]]] = {}
    for group, names in enumerate(settings.different):
        named: dict[RepairedEntry, tuple[int, int]] = {}  # how precisely a copy is named, and by which name
        for number, name in enumerate(names):
            for copy, precision in meant[name].items():
                named[copy] = min(named.get(copy, (precision, number)), (precision, number))
        for copy, (_, number) in named.items():
            labels.setdefault(copy, set()).add((group, number))
    return Decisions(
        labels={copy: frozenset(found) for copy, found in labels.items()},
        same=tuple(tuple(dict.fromkeys(copy for name in names for copy in meant[name])) for names in settings.same),
        unknown=tuple(name for name, copies in meant.items() if not copies),
    )


def opposed(one: Label, other: Label) -> bool:
    """Whether a group of ``different`` names holds both, under different names."""
    return any(group == theirs and name != their for group, name in one for theirs, their in other)


def _names(settings: MergeSettings) -> Iterator[str]:
    """Every name that `site.yaml` decides about, each once."""
    return iter(dict.fromkeys(name for group in (*settings.same, *settings.different) for name in group))


def _meant(copies: Sequence[RepairedEntry], name: str, pages: Pages) -> dict[RepairedEntry, int]:
    """The copies that go by a name; a smaller number stands for a more precise way to be named."""
    found: dict[RepairedEntry, int] = {}
    for copy in copies:
        ways = (copy.name, copy.printed_title, copy.title)
        if name in ways:
            found[copy] = ways.index(name)
        elif name.islower() and slugify(copy.title) == name:
            found[copy] = len(ways)
    return found or dict.fromkeys(pages.get(name, ()), 4)
