r"""How facts are written into `facts.yaml`: the authors in a line, all else that a source states in the next.

::

    pointer-networks:
    - {authors: [Oriol Vinyals, Meire Fortunato, Navdeep Jaitly],
       year: 2015, arxiv: 1506.03134, source: arXiv, day: 2026-03-02}
    - {year: 2015, venue: NIPS, source: DBLP, day: 2026-03-02}

Flow style, so that thousands of papers stay readable, can be compared line by line, and are found with grep.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from sitegen.facts.model import Facts, SourcedFacts
from sitegen.facts.names import written
from sitegen.yaml_text import is_plain, quoted, value

HEADER = """\
# What is known of papers beyond their digests, by the name of their page in papers/ or by their title.
# `sitegen facts` adds what public services state, with source and day; what stands here it never changes.
"""

WIDTH = 120
"""Characters of a line, where a longer list of authors is broken; a single value is never."""

OTHERS = "others"
"""The last of a list of authors that names the first ones only."""

_INDENT = 3  # of a second line, behind "- {"
_NAME = re.compile(r"[a-z0-9-]*[a-z][a-z0-9-]*")
# Their values may look like numbers, but need no quotes: none holds a sign that means anything.
_UNQUOTED = frozenset(("year", "arxiv", "published"))
_SCALARS = ("year", "venue", "arxiv", "doi", "acl", "openreview", "url", "pdf", "code", "project", "published")


def entry(name: str, found: Iterable[SourcedFacts]) -> str:
    """A new entry, with what was found of a paper."""
    key = name if _NAME.fullmatch(name) and is_plain(name) else quoted(name)
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
        if given := getattr(facts, name):
            yield f"{name}: {given if name in _UNQUOTED else value(given)}"


def _origin(one: SourcedFacts) -> Iterator[str]:
    if len(one.sources) == 1:
        yield f"source: {value(one.sources[0])}"
    elif one.sources:
        yield from _list("source", one.sources)
    if one.day:
        yield f"day: {one.day}"


def _list(key: str, values: Sequence[str]) -> list[str]:
    """A list as pieces between which a line may end."""
    *most, last = map(value, values)
    first, *others = (*most, f"{last}]")
    return [f"{key}: [{first}", *others]
