r"""Intact formulas, ``$…$``, ``$$…$$``, ``\(…\)`` and ``\[…\]``, become mathematics; money stays money.

A pair of dollar signs holds a formula if its inside looks like one: it has TeX in it, or is a letter, a number or a
few of both with signs. ``$5 and $10``, ``US$ 10``, ``$5M`` do not (so does pandoc's rule, which also knows that a
closing dollar sign has no space before it).
"""

from __future__ import annotations

import re

from sitegen.repair.draft import KEPT, UNEXPANDED, Draft
from sitegen.repair.formula import formula, is_understood
from sitegen.repair.inline import Node, Unclear
from sitegen.repair.rule import Rule

MAX_LENGTH = 1500
"""Characters of the longest formula that is looked for; an abstract has about as many."""

_DISPLAYED = re.compile(rf"\\\(([^{KEPT}]{{1,{MAX_LENGTH}}}?)\\\)|\\\[([^{KEPT}]{{1,{MAX_LENGTH}}}?)\\\]", re.DOTALL)
_KEPT = re.compile(f"[{KEPT}]")
_ESCAPED_DOLLAR = re.compile(r"\\\$")
_DOLLARS = re.compile(r"\${1,2}")
_WORDS = re.compile(r"(?<![\\A-Za-z])[A-Za-z]{3,}(?![A-Za-z])")
_SIGN = re.compile(r"[<>=±≥≤≈+×−-]{1,2}")
_TEX = re.compile(r"[\\^_{}]")
_PLAIN = re.compile(r"[\w\s+\-*/=<>()\[\],.;:!|%'′·×−∈≤≥∼~]+")
_TEXT_COMMAND = re.compile(r"\\(?:text\w*|math(?:rm|sf|tt|it|bf)|operatorname|mbox|rm|bf|it|begin|end)\*?\s*\{[^{}]*\}")


def _repair(text: str, draft: Draft) -> str:
    if "\\$" in text:
        text = _ESCAPED_DOLLAR.sub(lambda _: draft.literal("$"), text)
    if "\\(" in text or "\\[" in text:
        text = _displayed(text, draft)
    if "$" not in text:
        return text
    signs = list(_DOLLARS.finditer(text))
    pieces: list[str] = []
    at = number = 0
    while number + 1 < len(signs):
        opening, closing = signs[number], signs[number + 1]
        inside = text[opening.end() : closing.start()]
        if len(opening[0]) == len(closing[0]) and _is_formula(inside, text[closing.end() : closing.end() + 1]):
            pieces += (text[at : opening.start()], draft.keep(_node(inside.strip())))
            at = closing.end()
            number += 2
        else:
            number += 1
    return "".join(pieces) + text[at:]


def _node(source: str) -> Node:
    """The formula, marked where it holds a command of its author's."""
    math = formula(source)
    return math if is_understood(source) else Unclear((math,), UNEXPANDED)


def _displayed(text: str, draft: Draft) -> str:
    # Without a closing sign ahead the search for one would run to the end again and again.
    last = max(text.rfind("\\)"), text.rfind("\\]"))
    head, tail = text[: last + 2], text[last + 2 :]

    def replace(found: re.Match[str]) -> str:
        source = (found[1] or found[2]).strip()
        return draft.keep(_node(source)) if source else " "

    return _DISPLAYED.sub(replace, head) + tail


def _is_formula(inside: str, after: str) -> bool:
    if not inside.strip() or len(inside) > MAX_LENGTH or _KEPT.search(inside):
        return False
    if "\\" not in inside and (after == "{" or inside[-1].isspace() or (after.isalpha() and not _TEX.search(inside))):
        return False  # variables of some program: ${NAME} ${OTHER}, $from:$to
    if _SIGN.fullmatch(inside):
        return True
    words = len(_WORDS.findall(_TEXT_COMMAND.sub("", inside)))
    if _TEX.search(inside):
        return words < 2 or (words < 4 and not inside[0].isdigit())
    if inside[-1].isspace() or after.isdigit() or words > 1:
        return False
    if inside[0].isspace() and len(inside) > 2:
        return False
    if inside[0].isdigit() and (words or re.search(r"[A-Za-z]{2}", inside)):
        return False
    return _PLAIN.fullmatch(inside) is not None


RULE = Rule("formulas", ("$", "\\(", "\\["), _repair)
