"""`sitegen completion`: what a shell needs to complete command lines."""

from __future__ import annotations

import argparse

from sitegen import streams
from sitegen.commands.terminal import DONE

HELP = "print what lets a shell complete commands and options"
EXAMPLES = (
    ("completion bash > ~/.local/share/bash-completion/completions/sitegen", "from the next shell on"),
    ("completion zsh > ~/.zfunc/_sitegen", "with fpath+=~/.zfunc before compinit in ~/.zshrc"),
    ("completion fish > ~/.config/fish/completions/sitegen.fish", "at once"),
)

SHELLS = ("bash", "zsh", "fish", "tcsh")


def add_options(parser: argparse.ArgumentParser) -> None:
    """Which shell."""
    parser.add_argument("shell", choices=SHELLS, metavar="SHELL", help=", ".join(SHELLS))


def run(options: argparse.Namespace) -> int:
    """Print the script."""
    import shtab

    from sitegen.commands.options import path
    from sitegen.commands.parser import make_parser

    parser = make_parser()
    for command in parser.commands.values():
        for action in command.declared:
            if action.type is path:
                action.complete = shtab.DIRECTORY if action.metavar == "DIR" else shtab.FILE  # type: ignore[attr-defined]
    streams.say(shtab.complete(parser, options.shell).rstrip("\n"))
    return DONE
