"""Standard output and error, so that every message can be printed wherever they lead: a terminal, a pipe, nowhere.

What is printed may quote a digest or an argument: control characters, which could move a terminal's cursor or rewrite
its lines, are spelt out, and nothing of it is a command to GitHub Actions. Colours are ours (`sitegen.colour`).
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from typing import TextIO

from sitegen.colour import Span, printed, wanted
from sitegen.github import inert
from sitegen.problem import MachineError


def prepare() -> None:
    r"""Let no message fail: what the locale's encoding lacks is printed as ``\u4e2d``, a closed stream loses all."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:  # closed by whoever started the program
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115 - for good
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def say(text: str | Iterable[Span]) -> None:
    """Print to standard output, now: Python itself would do so too late to report that it failed.

    Raises `BrokenPipeError` where nobody reads any more, `MachineError` where the place is full.
    """
    try:
        print(_shown(text, sys.stdout), flush=True)
    except BrokenPipeError:
        raise
    except OSError as cause:
        silence()
        raise MachineError("cannot write to standard output") from cause


def complain(text: str | Iterable[Span]) -> None:
    """Print to standard error, now."""
    print(_shown(text, sys.stderr), file=sys.stderr, flush=True)


def _shown(text: str | Iterable[Span], stream: TextIO) -> str:
    return inert(printed((Span(text),) if isinstance(text, str) else text, colour=wanted(stream)))


def silence() -> None:
    """Throw away what is still to be written, so that Python does not try once more at its end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            with suppress(OSError):
                os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
