"""The repair rules, in the order they are applied. A new kind of damage is one new file and one name here.

What is opaque comes first (addresses, formulas), then commands and groups from the inside of the text outwards, then
what is left of TeX's characters, then typography.
"""

from __future__ import annotations

from sitegen.repair.rule import Rule
from sitegen.repair.rules import (
    accents,
    bare_math,
    chemistry,
    commands,
    comments,
    dashes,
    degrees,
    emphasis,
    escapes,
    formulas,
    greek_names,
    groups,
    hyphens,
    macros,
    multipliers,
    quotes,
    scripts,
    spacing,
    ties,
    unpaired,
    urls,
)

RULES: tuple[Rule, ...] = (
    urls.RULE,
    formulas.RULE,
    comments.RULE,
    accents.RULE,
    macros.RULE,
    unpaired.RULE,
    commands.RULE,
    degrees.RULE,
    chemistry.RULE,
    bare_math.RULE,
    greek_names.RULE,
    scripts.RULE,
    groups.RULE,
    ties.RULE,
    escapes.RULE,
    emphasis.RULE,
    quotes.RULE,
    dashes.RULE,
    multipliers.RULE,
    hyphens.RULE,
    spacing.RULE,
)
