"""`sitegen new`: a folder that is a site already."""

from __future__ import annotations

import argparse

from sitegen import streams
from sitegen.commands.options import path
from sitegen.commands.terminal import DONE, FAILED, report

HELP = "make a folder that is ready to push as a site of its own"
EXAMPLES = (
    ("new my-papers", "a folder that is ready to push, with a few papers to try it on"),
    ("new my-papers --tags none", "without the example of tags"),
    ("new .", "in the folder that GitHub made; what is there stays as it is"),
)


def add_options(parser: argparse.ArgumentParser) -> None:
    """Which folder, and what of tags."""
    help = "a folder to be made, an empty one, or one that a code host has just made"
    parser.add_argument("directory", type=path, metavar="DIR", help=help)
    parser.add_argument(
        "--tags",
        choices=("example", "none"),
        default="example",
        help="what site.yaml says of tags: an example, switched off (default), or nothing",
    )


def run(options: argparse.Namespace) -> int:
    """Make it, and say what was there already and what comes next."""
    from sitegen.starter import new, next_steps

    made = new(options.directory, options.tags)
    report(made.problems)
    if made.problems:
        return FAILED
    streams.say(f"Made {options.directory}: {', '.join(made.written)}.")
    if made.kept:
        streams.say(f"There already, and left alone: {', '.join(made.kept)}.")
    steps = next_steps(options.directory, made)
    streams.say("Next:\n" + "\n".join(f"  {number}. {step}" for number, step in enumerate(steps, 1)))
    return DONE
