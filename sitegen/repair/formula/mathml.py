"""Writes a formula's tree as MathML: the Core subset that browsers draw alike (https://w3c.github.io/mathml-core/).

No annotation, no style; letters of other alphabets are Unicode characters.
"""

from __future__ import annotations

from markupsafe import escape

from sitegen.repair.formula.tree import Accent, Fraction, Number, Part, Root, Row, Scripts, Symbol, Words, opens
from sitegen.repair.symbols import ACCENTS, LIMITS, Kind

_WIDTHS = {"\u2009": "0.17em", "\u2005": "0.22em", "\u2004": "0.28em", "\u2003": "1em", "\u2002": "0.5em"}
_LETTERLIKE = "∞∂∇∅…⋯⊤⊥"
_TIGHT = ' lspace="0" rspace="0"'


def to_mathml(tree: Row) -> str:
    """A complete ``<math>`` element."""
    return f"<math>{_row(tree.parts)}</math>"


def _row(parts: tuple[Part, ...]) -> str:
    shown: list[str] = []
    before: Part | None = None
    for part in parts:
        if isinstance(part, Symbol) and _is_prefix(part, before):
            shown.append(f'<mo form="prefix"{_TIGHT}>{escape(part.char)}</mo>')
        else:
            shown.append(_mathml(part))
        before = part
    return "".join(shown)


def _is_prefix(part: Symbol, before: Part | None) -> bool:
    """Whether a sign belongs to what follows: −1 is no difference, ∼30 no comparison."""
    begins = before is None or (isinstance(before, Symbol) and before.kind is Kind.OPEN)
    return (part.kind is Kind.BINARY and opens(before)) or (part.kind is Kind.RELATION and begins)


def _one(part: Part | None) -> str:
    """Exactly one element, as scripts and fractions want their children."""
    if part is None:
        return "<mrow></mrow>"
    if isinstance(part, Row) and len(part.parts) != 1:
        return f"<mrow>{_row(part.parts)}</mrow>"
    return _mathml(part) or "<mrow></mrow>"


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
        case Scripts():
            return _scripts(part)
        case Fraction(top, bottom, line):
            if line:
                return f"<mfrac>{_one(top)}{_one(bottom)}</mfrac>"
            halves = f'<mfrac linethickness="0">{_one(top)}{_one(bottom)}</mfrac>'
            return f"<mrow><mo>(</mo>{halves}<mo>)</mo></mrow>"
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
        case Kind.ORDINARY if symbol.char in "/|‖":
            return f'<mo stretchy="false"{_TIGHT}>{char}</mo>'
        case Kind.ORDINARY if not symbol.char.isalnum() and symbol.char not in _LETTERLIKE:
            return f"<mo>{char}</mo>"
        case Kind.ORDINARY if symbol.upright and len(symbol.char) == 1:
            return f'<mi mathvariant="normal">{char}</mi>'
        case Kind.ORDINARY:
            return f"<mi>{char}</mi>"
        case Kind.FUNCTION:
            return f"<mi>{char}</mi>" if len(symbol.char) > 1 else f'<mi mathvariant="normal">{char}</mi>'
        case Kind.SPACE:
            width = _WIDTHS.get(symbol.char[:1], "0.28em")
            return f'<mspace width="{width}"></mspace>' if symbol.char else ""
        case Kind.OPEN | Kind.CLOSE:
            return f'<mo stretchy="false">{char}</mo>'
        case Kind.BINARY if symbol.char in "*∗":
            return f"<mo{_TIGHT}>{char}</mo>"
        case _:
            return f"<mo>{char}</mo>"


def _scripts(part: Scripts) -> str:
    base, below, above = part.base, part.below, part.above
    limits = isinstance(base, Symbol) and (base.kind is Kind.LARGE or base.char in LIMITS)
    if below is not None and above is not None:
        name = "munderover" if limits or part.stacked else "msubsup"
        return f"<{name}>{_one(base)}{_one(below)}{_one(above)}</{name}>"
    if below is not None:
        name = "munder" if limits or part.stacked else "msub"
        return f"<{name}>{_one(base)}{_one(below)}</{name}>"
    name = "mover" if limits or part.stacked else "msup"
    return f"<{name}>{_one(base)}{'<mo>°</mo>' if is_degree(above) else _one(above)}</{name}>"


def is_degree(part: Part | None) -> bool:
    """Whether a superscript is the degree sign's circle."""
    return isinstance(part, Symbol) and part.char in ("∘", "°")
