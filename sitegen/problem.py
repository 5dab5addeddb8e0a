"""What is wrong with the user's input, and where: values that are collected, sorted and shown together.

A finding about the *input* is a `Problem` value; a finding about the *machine* (disk full, no permission, a
program missing) is a `MachineError` raised at the edge with its cause. Anything else that is raised is a bug of ours.

How findings are handed on: what only checks yields them; what makes a value returns it with a tuple of them. Nobody
sorts them on the way but whoever shows them, once (`in_order`).
"""

from __future__ import annotations

import enum
from collections.abc import Iterable
from dataclasses import dataclass


class Level(enum.Enum):
    """How bad a problem is: an error stops publishing, a warning does so only under ``--strict``."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in the user's files; line and column count from 1, 0 means "the whole file" or "the whole line"."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """``file:line:column``, without the parts that are 0."""
        return ":".join([self.file, *(str(n) for n in (self.line, self.column) if n)])


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding: what is wrong, where, and what to do about it."""

    level: Level
    location: Location
    message: str
    hint: str = ""

    def __str__(self) -> str:
        """One line, in the form that editors and CI systems recognise."""
        hint = f" ({self.hint})" if self.hint else ""
        return f"{self.location}: {self.level.value}: {self.message}{hint}"


def error(location: Location, message: str, hint: str = "") -> Problem:
    """A problem that keeps the site from being published."""
    return Problem(Level.ERROR, location, _in_one_line(message), hint)


def warning(location: Location, message: str, hint: str = "") -> Problem:
    """A problem that the site can live with."""
    return Problem(Level.WARNING, location, _in_one_line(message), hint)


def _in_one_line(message: str) -> str:
    """A message that quotes a text of several lines, as one."""
    return " ".join(message.split("\n")) if "\n" in message else message


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Sorted by place, then severity, then words; exact repeats once."""
    return tuple(sorted(dict.fromkeys(problems), key=lambda p: (p.location, p.level.value, p.message)))


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether any of them keeps the site from being published."""
    return any(p.level is Level.ERROR for p in problems)


class MachineError(Exception):
    """The machine, not the input or the program, is at fault: no disk space, no permission, a missing program.

    Raised at the edge ``from`` its cause; the command line shows one sentence, and the cause behind it.
    """


class SiteError(ValueError):
    """Why a site cannot be loaded, for Python programs: ``problems`` are all mistakes, with file and line."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems
