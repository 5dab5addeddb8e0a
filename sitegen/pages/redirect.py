"""`papers/<earlier slug>.html`, and the same for other kinds: leads to the present page, at once and by a link."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup, escape

from sitegen import urls
from sitegen.pages.page import Page, cut
from sitegen.pages.page_index import PageIndex


class RedirectView(NamedTuple):
    """Where something is now. ``kind`` is what it is, in a word (``paper``), ``heading`` says that it has moved.

    ``target`` is its page as a link from this one. ``title`` is escaped HTML without links; ``href`` is relative to the
    site's root.
    """

    kind: str
    heading: str
    title: Markup
    href: str
    target: str


def pages(index: PageIndex) -> Iterator[Page]:
    """A page for each earlier name of whatever is in the catalogue."""
    words = index.site.words
    titles = _titles(index) if index.catalogue.moved else {}
    for before, now in index.catalogue.moved.items():
        path, href = f"{before}.html", f"{now}.html"
        section, _, _ = before.partition("/")
        kind = urls.KINDS[section]
        text, title = titles[href]
        yield Page(
            path=path,
            template="redirect.html",
            section=section,
            title=cut(text, 100),
            description=words.say(f"moved.description_{kind}"),
            view=RedirectView(kind, words.say(f"moved.{kind}"), title, href, urls.relative(path, href)),
            listed=False,
        )


def _titles(index: PageIndex) -> dict[str, tuple[str, Markup]]:
    """What every page with a lasting address is called, as text and as HTML; a new kind of them is a line here."""
    papers = index.catalogue.papers
    return {
        **{row.href: (papers[slug].title_text, row.title) for slug, row in index.rows.items()},
        **{tag.href: (tag.name, escape(tag.name)) for tag in index.tags.values()},
        **{digest.href: (digest.title, escape(digest.title)) for digest in index.digests.values()},
        **{author.href: (author.name, escape(author.name)) for author in index.authors.values()},
        **{venue.href: (venue.name, escape(venue.name)) for venue in index.venues.values()},
    }
