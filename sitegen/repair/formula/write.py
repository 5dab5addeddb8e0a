"""Writes a formula's tree as MathML, as plain Unicode and as TeX.

MathML is the Core subset that browsers draw alike (https://w3c.github.io/mathml-core/): no annotation, no style,
letters of other alphabets as Unicode characters. TeX is made from the tree, never copied from the input, so that it
holds no command but the known ones.
"""

from __future__ import annotations

import re
import unicodedata

from markupsafe import escape

from sitegen.repair.formula.symbols import ACCENTS, LIMITS, Kind
from sitegen.repair.formula.tree import Accent, Fraction, Number, Part, Root, Row, Scripts, Symbol, Words
from sitegen.repair.tex_letters import escape_tex
from sitegen.repair.unicode_scripts import as_subscript, as_superscript

_COMBINING = {"^": "\u0302", "~": "\u0303", "¯": "\u0304", "→": "\u20d7", "˙": "\u0307", "¨": "\u0308", "ˇ": "\u030c"}
_COMBINING |= {"˘": "\u0306", "˚": "\u030a", "´": "\u0301", "`": "\u0300"}
_SPACED = (Kind.RELATION, Kind.BINARY)
_WIDTHS = {"\u2009": "0.17em", "\u2005": "0.22em", "\u2004": "0.28em", "\u2003": "1em", "\u2002": "0.5em"}


def to_mathml(tree: Row) -> str:
    """A complete ``<math>`` element."""
    return f"<math>{_row(tree.parts)}</math>"


def _row(parts: tuple[Part, ...]) -> str:
    return "".join(_mathml(part) for part in parts)


def _one(part: Part | None) -> str:
    """Exactly one element, as scripts and fractions want their children."""
    if part is None:
        return "<mrow></mrow>"
    if isinstance(part, Row) and len(part.parts) != 1:
        return f"<mrow>{_row(part.parts)}</mrow>"
    return _mathml(part)


def _mathml(part: Part) -> str:
    match part:
        case Symbol():
            return _symbol(part)
        case Number(digits):
            return f"<mn>{digits}</mn>"
        case Words(text):
            shown = "\u00a0" * (len(text) - len(text.lstrip())) + text.strip() + "\u00a0" * text.endswith(" ")
            return f"<mtext>{escape(shown)}</mtext>" if text else ""
        case Row(parts):
            return _one(part) if len(parts) != 1 else _mathml(parts[0])
        case Scripts(base, below, above):
            return _scripts(base, below, above)
        case Fraction(top, bottom):
            return f"<mfrac>{_one(top)}{_one(bottom)}</mfrac>"
        case Root(body, None):
            return f"<msqrt>{_one(body)}</msqrt>"
        case Root(body, degree):
            return f"<mroot>{_one(body)}{_one(degree)}</mroot>"
        case Accent(body, "underline"):
            return f"<munder>{_one(body)}<mo>_</mo></munder>"
        case Accent(body, name):
            return f'<mover accent="true">{_one(body)}<mo stretchy="false">{ACCENTS[name]}</mo></mover>'


def _symbol(symbol: Symbol) -> str:
    char = escape(symbol.char)
    match symbol.kind:
        case Kind.ORDINARY if not symbol.char.isalpha() and symbol.char not in "∞∂∇∅…⋯′⊤⊥":
            return f"<mo>{char}</mo>"
        case Kind.ORDINARY:
            if symbol.char == "′":
                return "<mo>′</mo>"
            return (
                f'<mi mathvariant="normal">{char}</mi>'
                if symbol.upright and len(symbol.char) == 1
                else f"<mi>{char}</mi>"
            )
        case Kind.FUNCTION:
            return f"<mi>{char}</mi>" if len(symbol.char) > 1 else f'<mi mathvariant="normal">{char}</mi>'
        case Kind.SPACE:
            width = _WIDTHS.get(symbol.char[:1], "0.28em")
            return f'<mspace width="{width}"></mspace>' if symbol.char else ""
        case Kind.OPEN | Kind.CLOSE:
            return f'<mo stretchy="false">{char}</mo>'
        case _:
            return f"<mo>{char}</mo>"


def _scripts(base: Part, below: Part | None, above: Part | None) -> str:
    limits = isinstance(base, Symbol) and (base.kind is Kind.LARGE or base.char in LIMITS)
    if below is not None and above is not None:
        name = "munderover" if limits else "msubsup"
        return f"<{name}>{_one(base)}{_one(below)}{_one(above)}</{name}>"
    if below is not None:
        name = "munder" if limits else "msub"
        return f"<{name}>{_one(base)}{_one(below)}</{name}>"
    name = "mover" if limits else "msup"
    return f"<{name}>{_one(base)}{_one(_raised(above))}</{name}>"


