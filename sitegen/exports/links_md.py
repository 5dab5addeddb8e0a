"""`links.md`: names as CommonMark link reference definitions, for what knows Markdown and no inventories.

``[paper-x]: https://…/papers/x.html "Title"``: once such lines stand in a document, or a tool appends them to each,
``[any words][paper-x]`` is a link. Written only where the site's own address is known.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from sitegen import urls
from sitegen.artifact import Artifact
from sitegen.config.model import ExportSettings
from sitegen.exports.export import Export
from sitegen.exports.lists import lists
from sitegen.exports.names import Target, other_targets
from sitegen.exports.record import Record
from sitegen.pages.page_index import PageIndex
from sitegen.work.pieces import Pieces, streamed

NAME = "links.md"

# CommonMark reads entities and backslashes in a title, Python-Markdown entities alone.
_ESCAPES = str.maketrans({"&": "&amp;", '"': "&quot;", "\\": "&#92;", "<": "&lt;", ">": "&gt;"})


def of_paper(record: Record, settings: ExportSettings) -> str:
    """The definitions of the paper's names."""
    return _definitions(record.target(), record.address)


def artifacts(index: PageIndex, pieces: Pieces) -> Iterator[Artifact]:
    """One file for everything, one for each tag and digest with its papers."""
    others = (_definitions(target, index.site.absolute(target.path)) for target in other_targets(index))
    yield Artifact(NAME, streamed(chain(pieces, (lines.encode("utf-8", "replace") for lines in others))))
    for path, slugs in lists(index.catalogue):
        yield Artifact(f"{path}.{NAME}", streamed(map(pieces.__getitem__, slugs)))


def _definitions(target: Target, address: str) -> str:
    rest = f'{address} "{target.title.translate(_ESCAPES)}"\n'
    # A name with its kind in front meets nothing in anybody's document, and one is enough.
    return "".join(f"[{label}]: {rest}" for label in target.labels if label.startswith(urls.RESERVED_PREFIXES))


EXPORT = Export(
    "links_md",
    NAME,
    "Markdown links",
    "text/markdown",
    ".md",
    beside=("papers.html",),
    needs_address=True,
    of_paper=of_paper,
    artifacts=artifacts,
    parts=lambda index: ((f"{path}.html", f"{path}.{NAME}") for path, _ in lists(index.catalogue)),
)
