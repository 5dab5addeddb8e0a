"""`sitegen tags`: what the tag rules do to this catalogue, and which ones it might have."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen import streams
from sitegen.commands.drafting import drafted, write_draft
from sitegen.commands.options import add_catalogue_options, gathered, path
from sitegen.commands.terminal import DONE, FAILED, report
from sitegen.problem import has_errors

if TYPE_CHECKING:
    from sitegen.catalogue.model import Paper
    from sitegen.config.model import TagSettings

HELP = "show what the tag rules do, score them against labels, or propose tags"
EXAMPLES = (
    ("tags", "how many papers each tag has, and which are doubtful"),
    ("tags --suggest", "phrases that the rules may lack"),
    ("tags --propose --write tags-draft.yaml", "a draft of groups and tags from the papers themselves, to be edited"),
)


def add_options(parser: argparse.ArgumentParser) -> None:
    """What to compare with, and whether to propose."""
    parser.add_argument("--labels", type=path, metavar="FILE", help="labels to score against (JSON or YAML)")
    parser.add_argument("--suggest", action="store_true", help="propose phrases for new rules")
    parser.add_argument(
        "--propose", action="store_true", help="print a draft of groups and tags for site.yaml, whatever it has"
    )
    parser.add_argument("--write", type=path, metavar="FILE", help="write the draft to a new file (with --propose)")
    add_catalogue_options(parser)


def run(options: argparse.Namespace) -> int:
    """Print the report, and the proposals where they are asked for."""
    _refuse_mixtures(options)
    found = gathered(options)
    if found is None:
        return FAILED
    settings, assembled = found
    papers = list(assembled.catalogue.papers.values())
    if options.propose:
        return _propose(papers, options.write, quiet=options.quiet)
    return _report(papers, settings.tags, options)


def _refuse_mixtures(options: argparse.Namespace) -> None:
    """End the program where the options do not go together."""
    if options.write and not options.propose:
        options.its.error("--write is for the draft that --propose makes")
    if options.propose and (options.labels or options.suggest):
        options.its.error("--propose is a report of its own: leave --labels and --suggest out")


def _propose(papers: Sequence[Paper], file: Path | None, *, quiet: bool) -> int:
    text, summary = drafted(papers)
    if file is None:
        streams.say(text.rstrip())
        return DONE
    if problem := write_draft(file, text):
        report([problem])
        return FAILED
    if not quiet:
        streams.say(f"Wrote {file}: {summary}. Read it, edit it, and put what is left into site.yaml.")
    return DONE


def _report(papers: Sequence[Paper], tags: Sequence[TagSettings], options: argparse.Namespace) -> int:
    from sitegen.reports.labels import read_labels
    from sitegen.reports.suggest import suggest, suggestions_text
    from sitegen.reports.tag_report import tag_report

    labels, problems = read_labels(options.labels) if options.labels else ((), ())
    report(problems)
    if has_errors(problems):
        return FAILED
    streams.say(tag_report(papers, tags, labels))
    if options.suggest:
        streams.say("")
        streams.say(suggestions_text(suggest(papers, tags)))
    return DONE
