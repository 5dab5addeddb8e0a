"""`sitegen settings`: what `site.yaml` may say, for people and for editors."""

from __future__ import annotations

import argparse

from sitegen import streams
from sitegen.commands.terminal import DONE

HELP = "print every setting with its kind, default and an example, a JSON Schema, what templates see, or pages' words"
EXAMPLES = (
    ("settings", "the reference, in Markdown"),
    ("settings --schema > site.schema.json", "for editors that complete and check YAML"),
    ("settings --views", "what a site's own templates can use"),
    ("settings --words en > languages/fr.yaml", "what a translation of the interface begins with"),
)


def add_options(parser: argparse.ArgumentParser) -> None:
    """The form."""
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--schema", action="store_true", help="print a JSON Schema of site.yaml")
    form.add_argument("--views", action="store_true", help="print what templates see")
    form.add_argument("--words", metavar="LANGUAGE", choices=("en", "de"), help="print the words of pages: en or de")


def run(options: argparse.Namespace) -> int:
    """Print it."""
    if options.words:
        streams.say(_words(options.words))
    else:
        streams.say(_views() if options.views else _schema() if options.schema else _settings())
    return DONE


def _settings() -> str:
    from sitegen.config.describe import markdown

    return markdown().rstrip()


def _schema() -> str:
    import json

    from sitegen.config.describe import json_schema

    return json.dumps(json_schema(), ensure_ascii=False, indent=1)


def _views() -> str:
    from sitegen.pages.describe import markdown

    return markdown().rstrip()


def _words(language: str) -> str:
    from sitegen.wording.load import source

    return source(language).rstrip()
