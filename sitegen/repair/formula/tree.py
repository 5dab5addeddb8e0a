"""A formula as a tree: what the parser builds, and the three writers read."""

from __future__ import annotations

from dataclasses import dataclass

from sitegen.repair.symbols import Kind


@dataclass(frozen=True, slots=True)
class Symbol:
    """One letter, sign or upright function name. ``tex`` is how TeX spells it; ``upright`` sets a letter so."""

    kind: Kind
    char: str
    tex: str
    upright: bool = False


@dataclass(frozen=True, slots=True)
class Number:
    """Digits with their separators."""

    digits: str


@dataclass(frozen=True, slots=True)
class Words:
    r"""Upright text within a formula: ``\text{if}``, ``T_{\rm eff}``."""

    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """Parts side by side."""

    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Scripts:
    r"""A base with something below or above it on the right; ``stacked``: under and over it (``\stackrel``).

    Sums and functions such as max have theirs under and over them, too, by what they are.
    """

    base: Part
    below: Part | None
    above: Part | None
    stacked: bool = False


@dataclass(frozen=True, slots=True)
class Fraction:
    r"""One over another; without a ``line`` it is ``\binom``."""

    top: Part
    bottom: Part
    line: bool = True


@dataclass(frozen=True, slots=True)
class Root:
    """A root, maybe with a degree."""

    body: Part
    degree: Part | None = None


@dataclass(frozen=True, slots=True)
class Accent:
    """A mark above (or a line below) its body; ``name`` is TeX's."""

    body: Part
    name: str


Part = Symbol | Number | Words | Row | Scripts | Fraction | Root | Accent


_OPENING = (Kind.RELATION, Kind.BINARY, Kind.OPEN, Kind.POINT)


def is_function(part: Part | None) -> bool:
    """Whether a part is applied to what follows: log, max with its subscript, a sum."""
    if isinstance(part, Scripts):
        part = part.base
    return isinstance(part, Symbol) and part.kind in (Kind.FUNCTION, Kind.LARGE)


def opens(part: Part | None) -> bool:
    """Whether what follows stands at a beginning, where a minus is a sign of its own and no difference."""
    return part is None or (isinstance(part, Symbol) and (part.kind in _OPENING or part.char == "/"))
