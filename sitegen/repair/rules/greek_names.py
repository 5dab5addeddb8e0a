"""Greek names that can only be symbols: inside other names, after numbers, and where the text shows what they are.

``DepsilonpS`` is no word; and once ``C_Phi`` has shown what ``Phi`` is, "function classes Phi, Psi, and" needs no other
proof. That holds for capitals only, before a stop or a short word: "the delta rule" stays what it says.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from sitegen.repair.edits import matches
from sitegen.repair.formula import formula
from sitegen.repair.inline import Node
from sitegen.repair.placeholders import Draft
from sitegen.repair.rule import Rule
from sitegen.repair.symbols import GREEK

_EPSILON = re.compile(r"epsilon(?<![A-Za-z\\]epsilon)(?=-[A-Za-z])|varepsilon(?=-[A-Za-z])")
_IN_NAMES = ("alpha", "beta", "gamma", "delta", "epsilon", "zeta", "theta", "kappa", "lambda", "sigma", "omega")
_INFINITE = re.compile(r"infty(?<=[A-Za-z]{3}infty)(?![A-Za-z])")
_MU = re.compile(
    r"mu(?:(?<![A-Za-z\\]mu)(?=[A-Z])"
    r"|(?<![A-Za-z\\]mu)(?=as\b)"
    r"|(?<=\d mu) ?(?=[mslgWAVF]\b)|(?<=\dmu) ?(?=[mslgWAVF]\b)|(?<=\d[ ~]mu)(?=[mslgWAVF]\b))"
)
_AFTER_THIN_SPACE = re.compile(r",mu(?<=\d,mu) ?(?=(?:[mslgWAVF]|as|Jy|Hz|eV|Pa)\b)")
_epsilons = matches(_EPSILON, "ε")
_micro = matches(_MU, "μ")
_thinly_parted = matches(_AFTER_THIN_SPACE, " μ")
_COSMOLOGY = re.compile(r"Lambda(?<![A-Za-z]Lambda)(?=CDM\b)")
_cosmologies = matches(_COSMOLOGY, "Λ")
_infinite = matches(_INFINITE, "∞")


def _repair(text: str, draft: Draft) -> str:
    if "epsilon-" in text:
        text = draft.edit(text, _epsilons)
    if "mu" in text:
        text = draft.edit(draft.edit(text, _thinly_parted), _micro)
    if "LambdaCDM" in text:
        text = draft.edit(text, _cosmologies)
    if "infty" in text:
        text = draft.edit(text, _infinite)
    for name in _IN_NAMES:
        if name in text:
            text = draft.edit(text, matches(_inside_names(name), GREEK[name][1]))
    for name in sorted(draft.seen_symbols):
        if name[0].isupper() and name in text:
            text = draft.edit(text, matches(_alone(name), _kept(formula(f"\\{name}"), draft)))
    return text


def _kept(symbol: Node, draft: Draft) -> Callable[[re.Match[str]], str]:
    return lambda found: _symbol(found, draft, symbol)


def _symbol(found: re.Match[str], draft: Draft, symbol: Node) -> str:
    """The symbol, unless a capital begins the word before, as in a proper name: "the Variance Gamma"."""
    before = found.string[: found.start()].split(" ")[-2:][0]
    named = before.isascii() and before.isalpha() and before[0].isupper()
    return found[0] if named else draft.keep(symbol)


@cache
def _inside_names(name: str) -> re.Pattern[str]:
    """After a capital (and one more letter at most), before a capital or the name's end."""
    return re.compile(rf"{name}(?<=[A-Z]{name})(?:(?=[a-z]?[A-Z])|(?![A-Za-z]))")


@cache
def _alone(name: str) -> re.Pattern[str]:
    follows = r"[.,;:)]|$| (?:and|or|is|are|be|of|in|on|with|to|for|from|by|as|at|that|which|where|has|have|can|will)\b"
    return re.compile(rf"{name}(?<=[a-z,(] {name})(?={follows})")


RULE = Rule("greek names", (), _repair, bare=True)
