"""The links and anchors of one page, read the slow and certain way."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_ATTRIBUTES = ("href", "src", "action")
_REFRESH = re.compile(r"[\d.\s]*[;,]?\s*url\s*=\s*['\"]?(.*?)['\"]?\s*", re.IGNORECASE | re.DOTALL)


class ParsedPage(HTMLParser):
    """The links and anchors of a page, as a browser sees them; no comment, script or text among them."""

    def __init__(self, data: bytes) -> None:
        super().__init__(convert_charrefs=True)
        self.links: dict[str, None] = {}  # in order, each once
        self.ids: set[str] = set()
        self.feed(data.decode("utf-8", "replace"))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what one element links to and is called."""
        given = {name: value or "" for name, value in reversed(attrs)}
        if "id" in given:
            self.ids.add(given["id"])
        if tag == "a" and "name" in given:
            self.ids.add(given["name"])
        for name in _ATTRIBUTES:
            if name in given:
                self.links[given[name].strip()] = None
        for candidate in given.get("srcset", "").split(", "):
            if candidate.strip():
                self.links[candidate.split()[0]] = None
        if tag == "meta" and given.get("http-equiv", "").lower() == "refresh":
            match = _REFRESH.fullmatch(given.get("content", ""))
            if match:
                self.links[match[1]] = None
