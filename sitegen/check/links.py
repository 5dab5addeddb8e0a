"""Does every link inside the site lead somewhere? Asked of each file as it comes, answered when all have come.

A page is read twice at most: first by searching its bytes for attributes, which is quick and may take text for a link;
where such a link leads nowhere, the pages that have it, and pages written in an unusual way, are read again with a real
HTML parser, which has the last word. 576 pages (8 MB) take 38 ms of CPU time; parsing them all would take 700 ms.

A page that is the same as in the site before is not read at all, as long as nothing that it could lead to is gone.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from urllib.parse import unquote

from sitegen.artifact import Artifact
from sitegen.problem import Location, Problem, error, in_order

_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")
_CSS_LINK = re.compile(r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^\s"')]+))\s*\)|@import\s+["']([^"']*)["']""")
_CSS_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_HEAD = 4096  # bytes: a page that leads on to another says so near its beginning
_LOST = "404.html"  # a host shows it at any depth, so its links are absolute and hold on no other page

Anchors = Mapping[str, Collection[str]]
"""Of each file that other pages link into: the anchors they name."""


def check(artifacts: Iterable[Artifact], *, base_path: str = "/") -> tuple[Problem, ...]:
    """As `LinkCheck`, for files that are all at hand."""
    files = {file.path: file.data if isinstance(file.data, bytes) else b"".join(file.data) for file in artifacts}
    links = LinkCheck(base_path)
    for path, data in files.items():
        links.add(path, data)
    return links.problems(files.__getitem__)


class LinkCheck:
    """The links of a site, gathered file by file. ``base_path``: where it will stand, as `404.html` says.

    ``origin`` tells where the link of a page was written by the site's owner, None where nobody knows.
    """

    def __init__(
        self, base_path: str = "/", origin: Callable[[str, str], Location | None] = lambda page, link: None
    ) -> None:
        self._base_path = base_path
        self._origin = origin
        self._paths: set[str] = set()
        self._kept: list[str] = []
        self._links: dict[str, set[bytes]] = {}  # folder -> links of its pages as they write them, some text perhaps
        self._faults: list[tuple[str, str, str]] = []  # page, link, what is wrong: what is certain already
        self._sheets: list[tuple[str, bytes]] = []
        self._anchors: dict[str, set[str]] = {}

    def add(self, path: str, data: bytes) -> None:
        """A file, with its bytes."""
        self._paths.add(path)
        self._take(path, data)

    def keep(self, path: str) -> None:
        """A file that is the same as in the site before, where its links were found to hold."""
        self._paths.add(path)
        if path.endswith((".html", ".css")):
            self._kept.append(path)

    @property
    def anchors(self) -> Anchors:
        """The anchors that links name, those of the site before included: what `problems` is to be given next time."""
        return {path: sorted(names) for path, names in sorted(self._anchors.items())}

    def problems(
        self, read: Callable[[str], bytes], *, before: Collection[str] = (), anchors: Anchors | None = None
    ) -> tuple[Problem, ...]:
        """An error for each link or anchor of a page or style sheet that leads to nothing inside the site.

        Links to other hosts are not looked at. A link that is broken on many pages is reported once, on the first of
        them. ``read`` gives the bytes of a file; ``before`` and ``anchors`` are the paths of the site before and the
        anchors that its pages named.
        """
        folders = {""} | {path[:cut] for path in self._paths for cut in _slashes(path)}
        site = _Site(self._paths, folders, self._base_path, read)
        if self._kept and self._may_be_broken(site, before, anchors or {}):
            for path in self._kept:
                self._take(path, read(path))
        suspects = self._suspects(site)
        found = [*self._faults, *self._confirmed(site, suspects), *_of_sheets(site, self._sheets)]
        pages: dict[tuple[str, str], set[str]] = {}
        for page, link, fault in found:
            pages.setdefault((link, fault), set()).add(page)
        return in_order(_problem(link, fault, having, self._origin) for (link, fault), having in pages.items())

    def _take(self, path: str, data: bytes) -> None:
        if path.endswith(".css"):
            self._sheets.append((path, data))
        elif path.endswith(".html"):
            links = _quick_links(data)
            if links is None or any(not _has_anchor(data, link) for link in links if link.startswith(b"#")):
                links = self._parsed(path, data)
            folder = path if path == _LOST else posixpath.dirname(path)
            self._links.setdefault(folder, set()).update(
                link for link in links if not link.startswith((b"#", b"https:", b"http:"))
            )

    def _parsed(self, path: str, data: bytes) -> set[bytes]:
        """The links of a page, read the slow and certain way; those into itself are settled here."""
        from sitegen.check.parsed import ParsedPage  # most builds need no parser: its import would cost them 5 ms

        page = ParsedPage(data)
        for link in page.links:
            name = unquote(link[1:])
            if link.startswith("#") and name and name != "top" and not name.startswith(":~:") and name not in page.ids:
                self._faults.append((path, link, _NO_ANCHOR))
        return {link.encode("utf-8", "surrogateescape").replace(b"&", b"&amp;") for link in page.links}

    def _may_be_broken(self, site: _Site, before: Collection[str], anchors: Anchors) -> bool:
        """Whether something is gone that a page which stayed the same may link to."""
        for path, names in anchors.items():
            self._anchors.setdefault(path, set()).update(names)
        if not self._paths.issuperset(before):
            return True
        changed = self._anchors.keys() - self._kept
        return any(site.anchor_fault(path, name) for path in changed for name in self._anchors[path])

    def _suspects(self, site: _Site) -> dict[str, dict[bytes, str]]:
        """The links that seem to lead nowhere, by folder, and what is wrong with them."""
        suspects: dict[str, dict[bytes, str]] = {}
        into: dict[str, list[tuple[str, str, bytes]]] = {}  # file -> anchors named, each with folder and link
        for folder, links in self._links.items():
            for link in links:
                fault, path, anchor = site.target(folder, _decoded(link))
                if fault:
                    suspects.setdefault(folder, {})[link] = fault
                elif anchor:
                    into.setdefault(path, []).append((anchor, folder, link))
        for path, named in into.items():  # file by file, so that each is read once
            self._anchors.setdefault(path, set()).update(anchor for anchor, _, _ in named)
            for anchor, folder, link in named:
                if fault := site.anchor_fault(path, anchor):
                    suspects.setdefault(folder, {})[link] = fault
        return suspects

    def _confirmed(self, site: _Site, suspects: Mapping[str, Mapping[bytes, str]]) -> Iterator[tuple[str, str, str]]:
        """Of the links that seem broken, those that a parser finds on a page."""
        from sitegen.check.parsed import ParsedPage

        for path in sorted(self._paths) if suspects else ():
            wrong = suspects.get(path if path == _LOST else posixpath.dirname(path))
            if not wrong or not path.endswith(".html"):
                continue
            data = site.read(path)
            if not any(link in data for link in wrong) and _quick_links(data) is not None:
                continue
            faults = {_decoded(link): fault for link, fault in wrong.items()}
            yield from ((path, link, faults[link]) for link in ParsedPage(data).links if link in faults)


