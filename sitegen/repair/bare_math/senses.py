r"""Which words that are English, too, are mathematics here, and which tokens prove that there is a formula at all.

English stays English: "in", "to", "times", "hat", "left", "alpha" count by what stands beside them. A proof is what no
prose has: a script on a letter, ``infty``, a sign's name between operands, a Greek name that a sign or bracket touches.
"""

from __future__ import annotations

from collections.abc import Callable

from sitegen.repair.bare_math import greek, signs, sizes
from sitegen.repair.bare_math.operands import (
    STARTS,
    after_argument,
    after_taking,
    ends_operand,
    is_article,
    is_base,
    is_in_script,
    starts_operand,
)
from sitegen.repair.bare_math.tokens import Tokens
from sitegen.repair.bare_math.vocabulary import Sense, is_script_name
from sitegen.repair.word_sets import word_set

MAX_QUOTED = 40
"""Tokens that a quotation may have, whose end could be taken for a prime."""

MAX_UPRIGHT = 3
"""Words that a group in a formula's upright letters may have."""

_UNICODE_SYMBOLS = frozenset("°…⋯∞∂∇ℓ∅")
_LETTER_ACCENTS = frozenset(("hat", "tilde", "vec", "bar", "dot", "breve"))
_REPEATED = frozenset(
    ("=", "+", "<", ">", "geq", "ge", "wedge", "cup", "cap", "times", "subset", "oplus", "otimes", "to", "leq", "le")
)
_NO_INTEGRANDS = (Sense.NUMBER, Sense.OPEN)  # int 8
_LIMITS = frozenset(("limits", "nolimits"))
_INDICES = frozenset(("it", "em", "sl", "sc", "tt"))  # fonts whose names are pairs of letters elsewhere

_ENGLISH = (Sense.OTHER, False)
_MEASURED = (Sense.NUMBER, Sense.CLOSE)
_ENGLISH_LARGE = frozenset(("sum", "int", "oint"))
_BEFORE_SUMS = word_set(
    "and or that with where find have gives yields is are , implies satisfies satisfy by for on into via when if both"
)

Verdict = tuple[Sense, bool]
"""What a token is after all, and whether it proves a formula."""


def resolve(tokens: Tokens) -> list[bool]:
    """Settle every sense in ``tokens``; returns which of them are proofs."""
    for at in range(len(tokens)):
        if tokens.senses[at] is Sense.SCRIPT and tokens.words[at + 1] == "{":
            _set_upright(tokens, at + 2, tokens.pairs.get(at + 1, 0))
    proofs = [False] * len(tokens.words)
    for at in range(len(tokens)):
        judge = _JUDGES.get(tokens.senses[at])
        if judge is None:
            continue
        if (
            at
            and tokens.senses[at - 1] is Sense.SCRIPT
            and is_script_name(tokens.words[at])
            and tokens.words[at] != "in"
        ):
            tokens.senses[at] = Sense.SYMBOL
        else:
            tokens.senses[at], proofs[at] = judge(tokens, at)
    return proofs


def _letter(tokens: Tokens, at: int) -> Verdict:
    if is_article(tokens, at):
        return Sense.OTHER, False
    if tokens.words[at] == "x" and _is_times(tokens, at):
        return Sense.SIGN, False
    return Sense.LETTER, tokens.senses[at + 1] is Sense.PRIME and _is_primed(tokens, at)


def _is_times(tokens: Tokens, at: int) -> bool:
    """``5 x 10^7``, ``AdS_5 x S^5``."""
    numbers = (
        tokens.senses[at + 1] is Sense.NUMBER and at > 0 and tokens.senses[tokens.before_space(at - 1)] is Sense.NUMBER
    )
    if numbers:
        return True
    if at < 2 or not tokens.senses[at - 1] is tokens.senses[at + 1] is Sense.SPACE or not ends_operand(tokens, at - 2):
        return False
    scripted = tokens.senses[at + 3] is Sense.SCRIPT
    if tokens.senses[at + 2] is Sense.NUMBER:
        return scripted and tokens.senses[at - 2] in (Sense.NUMBER, Sense.CLOSE)
    return scripted and tokens.senses[at + 2] is Sense.LETTER and tokens.senses[at - 3] is Sense.SCRIPT


