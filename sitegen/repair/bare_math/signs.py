"""Which sign's name is one: "in", "to", "times" and others that English has, too, and those it has not."""

from __future__ import annotations

from collections.abc import Callable

from sitegen.repair.bare_math import prose
from sitegen.repair.bare_math.operands import (
    MINUS,
    after_argument,
    ends_operand,
    is_certain,
    is_in_script,
    starts_operand,
)
from sitegen.repair.bare_math.tokens import Tokens
from sitegen.repair.bare_math.vocabulary import Sense

ONLY_SCRIPTS = frozenset(("prime", "dagger", "top", "bot", "natural", "sharp", "flat"))
"""Names that are symbols in a script and words elsewhere."""

_INDICES = frozenset(("gg", "ll", "le", "ge", "ne", "lt", "gt", "la", "ga", "to"))

Judge = Callable[[Tokens, int, int, int], bool]
"""Decides on the name at a token, given what stands left and right of it, spaces left out."""


def is_sign(tokens: Tokens, at: int) -> bool:
    """Whether the name at ``at`` is a sign here."""
    if is_subscript_word(tokens, at) or is_index(tokens, at):
        return False
    if is_in_script(tokens, at) or (at and tokens.words[at - 1] == "{" and tokens.words[at + 1] == "}"):
        return True
    acted = tokens.words[at] in ("times", "cap", "cup") and tokens.senses[at + 1] is Sense.SCRIPT
    if acted and tokens.is_glued(at) and tokens.senses[at - 1] is Sense.LETTER:
        return True  # Htimes_alpha G
    part_thin_spaces(tokens, at)
    left, right = tokens.before_space(at - 1), tokens.after_space(at + 1)
    if left == at - 1 and left > 0 and tokens.words[left] == "not":
        left = tokens.before_space(left - 1)
    return _JUDGES.get(tokens.words[at], _between)(tokens, at, left, right)


def is_subscript_word(tokens: Tokens, at: int) -> bool:
    """``T_{in}``, ``kappa_in``: a word of English alone below a letter."""
    if tokens.words[at] not in ("in", "to", "over", "mid"):
        return False
    mark = at - 2 if at > 1 and tokens.words[at - 1] == "{" and tokens.words[at + 1] == "}" else at - 1
    return mark > 0 and tokens.words[mark] == "_"


def is_index(tokens: Tokens, at: int) -> bool:
    """``xi_{gg}``, ``n_{ne}``: two letters with the braces of a script around them, which no relation can have."""
    alone = at > 1 and tokens.words[at - 1] == "{" and tokens.words[at + 1] in ("}", ",")
    return alone and tokens.words[at] in _INDICES and tokens.senses[at - 2] is Sense.SCRIPT


def part_thin_spaces(tokens: Tokens, at: int) -> bool:
    r"""Take commas on both sides of a sign for spaces, ``2'',times,3''`` was ``\,\times\,``. True if any."""
    if not at or tokens.words[at - 1] != tokens.words[at + 1] or tokens.senses[at - 1] is not Sense.COMMA:
        return False
    if tokens.words[at - 1] == "," and tokens.senses[at + 2] is Sense.SPACE:
        return False
    tokens.senses[at - 1] = tokens.senses[at + 1] = Sense.SPACE
    return True


def _between(tokens: Tokens, at: int, left: int, right: int) -> bool:
    """A name that English does not have: it counts between any two operands."""
    if left == at - 1 and left >= 0 and tokens.senses[left] is Sense.PRIME:
        return False  # I'll
    if right == at + 1 and tokens.senses[right] is Sense.SCRIPT:
        right = tokens.after_space(after_argument(tokens, right + 1))  # X ll_epsilon Y
    signed = tokens.senses[right] in (Sense.SIGN, Sense.MAYBE) and tokens.words[right] in (*MINUS, "pm", "mp")
    operand = tokens.after_space(right + 1) if signed else right
    starts = starts_operand(tokens, operand) or tokens.senses[operand] is Sense.POINTS
    return ends_operand(tokens, left) and starts


