"""Quotation marks of three styles, ``TeX''-like, `single' and "straight", become curly ones, where they pair.

One pass over the quote characters, with what is open on a stack. A mark that finds no partner stays what it was, but
for TeX's own opening ones and apostrophes, whose meaning is plain.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from sitegen.repair.edits import Edit
from sitegen.repair.placeholders import Draft
from sitegen.repair.rule import Rule

_QUOTE = re.compile(r"[`'\"]{4,}|``|''|`|'|\"|“|”")  # four and more are no quotation marks
_MAX_MARKS = 3
_BEFORE_OPENING = frozenset(" \t\u00a0([{<“‘—–/=-")
_ELIDED = re.compile(r"(?:\d\ds?|em|til|tis|twas|cause|n)\b", re.IGNORECASE)
_CURLY = {True: ("“", "”"), False: ("‘", "’")}


@dataclass(frozen=True, slots=True)
class _Mark:
    """A quotation mark in its place: the characters beside it say what it could do."""

    found: re.Match[str]

    @property
    def before(self) -> str:
        return self.found.string[self.found.start() - 1 : self.found.start()]

    @property
    def after(self) -> str:
        return self.found.string[self.found.end() : self.found.end() + 1]

    @property
    def may_open(self) -> bool:
        return (not self.before or self.before in _BEFORE_OPENING) and bool(self.after) and not self.after.isspace()

    @property
    def may_close(self) -> bool:
        return bool(self.before) and not self.before.isspace() and not _is_word(self.after)

    @property
    def is_inside_word(self) -> bool:
        text, end = self.found.string, self.found.end()
        possessive = self.before in (")", "]") and self.after == "s" and not _is_word(text[end + 1 : end + 2])
        return possessive or (_is_word(self.before) and _is_word(self.after))


def _is_word(char: str) -> bool:
    return char.isalnum() or char == "_"


@dataclass(slots=True)
class _Quotes:
    """What each mark becomes, decided when its partner is found."""

    written: list[str] = field(default_factory=list)
    doubles: list[int] = field(default_factory=list)  # open ones, by their place in `written`
    singles: list[int] = field(default_factory=list)

    def add(self, mark: _Mark) -> None:
        sign = mark.found[0]
        self.written.append(sign)
        if len(sign) > _MAX_MARKS:
            return
        if sign in ("“", "``"):
            self.written[-1] = "“"
            self.doubles.append(len(self.written) - 1)
        elif sign == "”":
            del self.doubles[-1:]
        elif sign in ("''", '"'):
            self._add_double(mark)
        elif sign == "`":
            self._add_backtick(mark)
        else:
            self._add_single(mark)

    def _close(self, *, double: bool) -> None:
        opened = (self.doubles if double else self.singles).pop()
        self.written[opened], self.written[-1] = _CURLY[double]

    def _add_double(self, mark: _Mark) -> None:
        if self.doubles and mark.may_close:
            self._close(double=True)
        elif mark.may_open:
            self.doubles.append(len(self.written) - 1)

    def _add_backtick(self, mark: _Mark) -> None:
        if self.singles and mark.may_close and not mark.may_open:
            self._close(double=False)
            return
        self.singles.append(len(self.written) - 1)
        if mark.after and not mark.after.isspace():
            self.written[-1] = "‘"

    def _add_single(self, mark: _Mark) -> None:
        if mark.may_open and not _ELIDED.match(mark.found.string, mark.found.end()):
            self.singles.append(len(self.written) - 1)
        elif mark.is_inside_word:
            if not (mark.before.isdigit() and mark.after.isdigit()):
                self.written[-1] = "’"
        elif mark.may_close and self.singles:
            self._close(double=False)
        elif mark.may_open or mark.before.isalpha():
            self.written[-1] = "’"


def _edits(text: str) -> Iterator[Edit]:
    quotes = _Quotes()
    marks = [_Mark(found) for found in _QUOTE.finditer(text)]
    for mark in marks:
        quotes.add(mark)
    for mark, written in zip(marks, quotes.written, strict=True):
        if written != mark.found[0]:
            yield mark.found.start(), mark.found.end(), written


def _repair(text: str, draft: Draft) -> str:
    return draft.edit(text, _edits)


RULE = Rule("quotes", ("'", "`", '"'), _repair)
