r"""Degrees get their sign: ``25^{\circ}C``, ``0.3 ^{circ}``, ``20{\deg}``, ``10^oC``; so do AASTeX's, ``0farcs3``."""

from __future__ import annotations

import re

from sitegen.repair.placeholders import Draft
from sitegen.repair.rule import Rule

_NAMED = re.compile(r"(?<=\d)\s?(?:\{\\?deg\}|\\deg(?![A-Za-z]|\s?[a-z(]))")
_DEGREES = re.compile(
    r"(?<=\d),?\s?\^(?:\{\s*\\?circ\s*\}|\\?circ(?![a-zA-Z])|\\?circ(?=[CFK]\b)|\{?o\}?(?![A-Za-z(^_]|\s[A-Z])|\{?o\}?(?=\s?[CFK]\b))"
)


_FRACTION = re.compile(r"(?<=\d)f(arcs|arcm|dg)(?=\d)")
_SIGNS = {"arcs": "″.", "arcm": "′.", "dg": "°."}


def _repair(text: str, draft: Draft) -> str:
    if "^" in text:
        text = _DEGREES.sub("°", text)
    if "deg" in text:
        text = _NAMED.sub("°", text)
    return _FRACTION.sub(lambda found: _SIGNS[found[1]], text)


RULE = Rule("degrees", ("^", "deg}", "\\deg", "farc"), _repair)