def _compared(tokens: Tokens, at: int, left: int, right: int) -> bool:
    """So do these, and before a number: ``gg10``, "8 or ge 10"."""
    if tokens.senses[right] is Sense.NUMBER and (right == at + 1 or tokens.words[at] != "ll"):
        return True
    single = tokens.senses[right] is Sense.LETTER and tokens.senses[right + 1] in (Sense.SPACE, Sense.OTHER)
    if (
        single
        and tokens.words[at] in ("ge", "le")
        and tokens.words[right] not in "aAI"
        and tokens.words[right + 1] != "'"
    ):
        return True
    return _between(tokens, at, left, right)


def _between_symbols(tokens: Tokens, at: int, left: int, right: int) -> bool:
    """A name that English has, too: it counts between operands that are no numbers."""
    if not _between(tokens, at, left, right):
        return False
    scripted = left > 0 and tokens.senses[left - 1] is Sense.SCRIPT
    numbers = (tokens.senses[left] is Sense.NUMBER and not scripted) or tokens.senses[right] is Sense.NUMBER
    return not numbers or left == at - 1 or right == at + 1


def _joined(tokens: Tokens, at: int, left: int, right: int) -> bool:
    """``cup_{i}``, or between symbols."""
    return tokens.senses[at + 1] is Sense.SCRIPT or _between_symbols(tokens, at, left, right)


def _only_glued(tokens: Tokens, at: int, left: int, right: int) -> bool:
    glued = (left == at - 1 and tokens.senses[left] is not Sense.OTHER) or right == at + 1
    return glued and ends_operand(tokens, left) and starts_operand(tokens, right)


def _negating(tokens: Tokens, at: int, left: int, right: int) -> bool:
    """``A notsubseteq B``."""
    return right == at + 1 and tokens.senses[right] in (Sense.SIGN, Sense.MAYBE) and ends_operand(tokens, left)


def _over(tokens: Tokens, at: int, left: int, right: int) -> bool:
    r"""``{1 over r}``, ``1over 2``: in braces or glued."""
    if not ends_operand(tokens, left) or not starts_operand(tokens, right):
        return False
    open_ = tokens.enclosing(at)
    return left == at - 1 or (open_ >= 0 and tokens.words[open_] == "{" and prose.holds_mathematics(tokens, open_, at))


def _similar(tokens: Tokens, at: int, left: int, right: int) -> bool:
    if left >= 0 and tokens.words[left] == "-" and left == at - 1:
        return False  # x-sim
    if left >= 0 and tokens.senses[left] is Sense.OTHER and tokens.senses[right + 1] is Sense.SCRIPT:
        return tokens.words[left].isalpha() and starts_operand(tokens, right)  # a time sim N^2
    if tokens.words[right][:1].isupper() and tokens.words[right + 1] in ("(", "_") and ends_operand(tokens, left):
        return True  # x_i sim Poisson(lambda)
    signed = right + (tokens.words[right] in MINUS)
    if tokens.senses[signed] is Sense.NUMBER and (signed == right or left < 0 or tokens.senses[left] is Sense.OTHER):
        return right > at + 1 or tokens.senses[right + 1] is not Sense.OTHER or not tokens.words[right + 1].isalpha()
    return _between(tokens, at, left, right)


def _approximate(tokens: Tokens, at: int, left: int, right: int) -> bool:
    signed = right + (tokens.words[right] in MINUS)
    if tokens.senses[signed] is Sense.NUMBER or (
        tokens.words[left] == "(" and left == at - 1 and is_certain(tokens, right)
    ):
        return True
    return _between(tokens, at, left, right) and (is_certain(tokens, left) or is_certain(tokens, right))


def _equivalent(tokens: Tokens, at: int, left: int, right: int) -> bool:
    """``x equiv y``, ``(equiv alpha)``."""
    opened = left == at - 1 and left >= 0 and tokens.words[left] == "(" and starts_operand(tokens, right)
    return opened or _between(tokens, at, left, right)


