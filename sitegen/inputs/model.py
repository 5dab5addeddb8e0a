"""What a digest file says, before anything is repaired or merged."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """One title and abstract as a digest prints them.

    ``title`` and ``abstract`` are the file's own characters (invisible ones included), without a glued banner word
    or a line marker; an abstract that is missing is ``""``, a missing title too (never both).
    ``position`` counts the digest's entries from 1; ``line`` is the line of the title, or of the abstract where
    there is no title, counted from 1.
    """

    title: str
    abstract: str
    position: int
    line: int


@dataclass(frozen=True, slots=True)
class Digest:
    """One input file: a list of entries with, perhaps, a day.

    ``id`` is the file's stem, unique in the catalogue (two files with one stem get different ids); ``slug`` is the id
    made fit for an address, unique too. ``date`` is ``"YYYY-MM-DD"``, ``"MM-DD"`` (a day whose
    year nobody stated) or None. ``source`` is the file's name without folders; ``path`` how messages name the file.
    """

    id: str
    slug: str
    title: str
    date: str | None
    description: str
    link: str
    source: str
    path: str
    entries: tuple[Entry, ...]


def newest_first(digest: Digest) -> tuple[int, tuple[int, ...], str]:
    """Sort key: full dates newest first, then days without a year, then undated; ties by id."""
    parts = tuple(-int(part) for part in digest.date.split("-")) if digest.date else ()
    return (3 - len(parts) if parts else 9, parts, digest.id)
