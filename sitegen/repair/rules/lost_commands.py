r"""Formulas that lost their dollar signs, and often their backslashes: ``mathcal{O}(n^2)``, ``sim30%``.

Two steps. `seeds` finds what can only be mathematics: a script on a single letter, a name like ``mathcal`` or ``geq``,
``times`` between digits. English stays English: "beta distribution", "sim-to-real", "10.33 times" hold no seed. Then
the seed grows over its neighbours for as long as they read as one expression (operands, signs, balanced brackets).
What has no letters ends as plain characters (``∼30%``, ``16×16``), the rest as a formula.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sitegen.repair.draft import INCOMPLETE, SUPERSCRIPT, SUPERSCRIPT_END, Draft
from sitegen.repair.formula import formula
from sitegen.repair.formula.parse import commands_in
from sitegen.repair.formula.symbols import ACCENTS, ALPHABETS, GREEK, SYMBOLS, Kind
from sitegen.repair.inline import Unclear
from sitegen.repair.rule import Rule
from sitegen.repair.rules.seeds import seeds

MAX_REGION = 400
"""Tokens of the longest expression looked for; growth stops there, which keeps the rule linear."""

_TOKEN = re.compile(r"\\[A-Za-z]+|\\.|[A-Za-z]+|\d+(?:[.,]\d+)*|[ \u00a0]+|.", re.DOTALL)
_SIGNS = frozenset("+-−*=<>≤≥≈∼×·±/∈→|:")
_BRACKETS = {"(": ")", "[": "]", "{": "}", "\\{": "\\}"}
_CLOSERS = {close: open_ for open_, close in _BRACKETS.items()}
_UNITS = frozenset("xkKMBGTsmhW")
_INSIDE = frozenset(("in", "mid", "to", "mod", "if", "le", "ge", "ne"))
# Short names that are English elsewhere; inside an expression, between operands, they are signs.
_WORD_SIGNS = frozenset(("times", "sim", "approx", "gg", "ll", "pm", "mp", "mod", "circ", "le", "ge", "ne", "propto"))
_SIGN_KINDS = (Kind.BINARY, Kind.RELATION)
_LOST_SPACES = re.compile(r" , | ?;(?=mod)|(?<=mod); ?")
_EATEN = re.compile(r"math(?:cal|bb|scr|frak)\s*\{(?=[^{}]*[_^/+*(])")
_CHARACTERS_ONLY = re.compile(r"[^A-Za-z_\\]*")
_GLUED_TIMES = re.compile(r"(?<=\d)× (?=\d)")
_NAME = re.compile(r"\\?[A-Za-z]+")
_POWER = re.compile(r"\s?\^(?:\{([^{}]*)\}|([-+−]?\d+|[*+]))")


@dataclass(slots=True)
class _Tokens:
    """A text's tokens and where each starts."""

    words: list[str]
    starts: list[int]

    def index(self, position: int) -> int:
        """The token that holds a character position (binary search)."""
        low, high = 0, len(self.starts)
        while high - low > 1:
            middle = (low + high) // 2
            if self.starts[middle] <= position:
                low = middle
            else:
                high = middle
        return low


def _repair(text: str, draft: Draft) -> str:
    found = seeds(text)
    if not found:
        return text
    matches = list(_TOKEN.finditer(text))
    tokens = _Tokens([match[0] for match in matches], [match.start() for match in matches])
    ends = [match.end() for match in matches]
    pieces: list[str] = []
    at = 0
    for start, end in found:
        if start < at:
            continue
        seed, word = text[start:end], tokens.words[tokens.index(start)]
        if seed in SYMBOLS and len(word) > len(seed) and commands_in(_unslashed(word)) is None:
            pieces += (text[at:start], SYMBOLS[seed][1])  # within a name: `AbCinfty`
            at = end
            continue
        first, last = _grow(tokens, tokens.index(start), tokens.index(end - 1))
        begin, stop = tokens.starts[first], ends[last]
        if begin < at:
            continue
        pieces += (text[at:begin], _written(text[begin:stop], draft))
        at = stop
    return "".join(pieces) + text[at:]


def _grow(tokens: _Tokens, first: int, last: int) -> tuple[int, int]:
    """The expression around a seed, as its first and last token."""
    words = tokens.words
    for _ in range(6):  # each bracket that turns out to belong to the expression starts a new round
        last = _right(words, first, last)
        first = _left(words, first, last)
        group = _enclosing(words, first, last)
        if group is None:
            break
        first, last = group
    return first, last


