"""A site that nobody will see: staged in a temporary folder to be checked, and gone with it."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Iterator
from pathlib import Path

from sitegen.artifact import Artifact, File
from sitegen.problem import MachineError
from sitegen.publish.stage import Stage


class Trial:
    """The `Sink` that publishes nothing."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "site"
        self._stage = Stage(self._folder, lender=None, seconds=None)

    def has(self, path: str, key: bytes) -> bool:
        """Never: nothing stands there."""
        return False

    def made_from(self, key: bytes) -> tuple[str, ...]:
        """No file."""
        return ()

    def add(self, file: File) -> None:
        """Keep a file for as long as the check takes."""
        assert isinstance(file, Artifact)
        try:
            self._stage.add(file)
        except OSError as cause:
            raise MachineError("cannot write to the folder for temporary files") from cause

    def read(self, path: str) -> bytes:
        """The bytes of a file that was added."""
        return (self._folder / path).read_bytes()


@contextlib.contextmanager
def trial() -> Iterator[Trial]:
    """A trial in a fresh temporary folder. Raises MachineError where there can be none."""
    try:
        folder = tempfile.TemporaryDirectory(prefix="sitegen-", ignore_cleanup_errors=True)
    except OSError as cause:
        raise MachineError("cannot write to the folder for temporary files") from cause
    with folder as path:
        yield Trial(Path(path))
