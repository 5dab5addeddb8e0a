"""`sitegen explain`: which entries a paper is made of, and why."""

from __future__ import annotations

import argparse

from sitegen import streams
from sitegen.commands.options import add_site_options, gathered
from sitegen.commands.terminal import DONE, FAILED

HELP = "show why entries were taken for one paper, and which nearly were"


def add_options(parser: argparse.ArgumentParser) -> None:
    """Which paper."""
    parser.add_argument("slug", metavar="SLUG", help="a paper's name, as in papers/SLUG.html")
    add_site_options(parser)


def run(options: argparse.Namespace) -> int:
    """Print the explanation; a name that nothing has is an error with the likeliest ones."""
    from sitegen.reports.explain import explain

    found = gathered(options)
    if found is None:
        return FAILED
    _, assembled = found
    slug = assembled.names.aliases.get(options.slug, options.slug)
    try:
        text = explain(slug, assembled.clusters, assembled.catalogue.digests)
    except LookupError as unknown:
        streams.complain(f"sitegen: error: {unknown.args[0]}")
        return FAILED
    streams.say(text.rstrip("\n"))
    return DONE
