"""`sitegen check`: everything that a build would find, and what became of what was published."""

from __future__ import annotations

import argparse

from sitegen import streams
from sitegen.commands.options import add_site_options, add_strict, settings
from sitegen.commands.terminal import DONE, FAILED, conclude, progress, report
from sitegen.problem import Problem, has_errors

HELP = "read and check everything, write nothing"
EXAMPLES = (
    ("check", "every mistake in settings, digests, notes and templates"),
    ("check --against https://example.org/papers/objects.inv", "would anything that is published vanish?"),
)


def add_options(parser: argparse.ArgumentParser) -> None:
    """What a check can be told."""
    add_site_options(parser)
    add_strict(parser)
    parser.add_argument(
        "--against",
        metavar="OLD",
        help="fail where a name, page or file of OLD is gone: a built site or one of its files, or the address of one",
    )


def run(options: argparse.Namespace) -> int:
    """Build in memory and compare."""
    from sitegen.build import build
    from sitegen.check.compatibility import excused, vanished
    from sitegen.check.published import read_published
    from sitegen.exports import unwritten

    published = read_published(options.against) if options.against else None
    given, problems = settings(options)
    found: tuple[Problem, ...] = ()
    if given is not None:
        outcome = build(given, progress(quiet=options.quiet), strict=options.strict, write=False)
        found = outcome.problems
        if published is not None and outcome.paths:
            assert outcome.assembled is not None  # else there were no paths
            unmissed = excused(unwritten(given), outcome.assembled.catalogue)
            found = (*found, *vanished(published, outcome.paths, outcome.inventory, unmissed=unmissed))
    everything = (*problems, *found)
    report(everything, options.config.parent)
    if has_errors(everything) or (options.strict and everything):
        return FAILED
    if options.against and not options.quiet:
        if published is None:
            conclude("Published", f"Nothing is published at {options.against} yet: nothing to compare with.")
        else:
            conclude("Published", f"Everything that {options.against} names is there.")
    if not options.quiet and not everything:
        streams.say("Nothing wrong.")
    return DONE
