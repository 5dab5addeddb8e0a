"""When a Greek letter's name is the letter: by what touches it. Alone in prose it stays the word it is."""

from __future__ import annotations

from sitegen.repair.bare_math.operands import STARTS, after_argument
from sitegen.repair.bare_math.prose import SPOKEN, holds_mathematics
from sitegen.repair.bare_math.tokens import Tokens
from sitegen.repair.bare_math.vocabulary import Sense
from sitegen.repair.symbols import GREEK
from sitegen.repair.word_sets import word_set

_POINTING = ("->", "-->")
_COMPARING = frozenset(("=", "<", ">", "≤", "≥", "≈", "∼", "±", "<=", ">=", "<~", ">~", "+/-", ":="))
_ARROWS = frozenset(("to", "rightarrow", "mapsto", "hookrightarrow", "\\to", "\\rightarrow"))
_ADDING = frozenset("+*")
_QUOTES = frozenset(("'", "‘", "`", '"', "“"))
_PARTICLES = word_set("Delta nu pi gamma mu tau phi psi omega eta rho chi partial Gamma Upsilon")
_BEFORE_CAPITALS = word_set("epsilon lambda theta rho xi zeta")
_BEFORE_NEGATIVE = word_set("is of to as like by equals slope exponent index")
_UNITS = frozenset("msglLWAVF")
_OPERANDS = frozenset((Sense.NUMBER, Sense.LETTER, Sense.GREEK, Sense.SYMBOL, Sense.CLOSE))
_APPLICABLE = frozenset((Sense.LETTER, Sense.WORD, Sense.GREEK, Sense.FUNCTION, Sense.SYMBOL))


def is_symbol(tokens: Tokens, at: int) -> bool:
    """Whether the name at ``at`` can only be the letter."""
    return not _begins_name(tokens, at) and any(test(tokens, at) for test in _TESTS)


def _begins_name(tokens: Tokens, at: int) -> bool:
    """The beginning of a name, ``Xi'an``: no prime has a word behind it."""
    rest = tokens.words[at + 2]
    return tokens.senses[at + 1] is Sense.PRIME and len(rest) > 1 and rest.isalpha() and rest not in GREEK


def _is_glued_name(tokens: Tokens, at: int) -> bool:
    """Part of a glued word, ``gammagamma``, ``psito``, ``lnLambda``: only lost backslashes leave that."""
    before = at > 0 and (
        tokens.words[at - 1][-1:].isalpha()
        or tokens.senses[at - 1] is Sense.KEPT
        or (tokens.senses[at - 1] is Sense.CLOSE and _holds_mathematics_before(tokens, at - 1))
    )
    return before or tokens.words[at + 1][:1].isalpha() or (at > 0 and tokens.words[at - 1] == "$")


def _holds_mathematics_before(tokens: Tokens, close: int) -> bool:
    open_ = tokens.pairs.get(close, close)
    return open_ < close and holds_mathematics(tokens, open_, close)


def _is_scripted(tokens: Tokens, at: int) -> bool:
    return tokens.senses[at + 1] is Sense.SCRIPT and after_argument(tokens, at + 2) > 0


def _is_compared(tokens: Tokens, at: int) -> bool:
    """``alpha = 1``, ``0<alpha``; an arrow made of characters, ``=>``, ``->``, is none."""
    right, left = tokens.after_space(at + 1), tokens.before_space(at - 1)
    if tokens.words[right] in _POINTING:
        return tokens.senses[tokens.after_space(right + 1)] is Sense.NUMBER  # eta -> 0
    if tokens.words[right] in _COMPARING and not (at and tokens.words[at - 1] == "-"):
        after = tokens.after_space(right + 1)
        doubled = right + 1 == after and tokens.words[after] in ("=", ">")
        operand = tokens.senses[after] in STARTS or tokens.senses[after] in (Sense.SIGN, Sense.MAYBE)
        return operand and not doubled
    if left <= 0 or tokens.words[left] not in _COMPARING:
        return False
    return tokens.words[left - 1] not in ("=", "-", "<") and tokens.words[at + 1] not in ("-", "@")


