"""The letter x between numbers is a times sign: ``3x3``; ``+/-`` is ±; ranges get a dash.

Names keep theirs: ``8x7B``, ``Imagenet32x32``, ``0x1F``; so do factors (``2.5x faster``), which read well as they are.
"""

from __future__ import annotations

import re

from sitegen.repair.draft import Draft
from sitegen.repair.rule import Rule

# What to look for is one character with a digit before it; patterns that begin with a plain character are fast.
_X = re.compile(r"x(?:(?<=\dx)|(?<=\d x)(?= \d))")
_HYPHEN = re.compile(r"-(?<=\d-)(?=\d)")
_NUMBER = r"\d+(?:[.,]\d+)*"
_SIZE = re.compile(rf"(?<![\w.\-/])(?!0x)({_NUMBER}(?: ?x ?{_NUMBER}){{1,4}})(?!(?!(?:px|cm|mm|nm|m)\b)\w|\.\d|-[A-Z])")
_PLUS_MINUS = re.compile(r"(?<=[\d%)]) ?(?:\+/-|\+-) ?(?=\d)|(?<=\d )(?:\+/-|\+-) ?(?=\d)")
_RANGE = re.compile(
    rf"(?<![\w.\-–/:])({_NUMBER})(-)({_NUMBER})(?=%|×)|(?<![\w.\-–/:])((?:19|20)\d\d)-((?:19|20)\d\d)(?![\w\-/:])"
)
_UNIT_RANGE = re.compile(rf"(?<=×) ?- ?(?={_NUMBER}×)|(?<=%) ?- ?(?={_NUMBER}%)")


def _repair(text: str, draft: Draft) -> str:
    if _X.search(text):
        text = _SIZE.sub(lambda found: found[1].replace("x", "×"), text)
    if "+-" in text or "+/-" in text:
        text = _PLUS_MINUS.sub("±", text)
    if _HYPHEN.search(text):
        text = _RANGE.sub(lambda found: f"{found[1] or found[4]}–{found[3] or found[5]}", text)
    if "×-" in text or "× -" in text or "%-" in text or "% -" in text:
        text = _UNIT_RANGE.sub(lambda found: found[0].replace("-", "–"), text)
    return text


RULE = Rule("multipliers", ("x", "-"), _repair)
