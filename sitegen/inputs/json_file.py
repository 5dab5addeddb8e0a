"""JSON files of records: each record with the line that it begins in, and nothing lost before a break.

The records are the values of the list that the file is, or of a list in the object that it is, or that object alone.
They come one by one from the standard library's scanner, so that a large file is never held as objects.
"""

from __future__ import annotations

import json
import re
from collections.abc import Generator, Iterator
from functools import cached_property
from itertools import islice
from typing import Any, NamedTuple

WRAPPERS = frozenset({"papers", "results", "items", "records", "references", "data"})
"""Members of an object that hold the records, where they are lists."""

_WINDOWS = (1 << 14, 1 << 18, 1 << 23)
"""Characters that a value is looked for in, one after the other: no record is larger, no file is held as objects."""

_MOST_MEMBERS = 10_000  # of an object before the list that it holds

_SPACE = re.compile(r"[ \t\r\n]*")
_scan = json.JSONDecoder().raw_decode


class Row(NamedTuple):
    """A record, and the line (from 1) that it begins in."""

    line: int
    value: Any


class BrokenJsonError(ValueError):
    """The text is no JSON from ``line`` and ``column`` (from 1) on."""

    def __init__(self, why: str, text: str, at: int) -> None:
        super().__init__(why)
        self.line = text.count("\n", 0, at) + 1
        self.column = at - text.rfind("\n", 0, at)


class JsonFile:
    """A text that begins like JSON; no more of it is looked at than is asked for."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def first(self) -> dict[str, Any]:
        """The first record; empty where that is no object, or the text is broken before its end."""
        try:
            value = next(self.records(), Row(1, None)).value
        except BrokenJsonError:
            return {}
        return value if isinstance(value, dict) else {}

    def fault(self) -> BrokenJsonError | None:
        """Where the text stops to be JSON in its first thousand records; None where it does not."""
        try:
            for _ in islice(self.records(), 1_000):
                pass
        except BrokenJsonError as broken:
            return broken
        return None

    def records(self) -> Iterator[Row]:
        """The records in their order. Raises `BrokenJsonError` where the text stops to be JSON."""
        start = self._skip(0)
        if self._text[start : start + 1] == "[":
            end = yield from self._values(start)
            self._nothing_behind(end)
            return
        found = self._wrapped(start)
        if found is None:
            value, end = self._value(start)
            yield Row(1, value)
            self._nothing_behind(end)
        else:
            yield from self._values(found)

    def _wrapped(self, start: int) -> int | None:
        """Where the list begins that a member of the object at ``start`` holds the records in."""
        at = self._skip(start + 1)
        for _ in range(_MOST_MEMBERS):
            if self._text[at : at + 1] != '"':
                break
            name, at = self._value(at)
            at = self._skip(self._past(":", at))
            if name in WRAPPERS and self._text[at : at + 1] == "[":
                return at
            _, at = self._value(at)
            at = self._skip(at)
            if self._text[at : at + 1] != ",":
                break
            at = self._skip(at + 1)
        return None

    def _values(self, start: int) -> Generator[Row, None, int]:
        """The values of the list at ``start``; what the generator returns is where the list ends."""
        line, counted = 1, 0
        at = self._skip(start + 1)
        while self._text[at : at + 1] != "]":
            line += self._text.count("\n", counted, at)
            counted = at
            value, at = self._value(at)
            yield Row(line, value)
            at = self._skip(at)
            if self._text[at : at + 1] == "]":
                break
            at = self._skip(self._past(",", at))
        return at + 1

    def _value(self, at: int) -> tuple[Any, int]:
        for window in _WINDOWS:
            part = self._text[at : at + window]
            try:
                value, length = _scan(part)
                return value, at + length
            except json.JSONDecodeError as caught:
                if len(part) < window:  # it is not the window that cuts it short
                    raise BrokenJsonError(caught.msg, self._text, at + caught.pos) from caught
            except ValueError as caught:
                raise BrokenJsonError("a number is too long", self._text, at) from caught
            except RecursionError as caught:
                raise BrokenJsonError("values are nested too deeply", self._text, at) from caught
        raise BrokenJsonError("it is broken, or a record has more than 8 million characters", self._text, at)

    def _past(self, mark: str, at: int) -> int:
        at = self._skip(at)
        if self._text[at : at + 1] != mark:
            raise BrokenJsonError(f"Expecting '{mark}'", self._text, at)
        return at + 1

    def _skip(self, at: int) -> int:
        found = _SPACE.match(self._text, at)
        return found.end() if found else at

    def _nothing_behind(self, end: int) -> None:
        if (at := self._skip(end)) < len(self._text):
            raise BrokenJsonError("Extra data", self._text, at)
