"""How far an expression reaches: from an operand on, for as long as signs, scripts and brackets join what follows.

English words end it, and so does a space between two operands that no sign joins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate

from sitegen.repair.bare_math.operands import STARTS, after_argument, is_postfix
from sitegen.repair.bare_math.tokens import Tokens
from sitegen.repair.bare_math.vocabulary import Sense

MAX_EXPRESSION = 200
"""Tokens of the longest expression; no abstract's comes near."""

MAX_BARS = 120
"""Tokens of the longest absolute value or norm."""

_ARROWS = frozenset(("to", "rightarrow", "mapsto", "hookrightarrow", "longrightarrow", "→", "\\to", "\\rightarrow"))
_PREFIXES = frozenset(("+", "-", "−", "pm", "mp", "sim", "approx", "\\pm", "\\sim", "±", "∼", "cup", "cap"))
_RELATIONS = frozenset(("=", "<", ">", "approx", "sim", "simeq", "leq", "geq", "in", "≈", "∈"))
_APPLIED = frozenset((Sense.FUNCTION, Sense.LARGE))
_ITEM = re.compile(r"\d+|[ivx]+|[a-h]")
_NOUNS = frozenset(("partial", "alpha", "beta", "gamma", "delta", "lambda", "sigma", "theta", "kappa"))  # before nouns


def expressions(tokens: Tokens, proofs: list[bool]) -> Iterator[tuple[int, int]]:
    """First token and the one after the last of every expression that holds a proof, in order."""
    return _Extent(tokens, proofs).find()


