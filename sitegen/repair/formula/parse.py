"""Reads TeX mathematics into a tree. Never fails, always ends.

What it does not know it keeps as readable words and says so (`Parsed.complete`), so that a reader can be told.
Cost: linear in the formula.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from sitegen.repair.alphabets import in_alphabet
from sitegen.repair.formula.commands import INFIX, SWITCHES, TAKING, infix, switched
from sitegen.repair.formula.tree import Number, Part, Row, Scripts, Symbol, Words
from sitegen.repair.symbols import ALIASES, ALPHABETS, CHARACTERS, GREEK, SETS, SPACES, SYMBOLS, Kind
from sitegen.repair.word_sets import word_set

MAX_DEPTH = 24
"""Groups nested deeper than this are read as if their braces were not there; no paper's formula comes near."""

_TOKEN = re.compile(r"\\(?:[A-Za-z]+|.|$)|\d+(?:[.,]\d+)*|\s+|-{1,2}>|\+/-|--+|.", re.DOTALL)
_TYPED = {"->": "to", "-->": "to", "+/-": "pm"}
_DELIMITERS = frozenset(("left", "right", "middle"))
_DROPPED = _DELIMITERS | word_set(
    "big Big bigl bigr bigm Bigl Bigr bigg Bigg biggl biggr Biggl Biggr displaystyle textstyle scriptstyle "
    "scriptscriptstyle limits nolimits mathrel mathbin mathopen mathclose mathpunct mathinner xspace notag nonumber "
    "smash strut relax hfill hfil allowbreak break nobreak newline protect small footnotesize scriptsize normalsize "
    "displaylimits mathstrut boldmath unboldmath ensuremath llap rlap mathclap noindent"
)
_LATEX_FUNCTIONS = word_set(
    """arccos arcsin arctan arg cos cosh cot coth csc deg det dim exp gcd hom inf ker lg lim liminf limsup ln log
    max min Pr sec sin sinh sup tan tanh injlim projlim varlimsup varliminf bmod"""
)
_MACROS = {
    **dict.fromkeys(("jpsi", "Jpsi"), "J/\\psi "),
    **dict.fromkeys(("ra", "rar"), "\\to "),
    # AASTeX: the unit stands above the decimal point.
    "farcs": "{}^{\\prime\\prime}.",
    "farcm": "{}^\\prime.",
    "fdg": "{}^\\circ.",
    "fs": "{}^{\\mathrm{s}}.",
    **{name: f"{name[0].upper()}_\\odot " for name in ("msun", "Msun", "lsun", "Lsun", "rsun", "Rsun")},
}
_ALPHABET_PREFIXES = ("mathbb", "mathcal", "mathbf", "mathrm", "mathfrak", "mathscr")
_SPELT = {"{": Kind.OPEN, "}": Kind.CLOSE} | dict.fromkeys(("%", "$", "&", "#", "_"), Kind.ORDINARY)
_TEX_OF = {
    "%": "\\%",
    "#": "\\#",
    "$": "\\$",
    "{": "\\{",
    "}": "\\}",
    "^": "\\hat{}",
    "\\": "\\backslash ",
}


@dataclass(frozen=True, slots=True)
class Parsed:
    """A formula's tree; ``complete`` if every command in it was understood."""

    tree: Row
    complete: bool


def parse(source: str) -> Parsed:
    """Read ``source`` (without its dollar signs)."""
    reader = Reader(source)
    return Parsed(reader.row(None), reader.complete)


