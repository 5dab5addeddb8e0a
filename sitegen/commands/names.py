"""`sitegen names`: names of papers beyond a single build."""

from __future__ import annotations

import argparse
from collections.abc import Collection
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen.commands.options import add_config, add_quiet, settings
from sitegen.commands.terminal import DONE, FAILED, conclude, report
from sitegen.problem import Location, error, has_errors

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sitegen.config.model import Settings
    from sitegen.names.adopt import Adopted
    from sitegen.names.prune import Dropped
    from sitegen.permalinks.model import Permalinks

HELP = "take up the names of a published site, or drop those that nobody has seen"
EXAMPLES = (
    ("names --from https://papers.example/cat/", "add the names and days of the published site to permalinks.yaml"),
    ("names --prune --dry-run", "say which names nobody can have seen, and change nothing"),
)

MOST_NAMES = 20
"""Names that are listed one by one."""


def add_options(parser: argparse.ArgumentParser) -> None:
    """What to do with the names, and where the live site is."""
    todo = parser.add_mutually_exclusive_group(required=True)
    todo.add_argument(
        "--from",
        dest="published",
        metavar="OLD",
        help="add to permalinks.yaml the names and days of OLD that it lacks: a site's address, or its folder",
    )
    todo.add_argument(
        "--prune",
        action="store_true",
        help="drop names from permalinks.yaml that were never committed and are not live",
    )
    parser.add_argument("--against", metavar="LIVE", help="the live site (with --prune; default: site.yaml's base_url)")
    parser.add_argument("--unpublished", action="store_true", help="there is no live site yet (with --prune)")
    parser.add_argument("--dry-run", action="store_true", help="say what would be done, and change nothing")
    add_config(parser)
    add_quiet(parser)


def run(options: argparse.Namespace) -> int:
    """Do one of the two."""
    options.input, options.base_url = None, None
    given, problems = settings(options)
    if given is None:
        report(problems, options.config.parent)
        return FAILED
    with _names_held(given, dry=options.dry_run) as permalinks:
        if permalinks is None:
            return FAILED
        return _prune(options, given, permalinks) if options.prune else _adopt(options, given, permalinks)


@contextmanager
def _names_held(given: Settings, *, dry: bool) -> Iterator[Permalinks | None]:
    """The names of a site, which no build changes meanwhile; None, and the errors shown, where they cannot be read."""
    from sitegen import publish
    from sitegen.permalinks import write
    from sitegen.permalinks.read import read

    with publish.hold_folder(given.root):
        if not dry:
            write.recover(given.root, given.output)
        permalinks, problems = read(given.root)
        report(problems, given.root)
        yield permalinks


def _adopt(options: argparse.Namespace, given: Settings, permalinks: Permalinks) -> int:
    from sitegen.names.adopt import adopt
    from sitegen.names.published import published_names
    from sitegen.permalinks import write

    published, problems = published_names(options.published)
    report(problems, given.root)
    if has_errors(problems):
        return FAILED
    if published is None:
        _say(options, f"Nothing is published at {options.published} yet: there are no names to take up.")
        return DONE
    found = adopt(permalinks.all, published.all)
    changed = {**found.new, **found.completed}
    if changed and not options.dry_run:
        write.prepare(given.root, permalinks, changed)
        write.commit(given.root)
    _say(options, _adopted(found, permalinks, options))
    return DONE


def _adopted(found: Adopted, permalinks: Permalinks, options: argparse.Namespace) -> str:
    if not found.new and not found.completed:
        return f"{permalinks.file} has every name of {options.published}."
    done = "would get" if options.dry_run else "got"
    lines = [f"{permalinks.file} {done} {_count(len(found.new), 'name')} from {options.published}{_listed(found.new)}"]
    if found.completed:
        lines.append(f"{_count(len(found.completed), 'name')} {done} the day or fingerprint that it has there.")
    return "\n".join(lines)


def _prune(options: argparse.Namespace, given: Settings, permalinks: Permalinks) -> int:
    from sitegen.inputs import read
    from sitegen.names.prune import prunable
    from sitegen.permalinks import write
    from sitegen.work import Work

    live = options.against or given.base_url
    if not live and not options.unpublished:
        message = "has no base_url, so nobody can say which names are live"
        hint = "name the live site with --against, or say --unpublished if there is none yet"
        report([error(Location(given.file), message, hint)], given.root)
        return FAILED
    digests, problems = read(given)
    if has_errors(problems):
        report(problems, given.root)
        return FAILED
    seen, sources = _seen(given, "" if options.unpublished else live)
    dropped = prunable(permalinks, seen, digests, given, Work())
    if dropped and not options.dry_run:
        write.drop(given.root, permalinks, [one.slug for one in dropped])
    _say(options, _pruned(dropped, permalinks, sources, dry=options.dry_run))
    return DONE


def _seen(given: Settings, live: str) -> tuple[Collection[str], str]:
    """The names that somebody may have seen, and what is said of those that nobody can have."""
    from sitegen.check.published import read_published
    from sitegen.names.committed import committed_names

    committed = committed_names(given.root)
    published = read_published(live) if live else None
    there = {Path(path).stem for path in published.paths if path.startswith("papers/")} if published else set()
    said = "never committed and" if committed is not None else "in no history, for want of a git repository, and"
    return (committed or frozenset()) | there, f"{said} not live" + (f" at {live}" if live else "")


def _pruned(dropped: Collection[Dropped], permalinks: Permalinks, why: str, *, dry: bool) -> str:
    if not dropped:
        return f"Nothing to drop: each name in {permalinks.file} was committed, is live, or would be given again."
    done = "would lose" if dry else "lost"
    lines = [f"{permalinks.file} {done} {_count(len(dropped), 'name')}, {why}:"]
    lines += [f"  {one.slug}: {_fate(one)}" for one in dropped]
    return "\n".join(lines)


def _fate(one: Dropped) -> str:
    return f"its paper is called {one.now} from the next build on" if one.now else "no digest has its paper"


def _listed(names: Collection[str]) -> str:
    if not names:
        return "."
    more = f" and {len(names) - MOST_NAMES} more" if len(names) > MOST_NAMES else ""
    return f": {', '.join(sorted(names)[:MOST_NAMES])}{more}."


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'s' * (number != 1)}"


def _say(options: argparse.Namespace, text: str) -> None:
    if not options.quiet:
        conclude("Names", text)
