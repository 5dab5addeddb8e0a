r"""Degrees: ``25^{\circ}C``, ``0.3 ^{circ}`` and ``10^oC`` get their sign."""

from __future__ import annotations

import re

from sitegen.repair.draft import Draft
from sitegen.repair.rule import Rule

_DEGREES = re.compile(r"(?<=\d)\s?\^(?:\{\s*\\?circ\s*\}|\\?circ(?![a-zA-Z])|\\?circ(?=[CFK]\b)|\{?o\}?(?=\s?[CFK]\b))")


def _repair(text: str, draft: Draft) -> str:
    return _DEGREES.sub("°", text)


RULE = Rule("degrees", ("^",), _repair)
