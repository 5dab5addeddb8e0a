"""The repair rules, in the order they are applied. A new kind of damage is one new file and one name here.

What is opaque comes first (addresses, formulas), then commands and groups from the inside of the text outwards, then
what is left of TeX's characters, then typography.
"""

from __future__ import annotations

from sitegen.repair.rule import Rule
from sitegen.repair.rules import (
    accents,
    comments,
    dashes,
    degrees,
    emphasis,
    escapes,
    formulas,
    groups,
    known_symbols,
    lost_commands,
    macros,
    multipliers,
    quotes,
    scripts,
    spacing,
    ties,
    urls,
)

RULES: tuple[Rule, ...] = (
    urls.RULE,
    formulas.RULE,
    comments.RULE,
    accents.RULE,
    macros.RULE,
    degrees.RULE,
    lost_commands.RULE,
    known_symbols.RULE,
    scripts.RULE,
    groups.RULE,
    ties.RULE,
    escapes.RULE,
    emphasis.RULE,
    multipliers.RULE,
    spacing.RULE,
    quotes.RULE,
    dashes.RULE,
)
