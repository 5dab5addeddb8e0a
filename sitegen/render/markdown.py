"""Curated Markdown (descriptions, about, notes) to HTML that fits the pages and their Content-Security-Policy.

Never for digest text: abstracts are data, and an asterisk in one is an asterisk.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from sitegen.words.visible import visible_lines

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_SAFE_SCHEMES = ("http:", "https:", "mailto:")
_ALIGNED = re.compile(r"text-align:\s*(left|right|center)")


def markdown(source: str, root: str = "", top: int = 2, *, table: str = "Table") -> Markup:
    """HTML of some Markdown. HTML in the source is text; links are ``http``, ``https``, ``mailto`` or relative.

    Relative addresses are taken from the site's root (``root`` leads there from the page). Headings begin at level
    ``top`` and skip none. A picture from another host becomes a link to it. ``table`` is what those are told of tables
    who hear the page.
    """
    if not source.strip():
        return Markup("")
    parser = _parser()
    tokens = parser.parse(source)
    _fit_headings(tokens, top)
    for token in tokens:
        _classes_for_alignment(token)
        if token.children:
            token.children = _fitted(token.children, root)
    html = parser.renderer.render(tokens, parser.options, {"table": table})
    return Markup(visible_lines(html))  # also what was an entity


@cache
def _parser() -> MarkdownIt:
    """The one parser. Its import takes some 40 ms, so it waits until there is curated text."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False, "linkify": True, "xhtmlOut": False})
    parser.enable(["table", "strikethrough", "linkify"])
    assert parser.linkify is not None
    parser.linkify.set({"fuzzy_link": False})  # "about.md" is a file here, not a Moldovan host
    parser.validateLink = _is_safe  # type: ignore[method-assign]
    parser.add_render_rule("table_open", _table_open)
    parser.add_render_rule("table_close", _table_close)
    return parser


def _is_safe(url: str) -> bool:
    found = _SCHEME.match(url.strip())
    return found is None or found[0].lower() in _SAFE_SCHEMES


def _table_open(renderer: object, tokens: Sequence[Token], idx: int, options: object, env: Mapping[str, str]) -> str:
    return f'<div class="prose__table" role="region" aria-label="{escape(env["table"])}" tabindex="0"><table>\n'


def _table_close(renderer: object, tokens: Sequence[Token], idx: int, options: object, env: object) -> str:
    return "</table></div>\n"


def _fit_headings(tokens: Sequence[Token], top: int) -> None:
    """Levels in use become consecutive ones from ``top`` on; the first heading is never deeper than ``top``."""
    used = sorted({token.tag for token in tokens if token.type == "heading_open"})
    before = top - 1
    for token in tokens:
        if token.type == "heading_open":
            before = min(top + used.index(token.tag), before + 1, 6)
            token.tag = f"h{before}"
        elif token.type == "heading_close":
            token.tag = f"h{before}"


def _classes_for_alignment(token: Token) -> None:
    """A style attribute would be stopped by the pages' policy."""
    style = str(token.attrs.pop("style", ""))
    if found := _ALIGNED.search(style):
        token.attrJoin("class", f"align-{found[1]}")


def _fitted(tokens: Sequence[Token], root: str) -> list[Token]:
    """Inline tokens with addresses from the site's root, and links in place of pictures from other hosts."""
    fitted: list[Token] = []
    inside = 0  # of a link: another may not stand in it
    for token in tokens:
        inside += token.nesting if token.type in ("link_open", "link_close") else 0
        if token.type == "link_open":
            href = str(token.attrs.get("href", ""))
            token.attrs["href"] = _from_root(href, root)
            if href.startswith(("http:", "https:", "//")):
                token.attrs["rel"] = "noopener"
        elif token.type == "image":
            source = str(token.attrs.get("src", ""))
            if _SCHEME.match(source) or source.startswith("//"):
                fitted += _in_place_of_picture(token.content or source, "" if inside else source)
                continue
            token.attrs["src"] = _from_root(source, root)
        fitted.append(token)
    return fitted


def _from_root(href: str, root: str) -> str:
    """``/x`` and ``x`` both mean the site's root: the source does not know how deep its page will stand."""
    if _SCHEME.match(href) or href.startswith(("//", "#")):
        return href
    return root + href.lstrip("/")


def _in_place_of_picture(words: str, href: str) -> list[Token]:
    """The pages fetch nothing from other hosts; what a picture there shows is one click away."""
    from markdown_it.token import Token

    text = Token("text", "", 0, content=words)
    if not href:
        return [text]
    opening = Token("link_open", "a", 1, attrs={"href": href, "rel": "noopener"})
    return [opening, text, Token("link_close", "a", -1)]
