"""Damaged text in, clean inline text out. See `inline` for the model."""

from __future__ import annotations

from sitegen.repair.inline import Inline, Text

__all__ = ["repair"]


def repair(text: str) -> Inline:
    """The text as a careful editor would print it. Never raises; unknown damage stays readable."""
    return (Text(text),) if text else ()
