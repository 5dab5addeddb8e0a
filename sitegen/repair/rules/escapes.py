r"""The last of TeX's characters: escapes (``\%``), spaces (``\,``), line breaks (``\\``), backslashes left over."""

from __future__ import annotations

import re

from sitegen.repair.draft import UNCLEAR, UNCLEAR_END, Draft
from sitegen.repair.patterns import lazy
from sitegen.repair.rule import Rule

_ESCAPE = lazy(
    r"\\(?:(?P<char>[%&#_{}$])|(?P<space>(?:\\\\)*(?:[\s,;:>]|\\)|[nrt](?![A-Za-z])|$)|(?P<none>[-/!])"
    r"|(?P<name>[A-Za-z]+)[ ]?(?:\{\})?|(?P<other>.))",
    re.DOTALL,
)
_DRIVE = lazy(r"\b[A-Z]:\\[^\s\\]+(?:\\[^\s\\]+)*")


def _repair(text: str, draft: Draft) -> str:
    if ":\\" in text:
        text = _DRIVE().sub(lambda found: draft.literal(found[0]), text)

    def replace(found: re.Match[str]) -> str:
        match found.lastgroup:
            case "char":
                return draft.literal(found["char"])
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