def _times(tokens: Tokens, at: int, left: int, right: int) -> bool:
    """``8times8``, ``12times faster``, ``H times W``, ``times10^5``; not "10.33 times faster", "n times"."""
    if tokens.senses[left] is Sense.NUMBER and left == at - 1:
        return True
    if not starts_operand(tokens, right) or tokens.senses[right] in (Sense.DROPPED, Sense.FUNCTION):
        return False
    if right == at + 1 and tokens.senses[right] is Sense.NUMBER:
        return True
    worded = tokens.senses[right] is Sense.WORD and left != at - 1 and tokens.words[right + 1] not in ("(", "_")
    return not worded and ends_operand(tokens, left) and tokens.senses[left] is not Sense.PRIME


def _plus_minus(tokens: Tokens, at: int, left: int, right: int) -> bool:
    if not starts_operand(tokens, right):
        return False
    before = tokens.senses[left] if left >= 0 else Sense.OTHER
    if before in (Sense.OPEN, Sense.SIGN, Sense.COMMA):
        return True
    if before is Sense.OTHER:
        if tokens.senses[right] is Sense.NUMBER:
            glued = right == at + 1 and not tokens.words[left][-1:].isdigit()
            return glued or (tokens.words[left].isalpha() and not prose.is_afternoon(tokens, left))
        return tokens.senses[right] in (Sense.LETTER, Sense.GREEK, Sense.SYMBOL) and tokens.words[left][-1:].isalpha()
    if not ends_operand(tokens, left):
        return False
    glued = left == at - 1 or right == at + 1
    if before is Sense.NUMBER and tokens.senses[right] is Sense.LETTER and not glued:
        return False  # 5 pm V^{-1}
    if before is not Sense.NUMBER or tokens.senses[right] is not Sense.NUMBER or glued:
        return True
    return "." in tokens.words[right] or not prose.is_time(tokens, left)


def _membership(tokens: Tokens, at: int, left: int, right: int) -> bool:
    if not ends_operand(tokens, left) or tokens.senses[left] is Sense.PERCENT:
        return False
    glued = left == at - 1 and right == at + 1  # x+1inF_2
    if tokens.senses[left] is Sense.NUMBER and not glued and (left < 1 or tokens.senses[left - 1] is not Sense.SCRIPT):
        return False
    if tokens.senses[left] is Sense.WORD and tokens.senses[right] not in (Sense.TAKING, Sense.FONT):
        return False
    return prose.is_membership(tokens, at, left, right)


def _arrow(tokens: Tokens, at: int, left: int, right: int) -> bool:
    if left >= 0 and tokens.words[left] == "(" and left == at - 1:
        return is_certain(tokens, right)  # J/psi(to mu mu)
    signed = tokens.senses[right] in (Sense.SIGN, Sense.MAYBE) and tokens.words[right] in (*MINUS, "pm")
    operand = tokens.after_space(right + 1) if signed else right
    if not ends_operand(tokens, left) or not starts_operand(tokens, operand):
        return False
    return prose.is_arrow(tokens, at, left, right)


def _never(tokens: Tokens, at: int, left: int, right: int) -> bool:
    return False


_JUDGES: dict[str, Judge] = {
    "in": _membership,
    "to": _arrow,
    "times": _times,
    "sim": _similar,
    "approx": _approximate,
    "equiv": _equivalent,
    "over": _over,
    **dict.fromkeys(("pm", "mp"), _plus_minus),
    **dict.fromkeys(("le", "ge", "ll", "gg", "lt", "gt", "lsim", "gsim"), _compared),
    **dict.fromkeys(("cap", "cup"), _joined),
    **dict.fromkeys(("mid", "parallel", "subset", "ast", "prec", "succ", "wedge", "la", "ga"), _between_symbols),
    **dict.fromkeys(("star", "bullet", "div", "colon", "alt", "agt"), _only_glued),
    "not": _negating,
    **dict.fromkeys(ONLY_SCRIPTS, _never),
}
