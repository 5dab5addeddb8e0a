"""The time that a build pretends it is, so that the same input gives the same bytes on any day.

https://reproducible-builds.org/specs/source-date-epoch/
"""

from __future__ import annotations

import os
from datetime import UTC, datetime

from sitegen.problem import MachineError

VARIABLE = "SOURCE_DATE_EPOCH"
_END = 253_402_300_800  # the year 10000, which no calendar and no file system here goes to


def source_date() -> int | None:
    """Seconds since 1970 from the environment; None where it says nothing, `MachineError` where it makes no sense."""
    text = os.environ.get(VARIABLE, "").strip()
    if not text:
        return None
    if not (text.isascii() and text.isdecimal() and len(text) < 13 and int(text) < _END):
        raise MachineError(f"{VARIABLE} is {text!r}, not a number of seconds since 1970")
    return int(text)


def today() -> str:
    """The UTC day, ``YYYY-MM-DD``, or that of SOURCE_DATE_EPOCH."""
    seconds = source_date()
    when = datetime.now(UTC) if seconds is None else datetime.fromtimestamp(seconds, UTC)
    return when.date().isoformat()
