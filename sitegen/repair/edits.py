"""Typographic changes, found in a text as a reader sees it: where, and what stands there instead."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

Edit = tuple[int, int, str]
"""From, to (exclusive), and what replaces the characters between; edits are in order and do not overlap."""

Finder = Callable[[str], Iterable[Edit]]


def edited(text: str, edits: Iterable[Edit]) -> str:
    """``text`` with the edits made."""
    pieces: list[str] = []
    at = 0
    for start, end, replacement in edits:
        pieces += (text[at:start], replacement)
        at = end
    return "".join(pieces) + text[at:] if pieces else text


def matches(pattern: re.Pattern[str], replacement: str | Callable[[re.Match[str]], str]) -> Finder:
    """A finder of every match of ``pattern``, as `re.Pattern.sub` would replace it."""

    def find(text: str) -> Iterator[Edit]:
        for found in pattern.finditer(text):
            new = replacement if isinstance(replacement, str) else replacement(found)
            if new != found[0]:
                yield found.start(), found.end(), new

    return find