def _right(words: list[str], first: int, last: int) -> int:
    """The last token of the expression that begins at ``first`` and reaches at least to ``last``."""
    last = _closed(words, first, last)
    at = last + 1
    spaced = False
    sign = _is_sign(words[last])
    while at < len(words) and at - first < MAX_REGION:
        word = words[at]
        if word.isspace():
            spaced = True
            at += 1
            continue
        if word == "," and spaced and words[at + 1 : at + 2] == [" "]:
            sign, spaced, at = True, False, at + 1  # a thin space that lost its backslash
            continue
        if word in "_^'" and not spaced and not sign:
            at = _argument(words, at + 1) if word != "'" else at + 1
            if word == "'" and words[at : at + 1] and words[at][0].isalpha():
                break
            last = at - 1
            continue
        if word == "^" and spaced and words[at + 1 : at + 4] in (["{", "circ", "}"], ["{", "\\circ", "}"]):
            at += 4
            last, spaced = at - 1, False
            continue
        if word == "%" and not spaced and not sign:
            last, at = at, at + 1
            continue
        if _is_sign(word):
            if sign and word not in "+-−":
                break
            sign, spaced, at = True, False, at + 1
            continue
        if word in _BRACKETS:
            close = _matching(words, at)
            if close is None or (spaced and not sign) or not _all_mathematical(words, at + 1, close):
                break
            last, at, sign, spaced = close, close + 1, False, False
            continue
        if not _is_operand(word) or (spaced and not sign and not _joins(words, last, at)):
            break
        if (
            word in _UNITS
            and words[last][-1:].isdigit()
            and not spaced
            and words[at + 1 : at + 2] not in (["_"], ["^"])
        ):
            break
        if _is_article(words, at) and not sign:
            break
        last, at, sign, spaced = at, at + 1, False, False
        last = _closed(words, first, last)
        at = last + 1
    return last


def _left(words: list[str], first: int, last: int) -> int:
    """The first token of the expression that ends at ``last`` and begins no later than ``first``."""
    if words[first] in _CLOSERS:
        first = _opening(words, first) or first
    at = first - 1
    spaced = False
    sign = _is_sign(words[first]) or words[first] in "_^;"
    while at >= 0 and last - at < MAX_REGION:
        word = words[at]
        if word.isspace():
            spaced = True
            at -= 1
            continue
        if word == "," and spaced and at and words[at - 1] == " ":
            sign, spaced, at = True, False, at - 1
            continue
        if _is_sign(word) and not (word in "-−:|/" and spaced) and not (word == "-" and sign):
            if at == 0 or (word in "-:|/" and words[at - 1].isspace()):
                break
            sign, spaced, at = True, False, at - 1
            continue
        if word in _CLOSERS:
            open_ = _opening(words, at)
            if open_ is None or (spaced and not sign) or not _all_mathematical(words, open_ + 1, at):
                break
            first, at, sign, spaced = open_, open_ - 1, False, False
            if at >= 0 and words[at] in "_^":
                sign, at = True, at - 1
            continue
        if (
            word == "in"
            and spaced
            and at > 1
            and words[at - 1] == " "
            and _is_set(words, first)
            and _is_element(words, at - 2)
        ):
            sign, spaced, at = True, False, at - 1
            continue
        if not _is_operand(word) or (spaced and not sign) or (_is_article(words, at) and spaced and first - at < 2):
            break
        first, at, sign, spaced = at, at - 1, False, False
        if at >= 0 and words[at] in "_^":
            sign, at = True, at - 1
    return first


def _is_set(words: list[str], at: int) -> bool:
    """Whether a set's symbol begins here: ``Z_p``, ``R^n``, ``mathbb R``."""
    return words[at].lstrip("\\") in ("mathbb", "mathcal", "mathds") or (
        len(words[at]) == 1 and words[at] in "RZNCQF" and words[at + 1 : at + 2] in (["_"], ["^"])
    )


def _is_element(words: list[str], at: int) -> bool:
    return words[at] == ")" or (len(words[at]) == 1 and words[at].isalpha() and words[at - 1 : at] in ([" "], ["("]))


def _enclosing(words: list[str], first: int, last: int) -> tuple[int, int] | None:
    """The bracket around an expression with all that stands in it, if all of it is mathematics."""
    at = first - 1
    while at >= 0 and first - at < 40 and (words[at].isspace() or words[at] in ",;" or _mathematical(words[at])):
        if words[at] in _BRACKETS:
            break
        at -= 1
    if at < 0 or words[at] not in ("(", "["):
        return None
    close = _matching(words, at)
    if close is None or close < last or not _all_mathematical(words, at + 1, close):
        return None
    return at, close


