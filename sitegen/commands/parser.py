"""What the command line understands: the parser of all commands, and what it says of what it does not understand."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from typing import Any, NoReturn, TypeVar

from sitegen import __version__
from sitegen.commands import COMMANDS, Command
from sitegen.suggestion import did_you_mean
from sitegen.words.visible import spelt_out

_Action = TypeVar("_Action", bound=argparse.Action)


def name_of(command: Command) -> str:
    """What a command is called: its module's name."""
    return command.__name__.rpartition(".")[2]


def make_parser() -> Parser:
    """The parser; what it makes of a command line has ``run``, the command, and ``its``, the command's own parser."""
    parser = Parser(
        prog="sitegen",
        description="Turns digests of papers, saved lists of titles and abstracts, into a site.",
        epilog="'sitegen COMMAND --help' shows a command's options, and examples.",
    )
    parser.add_argument("--version", action="version", version=f"sitegen {__version__}")
    parser.add_argument("--traceback", action="store_true", help="show where in the program a machine failure surfaced")
    commands = parser.add_subparsers(metavar="COMMAND")
    for command in COMMANDS:
        its = parser.commands[name_of(command)] = commands.add_parser(
            name_of(command), help=command.HELP, description=_sentence(command.HELP), epilog=_examples(command.EXAMPLES)
        )
        command.add_options(its)
        its.add_argument("--traceback", action="store_true", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
        its.set_defaults(run=command.run, its=its)
    parser.set_defaults(run=None, its=parser)
    return parser


class Parser(argparse.ArgumentParser):
    """argparse's, but for what it says of a command line that it does not understand.

    ``declared`` are its options and arguments, ``commands`` the parsers of its commands.

    No abbreviations: a new option could change what an old script says.
    """

    def __init__(self, **given: Any) -> None:
        self.declared: list[argparse.Action] = []
        self.commands: dict[str, Parser] = {}
        super().__init__(allow_abbrev=False, formatter_class=argparse.RawDescriptionHelpFormatter, **given)

    def error(self, message: str) -> NoReturn:
        """End the program; control characters of arguments are spelt out."""
        super().error(spelt_out(message))

    def refuse(self, unknown: Iterable[str]) -> NoReturn:
        """End the program, for it does not understand these arguments."""
        first = next(iter(unknown))
        options = [name for action in self.declared for name in action.option_strings if name.startswith("--")]
        hint = f"{self.prog} --help shows what there is"
        if first.startswith("-"):
            self.error(f"unknown option '{first}' ({_likeliest(first, options) or hint})")
        hint = f"--input {first} names what to read" if "--input" in options else hint
        self.error(f"unexpected argument '{first}' ({hint})")

    def _add_action(self, action: _Action) -> _Action:
        # What options are declared by, in groups of which one is to be chosen too.
        self.declared.append(action)
        return super()._add_action(action)

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        if action.choices is None or value in action.choices:
            return

        hint = did_you_mean(str(value), map(str, action.choices))
        raise argparse.ArgumentError(action, f"there is no '{value}' ({hint})")


def _likeliest(word: str, options: Iterable[str]) -> str:
    """A hint with the option that was probably meant, by its letters alone: all begin with the same dashes."""
    from difflib import get_close_matches

    letters = {option.strip("-"): option for option in options}
    close = get_close_matches(word.partition("=")[0].strip("-"), letters, n=1)
    return f"did you mean '{letters[close[0]]}'?" if close else ""


def _sentence(help: str) -> str:
    return f"{help[0].upper()}{help[1:]}."


def _examples(examples: Iterable[tuple[str, str]]) -> str:
    lines = [(f"sitegen {line}".rstrip(), what) for line, what in examples]
    width = max(len(line) for line, _ in lines)
    return "\n".join(["examples:", *(f"  {line:{width}}  {what}" for line, what in lines)])
