"""`sitegen serve`: the preview on this machine."""

from __future__ import annotations

import argparse

from sitegen.commands.options import add_site_options, add_work, settings
from sitegen.config.paths import absolute

HELP = "build, preview on this machine, rebuild on every change"
EXAMPLES = (
    ("serve --open", "the preview in a browser, rebuilt on every change"),
    ("serve --config ../papers/site.yaml --port 9000", "a site elsewhere, on another port"),
)


def add_options(parser: argparse.ArgumentParser) -> None:
    """What a preview can be told."""
    add_site_options(parser)
    add_work(parser)
    parser.add_argument("--port", type=_port, default=8000, metavar="N", help="first port to try (default: 8000)")
    parser.add_argument("--open", action="store_true", help="open the site in a browser")


def run(options: argparse.Namespace) -> int:
    """Serve until Ctrl+C."""
    from sitegen.commands.working import working
    from sitegen.serve import serve

    given, _ = settings(options)
    with working(options, absolute(options.config).parent, given.input if given else ()) as work:
        return serve(
            lambda: settings(options),
            work,
            config=options.config,
            port=options.port,
            open_browser=options.open,
            quiet=options.quiet,
        )


def _port(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and int(text[:9]) < 1 << 16):
        raise argparse.ArgumentTypeError(f"{text!r} is not a port, 0 to 65535")
    return int(text)
