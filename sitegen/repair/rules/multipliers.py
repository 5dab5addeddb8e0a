"""The letter x between numbers is a times sign: ``3x3``; ``+/-`` is ±; ranges get a dash.

Names keep theirs: ``8x7B``, ``Imagenet32x32``, ``0x1F``; so do factors (``2.5x faster``), which read well as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.repair.edits import Edit, matches
from sitegen.repair.placeholders import KEPT, Draft
from sitegen.repair.rule import Rule

# What to look for is one character; patterns that begin with a plain character are fast.
_X = re.compile(rf"x(?= ?\d)(?<=[\d {KEPT}]x)")
_HYPHEN = re.compile(r"-(?<=\d-)(?=\d)")
_NUMBER = r"\d+(?:[.,]\d+)*"
_SIZE = re.compile(rf"(?<![\w.\-/])(?!0x)({_NUMBER}(?: ?x ?{_NUMBER}){{1,4}})(?!(?!(?:px|cm|mm|nm|m)\b)\w|\.\d|-[A-Z])")
_PLUS_MINUS = re.compile(r"(?<=[\d%)]) ?(?:\+/-|\+-) ?(?=\d)|(?<=\d )(?:\+/-|\+-) ?(?=\d)")
_RANGE = re.compile(
    rf"(?<![\w.\-–/:])({_NUMBER})(-)({_NUMBER})(?=%|×)|(?<![\w.\-–/:])((?:19|20)\d\d)-((?:19|20)\d\d)(?![\w\-/:])"
)
_UNIT_RANGE = re.compile(rf"(?<=×) ?- ?(?={_NUMBER}×)|(?<=%) ?- ?(?={_NUMBER}%)")


def _sizes(text: str) -> Iterator[Edit]:
    for found in _SIZE.finditer(text):
        for at in range(*found.span(1)):
            if text[at] == "x":
                yield at, at + 1, "×"  # the numbers may be finished already


_plus_minus = matches(_PLUS_MINUS, "±")
_ranges = matches(_RANGE, lambda found: f"{found[1] or found[4]}–{found[3] or found[5]}")
_unit_ranges = matches(_UNIT_RANGE, lambda found: found[0].replace("-", "–"))


def _repair(text: str, draft: Draft) -> str:
    if _X.search(text):
        text = draft.edit(text, _sizes)
    if "+-" in text or "+/-" in text:
        text = draft.edit(text, _plus_minus)
    if _HYPHEN.search(text):
        text = draft.edit(text, _ranges)
    if "%-" in text or "% -" in text or (not text.isascii() and ("×-" in text or "× -" in text)):
        text = draft.edit(text, _unit_ranges)
    return text


RULE = Rule("multipliers", ("x", "-"), _repair)
