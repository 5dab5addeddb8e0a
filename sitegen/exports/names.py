"""Which names lead where: the labels by which other documents link to the site's pages, present and past."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sitegen import urls
from sitegen.catalogue.model import Catalogue
from sitegen.pages.page_index import PageIndex


class Target(NamedTuple):
    """A page and what leads to it.

    ``labels`` are single words of ``a-z``, ``0-9`` and ``-``, the recommended one first; ``documents`` the same pages
    as paths without their ending. ``path`` is the file, from the root; ``title`` is one line, never empty.
    """

    labels: tuple[str, ...]
    documents: tuple[str, ...]
    path: str
    title: str


def paper_target(slug: str, title: str, earlier: tuple[str, ...]) -> Target:
    """The page of a paper, of one that was removed too; ``earlier`` are the slugs that it had before."""
    slugs = (slug, *earlier)
    return Target(
        labels=tuple(label for name in slugs for label in (f"paper-{name}", name)),
        documents=tuple(urls.paper(name, "") for name in slugs),
        path=urls.paper(slug),
        title=line(title) or slug,
    )


def other_targets(index: PageIndex) -> Iterator[Target]:
    """The pages of removed papers, and those of tags and digests with the names that they had before."""
    catalogue = index.catalogue
    for slug, removed in catalogue.removed.items():
        yield paper_target(slug, removed.title, catalogue.earlier_slugs.get(slug, ()))
    for tag in index.tags.values():
        yield _list(tag.href, line(tag.name) or tag.slug, index.catalogue)
    for digest in index.digests.values():
        yield _list(digest.href, line(digest.title) or digest.slug, index.catalogue)


def _list(path: str, title: str, catalogue: Catalogue) -> Target:
    page = path.removesuffix(".html")
    pages = (page, *catalogue.earlier_pages.get(page, ()))
    return Target(tuple(map(_label, pages)), pages, path, title)


def _label(page: str) -> str:
    """``tag-topic`` for ``tags/topic``."""
    kind, _, slug = page.partition("/")
    return f"{urls.KINDS[kind]}-{slug}"


def line(text: str) -> str:
    """The text in one line, whatever a reader takes for the end of one (U+2028 is one to some)."""
    return " ".join(text.split())
