r"""Chemical formulas: ``CO_2``, ``Bi_2Sr_2CaCu_2O_{8+delta}``, ``Ba(Fe_{1-x}Co_x)_2As_2``, and isotopes, ``^{13}C``.

A compound has two elements at least, so that ``H_1`` and ``K_S`` stay mathematics; a letter below is x, y or z.
"""

from __future__ import annotations

import re

from sitegen.repair.lazy_regex import lazy
from sitegen.repair.placeholders import SUBSCRIPT, SUBSCRIPT_END, SUPERSCRIPT, SUPERSCRIPT_END, Draft
from sitegen.repair.rule import Rule
from sitegen.repair.symbols import SYMBOLS

# Periodic table; the longer symbol first where one begins another.
_ELEMENT = (
    "(?:A[cglrstu]?|B[aeir]?|C[adelorsu]?|D[by]|E[ru]|F[er]?|G[ade]|H[efgo]?|I[nr]?|Kr?|L[aiu]|M[gno]?|N[abdeip]?|O[s]?"
    "|P[bdmortu]?|R[behnu]?|S[bceimnr]?|T[abehilm]|U|V|W|Xe?|Yb?|Z[nr])"
)
_BELOW = r"(?:_(?:\{[^{}]{1,24}\}|\d{1,3}(?:\.\d+)?|[xyzn](?![a-z]))|\d{1,2}(?![\d.]))"
_COMPOUND = lazy(rf"(?<![A-Za-z0-9_\\$])(?<![_^]\{{)(?:\(?{_ELEMENT}{_BELOW}?\)?{_BELOW}?)+")
_TWO = lazy(rf"\(?{_ELEMENT}{_BELOW}?\)?\(?{_ELEMENT}")
_ONE_LETTER = re.compile(r"[A-Z]_[^A-Za-z]+[A-Z]|[A-Z]_\w[A-Z]")
_SCRIPT = re.compile(r"_(?:\{([^{}]*)\}|(\d+(?:\.\d+)?|[xyzn]))")
_BRACED = re.compile(r"_\{([^{}]*)\}")
_NAMES = re.compile(r"[A-Za-z]{2,}")
_MASS = lazy(
    r"(?<![^\s(\[/~-])\^(?:\{(\d{1,3}(?:[-,–] ?\d{1,3})*m?)\}|(\d{1,3}))"
    r"(?=[A-Z](?![a-z]{2})(?!\w*[_^=])(?!\w*\((?!\d|J)))"
)


def _repair(text: str, draft: Draft) -> str:
    if "^" in text:
        text = _MASS().sub(lambda found: f"{SUPERSCRIPT}{found[1] or found[2]}{SUPERSCRIPT_END}", text)
    if "_" not in text:
        return text
    return _COMPOUND().sub(_compound, text.replace("{}_", "_"))


def _compound(found: re.Match[str]) -> str:
    compound = found[0]
    follows = found.string[found.end() : found.end() + 1]
    if "_" not in compound or follows.isalpha() or follows in ("_", "^", "{") or not _TWO().search(compound):
        return compound
    if compound.count("(") != compound.count(")") or _ONE_LETTER.match(compound):
        return compound
    if any(name not in SYMBOLS for below in _BRACED.findall(compound) for name in _NAMES.findall(below)):
        return compound  # P(N_{rm sat})
    return _SCRIPT.sub(_lowered, compound)


def _lowered(found: re.Match[str]) -> str:
    inside = _NAMES.sub(lambda name: SYMBOLS[name[0]][1] if name[0] in SYMBOLS else name[0], found[1] or found[2])
    return f"{SUBSCRIPT}{inside.replace('-', '−')}{SUBSCRIPT_END}"


RULE = Rule("chemistry", ("_", "^"), _repair, bare=True)
