"""Digests with blank lines between their texts, as a web page saved as text has them.

Every line is a text of its own, except where an editor has wrapped an abstract: a paragraph of three lines or more,
none longer than 130 characters, of which half begin in lower case, is one text.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from sitegen.inputs.document import Document
from sitegen.inputs.entries import Line, as_block, read_entries
from sitegen.inputs.parsed import ParsedDigest
from sitegen.inputs.roles import Block

_WRAPPED_WIDTH = 130


def recognises(document: Document) -> bool:
    """Whether a blank line stands between two texts behind the banner."""
    return any(later - number > 1 for (number, _), (later, _) in pairwise(document.body))


def read(document: Document) -> ParsedDigest:
    """The entries of a spaced digest."""
    return read_entries(document, group, spaced=True)


def group(body: Sequence[Line]) -> list[Block]:
    """A block for each line, and for each paragraph that an editor has wrapped."""
    paragraphs: list[list[Line]] = []
    for number, text in body:
        if paragraphs and paragraphs[-1][-1][0] == number - 1:
            paragraphs[-1].append((number, text))
        else:
            paragraphs.append([(number, text)])
    texts = (part for lines in paragraphs for part in ([lines] if _wrapped(lines) else [[line] for line in lines]))
    return [as_block(lines) for lines in texts]


def _wrapped(lines: Sequence[Line]) -> bool:
    return (
        len(lines) >= 3
        and all(len(text) <= _WRAPPED_WIDTH for _, text in lines)
        and not any(text[0] in "#>\\" for _, text in lines[1:])
        and sum(text[0].islower() for _, text in lines[1:]) * 2 >= len(lines) - 1
    )
