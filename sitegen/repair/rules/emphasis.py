"""Markdown's emphasis: ``*words*``, ``**words**``, ``_words_``; a product (``GPU*hrs``), ``A*``, footnotes are none."""

from __future__ import annotations

import re

from sitegen.repair.lazy_regex import lazy
from sitegen.repair.placeholders import EMPHASIS, EMPHASIS_END, KEPT, MARKS, STRONG, STRONG_END, Draft
from sitegen.repair.rule import Rule

_INSIDE = rf"[\w{KEPT}“\"'‘](?:[^*\n]{{0,118}}[\w{KEPT}.!?:,)”\"'’%])?"
_BOTH = lazy(rf"(?<![\w*\\])\*\*\*({_INSIDE})\*\*\*(?![\w*])")
_BOLD = lazy(rf"(?<![\w*\\])\*\*({_INSIDE})\*\*(?![\w*])")
_ITALIC = lazy(rf"(?<![\w*\\)\]}}])\*({_INSIDE})\*(?![\w*])")
_UNDERLINED = lazy(r"(?<![\w_/.:-])_([A-Za-z][a-z]*(?:[ -][A-Za-z][a-z]*){0,11}[.!?]?)_(?![\w_/])")
_WORD = re.compile(rf"[^\W\d_]|[{KEPT}{MARKS}]")


def _repair(text: str, draft: Draft) -> str:
    if "***" in text:
        text = _BOTH().sub(lambda found: _marked(found, STRONG + EMPHASIS, EMPHASIS_END + STRONG_END), text)
    if "**" in text:
        text = _BOLD().sub(lambda found: _marked(found, STRONG, STRONG_END), text)
    if "*" in text:
        text = _ITALIC().sub(lambda found: _marked(found, EMPHASIS, EMPHASIS_END), text)
    if "_" in text:
        text = _UNDERLINED().sub(lambda found: _marked(found, EMPHASIS, EMPHASIS_END), text)
    return text


def _marked(found: re.Match[str], start: str, end: str) -> str:
    return f"{start}{found[1]}{end}" if _WORD.search(found[1]) else found[0]


RULE = Rule("emphasis", ("*", "_"), _repair)
