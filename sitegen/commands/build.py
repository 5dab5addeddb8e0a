"""`sitegen build`: the site in its output folder."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen import streams
from sitegen.commands.options import add_site_options, add_strict, add_work, path, settings
from sitegen.commands.terminal import DONE, FAILED, conclude, progress, report
from sitegen.config.paths import absolute, printable_name

if TYPE_CHECKING:
    from sitegen.config.model import Settings
    from sitegen.delivery import BuildResult
    from sitegen.problem import Problem
    from sitegen.sources import State

HELP = "build the site and publish it to the output folder"
EXAMPLES = (
    ("build", "the site of this folder's site.yaml, into its output folder"),
    ("build --strict --locked", "for CI: warnings are errors, and every paper has its name already"),
    ("build --input saved.txt --output try", "a list that belongs to no site yet; nothing is remembered"),
)


def add_options(parser: argparse.ArgumentParser) -> None:
    """What a build can be told."""
    add_site_options(parser)
    parser.add_argument(
        "-o", "--output", type=path, metavar="DIR", help="where the site goes (default: site.yaml's, or _site)"
    )
    add_work(parser)
    add_strict(parser)
    parser.add_argument(
        "--locked", action="store_true", help="fail where a paper has no name in permalinks.yaml; do not write it"
    )
    parser.add_argument("--fresh", action="store_true", help="work everything out anew, whatever is remembered")


def run(options: argparse.Namespace) -> int:
    """Build, publish, and say what became of it; do nothing where nothing has changed."""
    from sitegen.last_build import find_unchanged

    root = absolute(options.config).parent
    key = _key(options)
    if not options.fresh and (last := find_unchanged(root, key)):
        report(last.problems, root)
        if not options.quiet:
            streams.say(f"Nothing has changed: {last.summary}.")
        return DONE
    return _build(options, root, key)


def _build(options: argparse.Namespace, root: Path, key: str) -> int:
    from sitegen.build import build
    from sitegen.commands.working import working
    from sitegen.sources import sources, states
    from sitegen.summary import summary, unrecorded_lines

    seen = states([absolute(options.config)])
    given, problems = settings(options)
    if given is None or (options.strict and problems):
        report(problems, root)
        streams.complain("sitegen: nothing was published")
        return FAILED
    seen = states(sources(options.config, given.input)) | seen
    stages = progress(quiet=options.quiet)
    with working(options, root, given.input, fresh=options.fresh or not options.config.exists()) as work:
        outcome = build(given, stages, work, strict=options.strict, locked=options.locked)
    everything = (*problems, *outcome.problems)
    report(everything, root)
    if options.locked and (lines := unrecorded_lines(outcome)):
        streams.complain(f"sitegen: permalinks.yaml lacks these lines; 'sitegen build' writes them:\n{lines}")
    if not outcome.published:
        streams.complain("sitegen: nothing was published")
        return FAILED
    if options.config.exists():  # else the working folder is no site's
        _record(root, key, given, seen, outcome, everything)
    if not options.quiet:
        conclude("The site", summary(outcome, given, stages.seconds, locked=options.locked))
    return DONE


def _key(options: argparse.Namespace) -> str:
    """What the build was asked for."""
    from sitegen.code_version import code_version
    from sitegen.last_build import options_key

    inputs = [str(absolute(path)) for path in options.input or ()]
    output = str(absolute(options.output)) if options.output else ""
    asked = (str(absolute(options.config)), inputs, output, options.base_url, options.strict, options.locked)
    return options_key(code_version(), asked)


def _record(
    root: Path,
    key: str,
    given: Settings,
    seen: dict[str, State],
    outcome: BuildResult,
    problems: tuple[Problem, ...],
) -> None:
    """Note what was read and what came of it, if nothing was changed meanwhile: the build may have missed that.

    A build that has written `permalinks.yaml` has not read it as it is now either.
    """
    from sitegen.last_build import LastBuild, record
    from sitegen.sources import contents, states

    now = states(map(Path, seen))
    if now != seen:
        now = {}
    assert outcome.assembled is not None
    papers = len(outcome.assembled.catalogue.papers)
    last = LastBuild(
        os.fsencode(given.output),
        {os.fsencode(path): state for path, state in now.items()},
        {os.fsencode(path): content for path, content in contents(now).items()},
        dict(outcome.built),
        {path: list(names) for path, names in outcome.anchors.items()},
        problems,
        f"{papers:,} papers, {len(outcome.paths):,} files in {printable_name(str(given.output))}",
    )
    record(root, key, last)
