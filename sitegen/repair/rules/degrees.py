r"""Degrees: ``25^{\circ}C``, ``0.3 ^{circ}`` and ``10^oC`` get their sign."""

from __future__ import annotations

import re

from sitegen.repair.placeholders import Draft
from sitegen.repair.rule import Rule

_NAMED = re.compile(r"(?<=\d)\s?\{?\\?deg(?:rees?)?\}(?<=\{deg\}|\\deg\})|(?<=\d)\s?\\deg(?![a-zA-Z])")
_DEGREES = re.compile(
    r"(?<=\d)\s?\^(?:\{\s*\\?circ\s*\}|\\?circ(?![a-zA-Z])|\\?circ(?=[CFK]\b)|\{?o\}?(?![A-Za-z(^_]|\s[A-Z])|\{?o\}?(?=\s?[CFK]\b))"
)


def _repair(text: str, draft: Draft) -> str:
    return _DEGREES.sub("°", text)


RULE = Rule("degrees", ("^",), _repair)
