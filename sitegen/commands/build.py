"""`sitegen build`: the site in its output folder."""

from __future__ import annotations

import argparse
import sys

from sitegen import streams
from sitegen.commands.options import add_site_options, add_strict, path, settings
from sitegen.commands.terminal import DONE, FAILED, progress, report

HELP = "build the site and publish it to the output folder"


def add_options(parser: argparse.ArgumentParser) -> None:
    """What a build can be told."""
    add_site_options(parser)
    parser.add_argument(
        "--output", type=path, metavar="DIR", help="where the site goes (default: site.yaml's, or _site)"
    )
    parser.add_argument(
        "--jobs", type=_positive, metavar="N", help="how many processes may work at once (at present one, and Pagefind)"
    )
    add_strict(parser)
    parser.add_argument(
        "--locked", action="store_true", help="fail where a paper has no name in permalinks.yaml; do not write it"
    )


def run(options: argparse.Namespace) -> int:
    """Build, publish, and say what became of it."""
    from sitegen.build import build
    from sitegen.summary import summary, unrecorded_lines

    given, problems = settings(options)
    if given is None or (options.strict and problems):
        report(problems)
        print("sitegen: nothing was published", file=sys.stderr)
        return FAILED
    stages = progress(quiet=options.quiet)
    outcome = build(given, stages, strict=options.strict, locked=options.locked)
    report((*problems, *outcome.problems))
    if options.locked and (lines := unrecorded_lines(outcome)):
        print(f"sitegen: permalinks.yaml lacks these lines; 'sitegen build' writes them:\n{lines}", file=sys.stderr)
    if not outcome.published:
        print("sitegen: nothing was published", file=sys.stderr)
        return FAILED
    if not options.quiet:
        streams.say(summary(outcome, given, stages.seconds, locked=options.locked))
    return DONE


def _positive(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and int(text[:9]) > 0):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 on")
    return int(text)
