"""The command line: says what there is to say, picks the exit code, decides nothing else.

Exit codes: 0 published or nothing wrong (warnings allowed); 1 errors, or warnings under ``--strict``: nothing was
published; 2 the command was not understood.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen import __version__, streams
from sitegen.problem import Level, MachineError, Problem, has_errors, in_order

if TYPE_CHECKING:
    from sitegen.catalogue.assemble import Assembled
    from sitegen.config.model import Settings
    from sitegen.progress import Progress

PUBLISHED, FAILED, USAGE = 0, 1, 2
INTERRUPTED, UNREAD = 130, 141  # as shells number an end by Ctrl+C and by a closed pipe


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the process's exit code comes back."""
    streams.prepare()
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except MachineError as failure:
        if options.traceback:
            raise
        print(f"sitegen: error: {failure}", file=sys.stderr)
        cause = failure.__cause__
        if cause is not None and str(cause) not in str(failure):
            print(f"sitegen: caused by: {cause}", file=sys.stderr)
        return FAILED
    except BrokenPipeError:  # whoever read the output has seen enough
        streams.silence()
        return UNREAD
    except KeyboardInterrupt:
        print("sitegen: interrupted; the site is as it was", file=sys.stderr)
        return INTERRUPTED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="sitegen", allow_abbrev=False, description=__doc__ and "Turns digests of papers into a site."
    )
    parser.add_argument("--version", action="version", version=f"sitegen {__version__}")
    parser.add_argument("--traceback", action="store_true", help="show where in the program a machine failure surfaced")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)

    build = commands.add_parser("build", help="build the site and publish it to the output folder")
    _common(build)
    build.add_argument(
        "--output", type=_path, metavar="DIR", help="where the site goes (default: site.yaml's, or _site)"
    )
    build.add_argument(
        "--jobs", type=_positive, metavar="N", help="how many processes may work at once (at present one, and Pagefind)"
    )
    build.add_argument("--strict", action="store_true", help="treat warnings as errors")
    build.add_argument(
        "--locked", action="store_true", help="fail where a paper has no name in permalinks.yaml; do not write it"
    )
    build.set_defaults(run=_build)

    serve = commands.add_parser("serve", help="build, preview on this machine, rebuild on every change")
    _common(serve)
    serve.add_argument("--port", type=_port, default=8000, metavar="N", help="first port to try (default: 8000)")
    serve.add_argument("--open", action="store_true", help="open the site in a browser")
    serve.set_defaults(run=_serve)

    check = commands.add_parser("check", help="read and check everything, write nothing")
    _common(check)
    check.add_argument("--strict", action="store_true", help="treat warnings as errors")
    check.add_argument(
        "--against",
        metavar="OLD",
        help="fail where a name or page of OLD is gone: a built site, an objects.inv (or its URL), a permalinks.yaml",
    )
    check.set_defaults(run=_check)

    pack = commands.add_parser("pack", help="put the built site into one zip file, for reading without a network")
    pack.add_argument("--config", type=_path, default=Path("site.yaml"), metavar="FILE", help="default: site.yaml")
    pack.add_argument(
        "--site", type=_path, metavar="DIR", help="the built site (default: site.yaml's output, or _site)"
    )
    pack.add_argument(
        "--to", type=_path, metavar="FILE", help="the zip file (default: catalogue.zip in the site's own folder)"
    )
    pack.add_argument("--quiet", action="store_true", help="say nothing but what is wrong")
    pack.set_defaults(run=_pack)

    new = commands.add_parser("new", help="make a folder that is ready to push as a site of its own")
    new.add_argument("directory", type=_path, metavar="DIR", help="an empty folder, or one to be made")
    new.set_defaults(run=_new)

    explain = commands.add_parser("explain", help="show why entries were taken for one paper, and which nearly were")
    explain.add_argument("slug", metavar="SLUG", help="a paper's name, as in papers/SLUG.html")
    _common(explain)
    explain.set_defaults(run=_explain)

    tags = commands.add_parser("tags", help="show what the tag rules do, or score them against labels")
    tags.add_argument("--labels", type=_path, metavar="FILE", help="labels to score against (JSON or YAML)")
    tags.add_argument("--suggest", action="store_true", help="propose phrases for new rules")
    _common(tags)
    tags.set_defaults(run=_tags)

    for command in commands.choices.values():
        command.allow_abbrev = False  # or a new option could change what an old script says
        command.add_argument("--traceback", action="store_true", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    return parser


def _common(command: argparse.ArgumentParser) -> None:
    command.add_argument("--config", type=_path, default=Path("site.yaml"), metavar="FILE", help="default: site.yaml")
    command.add_argument("--input", type=_path, nargs="+", action="extend", metavar="PATH", help="digests or folders")
    command.add_argument("--base-url", metavar="URL", help="the address the site will have")
    command.add_argument("--quiet", action="store_true", help="say nothing but what is wrong")


def _path(text: str) -> Path:
    if not text:
        raise argparse.ArgumentTypeError("an empty path")  # an unset variable, which would mean the working folder
    return Path(text)


def _positive(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and int(text[:9]) > 0):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 on")
    return int(text)


def _port(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and int(text[:9]) < 1 << 16):
        raise argparse.ArgumentTypeError(f"{text!r} is not a port, 0 to 65535")
    return int(text)


def _settings(options: argparse.Namespace) -> tuple[Settings | None, tuple[Problem, ...]]:
    from sitegen.config import load

    return load(
        options.config, inputs=options.input, output=getattr(options, "output", None), base_url=options.base_url
    )


def _progress(options: argparse.Namespace) -> Progress:
    from sitegen.build import STAGES
    from sitegen.progress import Progress

    return Progress(total=len(STAGES), quiet=options.quiet)


def _report(problems: Sequence[Problem]) -> None:
    """Every problem on a line of its own, then how many there were."""
    for problem in problems:
        print(problem, file=sys.stderr)
    counts = [(sum(p.level is level for p in problems), level.value) for level in (Level.ERROR, Level.WARNING)]
    said = [f"{number} {name}{'s' * (number != 1)}" for number, name in counts if number]
    if said:
        print(f"sitegen: {', '.join(said)}", file=sys.stderr)


def _build(options: argparse.Namespace) -> int:
    from sitegen.build import build
    from sitegen.summary import summary, unrecorded_lines

    settings, problems = _settings(options)
    if settings is None or (options.strict and problems):
        _report(in_order(problems))
        print("sitegen: nothing was published", file=sys.stderr)
        return FAILED
    progress = _progress(options)
    outcome = build(settings, progress, strict=options.strict, locked=options.locked)
    _report(in_order((*problems, *outcome.problems)))
    if options.locked and (lines := unrecorded_lines(outcome)):
        print(f"sitegen: permalinks.yaml lacks these lines; 'sitegen build' writes them:\n{lines}", file=sys.stderr)
    if not outcome.published:
        print("sitegen: nothing was published", file=sys.stderr)
        return FAILED
    if not options.quiet:
        streams.say(summary(outcome, settings, progress.seconds, locked=options.locked))
    return PUBLISHED


def _check(options: argparse.Namespace) -> int:
    from sitegen.build import build
    from sitegen.check.contract import broken_promises
    from sitegen.check.published import read_published

    published = read_published(options.against) if options.against else None
    settings, problems = _settings(options)
    found: tuple[Problem, ...] = ()
    if settings is not None:
        outcome = build(settings, _progress(options), strict=options.strict, write=False)
        found = outcome.problems
        if published is not None and outcome.artifacts:
            found = (*found, *broken_promises(published, outcome.artifacts))
    everything = in_order((*problems, *found))
    _report(everything)
    if any(p.level is Level.ERROR for p in everything) or (options.strict and everything):
        return FAILED
    if options.against and published is None and not options.quiet:
        streams.say(f"Nothing is published at {options.against} yet: nothing to compare with.")
    elif published is not None and not options.quiet:
        streams.say(f"Everything that {options.against} names is there.")
    if not options.quiet and not everything:
        streams.say("Nothing wrong.")
    return PUBLISHED


def _serve(options: argparse.Namespace) -> int:
    from sitegen.serve import serve

    def settings() -> tuple[Settings | None, tuple[Problem, ...]]:
        return _settings(options)

    return serve(settings, config=options.config, port=options.port, open_browser=options.open, quiet=options.quiet)


def _pack(options: argparse.Namespace) -> int:
    from sitegen.config import load
    from sitegen.pack import Packed, pack

    site, title = options.site, ""
    if site is None or options.config.exists():
        settings, problems = load(options.config)
        if settings is None:
            _report(in_order(problems))
            return FAILED
        site, title = site or settings.output, settings.title
    done = pack(site, options.to, title=title)
    if not isinstance(done, Packed):
        _report(in_order(done))
        return FAILED
    if not options.quiet:
        streams.say(f"Packed {done.files} files into {done.file} ({done.size / 1e6:.1f} MB).")
    return PUBLISHED


def _new(options: argparse.Namespace) -> int:
    from sitegen.starter import new

    problems = new(options.directory)
    _report(in_order(problems))
    if problems:
        return FAILED
    streams.say(f"Made {options.directory}. Next: cd {options.directory} && sitegen serve")
    return PUBLISHED


def _gathered(options: argparse.Namespace) -> tuple[Settings, Assembled] | None:
    """Settings and catalogue, without a word where all is well; None, and the errors on the terminal, where not."""
    from sitegen.build import gather

    settings, problems = _settings(options)
    if settings is not None:
        progress = _progress(options)
        progress.quiet = True
        assembled, found = gather(settings, progress)
        if assembled is not None:
            return settings, assembled
        problems = (*problems, *found)
    _report(in_order(problems))
    return None


def _explain(options: argparse.Namespace) -> int:
    from sitegen.catalogue.merging.explain import explain

    gathered = _gathered(options)
    if gathered is None:
        return FAILED
    try:
        slug = gathered[1].names.aliases.get(options.slug, options.slug)
        streams.say(explain(slug, gathered[1].clusters, gathered[1].catalogue.digests).rstrip("\n"))
    except LookupError as unknown:
        print(f"sitegen: error: {unknown.args[0]}", file=sys.stderr)
        return FAILED
    return PUBLISHED


def _tags(options: argparse.Namespace) -> int:
    from sitegen.catalogue.tagging.labels import read_labels
    from sitegen.catalogue.tagging.suggest import suggest, suggestions_text
    from sitegen.catalogue.tagging.tag_report import tag_report

    gathered = _gathered(options)
    if gathered is None:
        return FAILED
    settings, assembled = gathered
    papers = list(assembled.catalogue.papers.values())
    labels, problems = read_labels(options.labels) if options.labels else ((), ())
    _report(in_order(problems))
    if has_errors(problems):
        return FAILED
    streams.say(tag_report(papers, settings.tags, labels))
    if options.suggest:
        streams.say("")
        streams.say(suggestions_text(suggest(papers, settings.tags)))
    return PUBLISHED


if __name__ == "__main__":
    raise SystemExit(main())
