"""Quotation marks of three styles, ``TeX''-like, `single' and "straight", become curly ones, where they pair.

One pass over the quote characters, with what is open on a stack. A mark that finds no partner stays what it was, but
for TeX's own opening ones and apostrophes, whose meaning is plain.
"""

from __future__ import annotations

import re

from sitegen.repair.draft import KEPT, Draft
from sitegen.repair.rule import Rule

_QUOTE = re.compile(r"[`'\"]{4,}|``|''|`|'|\"|“|”")  # four and more are no quotation marks
_BEFORE_OPENING = re.compile(r"[\s(\[{<“‘—–/=-]")
_ELIDED = re.compile(r"(?:\d\ds?|em|til|tis|twas|cause|n)\b", re.IGNORECASE)
_WORDLIKE = re.compile(rf"[\w{KEPT}]")


def _repair(text: str, draft: Draft) -> str:
    pieces: list[str] = []
    written: list[str] = []  # what replaces each quote, in order; decided late
    doubles: list[int] = []
    singles: list[int] = []
    at = 0
    for found in _QUOTE.finditer(text):
        pieces.append(text[at : found.start()])
        at = found.end()
        mark = found[0]
        if len(mark) > 3:
            written.append(mark)
            continue
        before, after = _neighbours(text, found.start(), found.end())
        written.append(mark)
        number = len(written) - 1
        may_open = (not before or _BEFORE_OPENING.match(before)) and after and not after.isspace()
        may_close = before and not before.isspace() and (not after or not _WORDLIKE.match(after))
        match mark:
            case "“":
                doubles.append(number)
            case "”":
                if doubles:
                    doubles.pop()
            case "``":
                written[number] = "“"
                doubles.append(number)
            case "''" | '"':
                if doubles and may_close:
                    written[doubles.pop()] = "“"
                    written[number] = "”"
                elif may_open:
                    doubles.append(number)
            case "`":
                if singles and may_close and not may_open:
                    written[singles.pop()] = "‘"
                    written[number] = "’"
                else:
                    written[number] = "‘" if after and not after.isspace() else "`"
                    singles.append(number)
            case _:
                if may_open and not _ELIDED.match(text, found.end()):
                    singles.append(number)
                elif before and _WORDLIKE.match(before) and after and _WORDLIKE.match(after):
                    written[number] = "’" if not (before.isdigit() and after.isdigit()) else "'"
                elif may_close and singles:
                    written[singles.pop()] = "‘"
                    written[number] = "’"
                elif may_open or (before and before.isalpha()):
                    written[number] = "’"
    result = [part for pair in zip(pieces, written, strict=True) for part in pair]
    return "".join(result) + text[at:]


def _neighbours(text: str, start: int, end: int) -> tuple[str, str]:
    """The characters beside a quote, looking through marks."""
    while start > 0 and "\ufdd0" <= text[start - 1] <= "\ufdd9":
        start -= 1
    while end < len(text) and "\ufdd0" <= text[end] <= "\ufdd9":
        end += 1
    return text[start - 1 : start] if start else "", text[end : end + 1]


RULE = Rule("quotes", ("'", "`", '"'), _repair)
