"""`sitegen settings`: what `site.yaml` may say, for people and for editors."""

from __future__ import annotations

import argparse

from sitegen import streams
from sitegen.commands.terminal import DONE

HELP = "print every setting with its kind, default and an example, or a JSON Schema for editors"
EXAMPLES = (
    ("settings", "the reference, in Markdown"),
    ("settings --schema > site.schema.json", "for editors that complete and check YAML"),
)


def add_options(parser: argparse.ArgumentParser) -> None:
    """The form."""
    parser.add_argument("--schema", action="store_true", help="print a JSON Schema of site.yaml")


def run(options: argparse.Namespace) -> int:
    """Print it."""
    import json

    from sitegen.config.describe import json_schema, markdown

    text = json.dumps(json_schema(), ensure_ascii=False, indent=1) if options.schema else markdown().rstrip()
    streams.say(text)
    return DONE
