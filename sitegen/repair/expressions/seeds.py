r"""Where a text holds mathematics beyond doubt, although its dollar signs (and maybe backslashes) are gone.

Each seed is a literal that any fast search finds, and a pattern that decides in context: "times" between digits is
one, "10.33 times" is not. The literals come first because most abstracts hold none of them; a pattern begins with its
literal and looks back from there, so that its search can jump from one to the next.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from sitegen.repair.formula.symbols import ALPHABETS, GREEK, SYMBOLS, Kind
from sitegen.repair.patterns import lazy

_GREEK = "|".join(sorted(GREEK, key=len, reverse=True))
_LETTER = rf"(?<![A-Za-z0-9_\\./@])(?:[A-Za-zα-ωΓ-Ω]|\\?(?:{_GREEK}|ell))"
_FUNCTIONS = "min|max|sup|inf|lim|argmin|argmax|log"
_SUBSCRIPT_WORDS = "max|min|eff|opt|tot|avg|ref|ij|ik|jk|kl|mn|st|ab|xy|out|in"
_SYMBOL = rf"\\?(?:{_GREEK}|infty|ell|star|ast|top|dagger|prime|circ)(?![A-Za-z])"

# No English word contains these; they are commands wherever they stand.
_UNMISTAKABLE = (
    "mathcal mathbb mathbf mathrm mathfrak mathscr mathsf mathds boldsymbol operatorname cdot infty gtrsim lesssim "
    "geqslant leqslant simeq propto notin subseteq supseteq otimes oplus odot setminus emptyset varepsilon vartheta "
    "varphi langle rangle lfloor rfloor lceil rceil mapsto bmod rightarrow leftarrow leftrightarrow Rightarrow "
    "Leftrightarrow longrightarrow varnothing triangleq approxeq uparrow downarrow lessapprox gtrapprox subsetneq "
    "coloneqq leftharpoonup rightharpoonup rightsquigarrow"
)
# These might be parts of words or names; they count when they stand alone.
_ALONE = "geq leq neq cdots ldots nabla forall"
_NUMBER = r"\d+(?:[.,]\d+)*"
_UNIT = r"(?:%|x|k|K|M|B|G|ms|s|m|h|GB|MB|TB|dB|pp|fps|FPS|Hz|kHz|MHz|GHz|px|nm|mm|cm|km|times|\^|,|\.|-)?"
_NEXT_LETTER = r"(?![aI] )[A-Za-z](?![A-Za-z'’])"

Seed = tuple[str, Callable[[], re.Pattern[str]]]
"""A literal, and the pattern to ask where a text holds it."""

_SEEDS: tuple[Seed, ...] = (
    (
        "_",
        lazy(
            rf"(?:{_LETTER}'?|(?<![A-Za-z0-9_])(?:{_FUNCTIONS})|(?<=\w)[)|](?=_\w(?!\w)))_(?:\{{[^{{}}]{{1,60}}\}}|\{{(?=[^{{}}]{{0,40}}\{{)|\d{{1,2}}(?![A-Za-z0-9_])"
            rf"|(?:[A-Za-z]|{_SUBSCRIPT_WORDS})(?![A-Za-z0-9_])|{_SYMBOL})"
        ),
    ),
    (
        "^",
        lazy(
            rf"(?:{_LETTER}(?:_(?:\w|\{{[^{{}}]{{1,40}}\}}))?|(?<![A-Za-z_\d.]){_NUMBER} ?|(?<=\S)[)\]}}|])\^"
            rf"(?:\{{[^{{}}]{{1,60}}\}}|\{{(?=[^{{}}]{{0,40}}\{{)|[-+−]?\d+|[A-Za-z](?![A-Za-z])|{_SYMBOL}"
            r"|(?:th|st|nd|rd)\b|[*+](?![\w*]))"
        ),
    ),
    *((name, lazy(rf"{name}(?![a-z])")) for name in _UNMISTAKABLE.split()),
    *((name, lazy(rf"{name}(?<![A-Za-z\\]{name})(?![A-Za-z])")) for name in _ALONE.split()),
    # Between a letter and a number, as in `Ngeq 3`.
    *(
        (name, lazy(rf"{name}(?<=[A-Za-z]{name})(?<![A-Za-z\\][A-Za-z]{name})(?= ?\d)"))
        for name in ("geq", "leq", "neq")
    ),
    ("dots", lazy(r"dots(?:(?<=[\d}],dots)|(?<=[\d}], dots))(?=,)")),
    (
        "sim",
        lazy(
            rf"sim(?<![A-Za-z\\-]sim)(?: ?(?=\d[\d.,]*{_UNIT}(?![A-Za-z]))"
            r"|(?<=[a-zA-Z] sim)(?<![A-Za-z][a-zA-Z] sim) (?=[A-Zp](?:\(|_|\b)|math))"
        ),
    ),
    ("approx", lazy(r"approx(?<![A-Za-z\\]approx) ?(?=\d)")),
    (
        "times",
        lazy(
            rf"times(?:(?<=\dtimes)(?![a-z])|(?<=\d times) (?:\d|{_NEXT_LETTER})|(?<![A-Za-z\d]times)\d"
            rf"|(?<=\dtimes) ?{_NEXT_LETTER}"
            rf"|(?<=[A-Za-z] times)(?<![A-Za-z'’\d][A-Za-z] times)(?<![aI] times) {_NEXT_LETTER}"
            rf"|(?<=[A-Za-z]times)(?<![A-Za-z'’\d][A-Za-z]times) ?(?:\d|{_NEXT_LETTER}))"
        ),
    ),
    ("pm", lazy(r"pm(?:(?<=\dpm) ?\d|(?<=%pm) ?\d|(?<=\d pm) ?\d+\.\d|(?<=% pm) ?\d)")),
    ("circ", lazy(rf"(?:{_GREEK}|(?<![A-Za-z])[A-Za-z]) ?circ (?:{_GREEK}|[A-Za-z](?![A-Za-z]))")),
    (" gg ", lazy(r" gg (?<=[A-Za-z\d] gg )(?<![A-Za-z'’][A-Za-z] gg )(?:[A-Za-z](?![A-Za-z])|\d)")),
    (" ll ", lazy(r" ll (?<=[A-Za-z\d] ll )(?<![A-Za-z'’][A-Za-z] ll )(?:[A-Za-z](?![A-Za-z])|\d)")),
    ("left", lazy(r"left(?<![A-Za-z]left)[(\[|](?=.{1,200}right[)\]|])")),
    ("sqrt", lazy(r"sqrt(?<![A-Za-z\\]sqrt)(?=\{|\[| ?[A-Za-z\d](?![A-Za-z]))")),
    ("frac{", lazy(r"frac\{(?<![A-Za-ce-su-z\\]frac\{)")),
    (
        "{",
        lazy(
            r"(?:tilde|hat|bar|vec|overline)\{(?<![A-Za-ce-z\\]tilde\{)(?<![A-Za-ce-z\\]hat\{)(?<![A-Za-z\\]bar\{)"
            r"(?=[^{}]{1,40}\}|[^{}]{1,40}\{[^{}]{1,40}\}\})"
        ),
    ),
    (
        "{",
        lazy(
            r"wide(?:tilde|hat)\{(?<![A-Za-z\\]widetilde\{)(?<![A-Za-z\\]widehat\{)"
            r"(?=[^{}]{1,40}\}|[^{}]{1,40}\{[^{}]{1,40}\}\})"
        ),
    ),
    ("sum_", lazy(r"sum_(?<![A-Za-z\\]sum_)")),
    ("prod_", lazy(r"prod_(?<![A-Za-z\\]prod_)")),
    (";mod;", lazy(r" ?;mod; ?")),
)
_GREEK_SEEDS: tuple[Seed, ...] = tuple(
    (
        name,
        lazy(
            rf"{name}(?:(?<![A-Za-z-]{name})(?= ?[=<>≤≥≈](?![A-Za-z>=-])|[_^](?:\{{|\w(?![A-Za-z_])|\d)|\([a-z]\))"
            rf"|(?<=[=<>+*^|]{name})(?![\w>@-])|(?<=[=<>+*] {name})(?![\w@-])|(?<=\d-{name})(?![\w-])"
            rf"|(?<=\[{name})(?=/))"
        ),
    )
    for name in GREEK
    if len(name) > 1
)
# A Greek name is looked at only in texts that have something beside which it would be a symbol.
_BESIDE_GREEK = (*"=<>≤≥≈_^+*|", "1-", "(x)", "(t)", "(s)", "(u)", "(z)", "(n)", "(k)", "(y)", "(a)", "[a")
_COMMAND = lazy(
    r"\\(?:"
    + "|".join(
        sorted(
            {name for name, (kind, _) in SYMBOLS.items() if name.isalpha() and kind is not Kind.SPACE and len(name) > 1}
            | {name for name in ALPHABETS if name.startswith("math") or name in ("boldsymbol", "bm")}
            | {"frac", "dfrac", "tfrac", "sqrt", "hat", "tilde", "bar", "widehat", "widetilde", "overline", "left"},
            key=len,
            reverse=True,
        )
    )
    + r")(?![A-Za-z])"
)
_ITEM = rf"(?:{_GREEK}|[a-zA-Z]|{_NUMBER})"
_GREEK_LIST = lazy(rf"\((?=[^()]{{0,60}}(?:{_GREEK})[,)]){_ITEM}(?:, ?{_ITEM}){{1,6}}\)")
_LISTED = tuple(
    f"{name}{end}"
    for name in (
        "alpha",
        "eta",
        "gamma",
        "delta",
        "epsilon",
        "lambda",
        "sigma",
        "mu",
        "phi",
        "tau",
        "rho",
        "omega",
        "psi",
    )
    for end in (",", ")")
)


def seeds(text: str) -> list[tuple[int, int]]:
    """Spans of the seeds in ``text``, in order; they may overlap."""
    spans = [found.span() for literal, pattern in _SEEDS if literal in text for found in pattern().finditer(text)]
    if any(sign in text for sign in _BESIDE_GREEK):
        spans.extend(
            found.span() for literal, pattern in _GREEK_SEEDS if literal in text for found in pattern().finditer(text)
        )
    if "\\" in text:
        spans.extend(found.span() for found in _COMMAND().finditer(text))
    if "(" in text and any(sign in text for sign in _LISTED):
        spans.extend(found.span() for found in _GREEK_LIST().finditer(text))
    spans.sort(key=lambda span: (span[0], -span[1]))
    return spans
