"""What the preview shows right now: the last good site, in memory, and what went wrong since."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sitegen.artifact import Artifact


@dataclass(frozen=True, slots=True)
class Shown:
    """One state of the preview. ``site`` is empty until a build has succeeded; ``errors`` belong to the last build."""

    version: int = 0
    site: Mapping[str, bytes] = field(default_factory=dict)
    base_path: str = "/"
    errors: tuple[str, ...] = ()


class Preview:
    """Hands the state from the thread that builds to those that serve; every change is one step."""

    def __init__(self) -> None:
        # A page that was open before the program started again must not take its state for this one.
        self._shown = Shown(version=int(time.time()))
        self._changed = threading.Condition()

    @property
    def shown(self) -> Shown:
        """The state as it is now; it never changes under its reader."""
        return self._shown

    def succeed(self, artifacts: Iterable[Artifact], base_path: str) -> None:
        """Show a new site, without errors."""
        site = {artifact.path: artifact.data for artifact in artifacts}
        self._set(Shown(self._shown.version + 1, site, base_path))

    def fail(self, errors: Iterable[str]) -> None:
        """Go on showing the last good site, and say what is wrong with the new one."""
        old = self._shown
        self._set(Shown(old.version + 1, old.site, old.base_path, tuple(errors)))

    def wait(self, version: int, seconds: float) -> Shown:
        """The state once it is another than ``version``, or as it is after so many seconds."""
        with self._changed:
            self._changed.wait_for(lambda: self._shown.version != version, timeout=seconds)
        return self._shown

    def _set(self, shown: Shown) -> None:
        with self._changed:
            self._shown = shown
            self._changed.notify_all()
