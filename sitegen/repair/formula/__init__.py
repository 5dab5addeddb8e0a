"""Formulas: TeX mathematics, damaged or intact, to MathML, plain Unicode and clean TeX at build time."""

from __future__ import annotations

from functools import lru_cache

from sitegen.repair.formula.parse import parse
from sitegen.repair.formula.write import to_mathml, to_tex, to_unicode
from sitegen.repair.inline import Math


@lru_cache(maxsize=4096)
def formula(source: str, *, bare: bool = False) -> Math:
    """The formula that ``source`` spells (no dollar signs); ``bare`` where backslashes were lost."""
    return _formula(source, bare)[0]


@lru_cache(maxsize=4096)
def is_understood(source: str) -> bool:
    """Whether the intact formula ``source`` holds known commands only."""
    return _formula(source, False)[1]


def _formula(source: str, bare: bool) -> tuple[Math, bool]:
    parsed = parse(source, bare=bare)
    return Math(to_tex(parsed.tree), to_mathml(parsed.tree), to_unicode(parsed.tree)), parsed.complete
