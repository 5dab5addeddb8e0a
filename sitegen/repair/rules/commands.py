r"""Commands that nobody defines here, ``\our~can``: their names stay, marked; and the escapes of plain characters.

What is left with a backslash after this rule is mathematics, formatting, or an accent.
"""

from __future__ import annotations

import re

from sitegen.repair.bare_math.gluing import read_word
from sitegen.repair.bare_math.vocabulary import NAMES
from sitegen.repair.formula.commands import SWITCHES, TAKING
from sitegen.repair.inline import Text, Unclear
from sitegen.repair.lazy_regex import lazy
from sitegen.repair.placeholders import UNEXPANDED, Draft
from sitegen.repair.rule import Rule
from sitegen.repair.rules.groups import COMMANDS
from sitegen.repair.symbols import ALIASES, GREEK, SYMBOLS

_COMMAND = lazy(r"\\(?:(?P<char>[%&#_])|(?P<name>[A-Za-z]+)(?P<end>[ ]?(?:\{\})?)|(?P<other>.))", re.DOTALL)
_DRIVE = lazy(r"\b[A-Z]:\\[^\s\\]+(?:\\[^\s\\]+)*")


def _repair(text: str, draft: Draft) -> str:
    if ":\\" in text:
        text = _DRIVE().sub(lambda found: draft.literal(found[0]), text)
    return _COMMAND().sub(lambda found: _expanded(found, draft), text)


def _expanded(found: re.Match[str], draft: Draft) -> str:
    if found["char"]:
        return "_" if found["char"] == "_" else draft.literal(found["char"]) + _gap(found)
    name = found["name"]
    if name is None or _is_known(name):
        return found[0]
    if len(read_word(name)) > 1 or any(name.startswith(known) for known in GREEK):
        return name + found["end"].rstrip("{}")  # glued: \alphaleft
    gap = " " if found["end"][:1] == " " else ""
    return draft.keep(Unclear((Text(name),), UNEXPANDED)) + gap


def _is_known(name: str) -> bool:
    return any(name in names for names in (SYMBOLS, NAMES, TAKING, SWITCHES, ALIASES, COMMANDS))


def _gap(found: re.Match[str]) -> str:
    r"""After a percent sign that would read as a comment's: ``the \%Loss``."""
    text, start, end = found.string, found.start(), found.end()
    parted = found["char"] == "%" and (start == 0 or text[start - 1].isspace())
    return "\u00a0" if parted and text[end : end + 1].isalpha() else ""


RULE = Rule("commands", ("\\",), _repair)
