"""`sitemap.xml`: every page that search engines may list, under the address its page calls canonical.

https://www.sitemaps.org/protocol.html. A page's ``lastmod`` is the day on which its newest paper came, the one change
that is recorded; pages without papers, and the further pages of a list, have none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from sitegen import urls
from sitegen.artifact import Artifact
from sitegen.catalogue.model import Catalogue
from sitegen.exports.export import Export
from sitegen.exports.lists import lists
from sitegen.pages.page_index import PageIndex

NAME = "sitemap.xml"
LONGEST = 50_000
"""Addresses in one file, as the protocol has it; a site with more gets parts and an index of them."""

_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'
_SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def of_pages(listed: Sequence[str], index: PageIndex) -> Iterator[Artifact]:
    """One file, usually; none for a site that asks not to be listed."""
    site = index.site
    if site.noindex:
        return
    days = _days(index.catalogue)
    pages = [(escape(site.absolute(path)), days.get(path, "")) for path in listed]
    parts = [pages[start : start + LONGEST] for start in range(0, len(pages), LONGEST)]
    if len(parts) == 1:
        yield _file(NAME, "urlset", "url", pages)
        return
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    newest = [max((day for _, day in part), default="") for part in parts]
    files = [(escape(site.absolute(name)), day) for name, day in zip(names, newest, strict=True)]
    yield _file(NAME, "sitemapindex", "sitemap", files)
    for name, part in zip(names, parts, strict=True):
        yield _file(name, "urlset", "url", part)


def _days(catalogue: Catalogue) -> dict[str, str]:
    """The day of the newest paper on each page that shows papers, ``YYYY-MM-DD``, where anybody recorded one."""
    of_paper = catalogue.first_seen_day
    pages: dict[str, Sequence[str]] = {urls.paper(slug): (slug,) for slug in of_paper}
    pages |= {f"{path}.html": slugs for path, slugs in lists(catalogue)}
    of_all = ("index.html", "papers.html", "tags.html", "digests.html", "map.html", "statistics.html")
    pages |= dict.fromkeys(of_all, tuple(of_paper))
    newest = {path: max((of_paper.get(slug, "") for slug in slugs), default="") for path, slugs in pages.items()}
    return {path: day for path, day in newest.items() if day}


def _file(name: str, root: str, item: str, places: Sequence[tuple[str, str]]) -> Artifact:
    lines = [
        f"<{item}><loc>{address}</loc>{f'<lastmod>{day}</lastmod>' if day else ''}</{item}>" for address, day in places
    ]
    text = f'{_HEAD}<{root} xmlns="{_SPACE}">\n' + "\n".join(lines) + f"\n</{root}>\n"
    return Artifact(name, text.encode())


EXPORT = Export("sitemap", NAME, needs_address=True, of_pages=of_pages)
