"""What `sitegen` can be told to do. A new command is one module here and one name in `COMMANDS`.

A command is a module with four names: ``HELP`` is its line in ``sitegen --help``, ``EXAMPLES`` are command lines that
its own help shows, ``add_options(parser)`` declares what it understands, ``run(options)`` does it and returns the exit
code. Its name is the module's.
"""

from __future__ import annotations

import argparse
from typing import Protocol

from sitegen.commands import build, check, completion, explain, facts, names, new, pack, serve, settings, tags


class Command(Protocol):
    """What each module of `COMMANDS` offers. At import it loads nothing that `sitegen --version` would wait for."""

    __name__: str

    @property
    def HELP(self) -> str:  # noqa: N802 - a module's constant
        """One line, without a full stop."""

    @property
    def EXAMPLES(self) -> tuple[tuple[str, str], ...]:  # noqa: N802 - a module's constant
        """Command lines, without ``sitegen`` in front, each with what it is for."""

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Declare its arguments."""

    def run(self, options: argparse.Namespace) -> int:
        """Do it; the process's exit code comes back."""


COMMANDS: tuple[Command, ...] = (build, serve, check, pack, new, facts, names, explain, tags, settings, completion)
