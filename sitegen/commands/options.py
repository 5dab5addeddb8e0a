"""The arguments that several commands share, and what is made of them."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen.commands.terminal import progress, report
from sitegen.problem import Problem

if TYPE_CHECKING:
    from sitegen.catalogue.assemble import CatalogueBuild
    from sitegen.config.model import Settings


def add_site_options(parser: argparse.ArgumentParser) -> None:
    """Which site, and where it will stand: what `settings` reads."""
    add_catalogue_options(parser)
    parser.add_argument("--base-url", metavar="URL", help="the address the site will have")


def add_catalogue_options(parser: argparse.ArgumentParser) -> None:
    """Which site: what `gathered` reads."""
    add_config(parser)
    parser.add_argument(
        "--input", type=path, nargs="+", action="extend", metavar="PATH", help="digests or folders, in place of its own"
    )
    add_quiet(parser)


def add_config(parser: argparse.ArgumentParser) -> None:
    """``--config``."""
    parser.add_argument("--config", type=path, default=Path("site.yaml"), metavar="FILE", help="default: site.yaml")


def add_quiet(parser: argparse.ArgumentParser) -> None:
    """``--quiet``."""
    parser.add_argument("-q", "--quiet", action="store_true", help="say nothing but what is wrong")


def add_strict(parser: argparse.ArgumentParser) -> None:
    """``--strict``."""
    parser.add_argument("--strict", action="store_true", help="treat warnings as errors")


def add_work(parser: argparse.ArgumentParser) -> None:
    """``--jobs`` and ``--cluster``: what `working` reads."""
    parser.add_argument(
        "--jobs", type=positive, metavar="N", help="how many processes may work at once (default: the processors)"
    )
    parser.add_argument("--cluster", metavar="ADDRESS", help="let the workers of a Dask scheduler do the work")


def positive(text: str) -> int:
    """A whole number from 1 on."""
    if not (text.isascii() and text.isdecimal() and int(text[:9]) > 0):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 on")
    return int(text)


def path(text: str) -> Path:
    """A path that is given at all."""
    if not text:
        raise argparse.ArgumentTypeError("an empty path")  # an unset variable, which would mean the working folder
    return Path(text)


def settings(options: argparse.Namespace) -> tuple[Settings | None, tuple[Problem, ...]]:
    """`site.yaml` with what the command line says instead; as `sitegen.config.load`, and all inputs are there."""
    from sitegen.config.load import load
    from sitegen.config.paths import missing_inputs

    said = {"input": None, "output": None, "base_url": None} | vars(options)
    given, problems = load(options.config, inputs=said["input"], output=said["output"], base_url=said["base_url"])
    missing = tuple(missing_inputs(given.input, given.input_at, given.root)) if given else ()
    return (None if missing else given), (*problems, *missing)


def gathered(options: argparse.Namespace) -> tuple[Settings, CatalogueBuild] | None:
    """Settings and catalogue, without a word where all is well; None, and the errors on the terminal, where not."""
    from sitegen.gather import gather

    given, problems = settings(options)
    if given is not None:
        assembled, found = gather(given, progress(quiet=True))
        if assembled is not None:
            return given, assembled
        problems = (*problems, *found)
    report(problems, options.config.parent)
    return None
