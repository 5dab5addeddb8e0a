r"""The tokens of a text that may hold mathematics: what each could be in an expression, and which brackets pair."""

from __future__ import annotations

import enum
import re
from functools import lru_cache

from sitegen.repair.formula.parse import commands_in
from sitegen.repair.formula.symbols import ACCENTS, ALPHABETS, GREEK, SYMBOLS, Kind

_TOKEN = re.compile(r"\\[A-Za-z]+|\\.|[A-Za-z]+|\d+(?:[.,]\d+)*|[ \u00a0]+|.", re.DOTALL)
_SIGNS = frozenset("+-−*=<>≤≥≈∼×·±/∈→|:")
# Short names that are English elsewhere; inside an expression, between operands, they are signs.
_WORD_SIGNS = frozenset(("times", "sim", "approx", "gg", "ll", "pm", "mp", "mod", "circ", "propto"))
_INSIDE = frozenset(("in", "mid", "to", "mod", "if", "le", "ge", "ne"))
# Commands that are English words, or that set text.
_ENGLISH = frozenset(
    ("text", "over", "under", "star", "bar", "check", "not", "square", "natural", "flat", "sharp", "top")
)
_TEXT = frozenset(("text", "textbf", "textit", "emph", "em", "it", "bf"))
_TWO_ARGUMENTS = frozenset(("frac", "dfrac", "tfrac"))
OPENERS = {"(": ")", "[": "]", "{": "}", "\\{": "\\}"}
CLOSERS = {close: open_ for open_, close in OPENERS.items()}


class Role(enum.Enum):
    """What a token could be in an expression."""

    SPACE = enum.auto()
    OPERAND = enum.auto()  # a letter, a number, a command that stands for something
    SIGN = enum.auto()  # stands between operands
    OPEN = enum.auto()
    CLOSE = enum.auto()
    SCRIPT = enum.auto()  # _ or ^
    LOOSE = enum.auto()  # belongs inside brackets: commas, primes, "in"
    OTHER = enum.auto()  # English


class Tokens:
    """A text's tokens, with the role of each, where it starts and ends, and the partner of each bracket."""

    __slots__ = ("_others", "ends", "pairs", "roles", "starts", "words")

    def __init__(self, text: str) -> None:
        found = list(_TOKEN.finditer(text))
        self.words = [match[0] for match in found]
        self.starts = [match.start() for match in found]
        self.ends = [match.end() for match in found]
        self.roles = [_role(word) for word in self.words]
        self.pairs = self._paired()
        # Tokens before each that are no mathematics: "is all between these two?" is one subtraction.
        self._others = [0]
        for at, role in enumerate(self.roles):
            self._others.append(self._others[-1] + (role is Role.OTHER and not self._is_whole_script(at)))

    def _paired(self) -> dict[int, int]:
        pairs: dict[int, int] = {}
        open_: list[int] = []
        for at, role in enumerate(self.roles):
            if role is Role.OPEN:
                open_.append(at)
            elif role is Role.CLOSE and open_:
                before = open_.pop()
                pairs[before], pairs[at] = at, before
        return pairs

    def _is_whole_script(self, at: int) -> bool:
        """Whether an upright word is all there is in a group: ``x_{train}``."""
        return self.words[at].isalpha() and self.word(at - 1) == "{" and self.word(at + 1) == "}"

    def word(self, at: int) -> str:
        """The token at ``at``; "" outside the text."""
        return self.words[at] if 0 <= at < len(self.words) else ""

    def role(self, at: int) -> Role:
        """The role of the token at ``at``; `Role.OTHER` outside the text."""
        return self.roles[at] if 0 <= at < len(self.roles) else Role.OTHER

    def all_mathematical(self, start: int, stop: int) -> bool:
        """Whether nothing in between is English."""
        return self._others[start] == self._others[stop]

    def after_argument(self, at: int) -> int:
        """The token after the group, signed number or single token that starts at ``at``, spaces before it skipped."""
        start = at
        while self.role(at) is Role.SPACE:
            at += 1
        if self.word(at).lstrip("\\") in ALPHABETS:
            at += 1  # one level is what people write: ^\mathrm{T}
        if self.role(at) is Role.OPEN and self.word(at) == "{":
            return self.pairs.get(at, at) + 1
        if self.word(at) in ("-", "+", "−") and self.word(at + 1)[:1].isdigit():
            return at + 2
        return start if self.role(at) is Role.OTHER and not self.word(at).isalpha() else min(at + 1, len(self.words))

    def after_operand(self, at: int) -> int:
        """The token after the operand at ``at``, with the arguments that its command takes."""
        name = self.word(at).lstrip("\\")
        if name in _TWO_ARGUMENTS:
            return self.after_argument(self.after_argument(at + 1))
        takes = name in ALPHABETS or name == "sqrt" or (name in ACCENTS and self.word(at + 1) == "{")
        return self.after_argument(at + 1) if takes else at + 1


@lru_cache(maxsize=4096)
def _role(word: str) -> Role:
    if word.isspace():
        return Role.SPACE
    if word in OPENERS:
        return Role.OPEN
    if word in CLOSERS:
        return Role.CLOSE
    if word in ("_", "^"):
        return Role.SCRIPT
    if _is_sign(word):
        return Role.SIGN
    if _is_operand(word):
        return Role.OPERAND
    if word in _INSIDE or word in ACCENTS or word in ",;.!'%…" or (word[0] == "\\" and not word[1:].isalpha()):
        return Role.LOOSE
    return Role.OTHER


def _is_sign(word: str) -> bool:
    if word in _SIGNS or word in _WORD_SIGNS:
        return True
    name = word.lstrip("\\")
    if name not in SYMBOLS or SYMBOLS[name][0] not in (Kind.BINARY, Kind.RELATION):
        return False
    return word[0] == "\\" or (len(name) > 2 and name not in _INSIDE)


def _is_operand(word: str) -> bool:
    if word[0].isdigit() or (len(word) == 1 and word.isalpha()):
        return True
    name = word.lstrip("\\")
    if not name.isascii() or not name.isalpha():
        return False
    if word[0] == "\\":
        return commands_in(name) is not None and name not in _TEXT
    if name in _ENGLISH or name in ACCENTS or name in _INSIDE or (len(name) == 2 and name not in GREEK):
        return False
    return commands_in(name) is not None
