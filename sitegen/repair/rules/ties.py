r"""TeX's tie ``~`` between two words or before a unit is a no-break space: ``Table~2``, ``8.2~m``, ``6.25~\%``.

``~10%`` and ``z~2`` (about), ``5~10`` (to) and ``x~y`` are no ties.
"""

from __future__ import annotations

import re

from sitegen.repair.edits import matches
from sitegen.repair.placeholders import Draft
from sitegen.repair.rule import Rule

_TIE = re.compile(r"(?:(?<=[^\W\d_])|(?<=[.,;:)\]\"'”’])|(?<=\d)(?=~+[^\W\d_]|~+[%°\\$]))~+(?=[\w(\[$\\%°\"'“‘])")
_TRAILING = re.compile(r"(?:(?<=[^\W\d_])|(?<=[.,;:)\]]))~(?=\s|$)|(?<=\s)~(?=[A-Z\\])")
_LONE = re.compile(r"(?<![A-Za-z])[A-Za-z]~[A-Za-z](?![A-Za-z])")
_ABOUT = re.compile(r"~(?<=[b-zB-HJ-Z]~)(?<![A-Za-z]{2}~)(?=\d)")

_about = matches(_ABOUT, "∼")
_similar = matches(_LONE, lambda found: found[0].replace("~", "∼"))
_tied = matches(_TIE, "\u00a0")
_trailing = matches(_TRAILING, "")


def _repair(text: str, draft: Draft) -> str:
    text = draft.edit(text, _similar)
    text = draft.edit(text, _about)
    text = draft.edit(text, _tied)
    return draft.edit(text, _trailing)


RULE = Rule("ties", ("~",), _repair)
