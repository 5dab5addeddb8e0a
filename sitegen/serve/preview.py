"""What the preview shows right now: the last good site, in a folder of its own, and what went wrong since."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Shown:
    """One state of the preview. ``paths`` are the files of the site, none until a build has succeeded.

    ``errors`` belong to the last build. ``version`` goes up with whatever a reader would see.
    """

    version: int = 0
    paths: frozenset[str] = frozenset()
    base_path: str = "/"
    errors: tuple[str, ...] = ()


class Preview:
    """Hands the state from the thread that builds to those that serve; every change is one step.

    The site stands in ``folder``, where each build replaces it as a whole.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        # A page that was open before the program started again must not take its state for this one.
        self._shown = Shown(version=int(time.time()))
        self._changed = threading.Condition()

    @property
    def shown(self) -> Shown:
        """The state as it is now; it never changes under its reader."""
        return self._shown

    def file(self, path: str) -> bytes | None:
        """The bytes of a file of the site; None where it has no such file."""
        for _ in range(3):  # where folders cannot change places in one step, there is none for some microseconds
            if path not in self._shown.paths:
                return None
            with contextlib.suppress(OSError):
                return (self._folder / path).read_bytes()
            time.sleep(0.01)
        return None

    def succeed(self, paths: Iterable[str], base_path: str) -> None:
        """A new site stands in the folder, without errors."""
        self._set(Shown(self._shown.version + 1, frozenset(paths), base_path))

    def refresh(self, paths: Iterable[str]) -> None:
        """The site has other files beside its pages: nothing that a reader would want to see anew."""
        self._set(replace(self._shown, paths=frozenset(paths)))

    def fail(self, errors: Iterable[str]) -> None:
        """Go on showing the last good site, and say what is wrong with the new one."""
        self._set(replace(self._shown, version=self._shown.version + 1, errors=tuple(errors)))

    def wait(self, version: int, seconds: float) -> Shown:
        """The state once it is another than ``version``, or as it is after so many seconds."""
        with self._changed:
            self._changed.wait_for(lambda: self._shown.version != version, timeout=seconds)
        return self._shown

    def _set(self, shown: Shown) -> None:
        with self._changed:
            self._shown = shown
            self._changed.notify_all()
