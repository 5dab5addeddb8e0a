r"""From a digest's lines to its entries: banner, line markers, pairs of title and abstract, and what is missing.

Line markers let the author of a digest settle any doubt by hand: a line that begins with ``# `` is a title, one that
begins with ``> `` an abstract, or a further paragraph of the abstract before it. A lone ``#`` is a title that is
missing. A text that truly begins so takes a backslash in front (``\# `` or ``\> ``; each further backslash adds one).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from sitegen.facts.model import NOTHING_KNOWN, Facts
from sitegen.inputs.document import Document
from sitegen.inputs.model import Entry
from sitegen.inputs.parsed import ParsedDigest
from sitegen.inputs.records import short
from sitegen.inputs.roles import Block, Role, roles
from sitegen.problem import Location, Problem, warning
from sitegen.words.visible import is_blank

_MARKER = re.compile(r"\s*(?:(#)|>)(?:\s+|$)")
_ESCAPED = re.compile(r"\s*(\\+[#>])(?=\s|$)")
_IF_ABSTRACT = "if it is an abstract itself, begin the line with '> '"
_IF_AUTHORS = "if they wrote the paper above, begin the line with 'Authors: '; if it is a title, with '# '"
_IF_TITLE = "if it is a title, begin the line with '# '; if the abstract before goes on here, with '> '"


Line = tuple[int, str]
"""A line of the body with its number, from 1."""

Group = Callable[[Sequence[Line]], Sequence[Block]]
"""What the lines of a body come to, in their order; a blank line between two shows as a gap in the numbers."""

_ASIDE = (Role.DETAIL, Role.LEFT_OUT, Role.RULER, Role.BANNER)


def read_entries(document: Document, group: Group, spaced: bool, *, set_off: bool = False) -> ParsedDigest:
    """Read a digest whose lines are grouped into blocks by its format.

    Blocks that their format marks as details become facts of the entry that they belong to. Where there are such, or
    titles are ``set_off`` by the format, and abstracts are few, to have none is nothing unusual.
    """
    file, head = document.file, document.header
    line_roles = [Role.BANNER if index in head.banner else Role.BLANK for index in range(len(document.lines))]
    parts = group(document.body)
    blocks = [part for part in parts if part.marked not in _ASIDE]
    found = roles(blocks, spaced)
    settled = ((part, part.marked) for part in parts if part.marked in _ASIDE)
    for block, role in (*((block, role) for block, (role, _) in zip(blocks, found, strict=True)), *settled):
        line_roles[block.line - 1 : block.line - 1 + block.lines] = [role or Role.BLANK] * block.lines
    pairs = _pairs(blocks, [role for role, _ in found])
    plain = len(parts) == len(blocks)
    facts, odd = ([NOTHING_KNOWN] * len(pairs), ()) if plain else _facts(parts, pairs, file)
    problems = [*head.problems, *odd, *_doubts(blocks, found, file)]
    listed = (set_off or not plain) and sum(bool(abstract) for _, abstract in pairs) * 2 < len(pairs)
    entries: list[Entry] = []
    for place, ((title, abstract), known) in enumerate(zip(pairs, facts, strict=True)):
        name = title.text if title else ""
        told = [part for part in abstract if part.text]
        summary = "\n\n".join(part.text for part in told)
        line = title.line if title and (name or not told) else (told or abstract)[0].line
        at = Location(file, line, 1)
        if not name and not summary:
            problems.append(warning(at, "a line marker with nothing behind it", "remove the line"))
            continue
        entries.append(Entry(name, summary, len(entries) + 1, line, known))
        if not summary and not listed:
            problems.append(_named(pairs[place + 1 : place + 2], file) or _without_abstract(name, at))
        elif not name:
            problems.append(warning(at, f"the abstract '{short(summary)}' has no title", _IF_TITLE))
    return ParsedDigest(tuple(entries), head.date, tuple(problems), tuple(line_roles))


def _without_abstract(name: str, at: Location) -> Problem:
    return warning(at, f"'{short(name)}' has no abstract", _IF_ABSTRACT)


def _named(behind: Sequence[Pair], file: str) -> Problem | None:
    """What is to be said of a line behind a title that was taken for the next title, but names people."""
    from sitegen.inputs.bylines import byline

    for title, _ in behind:
        if title and not title.marked and byline(title.text):
            message = f"'{short(title.text)}' is read as a title, but names people"
            return warning(Location(file, title.line, 1), message, _IF_AUTHORS)
    return None


def _facts(parts: Sequence[Block], pairs: Sequence[Pair], file: str) -> tuple[Sequence[Facts], Sequence[Problem]]:
    """What the details of each entry come to; needed by few digests, and imported for them alone."""
    from sitegen.inputs import details

    owned, without, unkept = details.owned(parts, [(title or abstract[0]).line for title, abstract in pairs])
    known = [details.facts(blocks, file) for blocks in owned]
    problems = [problem for _, problems in known for problem in problems]
    return [facts for facts, _ in known], (*problems, *details.lost(without, unkept, file))


def as_block(numbered: Sequence[Line]) -> Block:
    """Lines that belong together as one text, without the line marker that may settle its role."""
    line, first = numbered[0]
    text = "\n".join(text for _, text in numbered)
    marked = None
    if first[0] in "#>" and (marker := _MARKER.match(first)):
        marked = Role.TITLE if marker[1] else Role.ABSTRACT
        text = text[marker.end() :]
        text = "" if is_blank(text) else text
    elif first[0] == "\\" and _ESCAPED.match(first):
        text = text[1:]
    return Block(text, line, numbered[-1][0] - line + 1, marked)


Pair = tuple[Block | None, list[Block]]
"""A title and the parts of its abstract; None for a title that is missing."""


def _pairs(blocks: Sequence[Block], found: Sequence[Role]) -> list[Pair]:
    """Each title with the parts of its abstract; None for a title that is missing."""
    pairs: list[Pair] = []
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
