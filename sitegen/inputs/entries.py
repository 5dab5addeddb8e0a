r"""From a digest's lines to its entries: banner, line markers, pairs of title and abstract, and what is missing.

Line markers let the author of a digest settle any doubt by hand: a line that begins with ``# `` is a title, one that
begins with ``> `` an abstract, or a further paragraph of the abstract before it. A lone ``#`` is a title that is
missing. A text that truly begins so takes a backslash in front (``\# `` or ``\> ``; each further backslash adds one).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from sitegen.inputs.header import header
from sitegen.inputs.model import Entry
from sitegen.inputs.parsed import ParsedDigest
from sitegen.inputs.records import short
from sitegen.inputs.roles import Block, Role, roles
from sitegen.problem import Location, Problem, warning
from sitegen.words.visible import is_blank

_MARKER = re.compile(r"\s*(?:(#)|>)(?:\s+|$)")
_ESCAPED = re.compile(r"\s*(\\+[#>])(?=\s|$)")
_IF_ABSTRACT = "if it is an abstract itself, begin the line with '> '"
_IF_TITLE = "if it is a title, begin the line with '# '; if the abstract before goes on here, with '> '"


Group = Callable[[Sequence[tuple[int, str]]], list[list[tuple[int, str]]]]
"""Which numbered lines of a body belong together; a blank line between them shows as a gap in the numbers."""


def read_entries(lines: Sequence[str], file: str, group: Group, spaced: bool) -> ParsedDigest:
    """Read a digest whose lines are grouped into blocks by its format."""
    head = header(lines, file)
    line_roles = [Role.BLANK] * len(lines)
    body: list[tuple[int, str]] = []
    for index, text in enumerate(lines):
        if index in head.banner:
            line_roles[index] = Role.BANNER
        elif not is_blank(text):
            body.append((index + 1, text[head.glued.get(index, 0) :].strip()))
    blocks = [_block(numbered) for numbered in group(body)]
    found = roles(blocks, spaced)
    for block, (role, _) in zip(blocks, found, strict=True):
        line_roles[block.line - 1 : block.line - 1 + block.lines] = [role] * block.lines
    problems = [*head.problems, *_doubts(blocks, found, file)]
    entries: list[Entry] = []
    for title, abstract in _pairs(blocks, [role for role, _ in found]):
        name = title.text if title else ""
        parts = [part for part in abstract if part.text]
        summary = "\n\n".join(part.text for part in parts)
        line = title.line if title and (name or not parts) else (parts or abstract)[0].line
        at = Location(file, line, 1)
        if not name and not summary:
            problems.append(warning(at, "a line marker with nothing behind it", "remove the line"))
            continue
        entries.append(Entry(name, summary, len(entries) + 1, line))
        if not summary:
            problems.append(warning(at, f"'{short(name)}' has no abstract", _IF_ABSTRACT))
        elif not name:
            problems.append(warning(at, f"the abstract '{short(summary)}' has no title", _IF_TITLE))
    return ParsedDigest(tuple(entries), head.date, tuple(problems), tuple(line_roles))


def _block(numbered: Sequence[tuple[int, str]]) -> Block:
    line, first = numbered[0]
    text = "\n".join(text for _, text in numbered)
    marked = None
    if first[0] in "#>" and (marker := _MARKER.match(first)):
        marked = Role.TITLE if marker[1] else Role.ABSTRACT
        text = text[marker.end() :]
        text = "" if is_blank(text) else text
    elif first[0] == "\\" and _ESCAPED.match(first):
        text = text[1:]
    return Block(text, line, len(numbered), marked)


def _pairs(blocks: Sequence[Block], found: Sequence[Role]) -> list[tuple[Block | None, list[Block]]]:
    """Each title with the parts of its abstract; None for a title that is missing."""
    pairs: list[tuple[Block | None, list[Block]]] = []
    for block, role in zip(blocks, found, strict=True):
        if role is Role.TITLE:
            pairs.append((block, []))
        elif role is Role.PARAGRAPH or (pairs and not pairs[-1][1]):
            pairs[-1][1].append(block)
        else:
            pairs.append((None, [block]))
    return pairs


def _doubts(blocks: Sequence[Block], found: Sequence[tuple[Role, bool]], file: str) -> list[Problem]:
    """A warning for each block whose form speaks against its role, and for each paragraph that was joined on."""
    problems = []
    for block, (role, doubtful) in zip(blocks, found, strict=True):
        at = Location(file, block.line, 1)
        if role is Role.PARAGRAPH and block.marked is None:
            message = f"'{short(block.text)}' is read as a further paragraph of the abstract before it"
            problems.append(warning(at, message, "begin the line with '> ' if so; '# ' marks a title"))
        elif doubtful:
            as_title = role is Role.TITLE
            message = f"'{short(block.text)}' is read as {'a title' if as_title else 'an abstract'}"
            message += f", but looks like {'an abstract' if as_title else 'a title'}"
            hint = "begin the line with '# ' if it is a title, with '> ' if it is an abstract"
            problems.append(warning(at, message, hint))
    return problems
