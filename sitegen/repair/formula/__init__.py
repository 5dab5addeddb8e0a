"""Formulas: TeX mathematics to MathML, plain Unicode and clean TeX at build time."""

from __future__ import annotations

from functools import lru_cache

from sitegen.repair.formula.mathml import to_mathml
from sitegen.repair.formula.parse import parse
from sitegen.repair.formula.plain import to_unicode
from sitegen.repair.formula.tex import to_tex
from sitegen.repair.inline import Math


@lru_cache(maxsize=4096)
def formula(source: str) -> Math:
    """The formula that ``source`` spells (no dollar signs)."""
    return _formula(source)[0]


@lru_cache(maxsize=4096)
def is_understood(source: str) -> bool:
    """Whether the formula ``source`` holds known commands only."""
    return _formula(source)[1]


def _formula(source: str) -> tuple[Math, bool]:
    parsed = parse(source)
    return Math(to_tex(parsed.tree), to_mathml(parsed.tree), to_unicode(parsed.tree)), parsed.complete
