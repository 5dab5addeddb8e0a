"""Which names lead where: the labels by which other documents link to the site's pages, present and past."""

from __future__ import annotations

from collections.abc import Container, Iterator
from itertools import chain
from typing import NamedTuple

from sitegen import urls
from sitegen.catalogue.model import Catalogue
from sitegen.pages.page_index import PageIndex
from sitegen.site import NavItem


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
    """The pages of removed papers, those of all other kinds with the names that they had before, and the site's own.

    The last have no labels: a word like "about" would meet one in others' documents.
    """
    catalogue, site = index.catalogue, index.site
    for slug, removed in catalogue.removed.items():
        title = site.words.say(
            "removed.title", title=line(removed.title) or slug
        )  # what a link without words of its own then shows
        yield paper_target(slug, title, catalogue.earlier_slugs.get(slug, ()))
    for tag in index.tags.values():
        yield _list(tag.href, line(tag.name) or tag.slug, index.catalogue)
    for digest in index.digests.values():
        yield _list(digest.href, line(digest.title) or digest.slug, index.catalogue)
    taken = {*catalogue.papers, *catalogue.aliases, *catalogue.removed}
    for heading in chain(index.authors.values(), index.years.values(), index.venues.values()):
        yield _list(heading.href, line(heading.name) or heading.href, catalogue, taken)
    for item in (NavItem("home", site.title, "index.html"), *site.nav, *site.foot):
        if item.key == "saved":  # shows each reader something else
            continue
        name = item.href.removesuffix(".html")
        yield Target((), (name,), item.href, line(item.label) or name)


def _list(path: str, title: str, catalogue: Catalogue, taken: Container[str] = ()) -> Target:
    """A page with what leads to it, but for the labels that are ``taken``.

    A paper whose own name looks like an author's label, ``author-x``, has the elder claim to it.
    """
    page = path.removesuffix(".html")
    pages = (page, *catalogue.earlier_pages.get(page, ()))
    return Target(tuple(label for label in map(_label, pages) if label not in taken), pages, path, title)


def _label(page: str) -> str:
    """``tag-topic`` for ``tags/topic``."""
    kind, _, slug = page.partition("/")
    return f"{urls.KINDS[kind]}-{slug}"


def line(text: str) -> str:
    """The text in one line, whatever a reader takes for the end of one (U+2028 is one to some)."""
    return " ".join(text.split())
