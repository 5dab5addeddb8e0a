"""How single characters are written in TeX source: what must be escaped, and the symbols text fonts lack."""

from __future__ import annotations

import re

from sitegen.repair.lazy_regex import lazy
from sitegen.repair.symbols import GREEK, SYMBOLS, Kind

# Characters that mean something to TeX itself (TeXbook, chapter 7), and typographic ones with a classic spelling.
_SPELT = {
    "\\": "\\textbackslash{}",
    "{": "\\textbraceleft{}",  # BibTeX would count an escaped brace as one
    "}": "\\textbraceright{}",
    "$": "\\$",
    "&": "\\&",
    "#": "\\#",
    "%": "\\%",
    "_": "\\_",
    "^": "\\textasciicircum{}",
    "~": "\\textasciitilde{}",
    "<": "\\textless{}",
    ">": "\\textgreater{}",
    "|": "\\textbar{}",
    "`": "\\textasciigrave{}",
    '"': "\\textquotedbl{}",
    "\u00a0": "~",
    "“": "``",
    "”": "''",
    "‘": "`",
    "’": "'",
    "–": "--",
    "—": "---",
    "…": "\\ldots{}",
    "°": "\\textdegree{}",
    "•": "\\textbullet{}",
    "§": "\\S{}",
}

_OWN_NAMES = {
    "ε": "varepsilon",
    "ϵ": "epsilon",
    "φ": "varphi",
    "ϕ": "phi",
    "µ": "mu",  # the micro sign
    "⋅": "cdot",
    "∗": "ast",
    "√": "sqrt{}",
    "←": "leftarrow",
}
"""Where a character in running text has another name than the first that `symbols` reads as it."""

MATH_NAMES = {
    char: name
    for name, (kind, char) in reversed(SYMBOLS.items())
    if (name in GREEK or not (char.isalpha() or char.isascii() or char in _SPELT))
    and kind not in (Kind.FUNCTION, Kind.SPACE)
} | _OWN_NAMES
"""Symbols of mathematics that stand in running text, with their names in TeX."""

_SPELT.update({char: f"$\\{name}$" for char, name in MATH_NAMES.items()})
_SPELT["−"] = "$-$"
# Two Greek letters in a row are a Greek word, not two symbols.
_SPECIAL = lazy("[\u0370-\u03ff\u1f00-\u1fff]{2,}|[" + re.escape("".join(_SPELT)) + "]")
_IN_URL = str.maketrans({"\\": "%5C", "{": "%7B", "}": "%7D", "%": "\\%", "#": "\\#"})


def escape_tex(text: str) -> str:
    """``text`` as TeX source that prints the same characters; its braces balance."""
    return _SPECIAL().sub(lambda found: _SPELT.get(found[0], found[0]), text)


def escape_tex_url(href: str) -> str:
    r"""``href`` as the argument of ``\url``, also inside another command's argument (BibTeX fields are one)."""
    return href.translate(_IN_URL)
