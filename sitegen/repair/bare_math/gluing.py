r"""Words that are glued from several names and letters, ``phiin``, ``gammagamma``, ``ellle``: their pieces."""

from __future__ import annotations

import re
from functools import lru_cache

from sitegen.repair.bare_math.vocabulary import DROPPED, NAMES, Sense, is_script_name
from sitegen.repair.word_sets import word_set

# What words are glued from, and what each says for a formula: two faint ones are as good as one other.
_GLUED = frozenset(
    (Sense.GREEK, Sense.SYMBOL, Sense.SIGN, Sense.MAYBE, Sense.ACCENT, Sense.TAKING, Sense.LARGE, Sense.FUNCTION)
) | {Sense.OPEN, Sense.CLOSE, Sense.BAR, Sense.POINTS}
_LOOSE = frozenset((*DROPPED, "not")) - {
    "displaystyle",
    "textstyle",
    "xspace",
    "ensuremath",
}  # these begin or end words of two pieces only
_NEVER_GLUED = word_set(
    "text over la ga lt gt eps vert lvert rvert check acute imath aleph odot ominus intop rtimes ltimes ker cot sec csc"
)
"""Ends of English words: covert, revert, digraph, spellcheck, Godot, dominus, sinker."""

_PIECES = frozenset(name for name, sense in NAMES.items() if sense in _GLUED or name in _LOOSE) - _NEVER_GLUED
_SYMBOLS = (Sense.GREEK, Sense.SYMBOL)
_BESIDE_BARS = (*_SYMBOLS, Sense.CLOSE)
_LIMITED = frozenset(("sum", "prod", "int", "max", "min", "sup", "inf", "lim", "limsup", "liminf"))
_STACKED = _LIMITED | {"log", "ln", "exp", "det"}
_LONGEST = max(map(len, _PIECES))
_FAINT = word_set("eta chi pi mu nu xi iota ell omicron")
_FAINT_AFTER = {
    "pi": "KD",
    "nu": "dhl",
    "mu": "dDK",
    "eta": "d",
    "xi": "d",
    "chi": "d",
}  # what one letter may stand before
_SHORT_GREEK = word_set("phi psi chi rho tau beta zeta iota Phi Psi Rho Tau")
_SIGNS = word_set(
    "equiv to in le ge ne ll gg pm mp sim cup cap mid times circ leq geq neq subset approx colon perp succ prec wedge"
)
_AFTER_FAINT = _SIGNS - {"ll", "mp", "gg"}  # null, chimp are English
MAX_WORD = 60
"""Letters of the longest word that is looked at."""

_NO_FORMULAS = word_set(
    """Sge Oto oto ggg lll une coprime machine impartial coexists uphill Uphill wrangle Wrangle anecdote stau staus
    biota phage that what chat That What Chat Latin rectangle triangle strangle Beta Zeta Meta Seta meta zeta
    blog clog slog flog vlog one age all ill ale ace Age One All Ill amid Amid Digamma betamax Betamax detain picong
    unpartial bpm rpm ppm cpm dpm fpm gpm tpm lpm wpm Bpm Rpm Ppm Cpm Tpm amp imp ump emp Amp Imp Ump Emp tmp
    cmp jmp bmp tpi dpi pixi brangle trangle Trangle mule pile Pile chile Chile pine Pine chine rhone chichi"""
)
"""Words that look as if they were glued from names."""

# Pieces that end English words elsewhere: Anotsubseteq, Grtimes, inRR, xrvert, psivert, ggto; overt is English.
_PARTED = re.compile(
    r"([A-Za-z]?|[A-Z]{2,4})(not)(subset|subseteq|supset|equiv|sim|cong|models)([A-Z]{0,4})"
    r"|([A-Z])([lr]times)([A-Z]?)|(g)(g)(to)|([A-FH-Z])(odot)|(Delta)([A-Z]{2,5})|([A-Z])(cdots)([A-Z])|([A-Za-z]?)(in)(RR|NN|ZZ|QQ|CC|FF)"
    r"|(?P<barred>[a-zA-Z]{1,24}?)([lr][vV]ert)|(?P<parted>[b-df-hj-np-tv-zA-Z]|[a-zA-Z]{3,24})([vV]ert)"
    r"|([lr]?[vV]ert)([A-Za-z])|([A-Za-z]?)(lvert|lVert)(?P<held>[A-Za-z]{3,30})"
    r"|([A-Z]{2,4})(rangle)"
)

_ENGLISH_PAIRS = word_set(
    "in to of is on by an as at be we or if so no us do go he me my up am et al vs ie eg th st nd rd"
)
"""Words of two letters; other pairs of letters are abbreviations or symbols."""

Piece = tuple[Sense, str]
"""What a piece of a word is, and its letters."""


