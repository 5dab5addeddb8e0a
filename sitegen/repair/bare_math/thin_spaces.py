r"""Spaces of a formula: the commas that were ``\,`` once, the semicolons that were ``\;``, the gaps between units."""

from __future__ import annotations

from sitegen.repair.bare_math.operands import is_in_script
from sitegen.repair.bare_math.tokens import Tokens
from sitegen.repair.bare_math.vocabulary import UNITS, Sense

_UNIT_LETTERS = frozenset("mskKgJhNWVAT")


def comma(tokens: Tokens, at: int) -> str:
    r"""A comma or semicolon: ``\,`` or ``\;`` where it stands as no list's would."""
    word = tokens.words[at]
    before, after = tokens.senses[at - 1] if at else Sense.SPACE, tokens.senses[at + 1]
    spelt = f"\\{word}"
    if is_in_script(tokens, at) and Sense.COMMA not in (before, after):
        return word
    if after is Sense.SPACE and _names_unit(tokens, at + 2) and before in (Sense.NUMBER, Sense.CLOSE):
        return spelt
    if (tokens.words[at + 1] in UNITS or _names_unit(tokens, at + 1)) and before is not Sense.OTHER:
        return spelt
    if after in (Sense.GREEK, Sense.LETTER) and _ends_product(tokens, at - 1) and tokens.enclosing(at) < 0:
        return spelt
    if after is Sense.OPEN and tokens.is_upright(at + 1):
        unit = not UNITS.isdisjoint(tokens.words[at + 2 : at + 5])
        if unit or before is Sense.SPACE or _is_quantity(tokens, at):
            return spelt
    signed = before is Sense.SIGN and tokens.senses[at - 2] is not Sense.SCRIPT and tokens.words[at - 1] != "cdot"
    if (before is Sense.BAR or signed) and after is not Sense.SPACE and tokens.words[at - 1] not in "+-−":
        return spelt
    if word == ";" and (before in (Sense.BAR, Sense.SIGN) or after in (Sense.SIGN, Sense.CLOSE)):
        return spelt
    if word == ";" and before is Sense.NUMBER and tokens.words[at + 1] in _UNIT_LETTERS:
        return spelt
    if word == ";" and before is Sense.SPACE and tokens.words[at - 2 : at - 1] == [","]:
        return spelt
    if before is Sense.SPACE:
        single = tokens.senses[tokens.after_space(at + 1)] is not Sense.COMMA
        return word if single and tokens.enclosing(at) >= 0 else spelt
    if after is Sense.SPACE:
        return word
    if word == ";":
        return spelt if after in (Sense.WORD, Sense.UPRIGHT, Sense.OTHER) else word
    beside = before in (Sense.WORD, Sense.FUNCTION) or after in (Sense.WORD, Sense.UPRIGHT, Sense.OTHER, Sense.FUNCTION)
    if Sense.COMMA in (before, after) or after is Sense.FONT or (beside and tokens.enclosing(at) < 0):
        return spelt
    differential = tokens.words[at + 1] == "d" and tokens.senses[at + 2] in (Sense.LETTER, Sense.GREEK)
    return spelt if differential or _follows_quantity(tokens, at) else word


def parts_units(tokens: Tokens, at: int) -> bool:
    """Whether a space parts a unit with a negative power, or solar masses, from a power: ``cm^{-2} s^{-1}``."""
    power = at > 2 and (tokens.senses[at - 1] is Sense.CLOSE or tokens.senses[at - 2] is Sense.SCRIPT)
    script = [word for word in tokens.words[at + 2 : at + 6] if word != "{"]
    negative = script[0] == "^" and script[1] in ("-", "−") and script[2][:1].isdecimal()
    return power and (negative or _names_unit(tokens, at + 1))


def _names_unit(tokens: Tokens, at: int) -> bool:
    name = tokens.words[at]
    script = [word for word in tokens.words[at + 1 : at + 4] if word != "{"]
    solar = name in ("M", "R", "L", "Z") and script[:1] == ["_"] and script[1:2] in (["odot"], ["oplus"])
    hubble = name == "h" and (script[:2] == ["^", "-"] or script[:2] == ["_", "70"])
    return solar or hubble or name in UNITS


def _ends_product(tokens: Tokens, at: int) -> bool:
    """Whether ``J/psi`` or ``{rm E}`` ends at a token, with a thin space to what comes."""
    if tokens.words[max(at - 2, 0) : at + 1] == ["J", "/", "psi"]:
        return True
    open_ = tokens.pairs.get(at, at)
    return tokens.words[at] == "}" and tokens.words[open_ + 1] == "rm" and tokens.senses[open_ - 1] is not Sense.SCRIPT


def _is_quantity(tokens: Tokens, at: int) -> bool:
    """Whether a number ends before the token at ``at``, with a power or its uncertainty: ``10^6``, ``0.94(3)``."""
    if tokens.senses[at - 1] is Sense.CLOSE:
        power = tokens.pairs.get(at - 1, 0) - 1
        scripted = power > 0 and tokens.senses[power] is Sense.SCRIPT and tokens.senses[power - 1] is Sense.NUMBER
        uncertain = power > 0 and tokens.senses[power] is Sense.NUMBER and tokens.words[at - 2].isdecimal()  # 0.94(3)
        return scripted or uncertain
    return tokens.senses[at - 1] is Sense.NUMBER


def _follows_quantity(tokens: Tokens, at: int) -> bool:
    r"""``1,M_odot``, ``10^6,W``: a number and its unit."""
    if not _is_quantity(tokens, at):
        return False
    if tokens.senses[at + 1] not in (Sense.LETTER, Sense.GREEK):
        return False
    if tokens.senses[at - 2] is Sense.SCRIPT and tokens.senses[at - 3] is not Sense.NUMBER:
        return False
    return tokens.senses[at + 2] is not Sense.SIGN and tokens.words[at + 2] != "(" and tokens.enclosing(at) < 0
