"""Writes a formula's tree on one line of plain Unicode text."""

from __future__ import annotations

import re
import unicodedata

from sitegen.repair.formula.mathml import is_degree
from sitegen.repair.formula.tree import (
    Accent,
    Fraction,
    Number,
    Part,
    Root,
    Row,
    Scripts,
    Symbol,
    Words,
    is_function,
    opens,
)
from sitegen.repair.symbols import ACCENTS, Kind
from sitegen.repair.unicode_scripts import as_subscript, as_superscript

_COMBINING = {"^": "\u0302", "~": "\u0303", "¯": "\u0304", "→": "\u20d7", "˙": "\u0307", "¨": "\u0308", "ˇ": "\u030c"}
_COMBINING |= {"˘": "\u0306", "˚": "\u030a", "´": "\u0301", "`": "\u0300"}
_SPACES = re.compile(" {2,}")
_SPACED = (Kind.RELATION, Kind.BINARY)
_CLINGING = (Kind.OPEN, *_SPACED, Kind.POINT, Kind.CLOSE, Kind.SPACE)  # no space between a function and these


def to_unicode(tree: Row) -> str:
    """The formula on one line of plain text."""
    return " ".join(_plain(tree).split())


def _plain(part: Part | None, *, tight: bool = False) -> str:
    """``tight``: as in a script, without spaces around signs."""
    match part:
        case None:
            return ""
        case Symbol(Kind.SPACE, char):
            return " " if char else ""
        case Symbol(_, char):
            return char
        case Number(text) | Words(text):
            return text
        case Row(parts):
            return _plain_row(parts, tight=tight)
        case Scripts():
            return _scripts(part, tight=tight)
        case Fraction(top, bottom, line):
            if line:
                return f"{_grouped(top, tight=tight)}/{_grouped(bottom, tight=tight)}"
            return f"({_plain(top, tight=tight)} choose {_plain(bottom, tight=tight)})"
        case Root(body, degree):
            return (as_superscript(_script(degree)) if degree else "") + "√" + _grouped(body, tight=tight)
        case Accent(body, name):
            return _accented(_plain(body, tight=tight), name)


def _accented(shown: str, name: str) -> str:
    mark = "\u0332" if name == "underline" else _COMBINING[ACCENTS[name]]
    return unicodedata.normalize("NFC", shown + mark) if len(shown) == 1 else shown


def _scripts(part: Scripts, *, tight: bool) -> str:
    shown = _plain(part.base, tight=tight)
    if part.below is not None:
        shown += as_subscript(_script(part.below))
    if part.above is not None:
        shown += "°" if is_degree(part.above) else as_superscript(_script(part.above))
    return shown


def _plain_row(parts: tuple[Part, ...], *, tight: bool) -> str:
    shown: list[str] = []
    before: Part | None = None
    for number, part in enumerate(parts):
        text = _plain(part, tight=tight)
        operand = not opens(before)
        if (is_function(part) and operand) or (
            is_function(before) and not (isinstance(part, Symbol) and part.kind in _CLINGING)
        ):
            text = f" {text}"
        elif isinstance(part, Scripts) and not tight and _is_relation(part.base):
            text = text if before is None else f" {text} "
        elif isinstance(part, Symbol) and not tight:
            first = before is None or (isinstance(before, Symbol) and before.kind is Kind.OPEN)
            text = _spaced(part, text, first=first, operand=operand, last=number + 1 == len(parts))
            if part.kind is Kind.POINT and shown:
                shown[-1] = shown[-1].rstrip()
        shown.append(text)
        if not (isinstance(part, Symbol) and part.kind is Kind.SPACE):
            before = part
    return _SPACES.sub(" ", "".join(shown))


def _is_relation(part: Part) -> bool:
    return isinstance(part, Symbol) and part.kind is Kind.RELATION


def _spaced(symbol: Symbol, text: str, *, first: bool, operand: bool, last: bool) -> str:
    if symbol.kind is Kind.RELATION:
        return text if first else f" {text} "
    if symbol.kind is Kind.BINARY and operand and not last and symbol.char not in "*∗":
        return f" {text} "
    return f"{text} " if symbol.kind is Kind.POINT else text


def _script(part: Part) -> str:
    return " ".join(_plain(part, tight=True).split())


def _grouped(part: Part, *, tight: bool) -> str:
    """``part`` in brackets, where it would come apart without them."""
    while isinstance(part, Row) and len(part.parts) == 1:
        part = part.parts[0]
    text = _plain(part, tight=tight)
    whole = not isinstance(part, Row | Fraction) or len(text) == 1 or _is_bracketed(text)
    return text if whole else f"({text})"


def _is_bracketed(text: str) -> bool:
    """Whether the bracket that opens ``text`` is the one that ends it."""
    depth = 0
    for at, char in enumerate(text):
        depth += (char == "(") - (char == ")")
        if depth == 0:
            return at > 0 and at + 1 == len(text)
    return False
