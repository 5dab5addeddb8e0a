"""How a digest's day is written. A year that nobody stated is never filled in."""

from __future__ import annotations

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def day_text(date: str | None) -> str:
    """``"04-03"`` as ``3 April``, ``"2025-04-03"`` as ``3 April 2025``, no date as ``""``."""
    if not date:
        return ""
    *year, month, day = date.split("-")
    return " ".join([str(int(day)), MONTHS[int(month) - 1], *year])


def has_year(date: str | None) -> bool:
    """Whether the date says which year."""
    return bool(date) and str(date).count("-") == 2
