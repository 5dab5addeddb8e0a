"""When to build again: the state of what a site is made from, looked at up to twenty times a second.

Asking for the time stamps of a few hundred files takes about a millisecond, works on every file system, network ones
included, and needs no package.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from pathlib import Path

from sitegen.sources import State, states

INTERVAL = 0.05  # seconds between two looks, at least
SETTLE = 0.03  # seconds without a further change, so that a save of many files is one build
_SHARE = 0.05  # of a processor that looking may take: with very many files it looks less often

Snapshot = dict[str, State]


def wait_for_change(
    paths: Callable[[], Iterable[Path]],
    before: Snapshot,
    *,
    interval: float = INTERVAL,
    settle: float = SETTLE,
    until: Callable[[], bool] = lambda: False,
) -> bool:
    """Return once the states are other than ``before`` and have held still for ``settle`` seconds.

    False where ``until`` became true first.
    """
    while True:
        started = time.perf_counter()
        now = states(paths())
        if now != before:
            break
        if until():
            return False
        time.sleep(max(interval, (time.perf_counter() - started) / _SHARE))
    while True:
        time.sleep(settle)
        later = states(paths())
        if later == now:
            return True
        now = later
