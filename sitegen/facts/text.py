r"""How facts are written into `facts.yaml`: the authors in a line, all else that a source states in the next.

::

    pointer-networks:
    - {authors: [Oriol Vinyals, Meire Fortunato, Navdeep Jaitly],
       year: 2015, arxiv: 1506.03134, source: arXiv, day: 2026-03-02}
    - {year: 2015, venue: NIPS, source: DBLP, day: 2026-03-02}

Flow style, so that thousands of papers stay readable, can be compared line by line, and are found with grep.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence

from sitegen.facts.model import Facts, SourcedFacts
from sitegen.facts.names import written

HEADER = """\
# What is known of papers beyond their digests, by the name of their page in papers/ or by their title.
# `sitegen facts` adds what public services state, with source and day; what stands here it never changes.
"""

WIDTH = 120
"""Characters of a line, where a longer list of authors is broken; a single value is never."""

OTHERS = "others"
"""The last of a list of authors that names the first ones only."""

# What needs no quotes inside brackets, in any version of YAML: no sign that means something, no word that is none.
_PLAIN = re.compile(r"[^\W_](?:(?:[\w.'’()/&+?=%~;@!$*|-]|:(?=[\w/])|(?<! )#| (?! ))*[\w.'’)/+=-])?")
_WORDS = frozenset(("null", "true", "false", "yes", "no", "on", "off", "y", "n"))
_NUMBER = re.compile(r"[\d_.]*(?:[eE][-+]?\d+)?|0[xo][\da-fA-F]+")
_UNPRINTED = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")
_INDENT = 3  # of a second line, behind "- {"
_NAME = re.compile(r"[a-z0-9-]*[a-z][a-z0-9-]*")
# Their values may look like numbers, but need no quotes: none holds a sign that means anything.
_UNQUOTED = frozenset(("year", "arxiv", "published"))
_SCALARS = ("year", "venue", "arxiv", "doi", "acl", "openreview", "url", "pdf", "code", "project", "published")


def entry(name: str, found: Iterable[SourcedFacts]) -> str:
    """A new entry, with what was found of a paper."""
    key = name if _NAME.fullmatch(name) and name not in _WORDS else _quoted(name)
    return f"{key}:\n{items(found)}"


def items(found: Iterable[SourcedFacts], indent: int = 0) -> str:
    """The items of a list of what was found, ``indent`` characters in from the left."""
    return "".join(f"{' ' * indent}{line}\n" for one in found for line in _lines(one, WIDTH - indent))


def _lines(one: SourcedFacts, width: int) -> Iterator[str]:
    people = [written(person) for person in one.facts.authors] + [OTHERS] * one.facts.more_authors
    rest = [piece for piece in (*_values(one.facts), *_origin(one)) if piece]
    parts = [_list("authors", people), rest] if people else [rest]
    lines = [line for part in parts if part for line in _filled(part, width - _INDENT - len(",}"))]
    for number, line in enumerate(lines, 1):
        yield f"{' ' * _INDENT if number > 1 else '- {'}{line}{',' if number < len(lines) else '}'}"


def _filled(pieces: Sequence[str], width: int) -> list[str]:
    """The pieces in lines of at most ``width`` characters, or of one piece."""
    lines = [pieces[0]]
    for piece in pieces[1:]:
        if len(lines[-1]) + len(piece) + 2 <= width:
            lines[-1] += f", {piece}"
        else:
            lines.append(piece)
    return lines


def _values(facts: Facts) -> Iterator[str]:
    for name in _SCALARS:
        if value := getattr(facts, name):
            yield f"{name}: {value if name in _UNQUOTED else _value(value)}"


def _origin(one: SourcedFacts) -> Iterator[str]:
    if len(one.sources) == 1:
        yield f"source: {_value(one.sources[0])}"
    elif one.sources:
        yield from _list("source", one.sources)
    if one.day:
        yield f"day: {one.day}"


def _list(key: str, values: Sequence[str]) -> list[str]:
    """A list as pieces between which a line may end."""
    *most, last = map(_value, values)
    first, *others = (*most, f"{last}]")
    return [f"{key}: [{first}", *others]


def _is_plain(text: str) -> bool:
    """Whether a text needs no quotes, wherever it stands."""
    return bool(_PLAIN.fullmatch(text)) and not _NUMBER.fullmatch(text) and text.lower() not in _WORDS


def _value(text: str) -> str:
    return text if _is_plain(text) else _quoted(text)


def _quoted(text: str) -> str:
    """YAML's double quotes, which are JSON's but for a few characters that YAML does not allow bare."""
    return _UNPRINTED.sub(lambda odd: f"\\u{ord(odd[0]):04x}", json.dumps(text, ensure_ascii=False))
