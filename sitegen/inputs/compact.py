"""Digests without blank lines: every line is a title or an abstract."""

from __future__ import annotations

from sitegen.inputs.document import Document
from sitegen.inputs.entries import read_entries
from sitegen.inputs.parsed import ParsedDigest


def recognises(document: Document) -> bool:
    """Every text: what has no blank lines between its texts comes here."""
    return True


def read(document: Document) -> ParsedDigest:
    """The entries of a compact digest."""
    return read_entries(document.lines, document.file, lambda body: [[line] for line in body], spaced=False)
