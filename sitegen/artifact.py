"""One file of the site, and whoever takes the files as they come: what producers and publisher share."""

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


@dataclass(frozen=True, slots=True)
class Unchanged:
    """A file that the site has already, because it was made from the same (see `Artifact.key`)."""

    path: str
    key: bytes


File = Artifact | Unchanged


class Sink(Protocol):
    """Takes the files of a site one by one. All methods but `has` raise MachineError where the machine cannot."""

    def has(self, path: str, key: bytes) -> bool:
        """Whether the site that stands there holds this very file, so that it need not be made again."""

    def made_from(self, key: bytes) -> tuple[str, ...]:
        """All files that stand there and were made from one key, if none of them is missing or touched."""

    def add(self, file: File) -> None:
        """Take a file, or take over the one that `has` knows."""

    def read(self, path: str) -> bytes:
        """The bytes of a file that was taken."""


def whole(artifact: Artifact) -> bytes:
    """All bytes of a file."""
    return artifact.data if isinstance(artifact.data, bytes) else b"".join(artifact.data)
