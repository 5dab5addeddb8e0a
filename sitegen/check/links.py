"""Does every link inside the site lead somewhere? Run over all files before they are published.

Each page is read twice at most: first by searching its bytes for attributes, which is quick and may take text for a
link; what then leads nowhere, and pages written in an unusual way, are read again with a real HTML parser, which has
the last word. 576 pages (8 MB) take 38 ms of CPU time; parsing them all would take 700 ms.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import unquote

from sitegen.artifact import Artifact
from sitegen.problem import Location, Problem, error, in_order

if TYPE_CHECKING:
    from sitegen.check.parsed import ParsedPage

_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")
_CSS_LINK = re.compile(r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^\s"')]+))\s*\)|@import\s+["']([^"']*)["']""")
_CSS_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_HEAD = 4096  # bytes: a page that leads on to another says so near its beginning
_LOST = "404.html"  # a host shows it at any depth, so its links are absolute


def check(artifacts: Iterable[Artifact], *, base_path: str = "/") -> tuple[Problem, ...]:
    """An error for each link or anchor of a page or style sheet that leads to nothing inside the site.

    Links to other hosts are not looked at. ``base_path`` is where the site will stand, as `404.html` has it in its
    links. A link that is broken on many pages is reported once, on the first of them.
    """
    site = _Site({artifact.path: artifact.data for artifact in artifacts}, base_path)
    pages: dict[tuple[str, str], list[str]] = {}  # link and what is wrong with it -> the pages that have it
    for path in site.files:
        if path.endswith(".html"):
            for link, fault in site.page_faults(path):
                pages.setdefault((link, fault), []).append(path)
        elif path.endswith(".css"):
            for link, fault in site.sheet_faults(path):
                pages.setdefault((link, fault), []).append(path)
    return in_order(_problem(link, fault, having) for (link, fault), having in pages.items())


def _problem(link: str, fault: str, pages: list[str]) -> Problem:
    more = len(pages) - 1
    also = f"; so do {more} more pages" if more > 1 else "; so does one more page" if more else ""
    return error(Location(min(pages)), f"has the link '{link}', which {fault}{also}")


class _Site:
    """The files of a site, and what is known of the links between them."""

    def __init__(self, files: Mapping[str, bytes], base_path: str) -> None:
        self.files = files
        self.base_path = base_path
        self.folders = {""} | {path[:cut] for path in files for cut in _slashes(path)}
        self.good: dict[str, set[bytes]] = {}  # folder -> links that hold on its pages, as they write them
        self.exact = lru_cache(maxsize=64)(self._parsed)

    def _parsed(self, path: str) -> ParsedPage:
        from sitegen.check.parsed import ParsedPage  # most builds need no parser: its import would cost them 5 ms

        return ParsedPage(self.files[path])

    def page_faults(self, path: str) -> list[tuple[str, str]]:
        """The links of a page that lead nowhere, as they are written."""
        data = self.files[path]
        links = _quick_links(data)
        if links is None:
            return self._exact_faults(path)
        folder = posixpath.dirname(path) if path != _LOST else _LOST  # its links hold on no other page
        good = self.good.setdefault(folder, set())
        for link in links - good:
            if link.startswith((b"https:", b"http:")):
                continue
            if link.startswith(b"#"):
                holds = b'id="%b"' % link[1:] in data
            elif holds := not self.fault_on(path, _decoded(link)):
                good.add(link)
            if not holds:
                return self._exact_faults(path)
        return []

    def _exact_faults(self, path: str) -> list[tuple[str, str]]:
        return [(link, fault) for link in self.exact(path).links if (fault := self.fault_on(path, link))]

    def fault_on(self, page: str, link: str) -> str:
        """What is wrong with a link of a page; "" where it leads somewhere, or to another host."""
        if link.startswith("#"):
            return self.anchor_fault(page, link[1:])
        if page != _LOST:
            return self.fault(posixpath.dirname(page), link)
        if _SCHEME.match(link):
            return ""
        if not link.startswith(self.base_path):
            return f"does not begin with {self.base_path}, though this page is shown at any depth"
        return self.fault("", link[len(self.base_path) :] or ".")

    def fault(self, folder: str, link: str) -> str:
        """What is wrong with a link that stands in a file of ``folder``."""
        if _SCHEME.match(link):
            return ""
        if not link:
            return "is empty"
        if link.startswith("/"):
            return "begins with '/' and so holds neither under a path nor on disk"
        address, _, anchor = link.partition("#")
        target = unquote(address.partition("?")[0])
        path = posixpath.normpath(posixpath.join(folder, target))
        if path == ".." or path.startswith("../"):
            return "leads out of the site"
        if path not in self.files:
            if path in self.folders or path == ".":
                return "leads to a folder, not to a file"
            return "leads to no file of the site"
        if target.endswith("/"):
            return "leads to a folder, not to a file"
        return self.anchor_fault(path, anchor)

    def anchor_fault(self, path: str, anchor: str) -> str:
        """What is wrong with an anchor on a file that exists."""
        if not anchor or anchor == "top" or anchor.startswith(":~:") or not path.endswith((".html", ".svg")):
            return ""
        name = unquote(anchor)
        if b'id="%b"' % name.encode() in self.files[path] or name in self.exact(path).ids:
            return ""
        return "leads to no anchor of that page"

    def sheet_faults(self, path: str) -> list[tuple[str, str]]:
        """The addresses in a style sheet that lead nowhere."""
        text = _CSS_COMMENT.sub("", self.files[path].decode("utf-8", "replace"))
        folder = posixpath.dirname(path)
        links = ("".join(groups) for groups in _CSS_LINK.findall(text))
        return [(link, fault) for link in links if not link.startswith("#") and (fault := self.fault(folder, link))]


def _quick_links(data: bytes) -> set[bytes] | None:
    """Whatever may be a link of a page, some text perhaps too; None where a search of the bytes is not enough.

    Attributes are taken to be written small and without a space before the "=".
    """
    links = set()
    for name in (b"href=", b"src=", b"action="):
        chunks = data.split(name)
        del chunks[0]
        for chunk in chunks:
            if chunk[:1] == b'"':
                links.add(chunk[1 : chunk.find(b'"', 1)])
            elif chunk[:1] != b"&":  # where a page shows the source of a link as text, a quote is escaped
                return None
    redirects = data.find(b'"refresh"', 0, _HEAD) >= 0
    return None if redirects or b"srcset=" in data else links


def _decoded(link: bytes) -> str:
    text = link.decode("utf-8", "replace")
    if "&" not in text:
        return text
    from html import unescape

    return unescape(text)


def _slashes(path: str) -> list[int]:
    return [place for place, character in enumerate(path) if character == "/"]
