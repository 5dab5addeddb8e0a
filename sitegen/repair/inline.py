"""The inline model: what repaired text is made of, and its three written forms (HTML, plain text, TeX).

A repaired title or abstract is a tuple of nodes. Whatever shows it asks for a form here; nothing re-parses HTML.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import escape


@dataclass(frozen=True, slots=True)
class Text:
    """Plain characters."""

    text: str


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Stressed words: ``{\\em word}``, ``*words*``."""

    children: Inline


@dataclass(frozen=True, slots=True)
class Link:
    """An address that stands in the text; ``text`` is what a reader sees of it."""

    href: str
    text: str


@dataclass(frozen=True, slots=True)
class Math:
    """A formula: its TeX, its MathML (a ``<math>`` element, trusted: made by us) and the same as plain Unicode."""

    tex: str
    mathml: str
    text: str


Node = Text | Emphasis | Link | Math
Inline = tuple[Node, ...]


def to_text(inline: Iterable[Node]) -> str:
    """Plain text as a reader sees it: for search, feeds, `papers.json`."""
    return "".join(to_text(n.children) if isinstance(n, Emphasis) else n.text for n in inline)


def to_html(inline: Iterable[Node]) -> str:
    """HTML, escaped; safe to place inside an element."""
    return "".join(_html(node) for node in inline)


def _html(node: Node) -> str:
    match node:
        case Text(text):
            return str(escape(text))
        case Emphasis(children):
            return f"<em>{to_html(children)}</em>"
        case Link(href, text):
            return f'<a href="{escape(href)}" rel="noopener">{escape(text)}</a>'
        case Math():
            return node.mathml


def links(inline: Iterable[Node]) -> tuple[Link, ...]:
    """Every link, in order of appearance."""
    found: list[Link] = []
    for node in inline:
        if isinstance(node, Link):
            found.append(node)
        elif isinstance(node, Emphasis):
            found.extend(links(node.children))
    return tuple(found)
