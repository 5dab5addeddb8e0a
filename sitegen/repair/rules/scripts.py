r"""Raised and lowered characters on words, outside formulas: ``CO_2``, ``SL^{2}A-INR``, ``Name_{Size}``.

Identifiers keep their underscores: a lowered part without braces is a number after a chemical formula or a
known measure, never a word.
"""

from __future__ import annotations

import re

from sitegen.repair.draft import SUBSCRIPT, SUBSCRIPT_END, SUPERSCRIPT, SUPERSCRIPT_END, Draft
from sitegen.repair.formula.parse import commands_in
from sitegen.repair.formula.symbols import SYMBOLS
from sitegen.repair.patterns import lazy
from sitegen.repair.rule import Rule

_BRACED = lazy(r"(?<=[^\s_^])([_^])\{([^{}]{1,80})\}")
_RAISED = lazy(r"(?<=[A-Za-z)\]])\^([-+−]?\d{1,3}|[+*](?!\w)|(?:th|st|nd|rd)\b|[A-Za-z](?![A-Za-z]))")
# An isotope's number stands before its element: ^{13}C.
_MASS = lazy(r"(?<![^\s(\[/-])\^(?:\{(\d{1,3})\}|(\d{1,3}))(?=[A-Z](?![a-z]{2}))")
# Periodic table, those symbols that occur in formulas people write about; "C" and "O" cover most of them.
_ELEMENTS = (
    "H|He|Li|Be|B|C|N|O|F|Ne|Na|Mg|Al|Si|P|S|Cl|Ar|K|Ca|Ti|V|Cr|Mn|Fe|Co|Ni|Cu|Zn|Ga|Ge|As|Se|Br|Zr|N"
    "b|Mo|Ag|Cd|In|Sn|I|W|Pt|Au|Hg|Pb|La|Ce|Nd"
)
_LOWERED = lazy(
    rf"(?<![A-Za-z0-9_])((?:(?:{_ELEMENTS})(?:_?\d{{1,2}})?){{1,6}}|m?AP|AR|HR|NDCG|PM|DSC)_(\d{{1,2}})(?![A-Za-z0-9_])"
    rf"|(?<![A-Za-z0-9_])(?=(?:(?:{_ELEMENTS})(?:_?\d{{1,2}})?){{2,6}}(?![A-Za-z0-9_]))((?:{_ELEMENTS}))_(\d{{1,2}})(?=[A-Z])"
)
# GL_n, SE_3: two capitals, one sign.
_GROUP_NAME = lazy(r"(?<=[A-Z]{2})(?<![A-Za-z0-9_][A-Z]{3})(?<![A-Za-z0-9_]{3})_([a-z\d])(?![A-Za-z0-9_])")
_WORD = re.compile(r"\\?[A-Za-z]+")


def _repair(text: str, draft: Draft) -> str:
    if "^" in text:
        text = _MASS().sub(lambda found: _marked("^", found[1] or found[2]), text)
    if "{" in text:
        text = _BRACED().sub(lambda found: _marked(found[1], found[2]), text)
    if "^" in text:
        text = _RAISED().sub(lambda found: _marked("^", found[1]), text)
    if "_" in text:
        text = _LOWERED().sub(_lowered, text)
        text = _GROUP_NAME().sub(lambda found: _marked("_", found[1]), text)
    return text


def _lowered(found: re.Match[str]) -> str:
    base, digits = (found[1], found[2]) if found[1] else (found[3], found[4])
    inner = re.sub(r"_(\d+)", lambda number: _marked("_", number[1]), base)
    return inner + _marked("_", digits)


def _marked(mark: str, inside: str) -> str:
    inside = _WORD.sub(_symbols, inside.strip())
    if mark == "^" and inside == "∘":
        return "°"
    start, end = (SUPERSCRIPT, SUPERSCRIPT_END) if mark == "^" else (SUBSCRIPT, SUBSCRIPT_END)
    if inside[:1] == "-" and inside[1:].isdigit():
        inside = f"−{inside[1:]}"
    return f"{start}{inside}{end}"


def _symbols(found: re.Match[str]) -> str:
    name = found[0].lstrip("\\")
    segments = commands_in(name)
    if segments is None or len(name) < 3:
        return found[0]
    return "".join(SYMBOLS[part][1] if part in SYMBOLS else "" if len(part) > 1 else part for part in segments)


RULE = Rule("scripts", ("_", "^"), _repair)
