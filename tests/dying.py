"""Work that takes the process with it, unless that is the one that asked for it."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable

from sitegen.work import Task


def dying(asked_by: int) -> Callable[[int], int]:
    """Twice the number; no process but ``asked_by`` survives the number 7."""

    def double(number: int) -> int:
        if number == 7 and os.getpid() != asked_by:
            os.kill(os.getpid(), signal.SIGKILL)
        return 2 * number

    return double


DYING = Task(dying, int, int, int)
