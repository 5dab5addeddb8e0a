"""Which pages a `papers.json` or a `sitemap.xml` speaks of: what is compared where there is no inventory."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from html import unescape
from itertools import chain
from urllib.parse import unquote

import msgspec

from sitegen import urls
from sitegen.check.published import PublishedSite, is_promise
from sitegen.foreign_json import decoded
from sitegen.problem import MachineError

SITEMAPS = 50
"""Parts of a sitemap that are read: 2.5 million addresses."""

# An XML parser would have to be kept from whatever a stranger's file can make of it.
_ADDRESS = re.compile(r"<loc>\s*(https?://[^<>\s]{1,2000})\s*</loc>")


class Listed(msgspec.Struct, frozen=True):
    """A paper, tag or digest of a `papers.json`, or a removed paper: what this page is called, and was."""

    slug: str
    aliases: list[str] = []


class Listing(msgspec.Struct, frozen=True):
    """What a `papers.json` lists, of whatever version: only papers have stood there from the beginning."""

    papers: list[Listed]
    tags: list[Listed] = []
    digests: list[Listed] = []
    removed: list[Listed] = []


def looks_like_papers_json(data: bytes) -> bool:
    """Whether the file is JSON, to judge by its beginning."""
    return data[:20].lstrip().startswith(b"{")


def of_papers_json(source: str, data: bytes) -> PublishedSite:
    """The pages of everything that a `papers.json` lists. Raises MachineError for any other file."""
    try:
        listing = decoded(data, Listing)
    except ValueError as cause:
        raise MachineError(f"{source} is not a papers.json that can be compared with") from cause
    pages = chain(
        _pages(listing.papers, urls.paper),
        _pages(listing.removed, urls.paper),
        _pages(listing.tags, urls.tag),
        _pages(listing.digests, urls.digest),
    )
    return PublishedSite(source, frozenset(pages))


def _pages(listed: Sequence[Listed], path: Callable[[str], str]) -> Iterator[str]:
    return (path(slug) for one in listed for slug in (one.slug, *one.aliases) if urls.is_slug(slug))


def addresses(sitemap: bytes) -> list[str]:
    """The addresses in a `sitemap.xml`, or those of its parts where it has some."""
    return [unescape(found[1]) for found in _ADDRESS.finditer(sitemap.decode("utf-8", "replace"))]


def looks_like_sitemap(data: bytes) -> bool:
    """Whether the file is a sitemap or an index of sitemaps, to judge by its beginning."""
    return b"<urlset" in data[:1000] or is_index(data)


def is_index(sitemap: bytes) -> bool:
    """Whether a sitemap lists its parts."""
    return b"<sitemapindex" in sitemap[:1000]


def of_addresses(source: str, found: Sequence[str]) -> PublishedSite:
    """The pages whose addresses a sitemap lists; the home page is always among them, so the root is what all share."""
    root = _shared_root(found) if found else ""
    if root.count("/") < 3:  # behind the host of https://host/
        raise MachineError(f"{source} is not a sitemap that can be compared with: it lists no addresses of one site")
    paths = (unquote(re.split("[?#]", address[len(root) :], maxsplit=1)[0]) for address in found)
    return PublishedSite(source, frozenset(filter(is_promise, (path or "index.html" for path in paths))))


def _shared_root(found: Sequence[str]) -> str:
    first, last = min(found), max(found)
    shared = next((n for n, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), min(len(first), len(last)))
    return first[: first.rfind("/", 0, shared) + 1]
