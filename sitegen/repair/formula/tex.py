"""Writes a formula's tree as TeX: made from the tree, never copied from the input, so it holds known commands only."""

from __future__ import annotations

from sitegen.repair.formula.tree import Accent, Fraction, Number, Part, Root, Row, Scripts, Symbol, Words
from sitegen.repair.tex_letters import escape_tex


def to_tex(tree: Row) -> str:
    """The formula as TeX, without dollar signs."""
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
        case Scripts():
            return _scripts(part)
        case Fraction(top, bottom, line):
            return f"\\{'frac' if line else 'binom'}{{{_tex(top).strip()}}}{{{_tex(bottom).strip()}}}"
        case Root(body, degree):
            index = f"[{_tex(degree).strip()}]" if degree else ""
            return f"\\sqrt{index}{{{_tex(body).strip()}}}"
        case Accent(body, name):
            return f"\\{name}{{{_tex(body).strip()}}}"


def _scripts(part: Scripts) -> str:
    shown = _tex(part.base).rstrip() or "{}"
    if part.stacked:
        shown = f"\\overset{{{_tex(part.above).strip()}}}{{{shown}}}" if part.above is not None else shown
        return f"\\underset{{{_tex(part.below).strip()}}}{{{shown}}}" if part.below is not None else shown
    if isinstance(part.base, Row) and len(part.base.parts) > 1:
        shown = f"{{{shown}}}"
    if part.below is not None:
        shown += f"_{{{_tex(part.below).strip()}}}"
    if part.above is not None:
        shown += f"^{{{_tex(part.above).strip()}}}"
    return shown
