"""The inline model: what repaired text is made of, and its three written forms (HTML, plain text, TeX).

A repaired title or abstract is a tuple of nodes. Whatever shows it asks for a form here; nothing re-parses HTML. The
nodes are tagged structs, so that a text can be remembered and comes back as it was.
"""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import escape
from msgspec import Struct
from msgspec.structs import replace

from sitegen.repair.tex_letters import escape_tex, escape_tex_url
from sitegen.repair.unicode_scripts import as_subscript, as_superscript


class Text(Struct, frozen=True, tag=True):
    """Plain characters."""

    text: str


class Emphasis(Struct, frozen=True, tag=True):
    r"""Stressed words: ``{\em word}``, ``*words*``."""

    children: Inline


class Strong(Struct, frozen=True, tag=True):
    r"""Words of weight: ``\textbf{words}``, ``**words**``."""

    children: Inline


class Superscript(Struct, frozen=True, tag=True):
    """Raised characters outside a formula: ``10^{160}``, ``SL^{2}A``."""

    children: Inline


class Subscript(Struct, frozen=True, tag=True):
    """Lowered characters outside a formula: ``CO_2``."""

    children: Inline


class Unclear(Struct, frozen=True, tag=True):
    """Readable, but not what its author wrote: a macro that nobody expanded, a formula that lost a part.

    ``reason`` is one sentence for the reader, shown where the pointer rests.
    """

    children: Inline
    reason: str


class Link(Struct, frozen=True, tag=True):
    """An address that stands in the text; ``text`` is what a reader sees of it. ``href`` is http or https."""

    href: str
    text: str


class Math(Struct, frozen=True, tag=True):
    """A formula: its TeX, its MathML (a ``<math>`` element, trusted: made by us) and the same as plain Unicode."""

    tex: str
    mathml: str
    text: str


Node = Text | Emphasis | Strong | Superscript | Subscript | Unclear | Link | Math
Inline = tuple[Node, ...]


def to_text(inline: Iterable[Node]) -> str:
    """Plain text as a reader sees it: for search, feeds, `papers.json`. A no-break space is a plain one here."""
    return "".join(_text(node) for node in inline).replace("\u00a0", " ")


def split_at(inline: Inline, offset: int) -> tuple[Inline, Inline]:
    """What stands before and after ``offset`` characters of the plain text; a formula or a link stays whole, behind."""
    before: list[Node] = []
    for number, node in enumerate(inline):
        size = len(_text(node))
        if size > offset:
            first, second = _split_node(node, offset)
            return (*before, *first), (*second, *inline[number + 1 :])
        before.append(node)
        offset -= size
    return inline, ()


def _split_node(node: Node, offset: int) -> tuple[Inline, Inline]:
    if offset == 0:
        return (), (node,)
    match node:
        case Text(text):
            return (Text(text[:offset]),), (Text(text[offset:]),)
        case Emphasis(children) | Strong(children) | Unclear(children):
            first, second = split_at(children, offset)
            return (replace(node, children=first),), (replace(node, children=second),)
        case _:
            return (), (node,)


def _text(node: Node) -> str:
    match node:
        case Text(text) | Link(_, text):
            return text
        case Math():
            return node.text
        case Superscript(children):
            return as_superscript(to_text(children))
        case Subscript(children):
            return as_subscript(to_text(children))
        case Emphasis() | Strong() | Unclear():
            return to_text(node.children)


def to_html(inline: Iterable[Node]) -> str:
    """HTML, escaped; safe to place inside an element."""
    return "".join(_html(node) for node in inline)


def _html(node: Node) -> str:
    match node:
        case Text(text):
            return str(escape(text))
        case Emphasis(children):
            return f"<em>{to_html(children)}</em>"
        case Strong(children):
            return f"<strong>{to_html(children)}</strong>"
        case Superscript(children):
            return f"<sup>{to_html(children)}</sup>"
        case Subscript(children):
            return f"<sub>{to_html(children)}</sub>"
        case Unclear(children, reason):
            return f'<span class="unclear" title="{escape(reason)}">{to_html(children)}</span>'
        case Link(href, text):
            return f'<a href="{escape(href)}" rel="noopener">{escape(text)}</a>'
        case Math():
            return node.mathml


def to_tex(inline: Iterable[Node]) -> str:
    r"""LaTeX, as a BibTeX field takes it: special characters escaped, braces balanced, formulas in ``$…$``.

    Accented and other letters stay Unicode (biber and every current LaTeX read UTF-8); symbols that text fonts lack
    become commands. A link is ``\url{…}``: load the package url or hyperref.
    """
    return "".join(_tex(node) for node in inline)


def _tex(node: Node) -> str:
    match node:
        case Text(text):
            return escape_tex(text)
        case Emphasis(children):
            return f"\\emph{{{to_tex(children)}}}"
        case Strong(children):
            return f"\\textbf{{{to_tex(children)}}}"
        case Superscript(children):
            return f"\\textsuperscript{{{to_tex(children)}}}"
        case Subscript(children):
            return f"\\textsubscript{{{to_tex(children)}}}"
        case Unclear(children):
            return to_tex(children)
        case Link(href, text):
            shown = f"\\url{{{escape_tex_url(href)}}}"
            return shown if text in href else f"{escape_tex(text)} ({shown})"
        case Math():
            return f"${node.tex}$"


def links(inline: Iterable[Node]) -> tuple[Link, ...]:
    """Every link, in order of appearance."""
    found: list[Link] = []
    for node in inline:
        match node:
            case Link():
                found.append(node)
            case Emphasis() | Strong() | Superscript() | Subscript() | Unclear():
                found.extend(links(node.children))
            case Text() | Math():
                pass
    return tuple(found)
