"""`sitegen tags`: what the tag rules do to this catalogue."""

from __future__ import annotations

import argparse

from sitegen import streams
from sitegen.commands.options import add_catalogue_options, gathered, path
from sitegen.commands.terminal import DONE, FAILED, report
from sitegen.problem import has_errors

HELP = "show what the tag rules do, or score them against labels"
EXAMPLES = (
    ("tags", "how many papers each tag has, and which are doubtful"),
    ("tags --suggest", "phrases that the rules may lack"),
)


def add_options(parser: argparse.ArgumentParser) -> None:
    """What to compare with, and whether to propose."""
    parser.add_argument("--labels", type=path, metavar="FILE", help="labels to score against (JSON or YAML)")
    parser.add_argument("--suggest", action="store_true", help="propose phrases for new rules")
    add_catalogue_options(parser)


def run(options: argparse.Namespace) -> int:
    """Print the report, and the proposals where they are asked for."""
    from sitegen.reports.labels import read_labels
    from sitegen.reports.suggest import suggest, suggestions_text
    from sitegen.reports.tag_report import tag_report

    found = gathered(options)
    if found is None:
        return FAILED
    settings, assembled = found
    papers = list(assembled.catalogue.papers.values())
    labels, problems = read_labels(options.labels) if options.labels else ((), ())
    report(problems)
    if has_errors(problems):
        return FAILED
    streams.say(tag_report(papers, settings.tags, labels))
    if options.suggest:
        streams.say("")
        streams.say(suggestions_text(suggest(papers, settings.tags)))
    return DONE
