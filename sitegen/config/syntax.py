"""Why a file is no YAML, in words for people who never read YAML's grammar: what they wrote, and what to write.

The parser names a place and the rule that failed there; which slip led to it is read from the lines around.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import yaml

from sitegen.problem import Location, Problem, error

_KEY = re.compile(r"\s*(?:- +)*[\w.-]+:(?:\s|$)")
_STUCK = re.compile(r"\s*(?:- +)*([\w-]+):(\S.*)")
_DASHES = re.compile(r"\s*(?:- +)*")
_CONFLICT = re.compile(r"[<>]{7} ")
_LONG_DASH = re.compile(r"\s*([–—−•·])\s+(\S.*)")
_SPECIAL = "@`%*&!|>"


@dataclass(frozen=True, slots=True)
class _Fault:
    """What the parser said, and the lines of the file; ``line`` and the others count from 0, -1 is none."""

    file: str
    lines: list[str]
    said: str
    context: str
    line: int
    column: int
    begun_line: int
    begun_column: int

    @property
    def text(self) -> str:
        """The line at the place."""
        return self.lines[self.line] if self.line < len(self.lines) else ""

    def before(self, wanted: Callable[[str], object]) -> int:
        """The last line before the place that says anything and is ``wanted``."""
        for number in range(min(self.line, len(self.lines)) - 1, -1, -1):
            if _content(self.lines[number]) and wanted(self.lines[number]):
                return number
        return -1

    def problem(self, message: str, hint: str, line: int = -1, column: int = -1) -> Problem:
        """An error at the place, or at another."""
        line, column = (line, column) if line >= 0 else (self.line, self.column)
        return error(Location(self.file, line + 1, column + 1), message, hint)


def syntax_error(text: str, file: str, caught: yaml.MarkedYAMLError) -> Problem:
    """The problem for what the parser said of ``text``."""
    mark: Any = caught.problem_mark or caught.context_mark
    begun: Any = caught.context_mark
    said = caught.problem or caught.context or "cannot be read"
    if mark is None:
        return error(Location(file), f"not valid YAML: {said}")
    lines = re.split(r"\r\n|[\r\n\x85\u2028\u2029]", text)
    beyond = mark.line >= len(lines)  # libyaml counts a line more where the last one is not ended
    fault = _Fault(
        file,
        lines,
        said,
        caught.context or "",
        len(lines) - 1 if beyond else mark.line,
        len(lines[-1]) if beyond else mark.column,
        begun.line if begun else -1,
        begun.column if begun else -1,
    )
    for slip in _SLIPS:
        if problem := slip(fault):
            return problem
    hint = f"{fault.context}, begun in line {begun.line + 1}" if fault.context and begun else ""
    return fault.problem(f"not valid YAML: {said}", hint)


def _conflict(fault: _Fault) -> Problem | None:
    line = next((number for number, text in enumerate(fault.lines) if _CONFLICT.match(text)), -1)
    if line < 0:
        return None
    hint = "keep one of the two versions, and delete the lines with <<<<<<<, ======= and >>>>>>>"
    return fault.problem("holds a merge conflict that is not settled", hint, line, 0)


def _long_dash(fault: _Fault) -> Problem | None:
    """An item behind a dash that a word processor has made long, or behind a bullet."""
    for number in (fault.line, fault.begun_line, fault.before(lambda line: True)):
        found = _LONG_DASH.match(fault.lines[number]) if 0 <= number < len(fault.lines) else None
        if found:
            message = f"this line begins with '{found[1]}', which YAML takes for a letter"
            return fault.problem(message, f"write '- {found[2][:40].strip()}'", number, found.start(1))
    return None


def _backslash(fault: _Fault) -> Problem | None:
    if "unknown escape character" not in fault.said:
        return None
    hint = "write / in a path; to keep the backslash, put the text into single quotes"
    return fault.problem("a backslash in double quotes changes what follows it", hint)


def _second_document(fault: _Fault) -> Problem | None:
    if "but found another document" in fault.said:
        return fault.problem("only one YAML document is allowed", "remove the line '---'")
    return None


def _open_quote(fault: _Fault) -> Problem | None:
    if "quoted scalar" not in fault.context or "unexpected end" not in fault.said:
        return None
    line, column = fault.begun_line, fault.begun_column
    return fault.problem("the quote that begins here is not closed", "add the same sign at its end", line, column)


def _open_bracket(fault: _Fault) -> Problem | None:
    if "while parsing a flow" not in fault.context:
        return None
    line, column = fault.begun_line, fault.begun_column
    opened = fault.lines[line][column : column + 1] if line < len(fault.lines) else ""
    if opened not in ("[", "{"):
        return None
    closing = "]" if opened == "[" else "}"
    if fault.line == line:
        return fault.problem(f"a comma or '{closing}' is missing before this", "put text with a comma into quotes")
    hint = f"add '{closing}' at its end, or a comma before line {fault.line + 1}"
    return fault.problem(f"the '{opened}' that begins here is not closed", hint, line, column)


def _tab(fault: _Fault) -> Problem | None:
    indent = fault.text[: fault.column + 1]
    if "\t" in indent and not indent.strip():
        return fault.problem("a tab indents this line", "indent with spaces")
    return None


def _special(fault: _Fault) -> Problem | None:
    sign = fault.text[fault.column : fault.column + 1]
    if sign and sign in _SPECIAL and ("cannot start any token" in fault.said or "undefined alias" in fault.said):
        hint = f'put it into quotes: "{_scalar(fault.text[fault.column :], in_list="[" in fault.text)}"'
        return fault.problem(f"a text that begins with '{sign}' means something else in YAML", hint)
    return None


def _no_space(fault: _Fault) -> Problem | None:
    """``title:My papers`` in the line at the place or before it."""
    for number in (fault.line, fault.before(lambda line: True)):
        found = _STUCK.match(fault.lines[number]) if 0 <= number < len(fault.lines) else None
        if found and not found[2].startswith(("//", ":")):  # neither an address nor an emoji's name
            hint = f"write '{found[1]}: {found[2][:40].strip()}'"
            return fault.problem(f"there is no space behind '{found[1]}:'", hint, number, found.start(2))
    return None


def _behind_quote(fault: _Fault) -> Problem | None:
    before = fault.text[: fault.column].rstrip()
    if "expected key" in fault.said and before.endswith(("'", '"')):
        quote = before[-1]
        hint = "write '' for a ' inside" if quote == "'" else 'write \\" for a " inside'
        return fault.problem(f"the text in {quote} ends before this", f"{hint}, or put the whole text into quotes")
    return None


def _deeper(fault: _Fault) -> Problem | None:
    """A key that begins to the right of the one before, which has its value already."""
    if not fault.said.startswith("mapping values") or not _starts_line(fault):
        return None
    above = fault.before(lambda line: True)
    if above < 0 or not _KEY.match(fault.lines[above]) or _begins(fault.text) <= _begins(fault.lines[above]):
        return None
    message = f"this line begins further right than line {above + 1}, which has its value already"
    hint = f"begin it in column {_begins(fault.lines[above]) + 1}"
    return fault.problem(message, hint, fault.line, _begins(fault.text))


def _shallower(fault: _Fault) -> Problem | None:
    """A line that begins in no column in which the lines above do, or an item to the left of its list."""
    if "did not find expected" not in fault.said or _indent(fault.text) != fault.column:
        return None
    item = fault.text.lstrip().startswith("- ")
    here = fault.column

    def like(line: str) -> bool:
        return line.lstrip().startswith("- ") if item else bool(_KEY.match(line))

    def column(line: str) -> int:
        return _indent(line) if item else _begins(line)

    above = fault.before(lambda line: like(line) and column(line) != here)
    if above < 0:
        return None
    what = "item" if item else "key"
    return fault.problem(
        f"this {what} begins in column {here + 1}, the one in line {above + 1} in column "
        f"{column(fault.lines[above]) + 1}",
        "begin both in the same column, if they belong together",
    )


def _colon(fault: _Fault) -> Problem | None:
    if fault.said.startswith("mapping values are not allowed"):
        start = _KEY.match(fault.text)
        value = _scalar(fault.text[start.end() :]) if start else ""
        hint = f'put the text into quotes: "{value}"' if value and '"' not in value else "put the text into quotes"
        return fault.problem("a text holds ': ', which makes a key of what is before it", hint)
    return None


_SLIPS = (
    _conflict,
    _long_dash,
    _backslash,
    _second_document,
    _open_quote,
    _open_bracket,
    _tab,
    _special,
    _behind_quote,
    _deeper,
    _no_space,
    _shallower,
    _colon,
)


def _content(line: str) -> bool:
    stripped = line.strip()
    return bool(stripped) and not stripped.startswith("#")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _begins(line: str) -> int:
    """The column of what stands behind a line's dashes."""
    dashes = _DASHES.match(line)
    return dashes.end() if dashes else 0


def _starts_line(fault: _Fault) -> bool:
    """Whether the colon at the place is that of the line's own key."""
    return bool(re.fullmatch(r"\s*(?:- +)*[\w.-]+", fault.text[: fault.column]))


def _scalar(text: str, *, in_list: bool = False) -> str:
    """A value as it was probably meant: without a comment behind it, or the rest of its list."""
    return re.split(r"[,\]}]|\s+#" if in_list else r"\s+#", text, maxsplit=1)[0].strip()[:60]
