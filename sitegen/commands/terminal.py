"""How commands end and what they say on standard error."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sitegen.problem import Level, Problem, in_order
from sitegen.streams import complain

if TYPE_CHECKING:
    from sitegen.progress import Progress

DONE, FAILED = 0, 1
"""Exit codes: published, or nothing wrong (warnings allowed); errors, or warnings under ``--strict``."""


def report(problems: Iterable[Problem]) -> None:
    """Every problem on a line of its own, in order, then how many there were."""
    for line in lines_of(problems):
        complain(line)


def lines_of(problems: Iterable[Problem]) -> tuple[str, ...]:
    """What `report` prints."""
    problems = in_order(problems)
    counts = [(sum(p.level is level for p in problems), level.value) for level in (Level.ERROR, Level.WARNING)]
    said = [f"{number} {name}{'s' * (number != 1)}" for number, name in counts if number]
    return (*map(str, problems), *([f"sitegen: {', '.join(said)}"] if said else []))


def progress(*, quiet: bool) -> Progress:
    """The stages of a build, as they run."""
    from sitegen.build import STAGES
    from sitegen.progress import Progress

    return Progress(total=len(STAGES), quiet=quiet)