def _is_added(tokens: Tokens, at: int) -> bool:
    """``alpha + x``, ``1+epsilon``: with spaces on both sides or a number, for ``pi+ pi-`` is a charge of particles."""
    for sign, other in ((at + 2, at + 4), (at - 2, at - 4)):
        if sign < 1 or tokens.words[sign] not in _ADDING or other < 0:
            continue
        spaced = tokens.senses[sign - 1] is tokens.senses[sign + 1] is Sense.SPACE
        if spaced and tokens.senses[other] in _OPERANDS:
            return True
    return (at > 1 and tokens.words[at - 1] == "+" and tokens.senses[at - 2] in (Sense.NUMBER, Sense.CLOSE)) or (
        tokens.words[at + 1] == "+" and tokens.senses[at + 2] in (Sense.NUMBER, Sense.OPEN)
    )


def _is_glued_sum(tokens: Tokens, at: int) -> bool:
    """``[t,t+tau]``, ``alpha+z=2``, ``u(t+delta t)``: a plus between symbols; but not ``pi+ pi-``."""
    if at > 2 and tokens.words[at - 1] == "+" and tokens.senses[at - 2] in (Sense.LETTER, Sense.GREEK):
        begun = tokens.senses[at - 3] in (Sense.OPEN, Sense.COMMA, Sense.SIGN)
        return begun or tokens.senses[at + 1] in (Sense.SIGN, Sense.CLOSE)
    if tokens.words[at + 1] == "+" and tokens.senses[at + 2] in (Sense.LETTER, Sense.GREEK):
        return tokens.senses[at + 3] in (Sense.SIGN, Sense.CLOSE) or (at > 0 and tokens.senses[at - 1] is Sense.OPEN)
    return False


def _is_condition(tokens: Tokens, at: int) -> bool:
    """``p(x|theta)``, ``p(theta|x)``: a bar in brackets that are applied."""
    if tokens.words[at + 1] == "|":
        open_, bar = at - 1, at + 1
    elif at > 2 and tokens.words[at - 1] == "|":
        open_, bar = tokens.enclosing(at), at - 1
    else:
        return False
    if open_ < 1 or tokens.words[open_] != "(" or tokens.senses[open_ - 1] not in _APPLICABLE:
        return False
    close = tokens.pairs.get(open_, 0)
    return bar < close < open_ + 24 and holds_mathematics(tokens, open_, close)


def _follows_number(tokens: Tokens, at: int) -> bool:
    """``2pi``, ``3.8,sigma``; but not in the name of a protein, ``PGC-1alpha``, nor before a hyphen."""
    number = at - 1
    if tokens.words[at] == "pi" and number > 0 and tokens.senses[number] is Sense.SPACE:
        number -= 1
    if number > 0 and tokens.words[number] == ",":
        number -= 1
    if (
        number < 0
        or tokens.senses[number] is not Sense.NUMBER
        or (tokens.words[at + 1] == "-" and tokens.words[at] != "pi" and tokens.senses[at + 2] is not Sense.NUMBER)
    ):
        return False
    return number < 2 or tokens.words[number - 1] != "-" or not tokens.words[number - 2].isalpha()


def _precedes_number(tokens: Tokens, at: int) -> bool:
    """``lambda5100``, not ``alpha1``."""
    long = tokens.senses[at + 1] is Sense.NUMBER and len(tokens.words[at + 1]) > 2
    return long and (at == 0 or tokens.words[at - 1] != "-")


def _is_divided(tokens: Tokens, at: int) -> bool:
    """``J/psi``, ``pi/2``, but not ``alpha/beta`` or ``and/or``."""
    if tokens.words[at + 1] == "/" and tokens.senses[at + 2] is Sense.GREEK:
        return not (tokens.words[at] in SPOKEN and tokens.words[at + 2] in SPOKEN)
    if tokens.words[at + 1] == "/":
        return tokens.senses[at + 2] in (Sense.NUMBER, Sense.LETTER, Sense.OPEN, Sense.TAKING)
    if at > 3 and tokens.words[at - 3 : at] == [" ", "/", " "] and tokens.senses[at - 4] is Sense.LETTER:
        return tokens.words[at - 4] not in ("a", "A", "I")  # c / lambda
    return at > 1 and tokens.words[at - 1] == "/" and tokens.senses[at - 2] in (Sense.NUMBER, Sense.LETTER, Sense.CLOSE)


