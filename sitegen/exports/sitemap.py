"""`sitemap.xml`: every page that search engines may list, under the address its page calls canonical.

https://www.sitemaps.org/protocol.html. No ``lastmod``: nothing records when a page last changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from sitegen.artifact import Artifact
from sitegen.exports.export import Export
from sitegen.site import Site

NAME = "sitemap.xml"
LONGEST = 50_000
"""Addresses in one file, as the protocol has it; a site with more gets parts and an index of them."""

_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'
_SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def of_pages(listed: Sequence[str], site: Site) -> Iterator[Artifact]:
    """One file, usually; none for a site that asks not to be listed."""
    if site.noindex:
        return
    addresses = [escape(site.absolute(path)) for path in listed]
    parts = [addresses[start : start + LONGEST] for start in range(0, len(addresses), LONGEST)]
    if len(parts) == 1:
        yield _file(NAME, "urlset", "url", addresses)
        return
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    yield _file(NAME, "sitemapindex", "sitemap", [escape(site.absolute(name)) for name in names])
    for name, part in zip(names, parts, strict=True):
        yield _file(name, "urlset", "url", part)


def _file(name: str, root: str, item: str, addresses: list[str]) -> Artifact:
    lines = [f"<{item}><loc>{address}</loc></{item}>" for address in addresses]
    text = f'{_HEAD}<{root} xmlns="{_SPACE}">\n' + "\n".join(lines) + f"\n</{root}>\n"
    return Artifact(name, text.encode())


EXPORT = Export("sitemap", NAME, needs_address=True, of_pages=of_pages)
