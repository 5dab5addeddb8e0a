"""What stands beside a sign: where operands begin and end, and what a script or command takes."""

from __future__ import annotations

from sitegen.repair.bare_math.tokens import Tokens
from sitegen.repair.bare_math.vocabulary import SUBSCRIPTS, Sense, is_script_name
from sitegen.repair.symbols import SETS

ENDS = frozenset(
    (Sense.LETTER, Sense.NUMBER, Sense.GREEK, Sense.SYMBOL, Sense.CLOSE, Sense.PRIME, Sense.PERCENT, Sense.WORD)
) | {Sense.UPRIGHT, Sense.KEPT, Sense.BANG, Sense.BAR}
"""What an operand may end with."""

STARTS = frozenset(
    (Sense.LETTER, Sense.NUMBER, Sense.GREEK, Sense.SYMBOL, Sense.OPEN, Sense.WORD, Sense.TAKING, Sense.FUNCTION)
) | {Sense.UPRIGHT, Sense.KEPT, Sense.LARGE, Sense.BAR, Sense.FONT, Sense.DROPPED, Sense.ACCENT}
"""What an operand may begin with."""

MAX_GROUP = 80
"""Tokens of the longest group that a script takes."""

MINUS = frozenset(("+", "-", "−"))
_CERTAIN = frozenset((Sense.SYMBOL, Sense.GREEK, Sense.TAKING, Sense.FONT, Sense.LARGE))
_NAMED = frozenset((Sense.LETTER, Sense.NUMBER, Sense.GREEK, Sense.SYMBOL, Sense.SIGN, Sense.MAYBE, Sense.KEPT))
_CHARGED = frozenset((Sense.LETTER, Sense.GREEK, Sense.WORD, Sense.SYMBOL))
_BEFORE_ARTICLES = frozenset((Sense.OTHER, Sense.OPEN, Sense.SPACE))


def is_article(tokens: Tokens, at: int) -> bool:
    """Whether a lone ``a``, ``A`` or ``I`` is an English word."""
    if tokens.words[at] not in ("a", "A", "I") or tokens.senses[at + 1] is not Sense.SPACE:
        return False
    if tokens.words[at] == "A" and tokens.words[at + 2] in ("cup", "cap") and tokens.senses[at + 4] is Sense.LETTER:
        return not tokens.words[at + 4].isupper()  # A cup B
    before = tokens.before_space(at - 1)
    if before > 0 and tokens.senses[before] in (Sense.SIGN, Sense.MAYBE) and tokens.is_glued(before):
        return False  # Ksubset I
    if at and (
        tokens.senses[at - 1] not in _BEFORE_ARTICLES
        or tokens.senses[before] in (Sense.TAKING, Sense.FONT, Sense.ACCENT)
    ):
        return False
    return tokens.senses[at + 2] not in (Sense.SIGN, Sense.COMMA) or tokens.words[at + 2] in ("-", "/", ":")


def ends_operand(tokens: Tokens, at: int) -> bool:
    """Whether an operand ends with the token at ``at``."""
    if at < 0:
        return False
    if tokens.senses[at] in ENDS:
        return not is_article(tokens, at)
    return at > 0 and tokens.senses[at - 1] is Sense.SCRIPT


def starts_operand(tokens: Tokens, at: int) -> bool:
    """Whether an operand begins with the token at ``at``."""
    if tokens.senses[at] is Sense.OPEN:
        return at in tokens.pairs
    return tokens.senses[at] in STARTS and not is_article(tokens, at)


def is_certain(tokens: Tokens, at: int) -> bool:
    """Whether the operand that ends or begins at ``at`` is no English word, letter or number alone."""
    if tokens.senses[at] in _CERTAIN:
        return True
    after = at + 1
    if tokens.words[after] == "/" or tokens.senses[after] is Sense.SPACE:
        after += 1
    if tokens.senses[after] is Sense.GREEK and tokens.senses[at] is Sense.LETTER:
        return True  # J/psi, K pi
    return tokens.senses[at + 1] in (Sense.SCRIPT, Sense.GREEK) or (at > 0 and tokens.senses[at - 1] is Sense.SCRIPT)


def is_postfix(tokens: Tokens, at: int) -> bool:
    """Whether a sign stands like a charge or a star, after an operand and before no other: ``pi+ pi-``, ``D* l``."""
    if tokens.words[at] not in ("+", "-", "*") or at == 0 or tokens.senses[at - 1] not in _CHARGED:
        return False
    if at > 1 and tokens.senses[at - 2] is Sense.SCRIPT:
        return False
    after = tokens.senses[at + 1]
    if tokens.words[at + 1] in MINUS:
        return tokens.senses[at + 2] in (Sense.SPACE, Sense.CLOSE, Sense.COMMA, Sense.OTHER)  # K+- pi
    if after is Sense.OPEN:
        return len(tokens.words[at + 2]) > 2 and tokens.words[at + 2].isdecimal() and tokens.words[at + 3] == ")"
    if after is Sense.SPACE:
        return tokens.words[at + 2][:1].isalpha() or tokens.senses[at - 1] is Sense.GREEK
    return after in (Sense.CLOSE, Sense.COMMA, Sense.OTHER)


