"""A formula as a tree: what the parser builds, and the three writers read."""

from __future__ import annotations

from dataclasses import dataclass

from sitegen.repair.formula.symbols import Kind


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
    """A base with something below or above it on the right (or under and over it, for ∑ and max)."""

    base: Part
    below: Part | None
    above: Part | None


@dataclass(frozen=True, slots=True)
class Fraction:
    """One over another."""

    top: Part
    bottom: Part


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
