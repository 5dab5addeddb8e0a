r"""How far an expression reaches: from a seed over its neighbours, for as long as they read as one.

Operands, signs between them, scripts and balanced brackets belong to it; English words end it, and so does a space
between two operands that no sign joins.
"""

from __future__ import annotations

from sitegen.repair.expressions.tokens import Role, Tokens
from sitegen.repair.formula.symbols import ALPHABETS, SYMBOLS, Kind

MAX_REGION = 160
"""Tokens of the longest expression; no abstract's comes near."""

_UNITS = frozenset("xkKMBGTsmhW")  # after a number: 5k, 3x
_SETS = frozenset("RZNCQF")
_JOINING = frozenset(("log", "ln", "exp", "sum", "prod", "sqrt", "frac"))
_ROUNDS = 6


def grow(tokens: Tokens, first: int, last: int) -> tuple[int, int]:
    """The expression around the seed from ``first`` to ``last``, as its first and last token."""
    last = _closed(tokens, first, last)
    for _ in range(_ROUNDS):  # each bracket that turns out to belong to the expression starts a new round
        last = _right(tokens, first, last)
        first = _left(tokens, first, last)
        group = _enclosing(tokens, first, last)
        if group is None:
            break
        first, last = group
    return first, last


def _closed(tokens: Tokens, first: int, last: int) -> int:
    """``last``, moved on to where brackets of the seed close and its commands have their arguments."""
    end = last
    for at in range(first, last + 1):
        if tokens.roles[at] is Role.OPEN:
            end = max(end, tokens.pairs.get(at, at))
        elif tokens.roles[at] is Role.SCRIPT:
            end = max(end, tokens.after_argument(at + 1) - 1)
        elif tokens.roles[at] is Role.OPERAND:
            end = max(end, tokens.after_operand(at) - 1)
    return min(end, len(tokens.words) - 1)


def _right(tokens: Tokens, first: int, last: int) -> int:
    """The last token of the expression that begins at ``first`` and reaches at least to ``last``."""
    at = last + 1
    spaced = False
    sign = tokens.roles[last] is Role.SIGN
    while at < len(tokens.words) and at - first < MAX_REGION:
        word, role = tokens.words[at], tokens.roles[at]
        end = at  # where what follows ends, if it belongs
        if role is Role.SPACE:
            spaced, at = True, at + 1
            continue
        if word == "," and spaced and tokens.word(at + 1) == " ":
            sign, spaced, at = True, False, at + 1  # a thin space that lost its backslash
            continue
        if role is Role.SIGN:
            if sign and word not in "+-−":
                break
            sign, spaced, at = True, False, at + 1
            continue
        if role is Role.SCRIPT:
            degree = spaced and word == "^" and tokens.word(at + 2).lstrip("\\") == "circ"
            if (spaced and not degree) or sign:
                break
            end = tokens.after_argument(at + 1) - 1
        elif word == "'":
            if spaced or sign or tokens.word(at + 1)[:1].isalpha():
                break
        elif word == "%":
            if spaced or sign:
                break
        elif role is Role.OPEN:
            end = tokens.pairs.get(at, -1)
            if end < 0 or (spaced and not sign) or not tokens.all_mathematical(at + 1, end):
                break
        elif role is Role.OPERAND:
            if (spaced and not sign and not _joins(tokens, last, at)) or (_is_article(tokens, at) and not sign):
                break
            if (
                word in _UNITS
                and not spaced
                and tokens.words[last][-1:].isdigit()
                and tokens.role(at + 1) is not Role.SCRIPT
            ):
                break
            end = tokens.after_operand(at) - 1
        else:
            break
        last, at, sign, spaced = end, end + 1, False, False
    return min(last, len(tokens.words) - 1)


