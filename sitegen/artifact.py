"""One finished file of the site, and whoever takes the files as they come: what producers and publisher share."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Artifact:
    """A file of the site, complete.

    ``path`` is relative to the site's root, with ``/``, no ``..``, no leading ``/``; ``data`` are its bytes, in one
    piece or, for what is too large to be held, in several. ``key`` is a hash of everything that the bytes were made
    from, ``b""`` where nobody worked that out: two files of one path and one key are the same.
    """

    path: str
    data: bytes | Iterable[bytes]
    key: bytes = b""


class Sink(Protocol):
    """Takes the files of a site one by one, and makes a site of them, or not."""

    def has(self, path: str, key: bytes) -> bool:
        """Whether the site that stands there holds this very file, so that it need not be made again."""

    def made_from(self, key: bytes) -> tuple[str, ...]:
        """All files that stand there and were made from one key, if none of them is missing or touched."""

    def keep(self, path: str, key: bytes) -> None:
        """Take over a file that `has` knows."""

    def add(self, artifact: Artifact) -> None:
        """Take a file. Raises MachineError where the machine cannot."""
