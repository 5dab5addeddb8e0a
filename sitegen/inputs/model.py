"""What a digest file says, before anything is repaired or merged."""

from __future__ import annotations

from dataclasses import dataclass

from sitegen.day import Day
from sitegen.facts.model import NOTHING_KNOWN, Facts


@dataclass(frozen=True, slots=True)
class Entry:
    """One title and abstract as a digest prints them.

    ``title`` and ``abstract`` are the file's own characters (invisible ones included), without a glued banner word,
    a line marker or the hyphen of a word that was divided at the end of a line; an abstract that is missing is
    ``""``, a missing title too (never both).
    ``position`` counts the digest's entries from 1; ``line`` is the line of the title, or of the abstract where
    there is no title, counted from 1. ``facts`` are what the file states beside them, ``key`` is what it calls the
    entry itself: a citation key or an id, ``""`` where it has none.
    """

    title: str
    abstract: str
    position: int
    line: int
    facts: Facts = NOTHING_KNOWN
    key: str = ""


@dataclass(frozen=True, slots=True)
class Digest:
    """One input file: a list of entries with, perhaps, a day.

    ``id`` is the file's stem, unique in the catalogue (two files with one stem get different ids); ``slug`` is the id
    made fit for an address, unique too. ``source`` is the file's name without folders; ``path`` how messages name it.
    """

    id: str
    slug: str
    title: str
    date: Day | None
    description: str
    link: str
    source: str
    path: str
    entries: tuple[Entry, ...]


def newest_first(digest: Digest) -> tuple[int, tuple[int, ...], str]:
    """Sort key: full dates newest first, then days without a year, then undated; ties by id."""
    day = digest.date
    parts = (day.year or 0, day.month, day.number) if day else ()
    return (9 if day is None else 1 if day.year is None else 0, tuple(-part for part in parts), digest.id)
