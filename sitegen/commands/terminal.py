"""How commands end, and what they say in the end: on a terminal, and on the page of a run of GitHub Actions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen import github
from sitegen.colour import Line, Span, plain
from sitegen.problem import Level, Problem, in_order
from sitegen.streams import complain, say

if TYPE_CHECKING:
    from sitegen.progress import Progress

DONE, FAILED = 0, 1
"""Exit codes: published, or nothing wrong (warnings allowed); errors, or warnings under ``--strict``."""


def report(problems: Iterable[Problem], root: Path = Path()) -> None:
    """Every problem, in order, each with the line that it is about; then how many there were.

    ``root`` is the site's folder.
    """
    problems = in_order(problems)
    if not problems:
        return
    from sitegen.diagnostic import Diagnostics

    diagnostics = Diagnostics(root)
    for problem in problems:
        for line in diagnostics.lines(problem):
            complain(line)
    count = _count(problems)
    complain(count)
    github.tell(problems, root)
    github.add_to_summary(plain(count).removeprefix("sitegen: "), "\n".join(map(str, problems)))


def conclude(title: str, text: str) -> None:
    """Say what a command came to."""
    say(text)
    github.add_to_summary(title, text)


def _count(problems: Sequence[Problem]) -> Line:
    numbers = [(sum(p.level is level for p in problems), level.value) for level in (Level.ERROR, Level.WARNING)]
    said = [Span(f"{number} {name}{'s' * (number != 1)}", name) for number, name in numbers if number]
    return (Span("sitegen: "), said[0], *(part for one in said[1:] for part in (Span(", "), one)))


def progress(*, quiet: bool) -> Progress:
    """The stages of a build, as they run."""
    from sitegen.build import STAGES
    from sitegen.progress import Progress

    return Progress(total=len(STAGES), quiet=quiet)
