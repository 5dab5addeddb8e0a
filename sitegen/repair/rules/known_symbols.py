"""Greek names that can only be symbols: inside other names, and where the text has shown them to be symbols.

``DepsilonpS`` is no word; and once ``C_Phi`` has shown what ``Phi`` is, "a class of models Phi" needs no other proof.
"""

from __future__ import annotations

import re
from functools import cache

from sitegen.repair.draft import Draft
from sitegen.repair.formula import formula
from sitegen.repair.formula.symbols import GREEK
from sitegen.repair.rule import Rule

# Words after which a Greek name is part of a term that is written out: "beta distribution".
_TERMS = (
    r"(?! (?:distribution|distributions|process|function|functions|testing|test|version|ray|rays|decay|band|waves?)\b)"
)
_EPSILON = re.compile(r"epsilon(?<![A-Za-z\\]epsilon)(?=-[A-Za-z])|varepsilon(?=-[A-Za-z])")
_IN_NAMES = ("alpha", "beta", "gamma", "delta", "epsilon", "zeta", "theta", "kappa", "lambda", "sigma", "omega")
_MU = re.compile(r"mu(?:(?<![A-Za-z\\]mu)(?=[A-Z])|(?<=\d mu) ?(?=[mslgWAVF]\b)|(?<=\dmu) ?(?=[mslgWAVF]\b))")


def _repair(text: str, draft: Draft) -> str:
    if "epsilon-" in text:
        text = _EPSILON.sub("ε", text)
    if "mu" in text:
        text = _MU.sub("μ", text)
    for name in _IN_NAMES:
        if name in text:
            text = _inside_names(name).sub(lambda _, name=name: GREEK[name][1], text)  # type: ignore[misc]
    for name in sorted(draft.seen_symbols):
        if name in text:
            text = _alone(name).sub(lambda _, name=name: draft.keep(formula(f"\\{name}")), text)  # type: ignore[misc]
    return text


@cache
def _inside_names(name: str) -> re.Pattern[str]:
    """After a capital (and one more letter at most), before a capital or the name's end."""
    return re.compile(rf"{name}(?<=[A-Z]{name})(?:(?=[a-z]?[A-Z])|(?![A-Za-z]))")


@cache
def _alone(name: str) -> re.Pattern[str]:
    return re.compile(rf"{name}(?<![A-Za-z\\-]{name})(?![A-Za-z]|-\d){_TERMS}")


RULE = Rule("known symbols", (), _repair)
