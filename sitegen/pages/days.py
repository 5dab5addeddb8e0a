"""How a digest's day is written. A year that nobody stated is never filled in."""

from __future__ import annotations

from sitegen.inputs.dates import in_words
from sitegen.inputs.model import Digest


def day_text(date: str | None) -> str:
    """``"04-03"`` as ``3 April``, ``"2025-04-03"`` as ``3 April 2025``, no date as ``""``."""
    return in_words(date) if date else ""


def has_year(date: str | None) -> bool:
    """Whether the date says which year."""
    return bool(date) and str(date).count("-") == 2


def digest_title(digest: Digest) -> str:
    """The title somebody gave a digest; otherwise one made of its day, or of its id."""
    day = day_text(digest.date)
    if has_title(digest):
        return digest.title
    return f"Digest of {day}" if day else f"Digest {digest.id}"


def has_title(digest: Digest) -> bool:
    """Whether somebody gave the digest a title; its reader falls back on its day or its id."""
    return digest.title not in ("", day_text(digest.date), digest.id)
