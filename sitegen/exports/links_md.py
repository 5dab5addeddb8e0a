"""`links.md`: every name as a CommonMark link reference definition, for what knows Markdown and no inventories.

``[paper-x]: https://…/papers/x.html "Title"``: once such lines stand in a document, or a tool appends them to each,
``[any words][paper-x]`` is a link. Written only where the site's own address is known.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from sitegen.artifact import Artifact, streamed
from sitegen.exports.export import Export
from sitegen.exports.lists import lists
from sitegen.exports.names import Target, list_targets, paper_target, paper_targets
from sitegen.pages.page_index import PageIndex
from sitegen.site import Site

NAME = "links.md"

# CommonMark reads entities and backslashes in a title, Python-Markdown entities alone.
_ESCAPES = str.maketrans({"&": "&amp;", '"': "&quot;", "\\": "&#92;", "<": "&lt;", ">": "&gt;"})


def artifacts(index: PageIndex) -> Iterator[Artifact]:
    """One file for everything, one for each tag and digest with its papers."""
    catalogue, site = index.catalogue, index.site
    targets = chain(paper_targets(catalogue), list_targets(index))
    yield Artifact(NAME, streamed(_definitions(target, site) for target in targets))
    for path, slugs in lists(catalogue):
        listed = (_definitions(paper_target(catalogue, slug), site) for slug in slugs)
        yield Artifact(f"{path}.{NAME}", streamed(listed))


def _definitions(target: Target, site: Site) -> str:
    rest = f'{site.absolute(target.path)} "{target.title.translate(_ESCAPES)}"\n'
    return "".join(f"[{label}]: {rest}" for label in target.labels)


EXPORT = Export(
    "links_md",
    NAME,
    "Markdown links",
    "text/markdown",
    ".md",
    beside=("papers.html",),
    needs_address=True,
    artifacts=artifacts,
    parts=lambda index: ((f"{path}.html", f"{path}.{NAME}") for path, _ in lists(index.catalogue)),
)
