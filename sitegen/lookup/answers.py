"""What services have answered, kept on disk, so that nobody is asked twice for the same thing within a month.

A file of SQLite in the folder that builds keep theirs in. Each answer is on the disk before the next question is
asked: a run that is killed loses nothing. The file may be deleted at any time, and a damaged one is.
"""

from __future__ import annotations

import contextlib
import sqlite3
import zlib
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Self

import msgspec

from sitegen.cache_folder import make_folder
from sitegen.lookup.model import Candidate

NAME = "answers.sqlite"
"""The file's name in the working folder."""

KEPT = timedelta(days=30)
"""How long an answer counts: a paper that a service does not know today it may know next month."""

_FORM = 1  # of what is stored: another number makes everything stored before unreadable, and asked for again
_TABLE = "CREATE TABLE IF NOT EXISTS answers (question TEXT PRIMARY KEY, day TEXT, candidates BLOB) WITHOUT ROWID"


class Answers:
    """The answers of earlier runs and of this one, by service and path; ``day`` is today, ``YYYY-MM-DD``.

    ``fresh``: what earlier runs were told does not count. Where the disk does not play along, nothing is kept, and
    nothing else is the worse for it.
    """

    def __init__(self, folder: Path, day: str, *, fresh: bool = False) -> None:
        self._file = folder / NAME
        self._since = (date.fromisoformat(day) - KEPT).isoformat()
        self._day = day
        self._fresh = fresh
        self._asked: set[str] = set()  # in this run
        self._database = self._opened()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *caught: object) -> None:
        if self._database is not None:
            with contextlib.suppress(sqlite3.Error):
                self._database.close()

    def get(self, service: str, path: str) -> tuple[Candidate, ...] | None:
        """The candidates that the service gave, maybe none; None where it has not been asked, or too long ago."""
        question = _key(service, path)
        if self._database is None or (self._fresh and question not in self._asked):
            return None
        try:
            row = self._database.execute(
                "SELECT candidates FROM answers WHERE question = ? AND day >= ?", (question, self._since)
            ).fetchone()
            return msgspec.json.decode(zlib.decompress(row[0]), type=tuple[Candidate, ...]) if row else None
        except sqlite3.Error:
            self._forget()
        except (zlib.error, msgspec.MsgspecError, ValueError, TypeError):
            pass  # of another form
        return None

    def keep(self, service: str, path: str, candidates: Sequence[Candidate]) -> None:
        """Put an answer on the disk."""
        question = _key(service, path)
        self._asked.add(question)
        if self._database is None:
            return
        try:
            stored = zlib.compress(msgspec.json.encode(candidates))
            self._database.execute("INSERT OR REPLACE INTO answers VALUES (?, ?, ?)", (question, self._day, stored))
        except sqlite3.Error:
            self._forget()

    def _opened(self) -> sqlite3.Connection | None:
        with contextlib.suppress(sqlite3.Error, OSError):
            make_folder(self._file.parent)
            try:
                return self._connected()
            except sqlite3.OperationalError:  # no file can be here, or another run holds it for long
                return None
            except sqlite3.DatabaseError:  # no database, or a damaged one
                self._file.unlink()
                return self._connected()
        return None

    def _connected(self) -> sqlite3.Connection:
        database = sqlite3.connect(self._file, timeout=10, isolation_level=None)
        try:
            database.execute(_TABLE)
            database.execute("DELETE FROM answers WHERE day < ?", (self._since,))
        except BaseException:
            database.close()
            raise
        return database

    def _forget(self) -> None:
        database, self._database = self._database, None
        if database is not None:
            with contextlib.suppress(sqlite3.Error):
                database.close()


def _key(service: str, path: str) -> str:
    return f"{_FORM} {service} {path}"
