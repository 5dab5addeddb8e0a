r"""The last of TeX's backslashes: spaces (``\,``), line breaks (``\\``), braces (``\{``), names that took nothing."""

from __future__ import annotations

import re

from sitegen.repair.lazy_regex import lazy
from sitegen.repair.placeholders import UNCLEAR, UNCLEAR_END, Draft
from sitegen.repair.rule import Rule

_ESCAPE = lazy(
    r"\\(?:(?P<brace>[{}])|(?P<space>(?:\\\\)*(?:[\s,;:>]|\\)|[nrt](?![A-Za-z])|$)|(?P<none>[-/!])"
    r"|(?P<name>[A-Za-z]+)[ ]?(?:\{\})?|(?P<other>.))",
    re.DOTALL,
)


def _repair(text: str, draft: Draft) -> str:
    def replace(found: re.Match[str]) -> str:
        match found.lastgroup:
            case "brace":
                return draft.literal(found["brace"])
            case "space":
                return " "
            case "none":
                return ""
            case "name":
                gap = " " if found[0][-1] == " " else ""
                return f"{UNCLEAR}{found['name']}{UNCLEAR_END}{gap}"
            case _:
                return found["other"]

    return _ESCAPE().sub(replace, text)


RULE = Rule("escapes", ("\\",), _repair)