class Reader:
    """One pass over the tokens. What takes arguments is read by the functions of `formula.commands`."""

    __slots__ = ("at", "complete", "depth", "tokens")

    def __init__(self, source: str) -> None:
        self.tokens = _TOKEN.findall(source)
        self.at = 0
        self.depth = 0
        self.complete = True

    def peek(self) -> str:
        """The token that comes next; "" at the end."""
        return self.tokens[self.at] if self.at < len(self.tokens) else ""

    def skip_space(self) -> None:
        """Move to the next token that is no white space."""
        while self.peek().isspace():
            self.at += 1

    def row(self, end: str | None) -> Row:
        """Parts up to ``end`` (consumed) or the end of the formula."""
        before: tuple[str, Row] | None = None  # what stands before `\over` or its like, of which a group has one
        parts: list[Part] = []
        switches: list[tuple[int, str]] = []  # the part from which letters change, and how
        while token := self.peek():
            if token == end:
                self.at += 1
                break
            if token == "}" and end in ("]", "$"):
                break  # an optional argument, a formula within words, that nobody closed
            name = token[1:] if token[0] == "\\" else ""
            if token in ("_", "^", "'"):
                self._script(parts, token)
            elif name in INFIX and before is None:
                self.at += 1
                before = name, switched(parts, switches)
                parts, switches = [], []
            elif name in SWITCHES and self._switches(name, end):
                self.at += 1
                switches.append((len(parts), name))
            elif (part := self.part()) is not None:
                parts.append(part)
        row = switched(parts, switches)
        return Row((infix(before[0], before[1], row),)) if before else row

    def _switches(self, name: str, end: str | None) -> bool:
        r"""Whether ``\rm`` and its like change all that follows: not ``\bf{x}``, nor ``\cal`` outside a group."""
        after = self.at + 1
        while after < len(self.tokens) and self.tokens[after].isspace():
            after += 1
        if after < len(self.tokens) and self.tokens[after] == "{":
            return False
        return end is not None or ALPHABETS.get(name) not in ("script", "fraktur")

    def _script(self, parts: list[Part], mark: str) -> None:
        base: Part = parts.pop() if parts else Row(())
        scripts = base if isinstance(base, Scripts) else Scripts(base, None, None)
        base, below, above = scripts.base, scripts.below, scripts.above
        self.at += 1
        if mark == "'":
            above = _beside(above, Symbol(Kind.ORDINARY, "′", "\\prime"))
        elif mark == "_":
            below = _beside(below, self._scripted(base))
        else:
            above = _beside(above, self._scripted(base))
        parts.append(Scripts(base, below, above, scripts.stacked))

    def _scripted(self, base: Part) -> Part:
        """A script's argument. ``x_10`` and ``10^-5`` mean the whole number wherever people typed them; TeX doesn't."""
        self.skip_space()
        token = self.peek()
        if token[:1].isdigit():
            self.at += 1
            return Number(token)
        signed = token == "-" and _may_be_unit(base) and self.at + 1 < len(self.tokens)
        if signed and self.tokens[self.at + 1][0].isdigit():
            self.at += 2
            return Row((Symbol(Kind.BINARY, "−", "-"), Number(self.tokens[self.at - 1])))
        return self.argument()

    def argument(self) -> Part:
        """The next group, or the next single symbol."""
        self.skip_space()
        token = self.peek()
        if not token or token == "}":
            return Row(())
        if token in "_^":
            self.at += 1
            return Row(())
        if token[0].isdigit() and len(token) > 1:
            self.tokens[self.at] = token[1:]  # \frac12
            return Number(token[0])
        part = self.part()
        if isinstance(part, Row) and len(part.parts) == 1:
            return part.parts[0]
        return part if part is not None else Row(())

    def part(self) -> Part | None:
        r"""The next part, or None for what has no form of its own (a space, ``\left``, a stray brace)."""
        token = self.peek()
        self.at += 1
        if token[0] == "\\":
            return self._command(token[1:])
        if token == "{":
            return self._deeper(lambda: self.row("}"))
        if token[0].isdigit():
            return Number(token)
        if token in _TYPED:
            return self._command(_TYPED[token])
        if token[:2] == "--":
            return self._dashes(token)
        if token == "-":
            return Symbol(Kind.BINARY, "−", "-")
        if token == "~":
            return Symbol(Kind.SPACE, "\u00a0", "~")
        if token.isspace() or token in "}&":
            return None
        return Symbol(CHARACTERS.get(token, Kind.ORDINARY), token, _TEX_OF.get(token, token))

    def _dashes(self, token: str) -> Part:
        """A range's dash between numbers, ``10--20``; minus signs elsewhere, as in a charge."""
        if self.at > 1 and self.tokens[self.at - 2][0].isdigit() and self.peek()[:1].isdigit():
            return Symbol(Kind.ORDINARY, "–", "\\text{--}")
        minuses = tuple(Symbol(Kind.BINARY, "−", "-") for _ in token)
        return Row(minuses)

    def _deeper(self, read: Callable[[], Part | None]) -> Part | None:
        if self.depth >= MAX_DEPTH:
            return None
        self.depth += 1
        part = read()
        self.depth -= 1
        return part

    def _command(self, name: str) -> Part | None:
        """What the command ``name`` and its arguments make."""
        name = ALIASES.get(name, name)
        if name in SYMBOLS:
            kind, char = SYMBOLS[name]
            tex = f"\\{name}" if kind is not Kind.FUNCTION or name in _LATEX_FUNCTIONS else f"\\operatorname{{{char}}}"
            return Symbol(kind, char, tex, upright=name in GREEK and name[0].isupper())
        if name in INFIX:
            return None
        if name in TAKING:
            return self._deeper(lambda: TAKING[name](self, name))
        if name in SPACES:
            return Symbol(Kind.SPACE, SPACES[name], f"\\{name}")
        if name in _SPELT:
            return Symbol(_SPELT[name], name, f"\\{name}")
        if name in _DROPPED:
            if name in _DELIMITERS and self.peek() == ".":
                self.at += 1
            return None
        if name in ("", "-"):
            return None
        return self._unknown(name)

    def _unknown(self, name: str) -> Part:
        if name in SETS:
            letter = SETS[name]
            return Symbol(Kind.ORDINARY, in_alphabet(letter, "double"), f"\\mathbb{{{letter}}}", upright=True)
        if not name[0].isalpha():
            return Symbol(CHARACTERS.get(name, Kind.ORDINARY), name, _TEX_OF.get(name, name))
        for prefix in _ALPHABET_PREFIXES:
            if name.startswith(prefix) and len(name) == len(prefix) + 1:
                return parse(f"\\{prefix}{{{name[-1]}}}").tree  # \mathbbR
        if name in _MACROS:
            return parse(_MACROS[name]).tree
        self.complete = False
        return Words(name)


def _may_be_unit(base: Part) -> bool:
    r"""Whether ``^-1`` after this is a power: ``10^-5``, ``s^-1``, but not ``K^-2\pi``."""
    return (
        isinstance(base, Number)
        or base == Row(())
        or (isinstance(base, Symbol) and base.char.isascii() and base.char.islower())
    )


def _beside(first: Part | None, second: Part) -> Part:
    if first is None:
        return second
    before = first.parts if isinstance(first, Row) else (first,)
    return Row((*before, second))
