"""The command line: finds the command, and turns what goes wrong into one sentence and an exit code.

Exit codes: 0 published or nothing wrong (warnings allowed); 1 errors, or warnings under ``--strict``: nothing was
published; 2 the command was not understood. What each command does stands in its file in `sitegen.commands`.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from sitegen import streams
from sitegen.commands.parser import make_parser
from sitegen.commands.terminal import FAILED
from sitegen.problem import MachineError

NOT_UNDERSTOOD, INTERRUPTED, UNREAD = 2, 130, 141  # the last two as shells number an end by Ctrl+C, by a closed pipe


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the process's exit code comes back."""
    streams.prepare()
    options, unknown = make_parser().parse_known_args(arguments)
    if unknown:
        options.its.refuse(unknown)
    if options.run is None:
        options.its.print_help(sys.stderr)
        streams.complain("\nsitegen: error: name a command")
        return NOT_UNDERSTOOD
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