def _is_primed(tokens: Tokens, at: int) -> bool:
    """``A' couples``: a prime, where no quotation was opened before."""
    parted = at == 0 or tokens.senses[at - 1] in (Sense.SPACE, Sense.OPEN, Sense.SIGN)
    if not parted or tokens.words[at + 2].isalpha() or not tokens.words[at].isascii():
        return False
    return not any(
        tokens.words[before] in ("'", "`", "‘")
        and (before == 0 or tokens.senses[before - 1] in (Sense.SPACE, Sense.OPEN))
        for before in range(max(at - MAX_QUOTED, 0), at)
    )


def _greek(tokens: Tokens, at: int) -> Verdict:
    return Sense.GREEK, greek.is_symbol(tokens, at)


def _maybe_sign(tokens: Tokens, at: int) -> Verdict:
    if signs.is_subscript_word(tokens, at):
        return Sense.UPRIGHT, False
    if signs.is_index(tokens, at):
        return Sense.WORD, False
    is_sign = signs.is_sign(tokens, at)
    if tokens.words[at] in signs.ONLY_SCRIPTS:
        return (Sense.SYMBOL, False) if is_sign else (Sense.OTHER, False)
    if is_sign:
        return Sense.SIGN, True
    return (Sense.WORD if tokens.words[at] == "gg" else Sense.OTHER), False


def _sign(tokens: Tokens, at: int) -> Verdict:
    named = tokens.words[at].isalpha() or tokens.words[at][0] == "\\"
    banged = at > 0 and tokens.senses[at - 1] is tokens.senses[at + 1] is Sense.BANG
    return Sense.SIGN, named or banged or (_is_thin(tokens, at) and signs.part_thin_spaces(tokens, at))


def _is_thin(tokens: Tokens, at: int) -> bool:
    """Whether commas beside a sign could have been thin spaces: ``z,=,4``, ``A,+,B``; not ``{+,-,-}``."""
    if tokens.words[at] in "=<>":
        return True
    operands = at > 1 and ends_operand(tokens, at - 2) and tokens.senses[at + 2] in STARTS
    return tokens.words[at] in "+-" and operands


def _symbol(tokens: Tokens, at: int) -> Verdict:
    return Sense.SYMBOL, tokens.words[at] not in _UNICODE_SYMBOLS


def _bracket(tokens: Tokens, at: int) -> Verdict:
    return tokens.senses[at], tokens.words[at].isalpha()


def _script(tokens: Tokens, at: int) -> Verdict:
    if not is_base(tokens, at) or not (after := after_argument(tokens, at + 1)):
        return Sense.SCRIPT, False
    return Sense.SCRIPT, tokens.words[at] == "^" or not _is_identifier(tokens, at, after)


def _is_identifier(tokens: Tokens, at: int, after: int) -> bool:
    """Whether an underscore belongs to a program's name: ``x_train_2``, ``f_out.py``, ``a_2020``."""
    if tokens.senses[at + 1] is Sense.NUMBER and len(tokens.words[at + 1]) > 3:
        return True
    dotted = (
        tokens.words[after] == "." and tokens.senses[after + 1] is Sense.OTHER and tokens.words[after + 1].isalpha()
    )
    return dotted or tokens.words[after] == "_"


def _taking(tokens: Tokens, at: int) -> Verdict:
    return (Sense.TAKING, True) if after_taking(tokens, at) else (Sense.OTHER, False)


def _accent(tokens: Tokens, at: int) -> Verdict:
    """``tilde{x}``, ``tildesigma``, ``hat f``; "10 bar K" is a pressure."""
    after = tokens.after_space(at + 1)
    sense, word = tokens.senses[after], tokens.words[at]
    numbered = (
        tokens.senses[tokens.before_space(at - 1)] is Sense.NUMBER and tokens.senses[after + 1] is not Sense.SCRIPT
    )
    measured = word == "bar" and (numbered or _is_antiparticle(tokens, at))
    if tokens.words[after] == "{" and (
        after == at + 1 or tokens.pairs.get(after, 0) == after + 2 or word in _LETTER_ACCENTS
    ):
        return Sense.TAKING, True
    if word == "text" or measured:
        return Sense.OTHER, False
    if sense in (Sense.GREEK, Sense.SYMBOL, Sense.TAKING) or sense is Sense.FONT:
        return Sense.TAKING, True
    article = tokens.words[after] in ("a", "A", "I") and tokens.senses[after + 1] in (Sense.SPACE, Sense.OTHER)
    lettered = sense is Sense.LETTER and after > at + 1 and not article
    return (Sense.TAKING, True) if lettered and word in _LETTER_ACCENTS else (Sense.OTHER, False)