def _is_subtracted(tokens: Tokens, at: int) -> bool:
    """``1-alpha``, ``-Delta``, ``(1 - epsilon)``."""
    if at > 3 and tokens.words[at - 2] in ("-", "−") and tokens.senses[at - 1] is tokens.senses[at - 3] is Sense.SPACE:
        before = tokens.senses[at - 4]
        return (
            tokens.words[at - 4] == "1"
            or before is Sense.CLOSE
            or (before is Sense.NUMBER and at > 4 and tokens.senses[at - 5] is Sense.OPEN)
        )
    if at < 1 or tokens.words[at - 1] not in ("-", "−") or tokens.words[at + 1] == "-":
        return False
    if at > 2 and tokens.senses[at - 2] is Sense.SPACE and tokens.words[at - 3] in _BEFORE_NEGATIVE:
        return not tokens.words[at + 1].isalpha()
    if at == 1 or tokens.senses[at - 2] is Sense.SPACE:
        return tokens.senses[at + 1] is Sense.SIGN or tokens.words[at] in ("Delta", "partial", "Lambda")
    before = tokens.senses[at - 2]
    if before is Sense.NUMBER:  # (1-xi), but not "a 3-sigma limit"
        bracketed = at > 2 and tokens.senses[at - 3] is Sense.OPEN
        return (tokens.words[at - 2] == "1" or bracketed) and tokens.words[at] != "sigma"
    return before in (Sense.CLOSE, Sense.OPEN)


def _is_applied(tokens: Tokens, at: int) -> bool:
    """``Omega(n log n)``, ``psi(2S)``: a bracket touches it that holds mathematics only."""
    open_ = tokens.after_space(at + 1)
    if tokens.words[open_] != "(" or (at and tokens.words[at - 1] == "-"):
        return False
    close = tokens.pairs.get(open_, 0)
    if not 0 < close - at < 60 or tokens.words[close + 1] == "-" or not holds_mathematics(tokens, open_ + 1, close):
        return False
    excited = tokens.senses[at + 2] is Sense.OPEN and close == open_ + 3 and tokens.words[close - 1] in ("S", "P", "D")
    return excited or open_ == at + 1 or tokens.words[tokens.after_space(close + 1)] in ("=", "<", ">")


def _is_argument(tokens: Tokens, at: int) -> bool:
    """``a(lambda)``, ``V (phi)``, ``J[kappa]``, ``O(lambda m)``."""
    open_ = at - 1
    if open_ < 1 or tokens.words[open_] not in ("(", "["):
        return False
    before = tokens.before_space(open_ - 1)
    close = tokens.pairs.get(open_, 0)
    if before < 0 or tokens.senses[before] not in _APPLICABLE or not 0 < close - at < 24:
        return False
    return close == at + 1 or (before == open_ - 1 and holds_mathematics(tokens, at, close))


def _is_primed(tokens: Tokens, at: int) -> bool:
    if tokens.senses[at + 1] is not Sense.PRIME or tokens.words[at + 2].isalpha():
        return False
    return at == 0 or tokens.words[at - 1] not in _QUOTES


def _is_mapped(tokens: Tokens, at: int) -> bool:
    """``tau: T^2 to T^2``."""
    if tokens.words[at + 1] != ":" or tokens.senses[at + 2] is not Sense.SPACE:
        return False
    ahead = range(at + 3, min(at + 16, len(tokens)))
    arrow = next((after for after in ahead if tokens.words[after] in _ARROWS), 0)
    return arrow > at + 3 and holds_mathematics(tokens, at + 3, arrow)


def _is_barred(tokens: Tokens, at: int) -> bool:
    """``|alpha|``, ``mu |0rangle``."""
    if (
        tokens.senses[at + 1] is Sense.SPACE
        and tokens.words[at + 2] == "|"
        and tokens.senses[at + 3] is not Sense.SPACE
    ):
        return True
    return tokens.senses[at + 1] is Sense.BAR and at > 0 and tokens.senses[at - 1] is Sense.BAR


