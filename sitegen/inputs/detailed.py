"""Digests that state more than titles and abstracts: a line of authors, an address or an id beside each, or labels."""

from __future__ import annotations

from collections.abc import Sequence

from sitegen.inputs import compact, spaced
from sitegen.inputs.annotated import annotated
from sitegen.inputs.document import Document
from sitegen.inputs.entries import Group, Line, read_entries
from sitegen.inputs.parsed import ParsedDigest
from sitegen.inputs.roles import Block


def recognises(document: Document) -> bool:
    """Whether a line states something beside title and abstract."""
    blocks = _group(document)[0](document.body)
    return list(blocks) != annotated(blocks)


def read(document: Document) -> ParsedDigest:
    """The entries, each with what is stated beside it."""
    group, is_spaced = _group(document)

    def with_details(body: Sequence[Line]) -> Sequence[Block]:
        return annotated(group(body))

    return read_entries(document, with_details, is_spaced)


def _group(document: Document) -> tuple[Group, bool]:
    """How lines come to texts in this digest, and whether blank lines set them off."""
    is_spaced = spaced.recognises(document)
    return (spaced.group if is_spaced else compact.group), is_spaced
