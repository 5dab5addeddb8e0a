"""`sitemap.xml`: every page that search engines may list, under the address its page calls canonical.

https://www.sitemaps.org/protocol.html. No ``lastmod``: nothing records when a page last changed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from html import escape
from itertools import chain

from sitegen.artifact import Artifact
from sitegen.catalogue.model import Catalogue
from sitegen.pages import sheets
from sitegen.pages.page import Alternate
from sitegen.site import NavItem, Site

SWITCH = "sitemap"
DOWNLOADS: tuple[NavItem, ...] = ()
NAME = "sitemap.xml"
LONGEST = 50_000
"""Addresses in one file, as the protocol has it; a site with more gets parts and an index of them."""

_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'
_SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def artifacts(catalogue: Catalogue, site: Site) -> Iterator[Artifact]:
    """One file, usually; none for a site whose address is not known or that asks not to be listed."""
    if not site.base_url or site.noindex:
        return
    addresses = [escape(site.absolute(path)) for path in _paths(catalogue, site)]
    parts = [addresses[start : start + LONGEST] for start in range(0, len(addresses), LONGEST)]
    if len(parts) == 1:
        yield _file(NAME, "urlset", "url", addresses)
        return
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    yield _file(NAME, "sitemapindex", "sitemap", [escape(site.absolute(name)) for name in names])
    for name, part in zip(names, parts, strict=True):
        yield _file(name, "urlset", "url", part)


def alternates(catalogue: Catalogue, site: Site) -> tuple[tuple[str, Alternate], ...]:
    """None: it holds nothing of any page."""
    del catalogue, site
    return ()


def _paths(catalogue: Catalogue, site: Site) -> Iterator[str]:
    """The listed pages. That these are all is held by a test."""
    yield from ("index.html", "papers.html")
    az = -(-len(catalogue.papers) // site.papers_per_page)
    yield from (f"papers-{number}.html" for number in range(2, az + 1))
    if catalogue.tags:
        yield "tags.html"
    carried = Counter(chain.from_iterable(catalogue.paper_tags.values()))
    for slug in catalogue.tags:
        yield from sheets.paths(f"tags/{slug}.html", carried[slug])
    yield "digests.html"
    for id, digest in catalogue.digests.items():
        shown = sum(slug is not None for slug in catalogue.digest_papers[id])
        yield from sheets.paths(f"digests/{digest.slug}.html", shown)
    yield from ("search.html", "about.html")
    if catalogue.papers:
        yield "linking.html"
    yield from (f"papers/{slug}.html" for slug in catalogue.papers)


def _file(name: str, root: str, item: str, addresses: list[str]) -> Artifact:
    lines = [f"<{item}><loc>{address}</loc></{item}>" for address in addresses]
    text = f'{_HEAD}<{root} xmlns="{_SPACE}">\n' + "\n".join(lines) + f"\n</{root}>\n"
    return Artifact(name, text.encode())
