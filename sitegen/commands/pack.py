"""`sitegen pack`: the built site in one zip file."""

from __future__ import annotations

import argparse
from pathlib import Path

from sitegen import streams
from sitegen.commands.options import add_config, add_quiet, path
from sitegen.commands.terminal import DONE, FAILED, report
from sitegen.user_file import mode

HELP = "put the built site into one zip file, for reading without a network"
EXAMPLES = (
    ("pack", "_site/catalogue.zip from _site"),
    ("pack --site _site --to ~/papers.zip", "to another place"),
)


def add_options(parser: argparse.ArgumentParser) -> None:
    """Which site, and where to."""
    add_config(parser)
    parser.add_argument(
        "--site", type=path, metavar="DIR", help="the built site (default: site.yaml's output, or _site)"
    )
    parser.add_argument(
        "--to", type=path, metavar="FILE", help="the zip file (default: catalogue.zip in the site's own folder)"
    )
    add_quiet(parser)


def run(options: argparse.Namespace) -> int:
    """Pack what stands there; nothing is built."""
    from sitegen.config.load import load
    from sitegen.pack import Packed, pack

    site, title = options.site, ""
    if site is None or _is_there(options.config):
        settings, problems = load(options.config)
        if settings is None:
            report(problems, options.config.parent)
            return FAILED
        site, title = site or settings.output, settings.title
    done = pack(site, options.to, title=title)
    if not isinstance(done, Packed):
        report(done)
        return FAILED
    if not options.quiet:
        streams.say(f"Packed {done.files} files into {done.file} ({done.size / 1e6:.1f} MB).")
    return DONE


def _is_there(file: Path) -> bool:
    """Whether there is a file; one that cannot be looked at is there, and reading it says why."""
    try:
        return mode(file) is not None
    except OSError:
        return True