def _raised(above: Part | None) -> Part | None:
    # A small circle in the superscript is a degree sign.
    return Symbol(Kind.ORDINARY, "°", "\\circ") if is_degree(above) else above


def is_degree(part: Part | None) -> bool:
    """Whether a superscript is the degree sign's circle."""
    return isinstance(part, Symbol) and part.char in ("∘", "°")


def to_unicode(tree: Row) -> str:
    """The formula on one line of plain text."""
    return " ".join(_plain(tree).split())


def _plain(part: Part | None) -> str:
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
            return _plain_row(parts)
        case Scripts(base, below, above):
            shown = _plain(base)
            if below is not None:
                shown += as_subscript(_tight(below))
            if above is not None:
                shown += "°" if is_degree(above) else as_superscript(_tight(above))
            return shown
        case Fraction(top, bottom):
            return f"{_grouped(_plain(top))}/{_grouped(_plain(bottom))}"
        case Root(body, degree):
            return (as_superscript(_tight(degree)) if degree else "") + "√" + _grouped(_plain(body))
        case Accent(body, name):
            shown = _plain(body)
            mark = "\u0332" if name == "underline" else _COMBINING[ACCENTS[name]]
            return unicodedata.normalize("NFC", shown + mark) if len(shown) == 1 else shown


def _plain_row(parts: tuple[Part, ...]) -> str:
    shown: list[str] = []
    before: Part | None = None
    for number, part in enumerate(parts):
        text = _plain(part)
        if isinstance(part, Symbol):
            operand = before is not None and not _opens(before)
            if (part.kind is Kind.RELATION and before is not None) or (
                part.kind is Kind.BINARY and operand and number + 1 < len(parts)
            ):
                text = f" {text} "
            elif part.kind is Kind.POINT:
                text = f"{text} "
            elif part.kind is Kind.FUNCTION and operand:
                text = f" {text}"
        if (
            _is_function(before)
            and not (isinstance(part, Symbol) and part.kind in (Kind.OPEN, *_SPACED, Kind.POINT, Kind.CLOSE))
        ) or (isinstance(part, Scripts) and _is_function(part) and before is not None and not _opens(before)):
            text = f" {text}"
        shown.append(text)
        if not (isinstance(part, Symbol) and part.kind is Kind.SPACE):
            before = part
    return re.sub(r" {2,}", " ", "".join(shown))


def _opens(part: Part) -> bool:
    return isinstance(part, Symbol) and part.kind in (*_SPACED, Kind.OPEN, Kind.POINT)


def _is_function(part: Part | None) -> bool:
    if isinstance(part, Scripts):
        part = part.base
    return isinstance(part, Symbol) and part.kind in (Kind.FUNCTION, Kind.LARGE)


def _tight(part: Part) -> str:
    return _plain(part).replace(" ", "")


def _grouped(text: str) -> str:
    return text if len(text) == 1 or text.isalnum() or re.fullmatch(r"\(.*\)", text) else f"({text})"


def to_tex(tree: Row) -> str:
    """The formula as TeX, without dollar signs, from the known commands only."""
    return _tex(tree).strip()


def _tex(part: Part | None) -> str:
    match part:
        case None:
            return ""
        case Symbol(_, _, tex):
            return f"{tex} " if tex[-1:].isalpha() and tex[:1] == "\\" else tex
        case Number(digits):
            return digits
        case Words(text):
            return f"\\text{{{escape_tex(text)}}}"
        case Row(parts):
            return "".join(_tex(inner) for inner in parts)
        case Scripts(base, below, above):
            shown = _tex(base).rstrip() or "{}"
            if isinstance(base, Row) and len(base.parts) > 1:
                shown = f"{{{shown}}}"
            if below is not None:
                shown += f"_{{{_tex(below).strip()}}}"
            if above is not None:
                shown += f"^{{{_tex(above).strip()}}}"
            return shown
        case Fraction(top, bottom):
            return f"\\frac{{{_tex(top).strip()}}}{{{_tex(bottom).strip()}}}"
        case Root(body, degree):
            index = f"[{_tex(degree).strip()}]" if degree else ""
            return f"\\sqrt{index}{{{_tex(body).strip()}}}"
        case Accent(body, name):
            return f"\\{name}{{{_tex(body).strip()}}}"
