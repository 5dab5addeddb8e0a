"""Digests without blank lines: every line is a title or an abstract."""

from __future__ import annotations

from collections.abc import Sequence

from sitegen.inputs.document import Document
from sitegen.inputs.entries import Line, as_block, read_entries
from sitegen.inputs.parsed import ParsedDigest
from sitegen.inputs.roles import Block


def recognises(document: Document) -> bool:
    """Every text: what has no blank lines between its texts comes here."""
    return True


def read(document: Document) -> ParsedDigest:
    """The entries of a compact digest."""
    return read_entries(document, group, spaced=False)


def group(body: Sequence[Line]) -> list[Block]:
    """A block for each line."""
    return [as_block([line]) for line in body]
