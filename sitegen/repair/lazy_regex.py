"""Regular expressions that are compiled late."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache


def lazy(source: str, flags: int = 0) -> Callable[[], re.Pattern[str]]:
    """A pattern that is compiled when it is first asked for: most texts need few of them, compiling all costs 50 ms."""
    return cache(lambda: re.compile(source, flags))
