"""Which day it is, for what is recorded with its day."""

from __future__ import annotations

import os
from datetime import UTC, datetime


def today() -> str:
    """The UTC day, ``YYYY-MM-DD``, or that of SOURCE_DATE_EPOCH.

    https://reproducible-builds.org/specs/source-date-epoch/
    """
    text = os.environ.get("SOURCE_DATE_EPOCH", "").strip()
    if text.isascii() and text.isdigit() and len(text) < 12:
        return datetime.fromtimestamp(int(text), UTC).date().isoformat()
    return datetime.now(UTC).date().isoformat()
