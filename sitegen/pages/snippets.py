"""The lines a reader copies to link to a paper's page, ready for each place they may go.

`linking.html` shows them for one paper; on a paper's own page `static/js/notations.js` makes the same ones when it is
read: written out they would be a third of it.
"""

from __future__ import annotations

import re
from html import escape
from typing import NamedTuple

from sitegen.config.model import ExportSettings

PROJECT = "papers"
"""What documents call the catalogue in their configuration; `linking.html` and docs/linking.md say so too."""

_MARKDOWN = re.compile(r"([\\`*_\[\]])|[<>|~]|&(?=#?\w+;)")
# Python-Markdown, which MkDocs uses, knows no backslash before these; every Markdown knows their entities.
_ENTITIES = {"<": "&lt;", ">": "&gt;", "&": "&amp;", "|": "&#124;", "~": "&#126;"}
_REST = re.compile(r"([\\`*_|<>])")


class Snippet(NamedTuple):
    """A link to the page in one notation."""

    name: str
    code: str


def link_snippets(slug: str, title: str, address: str, exports: ExportSettings) -> tuple[Snippet, ...]:
    """Links to ``address`` under the paper's title, escaped as each notation asks.

    Notations that look names up are there where the file is written that they look in. The names are
    ``paper-<slug>``: MkDocs has one namespace for all headings and inventories, and short titles are headings.
    """
    label = f"paper-{slug}"
    markdown = _MARKDOWN.sub(_in_markdown, title)
    found = [Snippet("Markdown", f"[{markdown}]({address})")]
    if exports.objects_inv:
        found.append(Snippet("Sphinx", f":external+{PROJECT}:ref:`{label}`"))
    found.append(Snippet("reStructuredText", f"`{_REST.sub(_behind_backslash, title)} <{address}>`__"))
    if exports.objects_inv:
        found.append(Snippet("MyST (Sphinx)", f"[](inv:{PROJECT}#{label})"))
    if exports.objects_inv or exports.myst_xref:
        found.append(Snippet("MyST (mystmd)", f"[](xref:{PROJECT}#{label})"))
    if exports.objects_inv or exports.links_md:
        found.append(Snippet("MkDocs", f"[{markdown}][{label}]"))
    if exports.objects_inv:
        found.append(Snippet("Quarto", f"[{markdown}](:std:label:`{label}`)"))
    found.append(Snippet("HTML", f'<a href="{escape(address)}">{escape(title, quote=False)}</a>'))
    return tuple(found)


def _in_markdown(match: re.Match[str]) -> str:
    return _behind_backslash(match) if match[1] else _ENTITIES[match[0]]


def _behind_backslash(match: re.Match[str]) -> str:
    return f"\\{match[1]}"
