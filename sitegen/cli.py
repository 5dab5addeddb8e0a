"""The command line: finds the command, and turns what goes wrong into one sentence and an exit code.

Exit codes: 0 published or nothing wrong (warnings allowed); 1 errors, or warnings under ``--strict``: nothing was
published; 2 the command was not understood. What each command does stands in its file in `sitegen.commands`.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import NoReturn

from sitegen import __version__, streams
from sitegen.commands import COMMANDS
from sitegen.commands.terminal import FAILED
from sitegen.problem import MachineError
from sitegen.words.visible import spelt_out

INTERRUPTED, UNREAD = 130, 141  # as shells number an end by Ctrl+C and by a closed pipe


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the process's exit code comes back."""
    streams.prepare()
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except MachineError as failure:
        if options.traceback:
            raise
        streams.complain(f"sitegen: error: {failure}")
        cause = failure.__cause__
        if cause is not None and str(cause) not in str(failure):
            streams.complain(f"sitegen: caused by: {cause}")
        return FAILED
    except BrokenPipeError:  # whoever read the output has seen enough
        streams.silence()
        return UNREAD
    except KeyboardInterrupt:
        streams.complain("sitegen: interrupted; the site is as it was")
        return INTERRUPTED


class _Parser(argparse.ArgumentParser):
    """argparse's, but for what it quotes of a command that it does not understand."""

    def error(self, message: str) -> NoReturn:
        super().error(spelt_out(message))


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="sitegen", allow_abbrev=False, description="Turns digests of papers into a site.")
    parser.add_argument("--version", action="version", version=f"sitegen {__version__}")
    parser.add_argument("--traceback", action="store_true", help="show where in the program a machine failure surfaced")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for command in COMMANDS:
        # No abbreviations: a new option could change what an old script says.
        its = commands.add_parser(command.__name__.rpartition(".")[2], help=command.HELP, allow_abbrev=False)
        command.add_options(its)
        its.add_argument("--traceback", action="store_true", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
        its.set_defaults(run=command.run)
    return parser
