"""Colour in what is said on a terminal: text whose parts have a style, and whether styles are to be seen.

A library for it would take longer to load than a build takes that finds nothing to do.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import NamedTuple, TextIO

from sitegen.words.visible import spelt_out

# https://en.wikipedia.org/wiki/ANSI_escape_code#Select_Graphic_Rendition_parameters
_CODES = {
    "place": "1",
    "error": "1;31",
    "warning": "1;33",
    "hint": "36",
    "quiet": "2",
    "good": "32",
}


class Span(NamedTuple):
    """A piece of a line; ``style`` is a name of `_CODES`, or "" for plain text."""

    text: str
    style: str = ""


Line = tuple[Span, ...]


def wanted(stream: TextIO) -> bool:
    """Whether colour is to be shown there: where a terminal has it, unless the environment says otherwise.

    https://no-color.org and https://force-color.org: any value counts, but for a ``FORCE_COLOR`` of 0.
    """
    if os.environ.get("NO_COLOR"):
        return False
    if forced := os.environ.get("FORCE_COLOR"):
        return forced != "0"
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def printed(line: Iterable[Span], *, colour: bool) -> str:
    """A line as it is written: control characters of its texts are spelt out, so all that remain are ours."""
    return "".join(_painted(spelt_out(text), _CODES.get(style, "") if colour else "") for text, style in line)


def plain(line: Iterable[Span]) -> str:
    """The text of a line."""
    return "".join(text for text, _ in line)


def _painted(text: str, code: str) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if code and text else text
