"""Whether "left" and "right" are TeX's, which belong to brackets, or the sides of something."""

from __future__ import annotations

from sitegen.repair.bare_math.tokens import Tokens
from sitegen.repair.bare_math.vocabulary import Sense

MAX_SIZED = 120
"""Tokens between ``left(`` and ``right)``."""

_GLUING = frozenset(
    (Sense.GREEK, Sense.LETTER, Sense.NUMBER, Sense.CLOSE, Sense.SYMBOL, Sense.FUNCTION, Sense.LARGE, Sense.SCRIPT)
)


def is_command(tokens: Tokens, at: int) -> bool:
    """Whether the "left" or "right" at ``at`` only sizes a bracket."""
    return _continues_formula(tokens, at) or _has_partner(tokens, at)


def _continues_formula(tokens: Tokens, at: int) -> bool:
    """``sigmaleft(``, ``x_1right)``: a bracket after it, an operand or a sign right before; not "(left/right)"."""
    if not at or tokens.senses[at + 1] not in (Sense.OPEN, Sense.CLOSE, Sense.BAR):
        return False
    before = tokens.senses[at - 1]
    return before in _GLUING or (before is Sense.SIGN and tokens.words[at - 1] not in "-/")


def _has_partner(tokens: Tokens, at: int) -> bool:
    """``left( … right)``, ``left. … right|``: its partner stands with its own bracket, and no English between."""
    step, partner = (1, "right") if tokens.words[at] == "left" else (-1, "left")
    if not _is_sizing(tokens, at):
        return False
    depth = 0
    for other in range(at + step, min(max(at + step * MAX_SIZED, -1), len(tokens)), step):
        if tokens.words[other] == tokens.words[at]:
            depth += 1
        elif tokens.words[other] == partner and depth:
            depth -= 1
        elif tokens.words[other] == partner:
            inside = range(tokens.after_space(min(at, other) + 1) + 1, max(at, other))
            points = "." in (tokens.words[at + 1], tokens.words[other + 1])
            said = any(tokens.senses[inner] is Sense.OTHER for inner in inside)
            mathematics = not points and any(tokens.senses[inner] in (Sense.SCRIPT, Sense.SIGN) for inner in inside)
            return _is_sizing(tokens, other) and len(inside) > 0 and (mathematics or not said)
    return False


def _is_sizing(tokens: Tokens, at: int) -> bool:
    """Whether a bracket of its own follows ``left`` or ``right``, or the point that stands for none."""
    after = tokens.after_space(at + 1)
    kind = Sense.OPEN if tokens.words[at] == "left" else Sense.CLOSE
    return tokens.senses[after] in (kind, Sense.BAR) or tokens.words[at + 1] in (".", "/", "[", "]", "(", ")")