def _is_antiparticle(tokens: Tokens, at: int) -> bool:
    """``p pbar``, ``p-bar``: as people type it without TeX."""
    if at > 1 and tokens.words[at - 1] == "-":
        return tokens.senses[at - 2] is not Sense.SCRIPT
    return at > 2 and tokens.senses[at - 2] is Sense.SPACE and tokens.words[at - 1] == tokens.words[at - 3]


def _font(tokens: Tokens, at: int) -> Verdict:
    """``{rm eff}``, ``_rm eff``, ``cal M``, ``rm 20``."""
    word = tokens.words[at]
    before, after = tokens.before_space(at - 1), tokens.after_space(at + 1)
    if before >= 0 and tokens.words[before] == "{" and (word[0] != "\\" or is_in_script(tokens, at)):
        if after == at + 1 and (word in _INDICES or tokens.words[after] == "}"):
            return Sense.WORD, False  # X_{it,1}, {{sl}}
        close = tokens.pairs.get(before, 0)
        _set_upright(tokens, at + 1, close)
        if word == "rm" and tokens.words[after + 1] == "}" and tokens.senses[after] is Sense.MAYBE:
            tokens.senses[after] = Sense.UPRIGHT  # {rm gg}, {rm in}
        return Sense.FONT, True
    if at and tokens.senses[at - 1] is Sense.SCRIPT:
        return Sense.FONT, False
    if (
        tokens.is_glued(at)
        and tokens.senses[at - 1] in (Sense.NUMBER, Sense.OTHER, Sense.WORD)
        and tokens.words[at - 1][-1].isalnum()
    ):
        return Sense.OTHER, False  # a0bf9
    if word == "rm" and _begins_upright(tokens, at):
        return (Sense.DROPPED if tokens.senses[after] is Sense.FUNCTION else Sense.FONT), True
    if word in ("cal", "Bbb", "frak", "scr"):
        plain = tokens.senses[after] is Sense.LETTER
    else:
        operands = (Sense.LETTER, Sense.NUMBER, Sense.WORD, Sense.GREEK, Sense.FUNCTION)
        plain = word in ("rm", "bf", "sf") and tokens.senses[after] in operands
    return (Sense.FONT, True) if plain else (Sense.OTHER, False)


def _begins_upright(tokens: Tokens, at: int) -> bool:
    """``0.2,(rm stat.)``, ``{1-alpha}rm few``: a word in upright letters whose braces are gone, or never were."""
    if not at or tokens.senses[at + 1] is not Sense.SPACE or not tokens.words[at + 2].isalpha():
        return False
    if tokens.senses[at - 1] in (Sense.CLOSE, Sense.LETTER):
        _set_upright(tokens, at + 2, at + 3)
        return True
    before = at - 2
    while before > 0 and tokens.senses[before] in (Sense.SPACE, Sense.COMMA):
        before -= 1
    close = tokens.pairs.get(at - 1, 0)
    if tokens.words[at - 1] != "(" or not at < close < at + 8 or tokens.senses[before] not in _MEASURED:
        return False
    _set_upright(tokens, at + 2, close)
    for stop in range(at + 3, close):
        if tokens.words[stop] == ".":
            tokens.senses[stop] = Sense.UPRIGHT
    return True


def _bar(tokens: Tokens, at: int) -> Verdict:
    return Sense.BAR, tokens.words[at].isalpha()


def _set_upright(tokens: Tokens, start: int, stop: int) -> None:
    """Take the words between two tokens for a formula's: ``{rm nei}(S)``."""
    words = [at for at in range(start, stop) if tokens.senses[at] is Sense.OTHER and tokens.words[at].isalpha()]
    if len(words) <= MAX_UPRIGHT:
        for at in words:
            tokens.senses[at] = Sense.UPRIGHT


