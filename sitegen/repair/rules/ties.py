"""TeX's tie ``~`` between two words is a no-break space; ``~10%`` (about), ``5~10`` (to) and ``x~y`` are not ties."""

from __future__ import annotations

import re

from sitegen.repair.draft import KEPT, MARKS, Draft
from sitegen.repair.rule import Rule

_TIE = re.compile(rf"(?<=[A-Za-z.,;:)\]\"'”’{KEPT}{MARKS}])~+(?=[\w(\[$\\\"'“‘{KEPT}{MARKS}])")
_TRAILING = re.compile(r"(?<=[A-Za-z.,;:)\]])~(?=\s|$)|(?<=\s)~(?=[A-Z\\])")
_LONE = re.compile(r"(?<![A-Za-z])[A-Za-z]~[A-Za-z](?![A-Za-z])")


def _repair(text: str, draft: Draft) -> str:
    if _LONE.search(text):
        text = _LONE.sub(lambda found: found[0].replace("~", draft.literal("∼")), text)
    text = _TIE.sub("\u00a0", text)
    return _TRAILING.sub("", text)


RULE = Rule("ties", ("~",), _repair)
