"""`sitegen explain`: which entries a paper is made of, and why."""

from __future__ import annotations

import argparse
import re

from sitegen import streams
from sitegen.commands.options import add_catalogue_options, gathered
from sitegen.commands.terminal import DONE, FAILED

_PAGE = re.compile(r"(?:.*/)?([^/?#]+)\.html(?:[?#].*)?")  # a page's path, or its address as a browser shows it

HELP = "show why entries were taken for one paper, and which nearly were"
EXAMPLES = (
    ("explain hopfield-networks-is-all-you-need", "by the name of its page"),
    ('explain "april#17"', "by digest and position"),
    ('explain --input lists/ "Attention Is All You Need"', "by title, in other lists"),
)


def add_options(parser: argparse.ArgumentParser) -> None:
    """Which paper."""
    slug = parser.add_argument("slug", metavar="PAPER", help="a paper's name, page, address or title, or DIGEST#NUMBER")
    slug.required = False  # behind --input it is taken for one more path: `run` sees to it
    add_catalogue_options(parser)


def run(options: argparse.Namespace) -> int:
    """Print the explanation; a name that nothing has is an error with the likeliest ones."""
    from sitegen.reports.explain import explain

    if options.slug is None and options.input and len(options.input) > 1:
        options.slug = str(options.input.pop())
    if options.slug is None:
        options.its.error("name a paper")
    found = gathered(options)
    if found is None:
        return FAILED
    _, assembled = found
    page = _PAGE.fullmatch(options.slug)
    slug = page[1] if page else options.slug
    slug = assembled.names.aliases.get(slug, slug)
    catalogue = assembled.catalogue
    known = {slug: (facts, catalogue.fact_records.get(slug, ())) for slug, facts in catalogue.facts.items()}
    try:
        text = explain(slug, assembled.clusters, catalogue.digests, known)
    except LookupError as unknown:
        streams.complain(f"sitegen: error: {unknown.args[0]}")
        return FAILED
    streams.say(text.rstrip("\n"))
    return DONE
