"""`sitegen facts`: what public services know of the papers whose authors or address nobody has stated."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sitegen import streams
from sitegen.commands.options import add_config, add_quiet, positive, settings
from sitegen.commands.terminal import DONE, FAILED, report
from sitegen.problem import Location, error, has_errors
from sitegen.words.visible import spelt_out

if TYPE_CHECKING:
    from sitegen.config.model import Settings
    from sitegen.facts.model import FactRecord
    from sitegen.lookup.ask import LookUp
    from sitegen.lookup.model import Clock, Outcome, Question, Service
    from sitegen.progress import Progress

HELP = "look up authors, years and addresses in public services"
EXAMPLES = (
    ("facts", "for every paper whose authors or address nobody has stated"),
    ("facts --dry-run pointer-networks", "what would be added for this one"),
    ("facts --limit 50", "50 papers at most; the next run goes on"),
)

_GATHERING = 5  # stages of a build that the look-up needs
_LONG_WAIT = 10  # seconds from which a wait is worth a line
_SHORT_TITLE = 50  # characters beside the bar


def add_options(parser: argparse.ArgumentParser) -> None:
    """Which papers, and what is to be done with what is found."""
    parser.add_argument(
        "papers", nargs="*", metavar="PAPER", help="names of pages, or titles (default: all that lack something)"
    )
    add_config(parser)
    parser.add_argument("--limit", type=positive, metavar="N", help="ask about N papers at most")
    parser.add_argument("--dry-run", action="store_true", help="ask, and show what would be added to facts.yaml")
    parser.add_argument("--fresh", action="store_true", help="ask again, whatever was answered in the last 30 days")
    add_quiet(parser)


def run(options: argparse.Namespace) -> int:
    """Ask, judge, and add what is certain to `facts.yaml`."""
    from sitegen.lookup.model import Clock
    from sitegen.lookup.services import SERVICES

    return look_up(options, SERVICES, Clock())


def look_up(options: argparse.Namespace, services: Sequence[Service], clock: Clock, timeout: float = 30.0) -> int:
    """The command with these services and this clock; ``timeout`` is how many seconds an answer may take."""
    from sitegen.lookup.report import report as summary

    begun = _begun(options)
    if begun is None:
        return FAILED
    given, questions, records = begun
    outcomes: list[Outcome] = []
    interrupted = False
    most = min(options.limit or len(questions), len(questions))
    with _asking(options, given, services, clock, timeout, most) as (asking, progress):
        try:
            for outcome in asking.outcomes(_shown(questions, progress, most), options.limit):
                outcomes.append(outcome)  # noqa: PERF402 - what came before Ctrl+C counts
        except KeyboardInterrupt:
            interrupted = True
    kept = _keep(options, given, outcomes, records)
    if not options.quiet:
        streams.say(summary(outcomes, asking.counts, len(questions)))
    if interrupted:
        raise KeyboardInterrupt
    return DONE if kept and not any(one.unanswered for one in outcomes) else FAILED


def _begun(options: argparse.Namespace) -> tuple[Settings, Sequence[Question], Mapping[str, FactRecord]] | None:
    """The settings, the questions, and the entries of `facts.yaml` by slug; None where something is wrong."""
    from sitegen.facts.read import read
    from sitegen.gather import gather
    from sitegen.lookup.questions import by_slug, questions_of

    given, problems = settings(options)
    if given is not None and not given.contact:
        hint = "services want to know whom to write to: add a line such as 'contact: me@example.org'"
        problems = (*problems, error(Location(given.file), "names no 'contact'", hint))
    if given is None or has_errors(problems):
        report(problems, options.config.parent)
        return None
    with _bar(options, _GATHERING).running() as progress:
        assembled, found = gather(given, progress)
    if assembled is None:
        report((*problems, *found), given.root)
        return None
    records = by_slug(read(given.root)[0], assembled)
    questions, unknown = questions_of(assembled, records, options.papers)
    report(unknown, given.root)
    return None if unknown else (given, questions, records)


@contextmanager
def _asking(
    options: argparse.Namespace,
    given: Settings,
    services: Sequence[Service],
    clock: Clock,
    timeout: float,
    questions: int,
) -> Iterator[tuple[LookUp, Progress]]:
    """What asks the services, and the bar; both are put away whatever happens."""
    from sitegen.cache_folder import FOLDER
    from sitegen.day import Day
    from sitegen.lookup.answers import Answers
    from sitegen.lookup.ask import LookUp
    from sitegen.lookup.client import Client
    from sitegen.source_date import today

    progress = _bar(options, questions)

    def say(sentence: str) -> None:
        progress.finish()  # off the bar's line
        streams.complain(f"sitegen: {sentence}")

    def waiting(service: str, seconds: float) -> None:
        if seconds >= _LONG_WAIT:
            say(f"waiting {seconds:.0f} s for {service}")

    day = Day.parse(today())
    assert day is not None
    client = Client(given.contact, clock, waiting, timeout)
    answers = Answers(given.root / FOLDER, str(day), fresh=options.fresh)
    with progress.running(), client, answers:
        yield LookUp(services, client, answers, day, say), progress


def _bar(options: argparse.Namespace, total: int) -> Progress:
    """The progress of so many steps; only a terminal shows it, for elsewhere each would be a line."""
    from sitegen.progress import Progress

    return Progress(total=total, quiet=options.quiet or not sys.stderr.isatty())


def _shown(questions: Sequence[Question], progress: Progress, most: int) -> Iterator[Question]:
    """The questions, each on the bar as it is asked; ``most`` of them are likely to be."""
    for number, question in enumerate(questions, 1):
        title = spelt_out(question.title)
        cut = title if len(title) <= _SHORT_TITLE else f"{title[:_SHORT_TITLE]}…"
        progress.stage(f"{number:,}/{most:,} {cut}")
        yield question


def _keep(
    options: argparse.Namespace, given: Settings, outcomes: Sequence[Outcome], records: Mapping[str, FactRecord]
) -> bool:
    """Add what was found to `facts.yaml`, or show it; whether that went well."""
    from sitegen.facts.text import entry
    from sitegen.facts.write import write
    from sitegen.publish.lock import hold_folder

    found = {
        records[slug].paper if (slug := one.question.slug) in records else slug: one.found
        for one in outcomes
        if one.found
    }
    if options.dry_run:
        if found:
            streams.say("".join(entry(name, found[name]) for name in sorted(found)))
        return True
    with hold_folder(given.root):
        left, problems = write(given.root, found)
    report(problems, given.root)
    if left:
        streams.complain("sitegen: nothing can be added to entries in brackets; put these lines there by hand:")
        streams.complain("".join(entry(name, found[name]) for name in left).rstrip("\n"))
    return not problems and not left
