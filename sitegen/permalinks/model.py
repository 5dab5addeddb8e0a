"""What `permalinks.yaml` says: every address that was ever published, and whose it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from sitegen import urls
from sitegen.problem import Location

NAME = "permalinks.yaml"
"""The file's name; it stands beside `site.yaml`."""

OTHER_KINDS = ("authors", "venues")
"""Folders of the pages, beside those of papers, whose names the file keeps: as ``authors/slug``."""

LONGEST_TITLE = 500
"""Characters of a title that are stored and compared; the longest real ones have 170."""


def page(name: str) -> str:
    """The path of the page that a name of the file belongs to, from the site's root."""
    return f"{name}.html" if "/" in name else urls.paper(name)


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """An abstract's fingerprint: enough to know it again, too little to read it (`catalogue.fingerprint`).

    ``exact`` is a hash of the whole text, ``phrases`` the number of its different phrases, ``sketch`` one letter for
    each of 64 samples of them (``.`` where there is none).
    """

    exact: str
    phrases: int
    sketch: str


@dataclass(frozen=True, slots=True)
class PermalinkRecord:
    """One slug, or ``authors/slug``, ``venues/slug`` for a page of another kind, which has no more than a ``title``.

    ``moved_to`` is the slug that it leads to now, ``""`` for one that is a paper's own. ``title`` may be ``""`` in a
    record that moved; ``first_seen`` is ``""`` where nobody wrote it; ``print`` is None for a paper without abstract.
    ``removed`` (``YYYY-MM-DD``) and ``reason`` are what people state of a paper that is gone.
    """

    slug: str
    title: str
    first_seen: str = ""
    fingerprint: Fingerprint | None = None
    moved_to: str = ""
    removed: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Permalinks:
    """The file as it was read: the ``records`` of papers, and ``others``, those of authors and venues.

    ``text`` is its own, so that what stays the same is written back letter by letter.

    ``exists``: False where there is no file yet, which means that nothing has been published.
    """

    records: Mapping[str, PermalinkRecord] = field(default_factory=dict)
    file: str = NAME  # as problems name it
    text: str = ""
    exists: bool = False
    others: Mapping[str, PermalinkRecord] = field(default_factory=dict)

    @property
    def all(self) -> Mapping[str, PermalinkRecord]:
        """Every record of the file."""
        return {**self.records, **self.others} if self.others else self.records

    def of_kind(self, kind: str) -> dict[str, PermalinkRecord]:
        """The records of one of the other kinds of pages, by slug."""
        found = ((name.partition("/"), record) for name, record in self.others.items())
        return {
            slug: replace(record, slug=slug, moved_to=record.moved_to.removeprefix(f"{kind}/"))
            for (folder, _, slug), record in found
            if folder == kind
        }

    def at(self, slug: str) -> Location:
        """Where a record begins."""
        before, found, _ = f"\n{self.text}".partition(f"\n{slug}:")
        return Location(self.file, before.count("\n") + 1, 1) if found else Location(self.file)
