r"""Intact formulas, ``$…$``, ``$$…$$``, ``\(…\)`` and ``\[…\]``, become mathematics; money stays money.

Which dollar signs pair is decided for a text as a whole: of all ways to pair neighbours, the one whose insides read
most like formulas, with money (``$5``, ``US$ 10``) and variables of programs (``${NAME}``) left alone. A sign that
pairs wrongly would turn every sentence after it into a formula and every formula into a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sitegen.repair.bare_math.restore import spelt
from sitegen.repair.bare_math.triggers import spells_names
from sitegen.repair.formula import formula, is_understood
from sitegen.repair.inline import Node, Unclear
from sitegen.repair.placeholders import KEPT, UNEXPANDED, Draft
from sitegen.repair.rule import Rule

MAX_LENGTH = 1500
"""Characters of the longest formula that is looked for; an abstract has about as many."""

_DISPLAYED = re.compile(rf"\\\(([^{KEPT}]{{1,{MAX_LENGTH}}}?)\\\)|\\\[([^{KEPT}]{{1,{MAX_LENGTH}}}?)\\\]", re.DOTALL)
_KEPT = re.compile(f"[{KEPT}]")
_STRAY = re.compile(r"\\([()\[\]])")
_DOLLAR = re.compile(r"\$")
_WORDS = re.compile(r"(?<![\\A-Za-z])[A-Za-z]{3,}(?![A-Za-z])")
_LONE = re.compile(r"\$(?<![A-Z]\$)(?<!\w\$\d)(?!\s?\d|\w+[/:]|\{)|\$(?=\s*$)")  # neither money nor a variable
_DEGREE = re.compile(r"(?<=\d)\s?(?:\{\s?\\deg\s?\}|\\deg(?![A-Za-z])(?!\s*[a-zA-Z(\\]))")  # 20\deg, not 2\deg f
_SIGN = re.compile(r"[<>=±≥≤≈+×*/→−-]{1,3}")
_TEX = re.compile(r"[\\^_{}]")
_PLAIN = re.compile(r"[\w\s+\-*/=<>()\[\],.;:!|%'′·×−∈≤≥∼~&]+")
_TEXT_COMMAND = re.compile(
    r"\\(?:text\w*|math(?:rm|sf|tt|it|bf)|operatorname|[mh]box|rm|bf|it|begin|end)\*?\s*\{[^{}]*\}"
)
_SWITCHED = re.compile(r"\\(?:rm|bf|it|sf|tt|em|cal)(?![A-Za-z])[^{}]*")
_NAMES = re.compile(
    r"\b(?:log|exp|sin|cos|tan|max|min|sup|inf|lim|det|dim|mod|deg|gcd|[kMGmT]eV|[MkG]pc|GHz|MHz|kHz)\b"
)

_JOINED = re.compile(r"(?<= )(?:or|of|to|by|an|as|at|on|we|if) ")
_PROSE = re.compile(
    r"[a-z]{3,} [a-z]{3,}|(?<![A-Za-z\\])(?:the|of|and|are|for|with|that|this|which|from|has|have)(?![A-Za-z])"
)
_TEX_INSIDE, _PLAIN_INSIDE, _BLANK_INSIDE, _UNPAIRED, _NO_FORMULA = 4, 3, 1, -1, -100
_MANY_WORDS = 8


def _repair(text: str, draft: Draft) -> str:
    text = text.replace("\\$", "$")
    if "\\(" in text or "\\[" in text:
        text = _displayed(text, draft)
    text = _STRAY.sub(r"\1", text) if "\\" in text else text
    if "$" not in text:
        return text
    signs = [found.start() for found in _DOLLAR.finditer(text)]
    spans = _spans(text, signs)
    pieces: list[str] = []
    at = 0
    for opening, start, end, closing in spans:
        source = text[start:end].strip().removeprefix("%").lstrip()  # a line that one editor began with a comment
        hyphen = "-" if _ends_in_hyphen(source, text[closing : closing + 1]) else ""
        pieces += (text[at:opening], draft.keep(_node(source.removesuffix(hyphen).rstrip())) if source else " ", hyphen)
        at = closing
    text = "".join(pieces) + text[at:]
    return _LONE.sub("", text) if spans and "$" in text else text


def _ends_in_hyphen(source: str, after: str) -> bool:
    """``$n-$tuples``."""
    return len(source) > 1 and source[-1] == "-" and source[-2] not in "^_" and after.isalpha()


def _spans(text: str, signs: Sequence[int]) -> list[tuple[int, int, int, int]]:
    """Where formulas stand: the opening sign, the inside from and to, and what follows the closing sign.

    Of all ways to part the signs into pairs and loners, the best: one pass from the end, as for a shortest path.
    """
    best = [0] * (len(signs) + 4)  # what the signs from each on are worth
    steps = [1] * len(signs)  # how many of them belong together there
    for at in range(len(signs) - 1, -1, -1):
        best[at] = best[at + 1] + (0 if _is_money(text, signs[at] + 1) else _UNPAIRED)
        for step, likeness in _choices(text, signs[at : at + 4]):
            if best[at + step] + likeness > best[at]:
                best[at], steps[at] = best[at + step] + likeness, step
    spans = []
    at = 0
    while at < len(signs):
        if steps[at] > 1:
            width = steps[at] // 2
            spans.append((signs[at], signs[at] + width, signs[at + width], signs[at + width] + width))
        at += steps[at]
    return spans


def _choices(text: str, signs: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The formulas that the first of four signs could open: how many signs they take, how like a formula they are."""
    if len(signs) > 1 and signs[1] - signs[0] <= MAX_LENGTH:
        yield 2, _likeness(text, signs[0] + 1, signs[1])
    if len(signs) > 3 and signs[1] == signs[0] + 1 and signs[3] == signs[2] + 1 and signs[2] - signs[1] <= MAX_LENGTH:
        yield 4, 1 + _likeness(text, signs[1] + 1, signs[2], signs[3] + 1)


