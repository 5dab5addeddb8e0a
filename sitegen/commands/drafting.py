"""A draft of tags, printed or written into a file of its own: what `sitegen tags --propose` and `sitegen new` share."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen.problem import Location, MachineError, Problem, error

if TYPE_CHECKING:
    from sitegen.catalogue.model import Paper


def drafted(papers: Sequence[Paper]) -> tuple[str, str]:
    """The draft for these papers, and in a line what it comes to."""
    from sitegen.reports.proposals import draft, propose, summary

    proposal = propose(papers)
    return draft(proposal), summary(proposal)


def write_draft(file: Path, text: str) -> Problem | None:
    """Write a draft to a file that is not there yet; an error if it is. Raises MachineError where the disk refuses."""
    try:
        with file.open("x", encoding="utf-8", errors="replace", newline="\n") as opened:
            opened.write(text)
    except FileExistsError:
        return error(Location(str(file)), "is there already, and stays as it is", "name another file, or delete it")
    except FileNotFoundError:
        return error(Location(str(file)), "cannot be written: its folder does not exist", "make the folder first")
    except OSError as cause:
        raise MachineError(f"cannot write the draft to {file}") from cause
    return None
