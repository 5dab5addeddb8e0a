"""`objects.inv`: the inventory that Sphinx, MyST, MkDocs and Quarto look names up in.

Each paper has the label ``paper-<slug>`` (what its page shows: it meets no heading of anybody's documents), the label
``<slug>`` and the document ``papers/<slug>``; tags, digests, authors, years and venues have one of each, the other
pages are documents (``index``, ``tags``, ``about``). Names that a page had before lead to the present one, those of a
removed paper to the page that says so.

The format is version 2 as ``sphinx.util.inventory`` reads it; https://sphobjinv.readthedocs.io/en/stable/syntax.html
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from itertools import chain

from sitegen.artifact import Artifact
from sitegen.config.model import ExportSettings
from sitegen.exports.export import Export
from sitegen.exports.names import Target, line, other_targets
from sitegen.exports.record import Record
from sitegen.pages.page_index import PageIndex
from sitegen.work.pieces import Pieces, streamed

NAME = "objects.inv"

_HEADER = (
    "# Sphinx inventory version 2\n"
    "# Project: {project}\n"
    "# Version: \n"  # a catalogue has none; readers cut the line behind the space
    "# The remainder of this file is compressed using zlib.\n"
)
_AS_NAME = "-"  # a title that would be taken for "the same as the name"


def of_paper(record: Record, settings: ExportSettings) -> str:
    """The paper's lines."""
    return _lines(record.target())


def artifacts(index: PageIndex, pieces: Pieces) -> Iterator[Artifact]:
    """One file; addresses in it are relative, so that it holds wherever the site stands."""
    header = _HEADER.format(project=_ascii(index.site.title) or "Papers")
    others = (_lines(target).encode("utf-8", "replace") for target in other_targets(index))
    packed = zlib.compressobj()
    lines = b"".join(map(packed.compress, streamed(chain(pieces, others))))
    yield Artifact(NAME, header.encode() + lines + packed.flush())


def _lines(target: Target) -> str:
    title = target.title if target.title != _AS_NAME else "\u2010"  # a hyphen of its own kind
    rest = f"-1 {target.path} {title}\n"
    return "".join(
        [
            *(f"{label} std:label {rest}" for label in target.labels),
            *(f"{document} std:doc {rest}" for document in target.documents),
        ]
    )


def _ascii(title: str) -> str:
    """The header is read by programs that expect ASCII there."""
    if not title.isascii():
        from anyascii import anyascii

        title = anyascii(title)
    return line(title)


EXPORT = Export("objects_inv", NAME, NAME, download=True, of_paper=of_paper, artifacts=artifacts)