def _left(tokens: Tokens, first: int, last: int) -> int:
    """The first token of the expression that ends at ``last`` and begins no later than ``first``."""
    if tokens.roles[first] is Role.CLOSE:
        opening = tokens.pairs.get(first, first)
        first = opening if tokens.all_mathematical(opening, first) else first
    at = first - 1
    spaced = False
    sign = tokens.roles[first] in (Role.SIGN, Role.SCRIPT) or tokens.words[first] == ";"
    while at >= 0 and last - at < MAX_REGION:
        word, role = tokens.words[at], tokens.roles[at]
        if role is Role.SPACE:
            spaced, at = True, at - 1
            continue
        if word == "," and spaced and tokens.word(at - 1) == " ":
            sign, spaced, at = True, False, at - 1
            continue
        if role is Role.SIGN and not (word in "-−:|/" and spaced) and not (word == "-" and sign):
            if at == 0 or (word in "-:|/" and tokens.roles[at - 1] is Role.SPACE):
                break
            sign, spaced, at = True, False, at - 1
            continue
        if word == "in" and spaced and tokens.word(at - 1) == " " and _is_membership(tokens, at - 2, first):
            sign, spaced, at = True, False, at - 1
            continue
        begin = at
        if role is Role.CLOSE:
            begin = tokens.pairs.get(at, -1)
            if begin < 0 or (spaced and not sign) or not tokens.all_mathematical(begin + 1, at):
                break
        elif (
            role is not Role.OPERAND or (spaced and not sign) or (_is_article(tokens, at) and spaced and first - at < 2)
        ):
            break
        if tokens.role(begin - 1) is Role.SCRIPT:
            if tokens.role(begin - 2) not in (Role.OPERAND, Role.CLOSE):
                break  # a script on a word
            first, at, sign, spaced = begin, begin - 2, True, False
        else:
            first, at, sign, spaced = begin, begin - 1, False, False
    return first


def _is_membership(tokens: Tokens, element: int, first: int) -> bool:
    """Whether "in" between a tuple or letter and a set's symbol (``Z_p``, ``R^n``, ``mathbb R``) is a sign."""
    word = tokens.word(element)
    is_element = word == ")" or (len(word) == 1 and word.isalpha() and tokens.word(element - 1) in (" ", "(", ""))
    named = tokens.words[first].lstrip("\\") in ("mathbb", "mathcal", "mathds")
    return is_element and (named or (tokens.words[first] in _SETS and tokens.role(first + 1) is Role.SCRIPT))


def _enclosing(tokens: Tokens, first: int, last: int) -> tuple[int, int] | None:
    """The bracket around an expression with all that stands in it, if all of it is mathematics."""
    at = first - 1
    while at >= 0 and first - at < 40 and tokens.roles[at] not in (Role.OTHER, Role.OPEN):
        at = tokens.pairs.get(at, at) - 1 if tokens.roles[at] is Role.CLOSE else at - 1
    if at < 0 or tokens.words[at] not in ("(", "["):
        return None
    close = tokens.pairs.get(at, -1)
    if close < last or close - at > MAX_REGION or not tokens.all_mathematical(at + 1, close):
        return None
    return at, close


def _joins(tokens: Tokens, last: int, at: int) -> bool:
    """Whether two operands with a space between them are one product: after ``log`` or ``sum``, before ``mathcal``."""
    before, word = tokens.words[last].lstrip("\\"), tokens.words[at].lstrip("\\")
    if word in ALPHABETS or word in _JOINING:
        return True
    if before in SYMBOLS and SYMBOLS[before][0] in (Kind.FUNCTION, Kind.LARGE):
        return True
    scripted = tokens.role(at + 1) is Role.SCRIPT
    return len(word) == 1 and (scripted or (tokens.role(at + 1) is Role.SPACE and tokens.word(at + 2) == "+"))


def _is_article(tokens: Tokens, at: int) -> bool:
    """Whether a lone ``a``, ``A`` or ``I`` is an English word rather than a symbol."""
    if tokens.words[at] not in ("a", "A", "I"):
        return False
    return tokens.role(at + 1) is Role.SPACE and tokens.role(at + 2) is not Role.SIGN