_NO_ANCHOR = "leads to no anchor of that page"


class _Site:
    """The files of a site, and where a link of one of them leads."""

    def __init__(
        self, paths: Collection[str], folders: Collection[str], base_path: str, read: Callable[[str], bytes]
    ) -> None:
        self._paths = paths
        self._folders = folders
        self._base_path = base_path
        self._ids: tuple[str, bytes, frozenset[str] | None] = ("", b"", None)  # of the page that was last asked for
        self.read = read

    def target(self, folder: str, link: str) -> tuple[str, str, str]:
        """What is wrong with a link that stands in a file of ``folder``, the file it leads to, and the anchor in it."""
        if _SCHEME.match(link):
            return "", "", ""
        if folder == _LOST:
            if not link.startswith(self._base_path):
                return f"does not begin with {self._base_path}, though this page is shown at any depth", "", ""
            folder, link = "", link[len(self._base_path) :] or "."
        if not link:
            return "is empty", "", ""
        if link.startswith("/"):
            return "begins with '/' and so holds neither under a path nor on disk", "", ""
        address, _, anchor = link.partition("#")
        target = address.partition("?")[0]
        if "%" in target:
            target = unquote(target)
        path = f"{folder}/{target}" if folder else target
        if "/." in path or "//" in path or path[0] == "." or path[-1] == "/":
            path = posixpath.normpath(path)
        return self._fault(path, target), path, unquote(anchor)

    def _fault(self, path: str, target: str) -> str:
        if path == ".." or path.startswith("../"):
            return "leads out of the site"
        if path not in self._paths:
            if path in self._folders or path == ".":
                return "leads to a folder, not to a file"
            return "leads to no file of the site"
        return "leads to a folder, not to a file" if target.endswith("/") else ""

    def anchor_fault(self, path: str, name: str) -> str:
        """What is wrong with an anchor on a file; nothing where the file itself is missing."""
        if not name or name == "top" or name.startswith(":~:") or not path.endswith((".html", ".svg")):
            return ""
        if path not in self._paths:
            return ""
        if self._ids[0] != path:
            self._ids = (path, self.read(path), None)
        _, data, ids = self._ids
        if _has_id(data, name):
            return ""
        if ids is None:
            from sitegen.check.parsed import ParsedPage

            ids = frozenset(ParsedPage(data).ids)
            self._ids = (path, data, ids)
        return "" if name in ids else _NO_ANCHOR


def _of_sheets(site: _Site, sheets: Iterable[tuple[str, bytes]]) -> Iterator[tuple[str, str, str]]:
    """The addresses in style sheets that lead nowhere."""
    for path, data in sheets:
        text = _CSS_COMMENT.sub("", data.decode("utf-8", "replace"))
        for groups in _CSS_LINK.findall(text):
            link = "".join(groups)
            fault, to, anchor = site.target(posixpath.dirname(path), link)
            fault = fault or (site.anchor_fault(to, anchor) if anchor else "")
            if fault and not link.startswith("#"):
                yield path, link, fault


def _problem(link: str, fault: str, pages: Collection[str], origin: Callable[[str, str], Location | None]) -> Problem:
    """An error at the first of the pages, or where the link was written."""
    page = min(pages)
    more = len(pages) - 1
    if written := origin(page, link):
        also = f" and {more} more" if more else ""
        return error(written, f"the link '{link}', on {page}{also}, {fault}", "mend it, or add what it leads to")
    also = f"; so do {more} more pages" if more > 1 else "; so does one more page" if more else ""
    return error(Location(page), f"has the link '{link}', which {fault}{also}")


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


def _has_anchor(data: bytes, link: bytes) -> bool:
    """Whether a link into its own page seems to lead somewhere."""
    return b'id="%b"' % link[1:] in data


def _has_id(data: bytes, name: str) -> bool:
    return b'id="%b"' % name.encode("utf-8", "surrogateescape") in data


def _decoded(link: bytes) -> str:
    text = link.decode("utf-8", "replace")
    if "&" not in text:
        return text
    from html import unescape

    return unescape(text)


def _slashes(path: str) -> list[int]:
    return [place for place, character in enumerate(path) if character == "/"]