def _dropped(tokens: Tokens, at: int) -> Verdict:
    """``left(``, ``Big|``, ``displaystyle``, ``sum limits``; not "left (or right)"."""
    word = tokens.words[at]
    if word in _LIMITS:
        before = tokens.senses[tokens.before_space(at - 1)] if at else Sense.OTHER
        return (Sense.DROPPED, True) if before in (Sense.LARGE, Sense.FUNCTION) else (Sense.OTHER, False)
    if len(word) > 5:
        return Sense.DROPPED, True
    if word in ("left", "right"):
        return (Sense.DROPPED, True) if sizes.is_command(tokens, at) else _ENGLISH
    sized = tokens.senses[at + 1] in (Sense.OPEN, Sense.CLOSE, Sense.BAR)
    return (Sense.DROPPED, True) if sized or tokens.words[at + 1] == "/" else _ENGLISH


def _points(tokens: Tokens, at: int) -> Verdict:
    """Dots between commas or signs: ``p_1, dots, p_n``, ``1+...+n``."""
    left, right = tokens.before_space(at - 1), tokens.after_space(at + 1)
    listed = left > 0 and tokens.words[left] == tokens.words[right] == ","
    if tokens.words[at][0] == ".":
        signed = Sense.SIGN in (tokens.senses[left], tokens.senses[right]) or tokens.senses[right] is Sense.MAYBE
        return (Sense.SYMBOL, False) if signed or listed else (Sense.OTHER, False)
    equal = left > 0 and tokens.words[left] == tokens.words[right] and tokens.words[left] in _REPEATED
    indexed = Sense.SCRIPT in tokens.senses[max(left - 2, 0) : left + 1] and tokens.senses[right + 1] is Sense.SCRIPT
    ending = left == at - 1 and (  # x_1,x_2,dots with; 1dots N
        (tokens.words[left] == "," and ends_operand(tokens, left - 1))
        or (tokens.senses[left] is Sense.NUMBER and tokens.senses[right] in (Sense.LETTER, Sense.NUMBER))
    )
    if not (indexed or ending) and (not (listed or equal) or not ends_operand(tokens, tokens.before_space(left - 1))):
        return Sense.OTHER, False  # indexed: s_1 dots s_n
    return Sense.SYMBOL, True


def _large(tokens: Tokens, at: int) -> Verdict:
    after = tokens.after_space(at + 1)
    scripted = tokens.senses[at + 1] is Sense.SCRIPT or tokens.words[after] in _LIMITS
    integral = (
        tokens.words[at] in ("int", "oint")
        and starts_operand(tokens, after)
        and tokens.senses[after] not in _NO_INTEGRANDS
    )
    before = tokens.senses[at - 1] if at else Sense.OTHER
    bare = (before in (Sense.SIGN, Sense.BAR, Sense.OPEN) or tokens.words[at - 2] in _BEFORE_SUMS) and tokens.senses[
        after + 1
    ] is Sense.SCRIPT
    glued = before in (Sense.CLOSE, Sense.NUMBER) or tokens.senses[at + 1] is Sense.BAR
    unmistakable = (glued or tokens.words[at] not in _ENGLISH_LARGE) and starts_operand(tokens, after)
    return (Sense.LARGE, True) if scripted or integral or bare or unmistakable else (Sense.OTHER, False)


def _function(tokens: Tokens, at: int) -> Verdict:
    return Sense.FUNCTION, tokens.words[at] == "mod" and signs.part_thin_spaces(tokens, at)


_JUDGES: dict[Sense, Callable[[Tokens, int], Verdict]] = {
    Sense.LETTER: _letter,
    Sense.BAR: _bar,
    Sense.GREEK: _greek,
    Sense.MAYBE: _maybe_sign,
    Sense.SIGN: _sign,
    Sense.SYMBOL: _symbol,
    Sense.OPEN: _bracket,
    Sense.CLOSE: _bracket,
    Sense.SCRIPT: _script,
    Sense.TAKING: _taking,
    Sense.ACCENT: _accent,
    Sense.FONT: _font,
    Sense.DROPPED: _dropped,
    Sense.POINTS: _points,
    Sense.LARGE: _large,
    Sense.FUNCTION: _function,
}
