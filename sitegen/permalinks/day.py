"""Which day it is, for what is recorded with its day."""

from __future__ import annotations

from datetime import UTC, datetime

from sitegen.source_date import source_date


def today() -> str:
    """The UTC day, ``YYYY-MM-DD``, or that of SOURCE_DATE_EPOCH."""
    seconds = source_date()
    when = datetime.now(UTC) if seconds is None else datetime.fromtimestamp(seconds, UTC)
    return when.date().isoformat()
