r"""Raised and lowered characters on words, outside formulas: ``SL^{2}A-INR``, ``Name_{Size}``, ``AdS_5``.

Identifiers keep their underscores: a lowered part without braces is one sign after capitals, or a number after a known
measure, never a word.
"""

from __future__ import annotations

import re

from sitegen.repair.lazy_regex import lazy
from sitegen.repair.placeholders import SUBSCRIPT, SUBSCRIPT_END, SUPERSCRIPT, SUPERSCRIPT_END, Draft
from sitegen.repair.rule import Rule
from sitegen.repair.symbols import GREEK, SYMBOLS

_BRACED = lazy(r"(?<=[^\s_^])([_^])\{([^{}]{1,80})\}")
_RAISED = lazy(r"(?<=[A-Za-z)\]])\^([-+−]?\d{1,3}|[+*](?!\w)|(?:th|st|nd|rd)\b|[A-Za-z](?![A-Za-z]))")
_SPACED = lazy(r"(?<=[A-Za-z]) (?=\^\{?-\d)")  # yr ^{-1}
_MEASURE = lazy(r"(?<![A-Za-z0-9_])(m?AP|AR|HR|NDCG|PM|DSC)_(\d{1,2})(?![A-Za-z0-9_])")
# AdS_5, SE_3: capitals, one sign.
_CAPITALS = lazy(r"(?<![A-Za-z0-9_])([A-Za-z]?[A-Z]+[a-z]?[A-Z]?(?<=[A-Z]))_([a-z\d])(?![A-Za-z0-9_])")
_MAX_CAPITALS = 5
_WORD = re.compile(r"\\?[A-Za-z]{2,}")


def _repair(text: str, draft: Draft) -> str:
    if " ^" in text:
        text = _SPACED().sub("", text)
    if "{" in text:
        text = _BRACED().sub(lambda found: _marked(found[1], found[2]), text)
    if "^" in text:
        text = _RAISED().sub(lambda found: _marked("^", found[1]), text)
    if "_" in text:
        text = _MEASURE().sub(lambda found: found[1] + _marked("_", found[2]), text)
        text = _CAPITALS().sub(_lowered, text)
    return text


def _lowered(found: re.Match[str]) -> str:
    if not 1 < len(found[1]) <= _MAX_CAPITALS:
        return found[0]
    return found[1] + _marked("_", found[2])


def _marked(mark: str, inside: str) -> str:
    inside = _WORD.sub(_symbol, inside.strip())
    if mark == "^" and inside == "∘":
        return "°"
    start, end = (SUPERSCRIPT, SUPERSCRIPT_END) if mark == "^" else (SUBSCRIPT, SUBSCRIPT_END)
    if inside[:1] == "-" and inside[1:].isdigit():
        inside = f"−{inside[1:]}"
    return f"{start}{inside}{end}"


def _symbol(found: re.Match[str]) -> str:
    name = found[0].lstrip("\\")
    return SYMBOLS[name][1] if name in SYMBOLS and (len(name) > 2 or name in GREEK) else found[0]


RULE = Rule("scripts", ("_", "^"), _repair, bare=True)
