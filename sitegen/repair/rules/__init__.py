"""The repair rules, in the order they are applied. A new kind of damage is one new file and one name here.

What is opaque comes first (addresses, formulas), then commands and groups from the inside of the text outwards, then
what is left of TeX's characters, then typography.
"""

from __future__ import annotations

from sitegen.repair.rule import Rule
from sitegen.repair.rules import dashes, escapes, formulas, quotes, urls

RULES: tuple[Rule, ...] = (
    urls.RULE,
    formulas.RULE,
    escapes.RULE,
    quotes.RULE,
    dashes.RULE,
)
