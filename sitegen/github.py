"""What GitHub Actions shows of a run: problems at the lines of files, and a summary on the run's page.

It reads commands out of the log, so texts of others must not look like one.
https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
"""

from __future__ import annotations

import os
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from html import escape
from itertools import islice
from pathlib import Path

from sitegen.problem import Level, Location, Problem
from sitegen.words.visible import spelt_out

MOST = 10
"""Annotations of one level that GitHub keeps of a step."""

MOST_LINES = 200
"""Lines of one text that the summary shows; GitHub takes a megabyte of it."""

_LONGEST = 500  # characters of such a line
_COMMAND = re.compile(r"^([^\S\n]*:)(?=:)|(##)(?=\[)", re.MULTILINE)  # in today's form, and in the one before


def listens() -> bool:
    """Whether GitHub Actions runs this program and reads what it prints."""
    return os.environ.get("GITHUB_ACTIONS") == "true"


def inert(text: str) -> str:
    """A text for the log, in which nothing is a command: ``::error::`` becomes ``: :error::`` there."""
    return _COMMAND.sub(r"\1\2 ", text) if listens() else text


def tell(problems: Iterable[Problem], root: Path) -> None:
    """Annotate the first problems of each level; ``root`` is the site's folder. Nothing happens elsewhere."""
    if listens():
        for line in commands(problems, root):
            print(line, file=sys.stderr, flush=True)


def commands(problems: Iterable[Problem], root: Path) -> Iterator[str]:
    """The commands that show problems at their places. Whatever a problem quotes stays within its command."""
    told: Counter[Level] = Counter()
    for problem in problems:
        told[problem.level] += 1
        if told[problem.level] <= MOST:
            yield _annotation(problem, root)


def add_to_summary(title: str, text: str) -> None:
    """Show a text on the page of the run, if there is one: as it is, whatever Markdown or HTML it may look like."""
    if not listens() or not (file := os.environ.get("GITHUB_STEP_SUMMARY")):
        return
    lines = text.splitlines()
    shown = [line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…" for line in islice(lines, MOST_LINES)]
    if len(lines) > MOST_LINES:
        shown.append(f"… and {len(lines) - MOST_LINES} more lines in the log")
    block = escape(spelt_out("\n".join(shown)))
    try:
        with Path(file).open("a", encoding="utf-8", errors="replace") as page:
            page.write(f"#### {title}\n\n<pre>\n{block}\n</pre>\n\n")
    except OSError as cause:  # what was done is done, and the log says the same
        print(f"sitegen: cannot write the summary of this run: {cause}", file=sys.stderr, flush=True)


def _annotation(problem: Problem, root: Path) -> str:
    place = problem.location
    file = _in_repository(place, root)
    says = f"{problem.message} ({problem.hint})" if problem.hint else problem.message
    where = {"file": file, "line": place.line, "col": place.column} if file else {}
    given = ",".join(f"{key}={_property(str(value))}" for key, value in where.items() if value)
    message = spelt_out(says if file else f"{place}: {says}")
    return f"::{problem.level.value}{' ' if given else ''}{given}::{_data(message)}"


def _in_repository(place: Location, root: Path) -> str:
    """The file as seen from the repository's root; ``""`` for what is no file of it, such as a web address."""
    workspace = Path(os.environ.get("GITHUB_WORKSPACE") or ".").resolve()
    for path in (Path(place.file), root / place.file):
        try:
            if path.is_file():
                return path.resolve().relative_to(workspace).as_posix()
        except (OSError, ValueError):
            continue
    return ""


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
