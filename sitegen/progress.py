"""Says what the build is doing, and measures how long each stage takes."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TextIO


@dataclass(slots=True)
class Progress:
    """Times the stages of a build; on a terminal it draws a bar, in a log it writes one line.

    ``seconds`` maps each stage to its wall time, in the order in which they ran.
    """

    stream: TextIO = field(default_factory=lambda: sys.stderr)
    total: int = 0  # how many stages there will be, for the bar
    quiet: bool = False
    seconds: dict[str, float] = field(default_factory=dict)
    _current: str = ""
    _since: float = 0.0

    WIDTH = 24  # characters of the bar

    def stage(self, name: str) -> None:
        """The stage before is over, this one begins."""
        self._close()
        self._current, self._since = name, time.perf_counter()
        self._draw()

    def finish(self) -> None:
        """The last stage is over; the bar is wiped, what comes next starts on a clean line."""
        self._close()
        if self._current and not self.quiet:
            self.stream.write("\r\x1b[K" if self._live else "\n")
            self.stream.flush()
        self._current = ""

    @contextmanager
    def running(self) -> Iterator[Progress]:
        """Finish whatever happens, so that a message never lands behind a half-drawn bar."""
        try:
            yield self
        finally:
            self.finish()

    @property
    def _live(self) -> bool:
        return not self.quiet and self.stream.isatty() and not os.environ.get("CI")

    def _close(self) -> None:
        if self._current:
            spent = time.perf_counter() - self._since
            self.seconds[self._current] = self.seconds.get(self._current, 0.0) + spent

    def _draw(self) -> None:
        if self.quiet:
            return
        if not self._live:
            self.stream.write(f", {self._current}" if self.seconds else f"sitegen: {self._current}")
            self.stream.flush()
            return
        done = len(self.seconds)
        full = self.WIDTH * done // max(self.total, done, 1)
        self.stream.write(f"\r\x1b[K{'━' * full}{'╌' * (self.WIDTH - full)} {self._current}")
        self.stream.flush()
