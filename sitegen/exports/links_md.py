"""`links.md`: every name as a CommonMark link reference definition, for what knows Markdown and no inventories.

``[paper-x]: https://…/papers/x.html "Title"``: once such lines stand in a document, or a tool appends them to each,
``[any words][paper-x]`` is a link. Written only where the site's own address is known.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from sitegen.artifact import Artifact
from sitegen.catalogue.model import Catalogue
from sitegen.exports.lists import lists
from sitegen.exports.names import Target, list_targets, paper_targets
from sitegen.pages.page import Alternate
from sitegen.site import NavItem, Site

SWITCH = "links_md"
ENDING = ".links.md"
DOWNLOADS: tuple[NavItem, ...] = ()  # there is none without an address; pages name it where there is

# CommonMark reads entities and backslashes in a title, Python-Markdown entities alone.
_ESCAPES = str.maketrans({"&": "&amp;", '"': "&quot;", "\\": "&#92;", "<": "&lt;", ">": "&gt;"})


def artifacts(catalogue: Catalogue, site: Site) -> Iterator[Artifact]:
    """One file for everything, one for each tag and digest with its papers."""
    if not site.base_url:
        return
    papers = list(paper_targets(catalogue))
    written = {target.slug: _definitions(target, site) for target in papers if target.slug}
    gone = (_definitions(target, site) for target in papers if not target.slug)
    rest = (_definitions(target, site) for target in list_targets(catalogue))
    yield _file("links.md", chain(written.values(), gone, rest))
    for path, slugs in lists(catalogue):
        yield _file(f"{path}{ENDING}", (written[slug] for slug in slugs))


def alternates(catalogue: Catalogue, site: Site) -> Iterator[tuple[str, Alternate]]:
    """The pages of tags and digests, and the list of all papers."""
    if site.base_url:
        yield "papers.html", _alternate("links.md")
        for path, _ in lists(catalogue):
            yield f"{path}.html", _alternate(f"{path}{ENDING}")


def _alternate(href: str) -> Alternate:
    return Alternate("Markdown links", "text/markdown", href)


def _definitions(target: Target, site: Site) -> str:
    rest = f'{site.absolute(target.path)} "{target.title.translate(_ESCAPES)}"\n'
    return "".join(f"[{label}]: {rest}" for label in target.labels)


def _file(path: str, definitions: Iterable[str]) -> Artifact:
    return Artifact(path, "".join(definitions).encode("utf-8", "replace"))