_SCRIPT_AND_MORE = re.compile(r"([a-z])d(?:\1|[A-Z])")  # S_tdt


def read_script(word: str) -> tuple[Piece, ...]:
    r"""The pieces of a word right after ``_`` or ``^``, of which TeX takes one: ``primeto``, ``emu``, ``cK``."""
    if (product := _SCRIPT_AND_MORE.fullmatch(word)) is not None:
        return (Sense.LETTER, product[1]), *((Sense.LETTER, letter) for letter in word[1:])
    if word in NAMES or is_script_name(word) or len(word) == 1:
        return ((NAMES.get(word, Sense.SYMBOL), word),) if len(word) > 1 else ((Sense.LETTER, word),)
    name = next((word[:end] for end in range(len(word) - 1, 1, -1) if is_script_name(word[:end])), "")
    if name and _is_all_names(word[len(name) :]):
        return ((Sense.SYMBOL, name), *read_word(word[len(name) :]))
    rest = word[1:]
    if _is_all_names(rest) or (word[0].islower() and not rest.islower()):
        return ((Sense.LETTER, word[0]), *read_word(rest))
    return read_word(word)


def _is_all_names(word: str) -> bool:
    return (word in NAMES and NAMES[word] in _GLUED) or len(read_word(word)) > 1


@lru_cache(maxsize=1 << 15)
def read_word(word: str) -> tuple[Piece, ...]:
    """A word's pieces: one for most words, several for a word that is glued from names and letters."""
    if len(word) == 1:
        return ((Sense.LETTER, word),)
    if word in NAMES:
        return ((NAMES[word], word),)
    if len(word) <= MAX_WORD and word not in _NO_FORMULAS:
        if (parted := _PARTED.fullmatch(word)) is not None and _stands_beside_bar(
            parted["barred"] or parted["parted"] or parted["held"]
        ):
            return tuple(piece for part in parted.groups() if part for piece in read_word(part))
        pieces = _pieces(word)
        if len(pieces) > 1 and _are_glued(pieces):
            return tuple((Sense.LETTER if len(piece) == 1 else NAMES[piece], piece) for piece in pieces)
    return ((_short_word(word), word),)


def _stands_beside_bar(word: str | None) -> bool:
    return not word or len(word) == 1 or all(sense in _BESIDE_BARS for sense, _ in read_word(word))


def _short_word(word: str) -> Sense:
    if len(word) == 2:
        return Sense.OTHER if word.lower() in _ENGLISH_PAIRS else Sense.WORD
    return Sense.WORD if len(word) <= 4 and not word[1:].islower() and word not in _NO_FORMULAS else Sense.OTHER


def _pieces(word: str) -> list[str]:
    """``word`` as names and single letters, with as few letters as can be, then as few names."""
    costs = [0] * (len(word) + 1)
    ends = list(range(1, len(word) + 1))
    for at in range(len(word) - 1, -1, -1):
        costs[at] = costs[at + 1] + 4
        for end in range(at + 2, min(len(word), at + _LONGEST) + 1):
            if costs[end] + 1 < costs[at] and word[at:end] in _PIECES:
                costs[at], ends[at] = costs[end] + 1, end
    pieces = []
    at = 0
    while at < len(word):
        pieces.append(word[at : ends[at]])
        at = ends[at]
    return pieces


def _are_glued(pieces: list[str]) -> bool:
    """Whether these are letters that were written before names: ``gammagamma``, ``xin``, ``Wtoell``, ``lbarnu``."""
    if set(pieces) == {"prime"} or (pieces[0] in _LIMITED and pieces[1:] in (["limits"], ["nolimits"])):
        return True
    if "dots" in pieces:
        return len(pieces) > 1 and all(
            piece == "dots" or piece in _SIGNS for piece in pieces[: pieces.index("dots") + 1]
        )
    if pieces[0] == "not":
        return len(pieces) == 2 and NAMES.get(pieces[1]) is Sense.SIGN
    if NAMES.get(pieces[0]) is Sense.DROPPED or pieces[0] in ("left", "right"):
        return 1 < len(pieces) < 4 and NAMES.get(pieces[1]) in (Sense.OPEN, Sense.CLOSE, Sense.BAR)
    if all(NAMES.get(piece) is Sense.FUNCTION for piece in pieces):
        return all(piece in _STACKED for piece in pieces)  # loglog
    first = next((at for at, piece in enumerate(pieces) if len(piece) > 1), len(pieces))
    letters, names = pieces[:first], pieces[first:]
    if not names or not _is_spaced_right(names):
        return False
    if _is_usual(letters, names):
        return True
    if any(name in _LOOSE for name in names):
        return False
    if len(pieces) > 2 and names[-1] in ("le", "ne", "ge") and names[-2:-1] and names[-2] in _SHORT_GREEK:
        return False  # cinephile, fingerhole
    starts_with_sign = names[0] in _SIGNS
    weight = sum(_weight(name) for name in names)
    if first == 0:
        return weight >= 2 or _is_sign_and_letter(names)
    if (
        first == 1
        and weight
        and all(name in _FAINT or name in _AFTER_FAINT or name in _SIGNS or name in ("le", "ne") for name in names)
    ):
        doubled = len(names) > 1 and len(set(names)) == 1  # sellell
        return doubled or letters[0] in _FAINT_AFTER.get(names[0], "") or _is_lone(names)  # Kpipi, not spinule
    if first == 1:
        faint = len(names) == 1 and letters[0] in _FAINT_AFTER.get(names[0], "")
        return weight >= 2 or faint or _is_lone(names)
    if first == 2 and names[0] == "in" and names[-1].isupper():
        return True  # ijinE
    if (
        first == 2
        and not "".join(letters).isupper()
        and not any(len(name) > 4 or name in ("leq", "geq", "neq", "bar") for name in names)
    ):
        return False  # Sophi, raphine, cinephile
    if first == 2:
        capitals = "".join(letters).isupper()
        return (weight >= 2 or (capitals and weight == 1)) and not (capitals and names[0][0].isupper())
    return first == 3 and starts_with_sign and weight >= 2


