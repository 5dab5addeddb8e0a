"""Many small texts of which large files are made, in different orders: kept outside memory until they are needed."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from io import BytesIO
from tempfile import SpooledTemporaryFile
from typing import IO

_IN_MEMORY = 4 << 20  # bytes; more than that goes to a file in the temporary folder
_AT_ONCE = 1 << 16  # bytes, roughly, that are written together


class Pieces:
    """A text for each name, as UTF-8: by name, and in the order in which they came. To be used as a context."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        """``names`` are all there will be, in that order."""
        self._numbers = {name: number for number, name in enumerate(names)}
        self._file: IO[bytes] = BytesIO()
        self._ends = array("Q", [0])

    def __enter__(self) -> Pieces:
        self._file = SpooledTemporaryFile(max_size=_IN_MEMORY)
        return self

    def __exit__(self, *exception: object) -> None:
        self._file.close()

    def append(self, piece: str) -> None:
        """The text of the next name. What UTF-8 cannot hold becomes a question mark."""
        self._file.write(piece.encode("utf-8", "replace"))
        self._ends.append(self._file.tell())

    def __getitem__(self, name: str) -> bytes:
        return self._read(self._numbers[name])

    def __iter__(self) -> Iterator[bytes]:
        return map(self._read, range(len(self._ends) - 1))

    def items(self) -> Iterator[tuple[str, bytes]]:
        """Each name with its text."""
        return zip(self._numbers, self, strict=True)

    def _read(self, number: int) -> bytes:
        start, end = self._ends[number], self._ends[number + 1]
        self._file.seek(start)
        return self._file.read(end - start)


NO_PIECES = Pieces()
"""None at all."""


def streamed(parts: Iterable[bytes]) -> Iterator[bytes]:
    """Many small parts as fewer large ones."""
    waiting: list[bytes] = []
    size = 0
    for part in parts:
        waiting.append(part)
        size += len(part)
        if size > _AT_ONCE:
            yield b"".join(waiting)
            waiting.clear()
            size = 0
    yield b"".join(waiting)


def between(separator: bytes, parts: Iterable[bytes]) -> Iterator[bytes]:
    """The parts with a separator between each two: ``join`` for what is too large to be held."""
    for number, part in enumerate(parts):
        if number:
            yield separator
        yield part
