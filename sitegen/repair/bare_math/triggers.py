"""Whether a text could hold a formula without dollar signs at all: asked first, because most texts hold none.

A few looks, each of some microseconds: for TeX's own characters; for words that are names, or a letter and a sign's
name; for parts of names that glued words hold; for what counts only beside something else.
"""

from __future__ import annotations

import re
from string import ascii_letters, ascii_uppercase

from sitegen.repair.bare_math.gluing import read_word
from sitegen.repair.bare_math.vocabulary import NAMES, Sense
from sitegen.repair.word_sets import word_set

_PRIMED = re.compile(r"'(?<=[\s(][B-HJ-Z]')(?![\w'])|'(?<=-[A-Z]')(?![\w'])|'(?<=[\s(][A-Za-z]')\(")
_ONLY_WORDS = str.maketrans({chr(code): " " for code in range(128) if not chr(code).isalpha()})
# Names that are common in English: these need a look at what stands beside them.
_COMMON = word_set(
    """in to times left right over sum max min log mod sign rank span limits text dots it big Big star cap top bot
    not bar dot hat sc em sl mid subset partial prime flat natural sharp bullet div la sim check grave acute sf
    tt colon parallel vec"""
)
_GLUED_SIGNS = ("in", "to", "le", "ge", "ne", "ll", "gg", "pm", "mp", "cup", "cap", "sim", "subset", "times")
_ENGLISH = word_set(
    """win Win bin Bin pin Pin fin Fin tin Tin kin Kin din gin sin Sin min Min Lin Jin Qin Xin Yin age Age one One
    all All ill Ill ale ace ego egg Egg eto Ito amp imp Imp apple that That what What chat Chat recap amid Amid"""
)
_WORDS = (
    {name for name, sense in NAMES.items() if sense is not Sense.FUNCTION and len(name) > 1}
    | {letter + sign for letter in ascii_letters for sign in (*_GLUED_SIGNS, "bar", "tilde", "hat")}
    | {sign + letter for sign in ("in", "to") for letter in ascii_uppercase}
) - (_COMMON | _ENGLISH)
# In these no English word is found, or few: stems of Greek names, small or capital, and of the commonest others.
_STEMS = (
    *("lpha", "amma", "elta", "psilon", "theta", "ambda", "igma", "mega"),
    *("infty", "leq", "geq", "rangle", "simeq", "otimes", "subseteq", "tarrow", "mathb", ",=,"),
)
# English words, and letters, that are mathematics beside the right neighbours; each pattern begins with what to find.
_SINGLE = frozenset(ascii_letters) - set("aAI")
_AFTER_LETTER = tuple(
    re.compile(rf"{sign} (?<=[^\w'’-][B-HJ-Zb-z]{sign} ){after}")
    for sign, after in (
        (" in", r"(?=[A-Z\[({])"),
        (" to", ""),
        (" times", ""),
        (" cap", ""),
        (" mid", ""),
        (" subset", ""),
    )
)
_NEARBY = word_set("min mum muas left right Big big dots mod hat bar dot tilde vec times sim")
_BESIDE = re.compile(
    r"\b(?:hat|bar|dot|vec|tilde|times|sim) [A-Za-z]\b|(?:times|sim|hat|bar|dot|tilde|vec)\{"
    r"|\d ?mum\b|\bmuas\b|\bmin[\[(]-?\d|[)\]] ?times ?[(\[]"
    r"|left ?[(\[|{<]|right[)\]|}]|[Bb]ig[(|]|, ?dots,|;mod;|,times,|bar partial"
    r"|times(?:(?<=\dtimes)|(?<=\d times)(?= (?:\d+|[A-Za-z])\b)"
    r"|(?<=\d[A-Z] times)(?= \d)|(?=\d)|(?<=[A-Z]times)(?= ?\d))"
    r"|sim ?-?\d"
)


def may_hold_formulas(text: str) -> bool:
    """Whether a token of ``text`` could be a proof (`senses`)."""
    return "_" in text or "^" in text or "\\" in text or spells_names(text)


def spells_names(text: str) -> bool:
    """The same of a text without TeX's own characters: whether it holds names without their backslashes."""
    if "'" in text and _PRIMED.search(text):
        return True
    words = text.translate(_ONLY_WORDS).split()
    if not _WORDS.isdisjoint(words):
        return True
    for stem in _STEMS:
        if stem in text:
            return True
    if not _SINGLE.isdisjoint(words):
        for pattern in _AFTER_LETTER:
            if pattern.search(text):
                return True
    return not _NEARBY.isdisjoint(words) and _BESIDE.search(text) is not None


def holds_names(sentence: str) -> bool:
    """The same of one sentence, with a look at every word."""
    if may_hold_formulas(sentence):
        return True
    return any(len(read_word(word)) > 1 for word in sentence.translate(_ONLY_WORDS).split())
