"""Reads TeX mathematics, with its backslashes or after they were lost, into a tree. Never fails, always ends.

What it does not know it keeps as readable words and says so (`Parsed.complete`), so that a reader can be told.
Cost: linear in the formula.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from unicodedata import normalize

from sitegen.repair.formula.symbols import (
    ACCENTS,
    ALPHABETS,
    CHARACTERS,
    GREEK,
    SPACES,
    SYMBOLS,
    UPRIGHT,
    Kind,
    in_alphabet,
)
from sitegen.repair.formula.tree import Accent, Fraction, Number, Part, Root, Row, Scripts, Symbol, Words
from sitegen.repair.patterns import lazy

MAX_DEPTH = 24
"""Groups nested deeper than this are read as if their braces were not there; no paper's formula comes near."""

_TOKEN = re.compile(r"\\(?:[A-Za-z]+|.|$)|[A-Za-z]+|\d+(?:[.,]\d+)*|\s+|.", re.DOTALL)
_DROPPED = frozenset(
    re.findall(
        r"\w+",
        "left right big Big bigl bigr Bigl Bigr bigg Bigg biggl biggr displaystyle textstyle scriptstyle limits "
        "nolimits middle mathrel mathbin mathord mathopen mathclose ensuremath xspace label nonumber notag "
        "hspace vspace",
    )
)
_TWO_ARGUMENTS = frozenset(("frac", "dfrac", "tfrac", "cfrac"))
_TAKING = _TWO_ARGUMENTS | {"sqrt", "underline", "binom", "pmod", "not"} | ACCENTS.keys() | ALPHABETS.keys() | UPRIGHT
COMMANDS: frozenset[str] = frozenset(SYMBOLS) | _DROPPED | _TAKING | {"quad", "qquad", "pmod", "not"}
"""Every command this parser understands, without backslash."""

# What a word that lost its backslashes may be glued from: `Phicirc`, `sigmaleft`, `Bright`. Short names and those
# inside ordinary words are left out.
_GLUED = "in(?=math)|" + "|".join(
    sorted(
        (
            name
            for name in COMMANDS
            if name.isalpha()
            and (len(name) > 3 or name in ("sum", "phi", "psi", "Phi", "Psi", "eta", "tau", "rho", "cup", "cap", "ell"))
        ),
        key=len,
        reverse=True,
    )
)
_SEGMENTS = lazy(f"({_GLUED})|([A-Za-z])")
_GLUED_WORD = lazy(f"[A-Za-z]?(?:{_GLUED}){{1,6}}[A-Za-z]?")
MAX_NAME = 40
_NAME = re.compile(r"(?=[A-Za-z0-9-]*[a-z])[A-Za-z][A-Za-z0-9-]{2,}")
_ORDINALS = frozenset(("th", "st", "nd", "rd"))
# Commands that are words or letters of their own, and so are not read as commands without a backslash; those that
# take an argument are where a brace follows.
_NOT_BARE = frozenset(
    re.findall(
        r"\w+",
        "Re Im wp ni wr Pr tr lg natural sharp flat square top bot not big Big hom arg dim deg limits label "
        "sign rank diag it bf sc tt sf cal",
    )
)
_BARE_WITH_BRACE = ACCENTS.keys() | {"text", "underline", "emph", "mbox", "hbox"}


@dataclass(frozen=True, slots=True)
class Parsed:
    """A formula's tree; ``complete`` if every command in it was understood."""

    tree: Row
    complete: bool


def parse(source: str, *, bare: bool = False) -> Parsed:
    """Read ``source`` (without its dollar signs). ``bare``: words may be commands without their backslash."""
    reader = _Reader(source, bare)
    return Parsed(reader.row(None, 0), reader.complete)


def commands_in(word: str) -> list[str] | None:
    """The commands and single letters a word is glued from (``Phicirc`` → ``Phi``, ``circ``), or None."""
    if word in COMMANDS:
        return [word]
    if not _GLUED_WORD().fullmatch(word):
        return None
    return [found[0] for found in _SEGMENTS().finditer(word)]


