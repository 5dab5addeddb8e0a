"""How a single value is written into a YAML file that people read: bare where that is safe, else in quotes."""

from __future__ import annotations

import json
import re

# What needs no quotes inside brackets, in any version of YAML: no sign that means something, no word that is none.
_PLAIN = re.compile(r"[^\W_](?:(?:[\w.'’()/&+?=%~;@!$*|-]|:(?=[\w/])|(?<! )#| (?! ))*[\w.'’)/+=-])?")
_WORDS = frozenset(("null", "true", "false", "yes", "no", "on", "off", "y", "n"))
_NUMBER = re.compile(r"[\d_.]*(?:[eE][-+]?\d+)?|0[xo][\da-fA-F]+")
_UNPRINTED = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")


def is_plain(text: str) -> bool:
    """Whether a text needs no quotes, wherever it stands."""
    return bool(_PLAIN.fullmatch(text)) and not _NUMBER.fullmatch(text) and text.lower() not in _WORDS


def value(text: str) -> str:
    """A text as a value, wherever it stands."""
    return text if is_plain(text) else quoted(text)


def quoted(text: str) -> str:
    """YAML's double quotes, which are JSON's but for a few characters that YAML does not allow bare."""
    return _UNPRINTED.sub(lambda odd: f"\\u{ord(odd[0]):04x}", json.dumps(text, ensure_ascii=False))
