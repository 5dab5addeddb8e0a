r"""Groups in braces: ``{\em word}``, ``\textbf{word}``, and braces that held something once.

Braces that mean a set, ``{0, 1}``, stay; so do those of templates and data. All others go, with a space where they
kept two words apart (``Name{Size}``). Unpaired braces go too. One pass, with the open groups on a stack.
"""

from __future__ import annotations

import re

from sitegen.repair.lazy_regex import lazy
from sitegen.repair.placeholders import (
    EMPHASIS,
    EMPHASIS_END,
    STRONG,
    STRONG_END,
    SUBSCRIPT,
    SUBSCRIPT_END,
    SUPERSCRIPT,
    SUPERSCRIPT_END,
    Draft,
    ends_word,
    starts_word,
)
from sitegen.repair.rule import Rule

_ITALIC = ("emph", "em", "it", "itshape", "textit", "sl", "slshape", "textsl")
_BOLD = ("textbf", "bf", "bfseries", "strong")
_PLAIN = (
    *("texttt", "tt", "ttfamily", "textsc", "sc", "scshape", "textrm", "rm", "rmfamily", "textsf", "sf", "sffamily"),
    *(
        "text",
        "textnormal",
        "textup",
        "textmd",
        "textlf",
        "mbox",
        "hbox",
        "fbox",
        "underline",
        "uline",
        "ul",
        "hl",
        "mathrm",
    ),
    *(
        "small",
        "large",
        "Large",
        "footnotesize",
        "scriptsize",
        "tiny",
        "normalsize",
        "centering",
        "protect",
        "nolinkurl",
    ),
    *("path", "code", "ensuremath", "enquote", "title", "acl", "ac", "acf", "acs", "acp", "gls", "Gls", "glspl"),
)
COMMANDS: dict[str, tuple[str, str]] = {
    **dict.fromkeys(_ITALIC, (EMPHASIS, EMPHASIS_END)),
    **dict.fromkeys(_BOLD, (STRONG, STRONG_END)),
    **dict.fromkeys(_PLAIN, ("", "")),
    "textsuperscript": (SUPERSCRIPT, SUPERSCRIPT_END),
    "textsubscript": (SUBSCRIPT, SUBSCRIPT_END),
    "enquote": ("“", "”"),
}
"""What each formatting command puts around its argument."""

_NAMES = "|".join(sorted(COMMANDS, key=len, reverse=True))
_LOST = "text|textbf|textit|texttt|textsc|textrm|textsf|emph|mathrm|mbox|underline"
_TOKEN = lazy(
    rf"\\(?:textcolor|color)\s*\{{[^{{}}]{{0,40}}\}}(?P<colour>)"
    rf"|\{{\s*\\(?P<switch>{_NAMES})(?![A-Za-z])\s*"
    rf"|\\(?P<command>{_NAMES})\*?\s*\{{"
    rf"|(?<![A-Za-z])(?P<lost>{_LOST})\{{"
    rf"|\\(?P<declared>{_NAMES})(?![A-Za-z])\s*"
    r"|\\(?P<skipped>.)|(?P<open>\{)|(?P<close>\})",
    re.DOTALL,
)
_LETTER = re.compile(r"[a-z]")
_SET = lazy(
    r"\s*[^,;|{}]{1,24}(?:[,;|][^,;|{}]{1,24}){1,30}\s*|\s+[^{}]*\s+|[-+−]?\d+(?:\.\d+)?|%[^{}]*%|#[^{}]*#|[^{}:]{1,24}:[^{}]{1,60}|[^{}]{1,24}[=<>|][^{}]{1,40}|\.{3}|…"
)
_PROSE = lazy(r"[A-Za-z]{2,} [A-Za-z]{2,} [A-Za-z]{2,}")
_LOOK = 240


def _repair(text: str, draft: Draft) -> str:
    out: list[str] = []
    stack: list[tuple[str, int, int]] = []  # what closes it, where it began in `out`, and after its brace in `text`
    at = 0
    for token in _TOKEN().finditer(text):
        if token.start() < at:
            continue
        out.append(text[at : token.start()])
        at = token.end()
        kind = token.lastgroup
        if kind in ("switch", "command", "lost"):
            start, end = COMMANDS[token[kind]]
            out.append(start)
            stack.append((end, -1, at))
        elif kind == "open":
            out.append("{")
            stack.append(("}", len(out) - 1, at))
        elif kind == "close":
            if not stack:
                out.append("}" if draft.typeset else "")
                continue
            end, opened, inside = stack.pop()
            out.append(end)
            if opened >= 0 and not draft.typeset and _was_fraction(text, inside, token.start()):
                out[opened], out[-1] = "/", ""
            elif opened >= 0 and not (draft.typeset or _stays(text, inside - 1, token.start())):
                out[opened] = _gap(text, inside, token.start())
                out[-1] = ""
        elif kind == "skipped":
            out.append(token[0])
    for _, opened, _ in stack:
        if opened >= 0 and not draft.typeset:
            out[opened] = ""
    out.append(text[at:])
    return "".join(out)


def _stays(text: str, open_: int, close: int) -> bool:
    """Whether a pair of braces is part of what is said."""
    inside = text[open_ + 1 : min(close, open_ + 1 + _LOOK)]
    before = text[open_ - 1 : open_]
    if close - open_ > _LOOK:
        return False
    if before in ("_", "^"):
        return False
    if "/" in (before, text[close + 1 : close + 2]) and inside.isalnum():
        return False
    if _LETTER.fullmatch(inside) and not ends_word(before) and not starts_word(text[close + 1 : close + 2]):
        return True
    if not inside.strip():
        return not before.isalnum() and before not in ("\\", "}") and bool(inside)
    if inside[0] == "{" and inside[-1] == "}":
        return inside[1:2] == " "  # {{ site.title }}, not {{3D}}
    if before == "{" and text[close + 1 : close + 2] == "}":
        return _stays(text, open_ - 1, close + 1)
    if before in ("$", "#", "@"):
        return True
    if _SET().fullmatch(inside):
        return not (
            _PROSE().search(inside) or (before.isalnum() and inside.strip("-+.").isdigit() and before.isdigit())
        )
    return False


def _was_fraction(text: str, inside: int, close: int) -> bool:
    r"""Whether this is what is left of ``\frac{1}{2}``: ``1{2}``. Without its brace it would read 12."""
    before = text[inside - 2 : inside - 1]
    single = before.isdigit() or (before.isalpha() and not text[inside - 3 : inside - 2].isalpha())
    return single and before.isascii() and text[inside : min(close, inside + 9)].isdigit()


def _gap(text: str, inside: int, close: int) -> str:
    """What replaces an opening brace that goes: a space between two words, else nothing."""
    before, word = text[inside - 2 : inside - 1] if inside > 1 else "", text[inside : min(close, inside + 40)]
    if not before.isalnum() or len(word) < 2 or not word[0].isalnum():
        return ""
    return "" if word.isupper() and word.isalpha() else " "


RULE = Rule("groups", ("{", "}", "\\"), _repair)