def is_in_script(tokens: Tokens, at: int) -> bool:
    """Whether a token stands in the braces of a script."""
    open_ = tokens.enclosing(at)
    while open_ > 0 and tokens.words[open_] != "{":
        open_ = tokens.enclosing(open_)
    return open_ > 0 and tokens.words[open_] == "{" and tokens.senses[open_ - 1] is Sense.SCRIPT


def is_base(tokens: Tokens, at: int) -> bool:
    """Whether what stands before the script at ``at`` can have one."""
    base = at - 1
    if base < 0:
        return False
    sense = tokens.senses[base]
    if sense is Sense.NUMBER:
        knot = tokens.senses[at + 1] in (Sense.NUMBER, Sense.GREEK, Sense.SYMBOL)  # 8_19
        joined = tokens.is_glued(base) and (
            tokens.senses[base - 1] is Sense.OTHER or tokens.words[base - 1] in ("-", "/", ".")
        )
        return tokens.words[at] == "^" or (knot and not joined)
    if sense is Sense.WORD and tokens.words[base] in SETS:
        return True
    if sense is Sense.WORD and not tokens.words[base].islower() and not _is_short_index(tokens, at):
        return False  # a name, which the rule for scripts takes care of
    if sense in (Sense.LETTER, Sense.WORD):
        worded = tokens.senses[at + 1] is Sense.OTHER
        return base == 0 or not _continues_name(tokens, base - 1, worded=worded)
    scripted = base > 0 and tokens.senses[base - 1] is Sense.SCRIPT
    return sense in ENDS or sense in (Sense.FUNCTION, Sense.LARGE) or scripted


def _is_short_index(tokens: Tokens, at: int) -> bool:
    """``Re_n``, ``Li_2``."""
    base = tokens.words[at - 1]
    single = tokens.senses[at + 1] in (Sense.LETTER, Sense.NUMBER) and not tokens.words[at + 2][:1].isalnum()
    named = tokens.senses[at + 1] in (Sense.SYMBOL, Sense.GREEK)
    return tokens.words[at] == "_" and (named or (len(base) == 2 and base[1].islower() and single))


def _continues_name(tokens: Tokens, at: int, *, worded: bool) -> bool:
    """Whether a letter right after this token is part of a name: ``2x_train``, ``a.x_1``; ``2x_1`` is a product."""
    if tokens.senses[at] is not Sense.OTHER and not (worded and tokens.senses[at] is Sense.NUMBER):
        return False
    return tokens.words[at][-1:].isalnum() or tokens.words[at] in (".", "\\", "@", "#", "&")


def after_argument(tokens: Tokens, at: int) -> int:
    """The token after the group, signed number, name or letter at ``at`` that a script or command takes; 0 for none."""
    sense, word = tokens.senses[at], tokens.words[at]
    if sense is Sense.SPACE and (tokens.words[at + 1] == "{" or tokens.senses[at + 1] in (Sense.TAKING, Sense.FONT)):
        return after_argument(tokens, at + 1)
    if sense is Sense.OPEN:
        close = tokens.pairs.get(at, 0)
        return close + 1 if word in ("{", "(") and 0 < close - at < MAX_GROUP else 0
    if sense in (Sense.TAKING, Sense.FONT, Sense.ACCENT):
        return after_taking(tokens, at)
    if sense is Sense.SIGN and word in MINUS:
        if tokens.words[at + 1] in MINUS and tokens.senses[at + 2] not in STARTS:
            return at + 2  # Xi^++
        number = tokens.senses[at + 1] is Sense.NUMBER and tokens.senses[at + 2] not in (Sense.GREEK, Sense.LETTER)
        return at + 2 if number else at + 1  # pi^-2pi^+
    if sense in _NAMED or is_script_name(word) or word in SUBSCRIPTS or word == "*":
        return at + 1
    return at + 1 if sense is Sense.WORD and len(word) <= 3 and word.isupper() else 0


def after_taking(tokens: Tokens, at: int) -> int:
    """The token after the command at ``at`` and what it takes; 0 where it takes nothing."""
    inner = tokens.after_space(at + 1)
    word = tokens.words[at]
    if tokens.words[inner] == "[" and word == "sqrt":
        inner = tokens.pairs.get(inner, inner) + 1
    if tokens.senses[at] is Sense.FONT and tokens.senses[inner] is Sense.OTHER and tokens.words[inner].isalpha():
        return inner + 1  # _\rm eff
    if tokens.senses[inner] in (Sense.SCRIPT, Sense.MAYBE, Sense.SIGN) or tokens.words[inner] == "(":
        return 0
    if word in ("underline", "overline") and inner > at + 1 and tokens.senses[inner] is Sense.NUMBER:
        return 0
    stop = after_argument(tokens, inner)
    if word.endswith("frac") and tokens.senses[inner] is Sense.NUMBER and len(tokens.words[inner]) > 1:
        return stop  # frac12
    return (after_argument(tokens, stop) or stop) if stop and word.endswith("frac") else stop
