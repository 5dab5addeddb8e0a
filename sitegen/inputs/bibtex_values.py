"""What stands behind the equals sign in BibTeX: braces, quotation marks, numbers, names of strings, joined with ``#``.

As in https://tug.ctan.org/info/bibtex/tamethebeast/ttb_en.pdf: a string means what was said of it before, so none can
mean itself. What strings grow to is cut: each may be twice the one before.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Iterator, Mapping

from sitegen.inputs.records import LONGEST

_MONTH_NAMES = "jan feb mar apr may jun jul aug sep oct nov dec"
MONTHS: Mapping[str, str] = {name: str(number) for number, name in enumerate(_MONTH_NAMES.split(), 1)}
"""The strings that every style defines, as numbers."""

_BRACE = re.compile(r"(?<!\\)[{}]")
_QUOTE = re.compile(r"(?<!\\)[{}\"]")
_BARE = re.compile(r"[^\s#]+")
_ENDS = {"{": (_BRACE, "}"), '"': (_QUOTE, '"')}


class _Kind(enum.Enum):
    TEXT = "text"
    WORD = "word"


def evaluated(raw: str, strings: Mapping[str, str]) -> str:
    """The text that a value stands for, at most `LONGEST` + 1 characters; a name that no string has is itself."""
    if raw[:1] == "{" and raw[-1:] == "}" and "{" not in (inner := raw[1:-1]) and "}" not in inner:
        return inner.strip()  # nearly all values
    parts: list[str] = []
    size = 0
    for part in _parts(raw, strings):
        parts.append(part[: LONGEST + 1 - size])
        size += len(parts[-1])
        if size > LONGEST:
            break
    return "".join(parts).strip()


def undefined(raw: str, strings: Mapping[str, str]) -> str:
    """The first name in a value that no string has, or ``""``: one that is defined later, or never, or by itself."""
    if raw[:1] in ("{", '"') and "#" not in raw:
        return ""
    bare = (raw[start:end] for start, end in _bare_words(raw))
    return next((word for word in bare if not word.isdigit() and word.lower() not in strings), "")


def unbraced(text: str) -> str:
    """A text without the braces around all of it."""
    if text[:1] == "{" and text[-1:] == "}" and _closed(text, 0, _BRACE, "}") == len(text) - 1:
        return text[1:-1].strip()
    return text


def _parts(raw: str, strings: Mapping[str, str]) -> Iterator[str]:
    for kind, start, end in _tokens(raw):
        yield strings.get(raw[start:end].lower(), raw[start:end]) if kind is _Kind.WORD else raw[start:end]


def _bare_words(raw: str) -> Iterator[tuple[int, int]]:
    return ((start, end) for kind, start, end in _tokens(raw) if kind is _Kind.WORD)


def _tokens(raw: str) -> Iterator[tuple[_Kind, int, int]]:
    """What a value is joined from, each with where it begins and ends without its braces or quotation marks."""
    at = 0
    while at < len(raw):
        if raw[at] in _ENDS:
            marks, closing = _ENDS[raw[at]]
            end = _closed(raw, at, marks, closing)
            yield _Kind.TEXT, at + 1, end
            at = end + 1
        elif word := _BARE.match(raw, at):
            yield _Kind.WORD, at, word.end()
            at = word.end()
        else:
            at += 1


def _closed(raw: str, start: int, marks: re.Pattern[str], closing: str) -> int:
    """Where the mark stands that closes what begins at ``start``; the end where none does."""
    depth = 0
    for found in marks.finditer(raw, start + 1):
        if found[0] == closing and depth == 0:
            return found.start()
        depth += {"{": 1, "}": -1}.get(found[0], 0)
    return len(raw)