def _is_money(text: str, after: int) -> bool:
    return text[after : after + 1].isdigit() or text[after : after + 2].lstrip(" ")[:1].isdigit()


def _node(source: str) -> Node:
    """The formula, marked where it holds a command of its author's."""
    if "\\" not in source and spells_names(source):
        source = spelt(source)
    if "\\deg" in source:
        source = _DEGREE.sub(r"^\\circ ", source)
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


def _likeness(text: str, start: int, end: int, closing: int = 0) -> int:
    """How much what two signs enclose is like a formula."""
    inside = text[start:end]
    after = text[closing or end + 1 : (closing or end + 1) + 1]
    if _KEPT.search(inside) or _is_variable(inside, after):
        return _NO_FORMULA
    if not inside.strip():
        return _BLANK_INSIDE if inside else _NO_FORMULA
    if _SIGN.fullmatch(inside.replace(" ", "")):
        return _PLAIN_INSIDE
    said = _NAMES.sub("", _SWITCHED.sub("", _TEXT_COMMAND.sub("", inside)))
    words = len(_WORDS.findall(said))
    if _TEX.search(inside):
        return _NO_FORMULA if _PROSE.search(said) or words > _MANY_WORDS else _TEX_INSIDE
    return _PLAIN_INSIDE if _is_plain_formula(said, after, words) else _NO_FORMULA


def _is_variable(inside: str, after: str) -> bool:
    """Whether a program's: ``${NAME} ${OTHER}``, ``$from:$to``."""
    if "\\" in inside:
        return False
    return (inside[:1] == "{" and inside[-1:].isspace()) or (after.isalpha() and inside[-1:] == ":")


def _is_plain_formula(inside: str, after: str, words: int) -> bool:
    if (
        words > 1
        or _JOINED.search(inside)
        or not inside.strip()
        or _PLAIN.fullmatch(inside) is None
        or not _balances(inside)
    ):
        return False
    if inside[0].isspace() and not inside[-1].isspace() and words:
        return False
    if inside[:1].isdigit() and (words or re.search(r"[A-Za-z]{2}", inside)):
        return re.search(r"[<>=]|\d-[A-Z]", inside) is not None
    if re.search(r"[\w<>=±−+-]", inside) is None or inside[-1:] in "*/" or inside[:1] in "%*":
        return False
    # Money: "$5 and $10", "$5, $10", "$5-$10".
    return not (after.isdigit() and inside[:1].isdigit()) and not (after.isdigit() and inside[-1] in " -–,(")


def _balances(inside: str) -> bool:
    return inside.count("(") == inside.count(")") or len(inside) > 3


RULE = Rule("formulas", ("$", "\\(", "\\[", "\\)", "\\]"), _repair)