def _closed(words: list[str], first: int, last: int) -> int:
    """``last``, moved on until brackets opened since ``first`` are closed, or a command has its argument."""
    word = words[last]
    if (
        word.lstrip("\\") in ALPHABETS
        or (word.lstrip("\\") in ACCENTS and words[last + 1 : last + 2] == ["{"])
        or word in ("frac", "sqrt", "\\frac", "\\sqrt")
    ):
        end = _argument(words, last + 1)
        if word.endswith("frac"):
            end = _argument(words, end)
        return min(end, len(words)) - 1
    depth = 0
    for at in range(first, min(len(words), first + MAX_REGION)):
        if words[at] in _BRACKETS:
            depth += 1
        elif words[at] in _CLOSERS:
            depth -= 1
        if at >= last and depth <= 0:
            return at
    return last


def _argument(words: list[str], at: int) -> int:
    """The token after the group or single token that starts at ``at``."""
    while at < len(words) and words[at].isspace():
        at += 1
    if at < len(words) and words[at] == "{":
        close = _matching(words, at)
        return at + 1 if close is None else close + 1
    if at < len(words) and words[at] in "-+−" and at + 1 < len(words) and words[at + 1][0].isdigit():
        return at + 2
    if at < len(words) and words[at].lstrip("\\") in ALPHABETS:
        return _argument(words, at + 1)
    return at + 1


def _matching(words: list[str], at: int) -> int | None:
    """The bracket that closes the one at ``at``."""
    depth = 0
    for index in range(at, min(len(words), at + MAX_REGION)):
        if words[index] in _BRACKETS:
            depth += 1
        elif words[index] in _CLOSERS:
            depth -= 1
            if depth == 0:
                return index
    return None


def _opening(words: list[str], at: int) -> int | None:
    """The bracket that the one at ``at`` closes."""
    depth = 0
    for index in range(at, max(-1, at - MAX_REGION), -1):
        if words[index] in _CLOSERS:
            depth += 1
        elif words[index] in _BRACKETS:
            depth -= 1
            if depth == 0:
                return index
    return None


def _is_sign(word: str) -> bool:
    if word in _SIGNS or word in _WORD_SIGNS:
        return True
    name = word.lstrip("\\")
    if name not in SYMBOLS or SYMBOLS[name][0] not in _SIGN_KINDS:
        return False
    return word[0] == "\\" or (len(name) > 2 and name not in _INSIDE)


def _is_operand(word: str) -> bool:
    if word[0].isdigit() or (len(word) == 1 and word.isalpha()):
        return True
    name = word.lstrip("\\")
    if not name.isascii() or not name.isalpha():
        return False
    if word[0] == "\\":
        return commands_in(name) is not None and name not in ("text", "textbf", "textit", "emph", "em", "it", "bf")
    if name in ("text", "over", "under", "star", "bar", "check", "not", "square", "natural", "flat", "sharp", "top"):
        return False
    return (
        name not in ACCENTS
        and commands_in(name) is not None
        and name not in _INSIDE
        and not (len(name) == 2 and name not in GREEK)
    )


def _mathematical(word: str) -> bool:
    if word.isspace() or word in _INSIDE or word in ACCENTS or word in "()[]{}_^,;.!'%…":
        return True
    return _is_operand(word) or _is_sign(word) or (word[0] == "\\" and not word[1:].isalpha())


def _all_mathematical(words: list[str], start: int, stop: int) -> bool:
    """Whether everything between two brackets is; an upright word as a whole script (``x_{train}``) is too."""
    for at in range(start, stop):
        if not _mathematical(words[at]) and not (
            words[at].isalpha()
            and at
            and words[at - 1] == "{"
            and words[at + 1 : at + 2] == ["}"]
            and words[at - 2 : at - 1]
        ):
            return False
    return True


def _joins(words: list[str], last: int, at: int) -> bool:
    """Whether two operands with a space between them are one product: after ``log`` or ``sum``, before ``mathcal``."""
    before, word = words[last].lstrip("\\"), words[at].lstrip("\\")
    if word in ALPHABETS or word in ("log", "ln", "exp", "sum", "prod", "sqrt", "frac"):
        return True
    if before in SYMBOLS and SYMBOLS[before][0] in (Kind.FUNCTION, Kind.LARGE):
        return True
    following = words[at + 1 : at + 3]
    return len(words[at]) == 1 and (following[:1] == ["_"] or (following[:1] == [" "] and following[1:2] == ["+"]))


def _is_article(words: list[str], at: int) -> bool:
    """Whether a lone ``a``, ``A`` or ``I`` is an English word rather than a symbol."""
    if words[at] not in ("a", "A", "I"):
        return False
    after = words[at + 1 : at + 2]
    return after == [" "] and not (len(words) > at + 2 and _is_sign(words[at + 2]))


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
    exponent = (found[1] or found[2]).strip()
    if exponent in ("∘", "°"):
        return "°"
    if not _CHARACTERS_ONLY.fullmatch(exponent):
        return found[0]
    return f"{SUPERSCRIPT}{exponent.replace('-', '−')}{SUPERSCRIPT_END}"


RULE = Rule("lost commands", (), _repair)
