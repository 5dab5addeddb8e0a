"""`sitegen new`: a folder that is a site already."""

from __future__ import annotations

import argparse
from pathlib import Path

from sitegen import streams
from sitegen.commands.drafting import drafted, write_draft
from sitegen.commands.options import gathered, path
from sitegen.commands.terminal import DONE, FAILED, report

HELP = "make a folder that is ready to push as a site of its own"
EXAMPLES = (
    ("new my-papers", "a folder that is ready to push, with a few papers to try it on"),
    ("new my-papers --tags none", "without the example of tags"),
    ("new . --tags propose", "in a folder with lists in digests/: with a draft of tags from their papers"),
    ("new .", "in the folder that GitHub made; what is there stays as it is"),
)


def add_options(parser: argparse.ArgumentParser) -> None:
    """Which folder, and what of tags."""
    help = "a folder to be made, an empty one, one that a code host has just made, or one with lists in digests/"
    parser.add_argument("directory", type=path, metavar="DIR", help=help)
    parser.add_argument(
        "--tags",
        choices=("example", "propose", "none"),
        default="example",
        help="an example of tags in site.yaml, switched off (default); a draft of tags, as soon as there are papers to"
        " draft them from; or no word of tags in it",
    )


def run(options: argparse.Namespace) -> int:
    """Make it, and say what was there already and what comes next."""
    from sitegen.starter import lists, new, next_steps

    made = new(options.directory, options.tags)
    report(made.problems)
    if made.problems:
        return FAILED
    streams.say(f"Made {options.directory}: {', '.join(made.written)}.")
    if made.kept:
        streams.say(f"There already, and left alone: {', '.join(made.kept)}.")
    is_drafted = options.tags == "propose" and lists(options.directory) and _draft(options.directory)
    steps = next_steps(options.directory, made, drafted=is_drafted)
    streams.say("Next:\n" + "\n".join(f"  {number}. {step}" for number, step in enumerate(steps, 1)))
    return DONE


def _draft(directory: Path) -> bool:
    """Write a draft of tags beside the new `site.yaml`; whether there is one. What is wrong with the lists is told."""
    from sitegen.starter import DRAFT

    found = gathered(argparse.Namespace(config=directory / "site.yaml"))
    if found is None:
        return False
    text, summary = drafted(list(found[1].catalogue.papers.values()))
    file = directory / DRAFT
    if problem := write_draft(file, text):
        report([problem])
        return False
    streams.say(f"Drafted {file}: {summary}.")
    return True
