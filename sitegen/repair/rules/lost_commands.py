r"""Formulas that lost their dollar signs, and often their backslashes: ``mathcal{O}(n^2)``, ``sim30%``.

`seeds` finds what can only be mathematics: a script on a single letter, a name like ``mathcal`` or ``geq``, ``times``
between digits. English stays English: "beta distribution", "sim-to-real", "10.33 times" hold no seed. `growth` then
takes in what belongs to it. What has no letters ends as plain characters (``∼30%``, ``16×16``), the rest as a formula.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from sitegen.repair.draft import INCOMPLETE, KEPT, MARKS, SUPERSCRIPT, SUPERSCRIPT_END, Draft
from sitegen.repair.expressions.growth import grow
from sitegen.repair.expressions.seeds import seeds
from sitegen.repair.expressions.tokens import Tokens
from sitegen.repair.formula import formula
from sitegen.repair.formula.parse import commands_in
from sitegen.repair.formula.symbols import GREEK, SYMBOLS, Kind
from sitegen.repair.inline import Unclear
from sitegen.repair.rule import Rule

_SIGN_KINDS = (Kind.BINARY, Kind.RELATION)
_LOST_SPACES = re.compile(r" , | ?;(?=mod)|(?<=mod); ?")
_EATEN = re.compile(r"math(?:cal|bb|scr|frak)\s*\{(?=[^{}]*[_^/+*(])")
_CHARACTERS_ONLY = re.compile(r"[^A-Za-z_\\]*")
_FINISHED = re.compile(f"[{KEPT}{MARKS}]")
_GLUED_TIMES = re.compile(r"(?<=\d)× (?=\d)")
_NAME = re.compile(r"\\?[A-Za-z]+")
_POWER = re.compile(r"\s?\^(?:\{([^{}]*)\}|([-+−]?\d+|[*+]))")


def _repair(text: str, draft: Draft) -> str:
    found = seeds(text)
    if not found:
        return text
    tokens = Tokens(text)
    pieces: list[str] = []
    at = 0
    for start, end in found:
        if start < at:
            continue
        first = bisect_right(tokens.starts, start) - 1
        seed, word = text[start:end], tokens.words[first]
        if seed in SYMBOLS and len(word) > len(seed) and commands_in(_unslashed(word)) is None:
            kind, sign = SYMBOLS[seed]  # within a name: `AbCinfty`, `Ngeq 3`
            pieces += (text[at:start], f" {sign} " if kind is Kind.RELATION else sign)
            at = end
            continue
        first, last = grow(tokens, first, bisect_right(tokens.starts, end - 1) - 1)
        begin, stop = tokens.starts[first], tokens.ends[last]
        begin = max(begin, at)
        if _FINISHED.search(text, begin, stop):
            continue
        pieces += (text[at:begin], _written(text[begin:stop], draft))
        at = stop
    return "".join(pieces) + text[at:]


def _written(source: str, draft: Draft) -> str:
    """What an expression becomes: plain characters where it has no letters, a formula otherwise."""
    plain = _NAME.sub(_character, source)
    if "^" in plain:
        plain = _POWER.sub(_power, plain)
    plain = _GLUED_TIMES.sub("×", plain)
    if _CHARACTERS_ONLY.fullmatch(plain) and "^" not in plain and "{" not in plain:
        return plain
    draft.seen_symbols.update(name for name in map(_unslashed, _names(source)) if name in GREEK)
    source = _LOST_SPACES.sub(_space, source)
    if _EATEN.search(source):
        # `\sqrt{\mathcal{C}_\Phi/m}` that lost its outer command leaves one group around all of it.
        return draft.keep(Unclear((formula(source, bare=True),), INCOMPLETE))
    return draft.keep(formula(source, bare=True))


def _names(source: str) -> list[str]:
    return [part for word in _NAME.findall(source) for part in commands_in(_unslashed(word)) or ()]


def _unslashed(word: str) -> str:
    return word.lstrip("\\")


def _space(found: re.Match[str]) -> str:
    return " \\, " if "," in found[0] else "\\;"


def _character(found: re.Match[str]) -> str:
    name = _unslashed(found[0])
    if name in SYMBOLS and SYMBOLS[name][0] in (*_SIGN_KINDS, Kind.ORDINARY) and name not in GREEK and name != "ell":
        return SYMBOLS[name][1]
    return found[0]


def _power(found: re.Match[str]) -> str:
    exponent = (found[1] or found[2] or "").strip()
    if exponent in ("∘", "°"):
        return "°"
    if not exponent or not _CHARACTERS_ONLY.fullmatch(exponent):
        return found[0]
    return f"{SUPERSCRIPT}{exponent.replace('-', '−')}{SUPERSCRIPT_END}"


RULE = Rule("lost commands", (), _repair)
