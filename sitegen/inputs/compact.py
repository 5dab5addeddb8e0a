"""Digests without blank lines: every line is a title or an abstract."""

from __future__ import annotations

from collections.abc import Sequence

from sitegen.inputs.entries import ParsedDigest, read_entries


def recognises(lines: Sequence[str]) -> bool:
    """Every text: what has no blank lines between its texts comes here."""
    return True


def read(lines: Sequence[str], file: str) -> ParsedDigest:
    """The entries of a compact digest."""
    return read_entries(lines, file, lambda body: [[line] for line in body], spaced=False)
