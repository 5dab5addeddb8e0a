"""`sitegen new`: a folder that is a site already."""

from __future__ import annotations

import argparse

from sitegen import streams
from sitegen.commands.options import path
from sitegen.commands.terminal import DONE, FAILED, report

HELP = "make a folder that is ready to push as a site of its own"
EXAMPLES = (
    ("new my-papers", "a folder with a sample to look at, ready to push"),
    ("new .", "in the folder that GitHub made; what is there stays as it is"),
)


def add_options(parser: argparse.ArgumentParser) -> None:
    """Which folder."""
    parser.add_argument("directory", type=path, metavar="DIR", help="an empty folder, or one to be made")


def run(options: argparse.Namespace) -> int:
    """Make it, and say what comes next."""
    from sitegen.starter import new

    problems = new(options.directory)
    report(problems)
    if problems:
        return FAILED
    streams.say(f"Made {options.directory}. Next: cd {options.directory} && sitegen serve")
    return DONE