def _precedes_letter(tokens: Tokens, at: int) -> bool:
    """``gamma t``, ``nu p``, ``Delta T``."""
    letter = at + 2
    if at > 1 and tokens.senses[at - 1] is Sense.SPACE and _is_particle_or_differential(tokens, at):
        return True
    if tokens.words[at] == "Lambda" and tokens.words[letter] == "CDM":
        return True
    if tokens.senses[at + 1] is not Sense.SPACE or tokens.senses[letter] is not Sense.LETTER:
        return False
    unit = (
        tokens.words[at] == "mu"
        and tokens.words[letter] in _UNITS
        and tokens.senses[tokens.before_space(at - 1)] is Sense.NUMBER
    )
    if unit:
        return False  # 10 mu m
    hyphened = (at and tokens.words[at - 1] == "-") or tokens.words[letter + 1] in ("-", "'", "’", ".")
    if tokens.words[letter] == "I" and tokens.words[letter + 1] in ("+", "-"):
        return True
    if tokens.words[letter + 1] in _COMPARING and tokens.words[letter] not in "aAI" and not hyphened:
        return True  # beta R<1
    capital = tokens.words[letter].isupper() and tokens.words[at] in _BEFORE_CAPITALS
    return (capital or tokens.words[at] in _PARTICLES) and tokens.words[letter] not in "aAI" and not hyphened


def _is_particle_or_differential(tokens: Tokens, at: int) -> bool:
    """``K pi``, ``/d beta``."""
    if tokens.words[at - 2] == "d" and at > 2 and tokens.words[at - 3] == "/":
        return True
    parted = at < 3 or tokens.senses[at - 3] in (Sense.SPACE, Sense.OPEN, Sense.SIGN)
    return (
        tokens.words[at - 2] in ("K", "D", "B") and parted and tokens.words[at] in ("pi", "rho", "eta", "phi", "omega")
    )


def _is_in_pair(tokens: Tokens, at: int) -> bool:
    """``Delta eta``, ``pi pi``: two names in a row that are no words together; not "the delta delta_x"."""
    if tokens.senses[at + 1] is not Sense.SPACE or tokens.senses[at + 2] is not Sense.GREEK:
        return False
    first, second = tokens.words[at], tokens.words[at + 2]
    if tokens.words[at + 3] == "-" or (first == second and tokens.senses[at + 3] is Sense.SCRIPT):
        return False
    return first in ("Delta", "partial") or first == second or not (first in SPOKEN and second in SPOKEN)


def _is_listed(tokens: Tokens, at: int) -> bool:
    """``(epsilon, delta)-private``, ``f(alpha, beta)``, ``{sigma, tau}``."""
    comma = tokens.after_space(at + 1)
    glued = comma == at + 1 and tokens.senses[at + 2] in (Sense.GREEK, Sense.LETTER)
    if tokens.words[comma] == "," and (glued or comma > at + 1):
        return True  # prose has its space after a comma, not before it
    if at > 1 and tokens.words[at - 1] == "," and tokens.senses[at - 2] in (Sense.GREEK, Sense.LETTER, Sense.NUMBER):
        return True
    if (
        tokens.words[at + 1 : at + 3] == [",", " "]
        and tokens.senses[at + 3] is Sense.GREEK
        and _is_compared(tokens, at + 3)
    ):
        return True  # epsilon, delta > 0
    left = tokens.before_space(at - 1)
    if left < 0 or tokens.words[left] not in ("(", "{", ","):
        return False
    open_ = tokens.enclosing(at)
    close = tokens.pairs.get(open_, 0)
    if (
        not 0 < close - open_ < 24
        or "," not in tokens.words[open_:close]
        or not holds_mathematics(tokens, open_ + 1, close)
    ):
        return False
    applied = open_ > 0 and tokens.senses[open_ - 1] in _APPLICABLE
    mixed = any(tokens.senses[inner] in (Sense.LETTER, Sense.NUMBER) for inner in range(open_, close))
    return tokens.words[close + 1] == "-" or tokens.words[open_] == "{" or applied or mixed


_TESTS = (
    _is_glued_name,
    _is_scripted,
    _is_compared,
    _is_added,
    _is_glued_sum,
    _is_condition,
    _follows_number,
    _precedes_number,
    _is_divided,
    _is_subtracted,
    _is_applied,
    _is_argument,
    _is_primed,
    _is_mapped,
    _is_barred,
    _precedes_letter,
    _is_in_pair,
    _is_listed,
)