class _Reader:
    """One pass over the tokens."""

    __slots__ = ("at", "complete", "tokens")

    def __init__(self, source: str, bare: bool) -> None:
        self.tokens: list[str] = []
        self.at = 0
        self.complete = True
        found = _TOKEN.findall(source)
        for token, following in zip(found, [*found[1:], ""], strict=False):
            if token[0].isascii() and token[0].isalpha():
                letters = _bare_word(token, following) if bare else list(token)
                if (
                    bare
                    and self.tokens
                    and self.tokens[-1] in ("_", "^")
                    and len(letters) > 1
                    and letters == list(token)
                ):
                    letters = ["{", *letters, "}"]  # w_ij
                self.tokens.extend(letters)
            else:
                self.tokens.append(token)

    def row(self, end: str | None, depth: int) -> Row:
        """Parts up to ``end`` (consumed) or the end of the formula."""
        parts: list[Part] = []
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            if token == end:
                self.at += 1
                break
            if token == "}" and end is None and depth == 0:
                self.at += 1  # a brace too many
                continue
            if token == "}" and end == "]":
                break  # an optional argument that nobody closed
            if token in "_^" or token == "'":
                self._scripts(parts, depth)
                continue
            part = self.part(depth)
            if part is not None:
                parts.append(part)
        return Row(tuple(parts))

    def _scripts(self, parts: list[Part], depth: int) -> None:
        base = parts.pop() if parts else Row(())
        below: Part | None = None
        above: Part | None = None
        if isinstance(base, Scripts):
            below, above, base = base.below, base.above, base.base
        token = self.tokens[self.at]
        self.at += 1
        if token == "'":
            above = _beside(above, Symbol(Kind.ORDINARY, "′", "\\prime"))
        elif token == "_":
            below = _beside(below, self.argument(depth))
        else:
            above = _beside(above, self.argument(depth))
        parts.append(Scripts(base, below, above))

    def argument(self, depth: int) -> Part:
        """The next group, or the next single symbol."""
        self._skip_space()
        if self.at >= len(self.tokens) or self.tokens[self.at] == "}":
            return Row(())
        if self.tokens[self.at] in ("_", "^"):
            self.at += 1
            return Row(())
        token = self.tokens[self.at]
        if token[0].isdigit() and len(token) > 1 and not self._follows_script():
            self.tokens[self.at] = token[1:]
            return Number(token[0])
        part = self.part(depth)
        if isinstance(part, Row) and len(part.parts) == 1:
            return part.parts[0]
        return part if part is not None else Row(())

    def _follows_script(self) -> bool:
        # x_10 means x₁₀ wherever people typed it without thinking of TeX, which would read x₁0.
        return self.at > 0 and self.tokens[self.at - 1] in ("_", "^")

    def _skip_space(self) -> None:
        while self.at < len(self.tokens) and self.tokens[self.at].isspace():
            self.at += 1

    def part(self, depth: int) -> Part | None:
        r"""The next part, or None for what has no form of its own (a space, ``\left``, a stray brace)."""
        token = self.tokens[self.at]
        self.at += 1
        first = token[0]
        if first == "\\":
            return self.command(token[1:], depth)
        if first.isspace():
            return None
        if token == "{":
            return self.row("}", depth + 1) if depth < MAX_DEPTH else None
        if token == "}":
            return None
        if first.isdigit():
            return Number(token)
        if len(token) > 1:
            return Words(token)
        if token == "-":
            return Symbol(Kind.BINARY, "−", "-")
        if token in "&~":
            return None
        kind = CHARACTERS.get(token, Kind.ORDINARY)
        return Symbol(kind, token, _TEX_OF.get(token, token))

    def command(self, name: str, depth: int) -> Part | None:
        """What the command ``name`` and its arguments make."""
        if name in SPACES:
            return Symbol(Kind.SPACE, SPACES[name], f"\\{name}")
        if name in SYMBOLS:
            kind, char = SYMBOLS[name]
            return Symbol(kind, char, f"\\{name}", upright=name in GREEK and name[0].isupper())
        if depth >= MAX_DEPTH and name in _TAKING:
            return None
        if name in _TWO_ARGUMENTS:
            return Fraction(self.argument(depth + 1), self.argument(depth + 1))
        if name == "binom":
            pair = Fraction(self.argument(depth + 1), self.argument(depth + 1))
            self.complete = False
            return pair
        if name == "sqrt":
            self._skip_space()
            degree = None
            if self.at < len(self.tokens) and self.tokens[self.at] == "[":
                self.at += 1
                degree = self.row("]", depth + 1) if depth < MAX_DEPTH else None
            return Root(self.argument(depth + 1), degree)
        if name in ACCENTS or name == "underline":
            return Accent(self.argument(depth + 1), name)
        if name in UPRIGHT:
            return self._words(depth)
        if name in ALPHABETS:
            if ALPHABETS[name] == "bold" and self._is_name():
                return self._words(depth)
            return _lettered(self.argument(depth + 1), ALPHABETS[name], name)
        if name == "pmod":
            return Row(
                (Symbol(Kind.OPEN, "(", "("), Words("mod "), self.argument(depth + 1), Symbol(Kind.CLOSE, ")", ")"))
            )
        if name == "not":
            return self._negated(depth)
        if name in _DROPPED:
            if name in ("left", "right", "middle") and self.at < len(self.tokens) and self.tokens[self.at] == ".":
                self.at += 1
            return None
        if name in ("{", "}", "%", "$", "&", "#", "_", "-"):
            kind = {"{": Kind.OPEN, "}": Kind.CLOSE}.get(name, Kind.ORDINARY)
            return Symbol(kind, name, f"\\{name}") if name != "-" else None
        if not name:
            return None
        self.complete = False
        if name in ("begin", "end"):
            self.argument(depth + 1)  # an environment's name; its rows are read as one
            return None
        return Words(name) if name[0].isalpha() else Symbol(Kind.ORDINARY, name, _TEX_OF.get(name, name))

    def _words(self, depth: int) -> Part:
        self._skip_space()
        if self.at < len(self.tokens) and self.tokens[self.at] == "*":
            self.at += 1  # \operatorname*
        if self.at >= len(self.tokens) or self.tokens[self.at] != "{":
            rest: list[str] = []
            while self.at < len(self.tokens) and self.tokens[self.at].isalpha():
                rest.append(self.tokens[self.at])
                self.at += 1
            return Words("".join(rest))
        start = self.at + 1
        stop = start
        while stop < len(self.tokens) and self.tokens[stop] not in ("{", "}", "$") and self.tokens[stop][0] != "\\":
            stop += 1
        if stop < len(self.tokens) and self.tokens[stop] == "}":
            self.at = stop + 1
            return Words(" ".join("".join(self.tokens[start:stop]).split(" ")))
        return self.argument(depth + 1)

    def _is_name(self) -> bool:
        r"""Whether a word in braces comes next: ``\\mathbf{FooNet}`` is a name, no product of seven bold letters."""
        if self.at >= len(self.tokens) or self.tokens[self.at] != "{":
            return False
        stop = self.at + 1
        while stop < len(self.tokens) and stop - self.at <= MAX_NAME and self.tokens[stop] != "}":
            stop += 1
        return _NAME.fullmatch("".join(self.tokens[self.at + 1 : stop])) is not None

    def _negated(self, depth: int) -> Part:
        part = self.argument(depth + 1)
        if isinstance(part, Symbol):
            return Symbol(part.kind, normalize("NFC", part.char + "\u0338"), f"\\not {part.tex}")
        return part


