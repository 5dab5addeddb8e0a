"""Names that people have joined by hand: a group means one, and is called by its first name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sitegen.catalogue.authority.headings import name_key


@dataclass(frozen=True, slots=True)
class Joined:
    """``leads`` from the key of each name to the key of its group, ``called`` is the first name of each group."""

    leads: Mapping[str, str]
    called: Mapping[str, str]
    names: tuple[str, ...]

    def key(self, name: str) -> str:
        """The key of whoever or whatever a name means."""
        own = name_key(name)
        return self.leads.get(own, own)


def joined(groups: Iterable[Sequence[str]]) -> Joined:
    """The groups of `site.yaml`, whose checks have seen that no name is in two."""
    leads: dict[str, str] = {}
    called: dict[str, str] = {}
    names: list[str] = []
    for group in groups:
        first = name_key(group[0])
        called[first] = group[0]
        leads |= dict.fromkeys(map(name_key, group), first)
        names += group
    return Joined(leads, called, tuple(names))
