r"""Braces without a partner: they held nothing together, so they go before any other rule reads what is in braces.

Escaped braces, ``\{`` and ``\}``, pair with each other only.
"""

from __future__ import annotations

from sitegen.repair.lazy_regex import lazy
from sitegen.repair.placeholders import Draft
from sitegen.repair.rule import Rule

_BRACE = lazy(r"\\[{}]|\\.|[{}]")


def _repair(text: str, draft: Draft) -> str:
    if draft.typeset:
        return text
    open_: dict[str, list[tuple[int, int]]] = {"}": [], "\\}": []}
    lone: list[tuple[int, int]] = []
    for found in _BRACE().finditer(text):
        brace = found[0]
        if brace[-1] == "{":
            open_[brace[:-1] + "}"].append(found.span())
        elif brace[-1] == "}" and open_[brace]:
            open_[brace].pop()
        elif brace[-1] == "}":
            lone.append(found.span())
    lone += open_["}"] + open_["\\}"]
    if not lone:
        return text
    pieces: list[str] = []
    at = 0
    for start, end in sorted(lone):
        pieces.append(text[at:start])
        at = end
    return "".join(pieces) + text[at:]


RULE = Rule("unpaired braces", ("{", "}"), _repair)