_TEX_OF = {
    "%": "\\%",
    "#": "\\#",
    "$": "\\$",
    "{": "\\{",
    "}": "\\}",
    "~": "\\sim ",
    "^": "\\hat{}",
    "\\": "\\backslash ",
}


def _bare_word(word: str, following: str) -> list[str]:
    """The tokens of a word that may have lost its backslashes."""
    if word in _BARE_WITH_BRACE:
        return [f"\\{word}" if following == "{" else word]
    segments = None if word in _NOT_BARE else commands_in(word)
    if segments is not None:
        return [segment if len(segment) == 1 else f"\\{segment}" for segment in segments]
    if len(word) == 1 or (len(word) > 2 or word in _ORDINALS):
        return [word]
    return list(word)


def _beside(first: Part | None, second: Part) -> Part:
    if first is None:
        return second
    before = first.parts if isinstance(first, Row) else (first,)
    return Row((*before, second))


def _lettered(part: Part, alphabet: str, name: str) -> Part:
    """``part`` with its letters in another alphabet."""
    match part:
        case Symbol(kind, char, tex) if in_alphabet(char, alphabet) != char or alphabet == "italic":
            return Symbol(kind, in_alphabet(char, alphabet), f"\\{name}{{{tex}}}", part.upright or alphabet == "double")
        case Number(digits) if alphabet in ("double", "bold"):
            changed = "".join(in_alphabet(char, alphabet) for char in digits)
            return Symbol(Kind.ORDINARY, changed, f"\\{name}{{{digits}}}", upright=True)
        case Words(text):
            return Row(tuple(_lettered(Symbol(Kind.ORDINARY, char, char), alphabet, name) for char in text))
        case Row(parts):
            return Row(tuple(_lettered(inner, alphabet, name) for inner in parts))
        case Scripts(base, below, above):
            return Scripts(_lettered(base, alphabet, name), below, above)
        case _:
            return part
