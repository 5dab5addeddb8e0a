"""TeX's ``--`` and ``---``, and the lone hyphen between spaces, become dashes; options such as ``--strict`` do not."""

from __future__ import annotations

import re

from sitegen.repair.draft import KEPT, Draft
from sitegen.repair.rule import Rule

_TEX_DASH = re.compile(r"(?<![-<!])(---?)(?![->])")
_LONE_HYPHEN = re.compile(rf"(?<=[\w)\]%\"'”’.,:{KEPT}]) - (?=[\w(\[\"'“‘~$+{KEPT}])")
_LETTERS = re.compile(r"[^\W\d_]+")


def _repair(text: str, draft: Draft) -> str:
    if "--" in text:
        text = _TEX_DASH.sub(_dash, text)
    if " - " in text:
        text = _LONE_HYPHEN.sub(_lone, text)
    return text


def _dash(found: re.Match[str]) -> str:
    text, start, end = found.string, found.start(), found.end()
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    if before.isspace() and not after.isspace():
        return found[0] if after.isalnum() else "–"  # an option of some program
    if before in "‘“`'\"(" and after.isalpha() and len(found[0]) == 2:
        return found[0]  # the same in quotes
    if len(found[0]) == 3:
        return "—"
    if before.isspace() or after.isspace() or (before.isdigit() and after.isdigit()):
        return "–"
    if after in "$€£":
        return "–"
    if after.isupper() and _word_before(text, start)[:1].isupper():
        return "–"  # two names: Barlow--Beeston
    return "—"


def _word_before(text: str, end: int) -> str:
    start = end
    while start > 0 and end - start < 40 and text[start - 1].isalpha():
        start -= 1
    return text[start:end]


def _lone(found: re.Match[str]) -> str:
    text, start, end = found.string, found.start(), found.end()
    left = text[max(0, start - 2) : start]
    right = text[end : end + 2]
    formula = (len(left.strip()) == 1 or not left[0].isalnum()) and left[-1:].isalnum() and not right[1:].isalnum()
    if formula or (left[-1:].isdigit() and right[:1].isdigit()):
        return found[0]  # a difference: "a - b", "5 - 3"
    return " – "


RULE = Rule("dashes", ("--", " - "), _repair)
