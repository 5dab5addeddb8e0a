r"""Commands whose meaning everybody knows: ``\eg``, ``\etal``, ``\ldots``, ``\LaTeX``; and marks such as ``\cite{…}``.

Commands of one paper's own (``\our~can``) are not known to anybody: what is left of the backslashes at the end
(`escapes`) keeps their name and marks it.
"""

from __future__ import annotations

import re

from sitegen.repair.lazy_regex import lazy
from sitegen.repair.placeholders import UNCLEAR, UNCLEAR_END, Draft
from sitegen.repair.rule import Rule

# The abbreviations that the common style files (CVPR, ICML, NeurIPS) define, with and without their full stop.
ABBREVIATIONS = {
    "eg": "e.g.",
    "Eg": "E.g.",
    "ie": "i.e.",
    "Ie": "I.e.",
    "cf": "cf.",
    "Cf": "Cf.",
    "etc": "etc.",
    "vs": "vs.",
    "wrt": "w.r.t.",
    "dof": "d.o.f.",
    "etal": "et al.",
    "aka": "a.k.a.",
    "iid": "i.i.d.",
    "resp": "resp.",
    "viz": "viz.",
    "st": "s.t.",
    "nb": "n.b.",
    "adhoc": "ad hoc",
    "apriori": "a priori",
}
SYMBOLS = {
    "LaTeX": "LaTeX",
    "TeX": "TeX",
    "BibTeX": "BibTeX",
    "ldots": "…",
    "dots": "…",
    "textellipsis": "…",
    "cdots": "…",
    "textendash": "–",
    "textemdash": "—",
    "textquoteleft": "‘",
    "textquoteright": "’",
    "textquotedblleft": "“",
    "textquotedblright": "”",
    "textquotesingle": "'",
    "textquotedbl": '"',
    "lq": "‘",
    "rq": "’",
    "textbar": "|",
    "textless": "<",
    "textgreater": ">",
    "textasciitilde": "∼",
    "textasciicircum": "^",
    "textunderscore": "_",
    "textdegree": "°",
    "textmu": "µ",
    "farcs": "″.",
    "farcm": "′.",
    "fdg": "°.",
    "texttimes": "×",
    "textpm": "±",
    "texttrademark": "™",
    "textregistered": "®",
    "textcopyright": "©",
    "copyright": "©",
    "texteuro": "€",
    "euro": "€",
    "pounds": "£",
    "textsterling": "£",
    "textyen": "¥",
    "S": "§",
    "P": "¶",
    "dag": "†",
    "ddag": "‡",
    "textbullet": "•",
    "textdagger": "†",
    "slash": "/",
    "nobreakspace": "\u00a0",
    "space": " ",
    "quad": " ",
    "qquad": " ",
    "newline": " ",
    "linebreak": " ",
    "par": " ",
    "textvisiblespace": " ",
    "textbackslash": "",
    "xspace": "",
    "noindent": "",
    "indent": "",
    "null": "",
    "relax": "",
    "maketitle": "",
    "smallskip": "",
    "medskip": "",
    "bigskip": "",
    "newpage": "",
    "allowbreak": "",
    "nolinebreak": "",
    "item": "• ",
    "begin": "",
    "end": "",
}
_CLINGING = frozenset(
    ("textquotedblleft", "textquoteleft", "lq", "textmu", "textdegree", "S", "pounds", "textsterling")
)
"""What belongs to the word after it: here the space after the command goes, as in TeX."""
_KNOWN = "|".join(sorted({**ABBREVIATIONS, **SYMBOLS}, key=len, reverse=True))
_COMMAND = lazy(
    rf"\\(?P<name>{_KNOWN})(?![A-Za-z])(?P<gap>\{{\}}|\\(?=[ ,])|)(?P<dot>\.?)(?P<space>[ ]?)"
    r"|(?:~?\\(?=(?:no)?cite)|\\(?=[acCe]?[uq]?(?:to)?ref))(?P<mark>(?:no)?cite[a-zA-Z]*|(?:auto|eq|c|C)?ref)\*?(?:\[[^\[\]]{0,80}\]){0,2}\s*\{(?P<key>[^{}]{0,200})\}"
    r"|\\(?P<note>footnote|thanks)\s*\{(?P<said>[^{}]{0,600})\}"
    r"|\\(?P<silent>label|vspace|hspace|footnotemark|index|pagestyle|thispagestyle)\*?\s*(?:\{[^{}]{0,80}\})?"
)
_ENVIRONMENT = lazy(r"\\(?:begin|end)\s*\{[a-zA-Z]{1,30}\*?\}")
_CODE = lazy(
    r"\\(?:texttt|code|path|lstinline|nolinkurl)\s*\{([^{}]*)\}|\\verb([|+!])(.{0,200}?)\2|\{\s*\\tt\s+([^{}]*)\}"
)
_ESCAPED = re.compile(r"\\([_#%&{}$~^])")
_PLAIN = lazy(r"(?<=[,(] )(?:eg|ie),|(?<=\()(?:eg|ie)(?=[, ])")
_PLAIN_SIGNS = ("eg,", "ie,", "(eg", "(ie")


def _repair(text: str, draft: Draft) -> str:
    if "\\" in text:
        text = _CODE().sub(
            lambda found: draft.literal(_ESCAPED.sub(r"\1", found[1] or found[3] or found[4] or "")), text
        )
        if "\\begin" in text or "\\end" in text:
            text = _ENVIRONMENT().sub("", text)
        text = _COMMAND().sub(_expanded, text)
    if any(sign in text for sign in _PLAIN_SIGNS):
        text = _PLAIN().sub(lambda found: f"{found[0][0]}.{found[0][1]}.{found[0][2:]}", text)
    return text


def _unescaped(code: str) -> str:
    return _ESCAPED.sub(r"\1", code)


def _expanded(found: re.Match[str]) -> str:
    if found["mark"]:
        return (
            f" [{UNCLEAR}{found['key']}{UNCLEAR_END}]"
            if "cite" in found["mark"]
            else f"{UNCLEAR}{found['key']}{UNCLEAR_END}"
        )
    if found["note"]:
        return f" ({found['said'].strip()})"
    if found["silent"]:
        return ""
    name = found["name"]
    if name not in ABBREVIATIONS:
        # TeX drops the space after a command; authors who wrote one mostly wanted it.
        return (
            SYMBOLS[name]
            + found["dot"]
            + (found["space"] if name not in _CLINGING and (SYMBOLS[name].strip() or name == "xspace") else "")
        )
    long = ABBREVIATIONS[name]
    dot = "" if long[-1] == "." else found["dot"]
    return long + dot + found["space"]


RULE = Rule("macros", ("\\", *_PLAIN_SIGNS), _repair)
