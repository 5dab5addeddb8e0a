"""Which other templates does a template lead to? A page has to be rendered again when any of them has changed."""

from __future__ import annotations

import re
from collections.abc import Mapping

_LEADS_ON = re.compile(r"\{%[-+]?\s*(?:extends|include|import|from)\b\s*([^%]*)")
_NAMED = re.compile(r"""["']([^"']+)["']\s*(?:(?:import|as|ignore|with|without)\b.*|[-+]?)""", re.DOTALL)


def closures(templates: Mapping[str, str]) -> dict[str, bytes]:
    """For each template its own text and those of all it leads to, with their names.

    A name that a template works out while it runs may be any: then all templates count.
    """
    direct = {name: _named(text) for name, text in templates.items()}
    return {name: _texts(_reached(name, direct), templates) for name in templates}


def _named(text: str) -> frozenset[str] | None:
    """The templates that a text names; None where that cannot be said."""
    names = [_NAMED.fullmatch(rest.strip()) for rest in _LEADS_ON.findall(text)]
    found = [name[1] for name in names if name]
    return frozenset(found) if len(found) == len(names) else None


def _reached(start: str, direct: Mapping[str, frozenset[str] | None]) -> list[str]:
    reached: set[str] = set()
    pending = [start]
    while pending:
        name = pending.pop()
        if name not in reached and name in direct:
            reached.add(name)
            next_names = direct[name]
            pending += direct if next_names is None else next_names
    return sorted(reached)


def _texts(names: list[str], templates: Mapping[str, str]) -> bytes:
    return "\0".join(part for name in names for part in (name, templates[name])).encode("utf-8", "replace")
