"""What earlier builds worked out, kept by content: a value's key is a hash of everything that the value depends on.

So nothing is ever out of date, two builds may share the file, and a build with an empty memory gives the same site.
The file may be deleted at any time; one that is damaged is begun anew. Its one user is `sitegen.work.each`.

SQLite because a build asks for thousands of small values at once: 20,000 of 5 KB are read in 0.3 s where as many plain
files take 2 s, and one transaction at the end is all or nothing, whenever the process dies.
"""

from __future__ import annotations

import contextlib
import sqlite3
import time
import zlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from sitegen.cache_folder import make_folder

_NAME = "memory-1.sqlite"  # the number is that of the tables
_TABLES = "CREATE TABLE IF NOT EXISTS found (key BLOB PRIMARY KEY, day INTEGER NOT NULL, value BLOB NOT NULL)"
_AT_ONCE = 500  # keys of one question: below SQLite's oldest limit of 999
_UNWRITTEN = 16 << 20  # bytes that wait in memory before they are written
_STALE = 3  # days after which a value that is still used is noted as such; noting each use would write all the time
_SMALLEST_BOUND = 256 << 20  # bytes of the file below which nothing is swept
_TIMES_USED = 4  # a file so many times larger than what this build used is swept
_CHECK = 4  # bytes of checksum before each value: a file that the machine damaged must not lie


def _is_there(file: Path) -> bool:
    try:
        return file.exists()
    except OSError:  # a folder that this user may not enter
        return False


class Memory:
    """A table of bytes by key. Use it as a context manager; what was remembered is written at the latest at its end."""

    def __init__(self, folder: Path) -> None:
        """The memory in ``folder``, which is made when there is something to keep.

        Where that cannot be, it knows nothing and keeps nothing.
        """
        self._file = folder / _NAME
        self._today = int(time.time()) // 86_400
        self._database = self._opened() if _is_there(self._file) else None
        self._lost = False
        self._unwritten: dict[bytes, bytes] = {}
        self._size = 0
        self._used: set[bytes] = set()
        self._used_bytes = 0
        self._noted: list[bytes] = []

    def __enter__(self) -> Memory:
        return self

    def __exit__(self, *exception: object) -> None:
        self._write()
        self._sweep()
        if self._database is not None:
            self._database.close()
            self._database = None

    def recall(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """The values that are known among ``keys``."""
        found = {key: self._unwritten[key] for key in keys if key in self._unwritten} if self._unwritten else {}
        if self._database is None or not keys:
            return found
        try:
            for key, day, value in self._ask(keys):
                if not isinstance(value, bytes) or value[:_CHECK] != _checksum(value[_CHECK:]):
                    continue
                found[key] = value[_CHECK:]
                self._used_bytes += len(value)
                if day + _STALE <= self._today:
                    self._noted.append(key)
        except sqlite3.Error:
            self._forget()
        self._used |= found.keys()
        return found

    def remember(self, values: Iterable[tuple[bytes, bytes]]) -> None:
        """Keep values by their keys."""
        if self._lost:
            return
        for key, value in values:
            self._unwritten[key] = value
            self._used.add(key)
            self._size += len(value)
            self._used_bytes += len(value)
        if self._size > _UNWRITTEN:
            self._write()

    def _opened(self) -> sqlite3.Connection | None:
        for attempt in range(2):
            try:
                make_folder(self._file.parent)
                return self._connected()
            except (sqlite3.Error, OSError):
                if attempt or not self._delete():
                    break
        return None

    def _connected(self) -> sqlite3.Connection:
        database = sqlite3.connect(self._file, timeout=10, isolation_level=None)
        try:
            # Losing the last values in a power cut is no harm, and a damaged value is known by its checksum.
            database.execute("PRAGMA synchronous = OFF")
            database.execute("PRAGMA auto_vacuum = INCREMENTAL")
            database.execute("PRAGMA journal_mode = WAL")
            database.execute(_TABLES)
        except BaseException:
            database.close()
            raise
        return database

    def _ask(self, keys: Sequence[bytes]) -> Iterator[tuple[bytes, int, bytes]]:
        assert self._database is not None
        for start in range(0, len(keys), _AT_ONCE):
            some = keys[start : start + _AT_ONCE]
            marks = ",".join("?" * len(some))
            yield from self._database.execute(f"SELECT key, day, value FROM found WHERE key IN ({marks})", some)

    def _write(self) -> None:
        """Add what is new in one transaction."""
        if not (self._unwritten or self._noted) or self._lost:
            return
        self._database = self._database or self._opened()
        if self._database is None:
            self._forget()
            return
        try:
            self._database.execute("BEGIN IMMEDIATE")
            self._database.executemany(
                "INSERT OR REPLACE INTO found VALUES (?, ?, ?)",
                ((key, self._today, _checksum(value) + value) for key, value in self._unwritten.items()),
            )
            self._database.executemany(
                "UPDATE found SET day = ? WHERE key = ?", ((self._today, key) for key in self._noted)
            )
            self._database.execute("COMMIT")
        except sqlite3.Error:
            self._forget()
        self._unwritten.clear()
        self._noted.clear()
        self._size = 0

    def _sweep(self) -> None:
        """Where the file has grown far beyond what this build used, delete what it did not."""
        if self._database is None:
            return
        try:
            pages, size = (self._database.execute(f"PRAGMA {of}").fetchone()[0] for of in ("page_count", "page_size"))
            if pages * size <= max(_SMALLEST_BOUND, _TIMES_USED * self._used_bytes):
                return
            unused = [(key,) for (key,) in self._database.execute("SELECT key FROM found") if key not in self._used]
            self._database.execute("BEGIN IMMEDIATE")
            self._database.executemany("DELETE FROM found WHERE key = ?", unused)
            self._database.execute("COMMIT")
            self._database.executescript("PRAGMA incremental_vacuum")  # `execute` frees one page
        except sqlite3.Error:
            self._forget()

    def _forget(self) -> None:
        """Go on without: the file is damaged, or its disk full. A damaged file is deleted."""
        database, self._database = self._database, None
        self._lost = True
        self._unwritten.clear()
        if database is not None:
            with contextlib.suppress(sqlite3.Error):
                database.close()
            self._delete()

    def _delete(self) -> bool:
        """Whether the file, with what SQLite keeps beside it, is gone."""
        with contextlib.suppress(OSError):
            for name in (_NAME, f"{_NAME}-wal", f"{_NAME}-shm"):
                self._file.with_name(name).unlink(missing_ok=True)
            return True
        return False


def _checksum(value: bytes) -> bytes:
    return zlib.crc32(value).to_bytes(_CHECK, "little")
