"""What a reader makes of a file."""

from __future__ import annotations

from dataclasses import dataclass

from sitegen.day import Day
from sitegen.inputs.model import Entry
from sitegen.inputs.roles import Role
from sitegen.problem import Problem


@dataclass(frozen=True, slots=True)
class ParsedDigest:
    """A file's entries, its day and title (``""``: it has none), what was odd, and the role of each line of text."""

    entries: tuple[Entry, ...] = ()
    date: Day | None = None
    problems: tuple[Problem, ...] = ()
    lines: tuple[Role, ...] = ()
    title: str = ""