class _Extent:
    """The grammar of an expression, over tokens whose senses are settled."""

    __slots__ = ("_others", "_proofs", "senses", "tokens", "words")

    def __init__(self, tokens: Tokens, proofs: list[bool]) -> None:
        self.tokens = tokens
        self.words = tokens.words
        self.senses = tokens.senses
        self._proofs = [0, *accumulate(proofs)]
        outside = (sense is Sense.OTHER or is_postfix(tokens, at) for at, sense in enumerate(tokens.senses[:-3]))
        self._others = [0, *accumulate(outside)]

    def find(self) -> Iterator[tuple[int, int]]:
        at = 0
        while at < len(self.tokens):
            stop = self._reach(at) if self._may_start(at) else at
            if stop > at and self._proofs[stop] > self._proofs[at]:
                yield at, stop
            elif stop == at and self.senses[at] is Sense.SIGN and self._proofs[at + 1] > self._proofs[at]:
                yield at, at + 1  # a sign between words
            at = max(stop, at + 1)

    def _may_start(self, at: int) -> bool:
        sense = self.senses[at]
        if sense is Sense.SIGN:
            # A sign of its own, not the hyphen of "non-x", nor what is left of an expression that ended.
            glued = self.tokens.is_glued(at) and self.senses[at - 1] not in (Sense.OPEN, Sense.BAR)
            return self.words[at][-1].isalpha() or (self.words[at] in "-+−<>" and not glued)
        return sense in STARTS or sense is Sense.SCRIPT

    def _reach(self, start: int) -> int:
        """The token after the expression that begins at ``start``; ``start`` if none does."""
        at = self.tokens.after_space(start + 1) if self.senses[start] is Sense.SIGN else start
        if at > start and self.words[start].isalpha() and self.words[at] in "-−":
            at += 1  # sim -1.8
        if self.senses[start] is Sense.SIGN and self.words[start] in "-+−" and at != start + 1:
            return start
        stop = start
        while at - start < MAX_EXPRESSION:
            after, applied = self._term(at)
            if after <= at:
                break
            stop = after
            at = self._link(start, stop, applied=applied)
            if at < 0:
                break
        return stop

    def _term(self, at: int) -> tuple[int, bool]:
        """The token after the operand at ``at`` with its scripts, and whether it is a function."""
        sense = self.senses[at]
        if sense is Sense.DROPPED:
            return self._after_dropped(at)
        if sense is Sense.OPEN:
            close = self.tokens.pairs.get(at, 0)
            stop = close + 1 if close > at and self._others[at] == self._others[close] else at
        elif sense is Sense.BAR:
            stop = self._after_bars(at)
        elif sense in (Sense.TAKING, Sense.FONT):
            stop = after_argument(self.tokens, at) or at
        elif sense is Sense.SCRIPT:
            return self._after_scripts(at), False
        else:
            stop = at + 1 if sense in STARTS else at
        return (self._after_scripts(stop) if stop > at else at), sense in _APPLIED

    def _after_dropped(self, at: int) -> tuple[int, bool]:
        if self.words[at] in ("left", "right") and self.words[at + 1] == ".":
            return at + 2, False
        if self.senses[at + 1] in (Sense.CLOSE,):
            return at, False
        stop, applied = self._term(self.tokens.after_space(at + 1))
        return (stop, applied) if stop > self.tokens.after_space(at + 1) else (at + 1, False)

    def _after_bars(self, at: int) -> int:
        """The token after ``|x|``; ``at`` where no bar closes the one there."""
        for stop in range(at + 1, min(at + MAX_BARS, len(self.tokens))):
            if self.senses[stop] is Sense.BAR:
                tight = self.senses[at + 1] is not Sense.SPACE or self.words[at].isalpha()
                inside = self._others[at] == self._others[stop] and tight
                return stop + 1 if inside and stop > at + 1 else at
        return at

    def _after_scripts(self, at: int) -> int:
        while True:
            if self.senses[at] is Sense.SCRIPT:
                stop = after_argument(self.tokens, at + 1)
                if not stop:
                    return at
                at = stop
            elif self.senses[at] is Sense.BAR and self.senses[at + 1] is Sense.SCRIPT:
                at += 1  # f|_X
            elif (
                (self.senses[at] is Sense.PRIME and self._is_prime(at))
                or (self.senses[at] is Sense.PERCENT and self.senses[at - 1] is not Sense.SPACE)
                or (self.senses[at] is Sense.BANG and self._is_factorial(at))
            ):
                at += 1
            else:
                return at

    def _is_prime(self, at: int) -> bool:
        return not self.words[at + 1][:1].isalpha() and self.senses[at - 1] is not Sense.SPACE

    def _is_factorial(self, at: int) -> bool:
        return self.senses[at + 1] in (Sense.CLOSE, Sense.SIGN) or self.words[at + 1] in ("^", "/")

    def _link(self, start: int, stop: int, *, applied: bool) -> int:
        """Where the next operand of an expression begins that so far ends before ``stop``; -1 where it ends."""
        at = self.tokens.after_space(stop)
        spaced = at > stop
        sense = self.senses[at]
        if sense is Sense.SIGN:
            return self._after_sign(at, spaced=spaced)
        if sense is Sense.BANG and self.senses[at + 1] is Sense.OPEN and not spaced:
            return at + 1
        if sense is Sense.BANG and self.senses[at + 1] is Sense.SIGN and not spaced:
            return self._after_bang(self._after_sign(at + 1, spaced=False))
        if sense is Sense.GAP:
            return self.tokens.after_space(at + 1)
        if sense is Sense.TIE:
            after = self.tokens.after_space(at + 1)
            return after if spaced == (after > at + 1) and self.senses[after] in STARTS else -1
        if sense is Sense.COMMA:
            return self._after_comma(at, spaced=spaced)
        if sense is Sense.BAR:
            return self._after_bar(start, at, spaced=spaced)
        if sense is Sense.DROPPED and self.senses[at + 1] is Sense.BAR:
            return at
        if not spaced:
            return at if sense in STARTS else -1
        if self.words[start] == "(" and stop == start + 3 and _ITEM.fullmatch(self.words[start + 1]):
            return -1  # (3) f_1 is
        return at if self._joins(start, at, applied=applied) else -1

    def _after_sign(self, at: int, *, spaced: bool) -> int:
        word = self.words[at]
        if is_postfix(self.tokens, at):
            return -1
        if word == "not" and self.senses[at + 1] is Sense.SIGN:
            at += 1
        if self.senses[at + 1] is Sense.SCRIPT:
            at = self._after_scripts(at + 1) - 1  # \\otimes_R
        after = self.tokens.after_space(at + 1)
        if self.senses[after] is Sense.COMMA and word not in "+-−" and self.senses[after + 1] in STARTS:
            after += 1  # :\\,I
        if word == ":" and (spaced != (after > at + 1)) and not self._leads_to_arrow(after):
            return -1
        if word in "-/" and spaced and after == at + 1 and self.senses[after] is Sense.WORD:
            return -1
        if word == "-" and self.senses[at - 1] is Sense.GREEK and self._is_abbreviation(after):
            return -1  # Lambda-CDM
        if self.senses[after] is Sense.BANG:
            after = self._after_bang(after)
        while self.senses[after] is Sense.SIGN and self.words[after] in _PREFIXES:
            after = self.tokens.after_space(self._after_scripts(after + 1))
        return after

    def _is_abbreviation(self, at: int) -> bool:
        return self.senses[at] is Sense.WORD and len(self.words[at]) > 2 and self.words[at].isupper()

    def _after_bang(self, at: int) -> int:
        return self.tokens.after_space(at + 1) if at >= 0 and self.senses[at] is Sense.BANG else at

    def _leads_to_arrow(self, at: int) -> bool:
        """Whether a colon belongs to a map: ``phi: H to G``."""
        stop, _ = self._term(at)
        return stop > at and self.words[self.tokens.after_space(stop)] in _ARROWS

    def _after_comma(self, at: int, *, spaced: bool) -> int:
        r"""A comma or semicolon that was a thin space, ``10^5,GeV`` from ``\,``."""
        after = self.tokens.after_space(at + 1)
        if self.senses[after] is Sense.GAP:
            after = self.tokens.after_space(after + 1)
            return after if self._may_start(after) else -1
        if spaced:
            return after if self.senses[after] in STARTS and not self._begins_relation(after) else -1
        after = at + 1
        if self.senses[after] is Sense.COMMA and self.words[at] == self.words[after] == ",":
            after += 1
        if self.senses[after] in STARTS and (self.senses[after] is not Sense.OPEN or self.tokens.is_upright(after)):
            return after
        return -1

    def _begins_relation(self, at: int) -> bool:
        """Whether a new statement follows, ``32 , F_B = 5``, so that a comma is one."""
        stop, _ = self._term(at)
        after = self.tokens.after_space(stop)
        return self.senses[after] is Sense.SIGN and self.words[after] in _RELATIONS

    def _after_bar(self, start: int, at: int, *, spaced: bool) -> int:
        if not spaced and self._after_bars(at) > at:
            return at
        after = self.tokens.after_space(at + 1)
        return after if self.senses[after] in STARTS and spaced == (after > at + 1) else -1

    def _joins(self, start: int, at: int, *, applied: bool) -> bool:
        """Whether an operand after a space belongs to the expression, although no sign stands between."""
        sense = self.senses[at]
        if applied:
            return sense in STARTS
        if sense in (Sense.SYMBOL, Sense.TAKING, Sense.FONT, Sense.LARGE, Sense.DROPPED):
            return True
        if sense is Sense.GREEK:
            return self._joins_greek(start, at)
        if sense is Sense.FUNCTION:
            after = self.tokens.after_space(at + 1)
            return self.senses[after] in STARTS or self.senses[after] is Sense.SCRIPT
        proven = self.senses[at - 2] in (Sense.CLOSE, Sense.SYMBOL, Sense.GREEK) or self.senses[at - 3] is Sense.SCRIPT
        compared = self.words[at + 1] in ("<", ">", "=") and self.senses[at - 2] is Sense.GREEK  # beta R<1
        return sense is Sense.LETTER and proven and (compared or self.senses[at + 1] in (Sense.SCRIPT, Sense.PRIME))

    def _joins_greek(self, start: int, at: int) -> bool:
        if self._proofs[at + 1] > self._proofs[at]:
            return self.words[at] != self.words[at - 2] or self._proofs[at - 1] > self._proofs[at - 2]
        noun = self.words[at + 1] == " " and self.senses[at + 2] is Sense.OTHER and self.words[at] in _NOUNS
        signed = any(sense is Sense.SIGN for sense in self.senses[start:at])
        return self._proofs[at] > self._proofs[start] and (signed or not noun)