_COMPARING = ("gg", "ll", "sim", "ge", "le", "ne")
_APPLIED = (*_STACKED, "sin", "cos", "tan")


def _is_usual(letters: list[str], names: list[str]) -> bool:
    """Pairs that each say little: ``ellle``, ``logell``, ``tggell``, ``Nmugg``, ``ggto``, ``dtll``."""
    if len(names) > 2:
        return False
    first, last = names[0], names[-1]
    if not letters and len(names) == 2:
        return (first == "ell" and last in _SIGNS) or (first in _APPLIED and last in _FAINT)
    if len(letters) == 1 and len(names) == 2:
        related = first in _COMPARING and NAMES.get(last) in _SYMBOLS
        return related or (first in _FAINT and last in ("gg", "sim", "times", "approx"))
    if len(letters) == 2 and len(names) == 1:
        doubled = (letters[0] == letters[1] and letters[0] in "bcdefglpqsu") or letters == ["e", "p"]  # not otto
        number = letters[0].isupper() and letters[1] in "eoru" and first == "sim"  # Nusim, Resim; not Nasim
        return (
            number
            or (doubled and first == "to")
            or (letters[0] == "d" and letters[1] in "rstvxz" and first in _COMPARING)
        )
    return False


_BEFORE_SYMBOLS = ("to", "in", "pm", "mp", "times", "sim", "mid", "cup", "cap", "approx", "subset", "equiv")


def _is_sign_and_letter(names: list[str]) -> bool:
    """``inR``, ``tomu``, ``nuin``."""
    if len(names) != 2:
        return False
    first, second = names
    if first in _SIGNS:
        large = NAMES.get(second) is Sense.LARGE
        symbol = NAMES.get(second) in (Sense.GREEK, Sense.SYMBOL)
        return len(second) == 1 or large or (symbol and first in _BEFORE_SYMBOLS)
    return NAMES[first] is Sense.GREEK and second in _AFTER_FAINT


def _is_lone(names: list[str]) -> bool:
    """Whether one letter before these may be all there is: ``xin``, ``zinC``, ``flelog``, ``Bbar``."""
    if len(names) == 1:
        return names[0] in _SIGNS or NAMES[names[0]] is Sense.ACCENT or names[0] == "log"
    second = names[1]
    followed = len(second) == 1 or second in ("log", "ln", "exp") or NAMES[second] is Sense.ACCENT
    return names[0] in _SIGNS and len(names) == 2 and followed


_BEFORE_LETTERS = (Sense.SIGN, Sense.MAYBE, Sense.TAKING)


def _is_spaced_right(names: list[str]) -> bool:
    r"""TeX needs a space between a name and a letter, unless a command between them is gone: ``x\in\mathbb{R}``."""
    return all(
        len(piece) > 1 or (piece.isupper() and at > 0 and NAMES.get(names[at - 1]) in _BEFORE_LETTERS)
        for at, piece in enumerate(names)
    )


def _weight(name: str) -> int:
    """How much a piece says for a formula."""
    sense = NAMES.get(name, Sense.LETTER)
    if name in ("Pi", "Xi"):
        return 0
    if name in _FAINT or sense in (Sense.ACCENT, Sense.FUNCTION):
        return 1 if sense is not Sense.FUNCTION else 0
    return (
        2
        if sense in (Sense.GREEK, Sense.SYMBOL, Sense.SIGN, Sense.TAKING, Sense.OPEN, Sense.CLOSE, Sense.BAR)
        or (sense is Sense.LARGE and name.startswith("big"))
        else 0
    )
