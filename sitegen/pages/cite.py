"""The lines a reader copies to link to a paper's page, ready for each place they may go."""

from __future__ import annotations

import re
from html import escape
from typing import NamedTuple

_MARKDOWN = re.compile(r"([\\`*_\[\]<>|~])")
_REST = re.compile(r"([\\`*_|<>])")


class Citation(NamedTuple):
    """A link to the page in one notation."""

    name: str
    code: str


def citations(title: str, address: str) -> tuple[Citation, ...]:
    """Links to ``address`` under the paper's title, escaped as each notation asks."""
    return (
        Citation("Markdown", f"[{_MARKDOWN.sub(_behind_backslash, title)}]({address})"),
        Citation("reStructuredText", f"`{_REST.sub(_behind_backslash, title)} <{address}>`__"),
        Citation("HTML", f'<a href="{escape(address)}">{escape(title, quote=False)}</a>'),
    )


def _behind_backslash(match: re.Match[str]) -> str:
    return f"\\{match[1]}"
