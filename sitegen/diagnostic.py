"""Problems as a terminal shows them: place, what is wrong, what to do, and the line itself with a caret.

The first line of each is ``str(problem)``, which editors and CI systems recognise.
"""

from __future__ import annotations

import os
import re
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from sitegen.colour import Line, Span
from sitegen.problem import Location, Problem
from sitegen.words.visible import spelt_out

MOST = 40
"""Problems of one command that are shown with their line; of more than that, nobody looks at each."""

_WIDTH = 100  # columns, where nobody can say
_LARGEST = 64 << 20  # bytes of a file that is looked into
# The message does not show them either.
_CREDENTIALS = re.compile(r"(?<=://)[^/\s@]+@")
# What a caret underlines: text in quotes, or a word.
_TOKEN = re.compile(r""""[^"]*"|'[^']*'|[^\s,:;\[\]{}]+""")
_BEFORE = 20  # characters in front of the place, where a line is cut


class Diagnostics:
    """The lines of problems, shown one after the other; ``root`` is the site's folder. A file is read once."""

    def __init__(self, root: Path, *, width: int = 0) -> None:
        self._root = root
        self._width = width or _terminal_width()
        self._files: dict[str, list[bytes]] = {}
        self._left = MOST

    def lines(self, problem: Problem) -> Iterator[Line]:
        """All that is shown of a problem, in its colours."""
        level = problem.level.value
        hint = (Span(f" ({problem.hint})", "hint"),) if problem.hint else ()
        yield Span(f"{problem.location}:", "place"), Span(f" {level}:", level), Span(f" {problem.message}"), *hint
        if self._left and (line := self._line(problem.location)) is not None:
            self._left -= 1
            yield from _excerpt(line, problem, self._width)

    def _line(self, place: Location) -> str | None:
        """The line of a place; None where there is none, or where it cannot be read."""
        lines = self._lines(place.file) if place.line else []
        if place.line > len(lines) or not lines:
            return None
        text = lines[place.line - 1].removesuffix(b"\r").decode("utf-8", "replace").removeprefix("\ufeff")
        return _CREDENTIALS.sub("***@", text)

    def _lines(self, name: str) -> list[bytes]:
        if name not in self._files:
            try:
                self._files[name] = _read(_find(name, self._root))
            except OSError:  # the problem itself says so
                self._files[name] = []
        return self._files[name]


def _terminal_width() -> int:
    try:
        return os.get_terminal_size(sys.stderr.fileno()).columns or _WIDTH
    except (OSError, ValueError):  # nobody can say
        return _WIDTH


def _excerpt(line: str, problem: Problem, width: int) -> Iterator[Line]:
    """A line with its number, and a caret under the place where a column is known."""
    place = problem.location
    number = f"  {place.line} | "
    before, shown = _cut(line, place.column, max(width - len(number), _BEFORE + 10))
    yield Span(number, "quiet"), Span(before + shown)
    if place.column:
        edge = Span(f"{' ' * (len(number) - 2)}| ", "quiet")
        yield edge, Span(" " * _columns(before)), Span("^" * _length(shown), problem.level.value)


def _read(file: Path | None) -> list[bytes]:
    if file is None or not file.is_file() or file.stat().st_size > _LARGEST:
        return []
    return file.read_bytes().split(b"\n")


def _find(name: str, root: Path) -> Path | None:
    """The file that messages call so (see `config.paths.shown`); None where two could be meant."""
    found = [path for path in (Path(name), root / name) if path.exists()]
    if len(found) == 2 and not found[0].samefile(found[1]):
        return None
    return found[0] if found else None


def _cut(text: str, column: int, width: int) -> tuple[str, str]:
    """What is shown of a line before its column and from there on, each in a form that takes up one line."""
    at = max(column - 1, 0)
    width -= 2 * (len(text) > width)  # for what says that there is more
    start = max(0, min(at - _BEFORE, len(text) - width)) if len(text) > width else 0
    before, rest = text[start:at], text[at : start + width]
    more = "…" if start + width < len(text) else ""
    return ("…" if start else "") + _printable(before), _printable(rest) + more


def _printable(text: str) -> str:
    return spelt_out(text).replace("\t", " ")


def _length(shown: str) -> int:
    """How many columns are underlined: those of the word at the place."""
    token = _TOKEN.match(shown)
    return _columns(token[0].rstrip("…")) or 1 if token else 1


def _columns(text: str) -> int:
    """How wide a text is on a terminal."""
    if text.isascii():
        return len(text)
    wide = sum(unicodedata.east_asian_width(mark) in "WF" for mark in text)
    return len(text) + wide - sum(unicodedata.combining(mark) > 0 for mark in text)
