"""Which blocks of a digest are titles and which abstracts: the rule where they do not alternate.

Titles and abstracts alternate. Where one is missing, the reading of the *whole* file is chosen that costs least
(Viterbi's algorithm, so that one missing line never shifts its neighbours):

- a block read against its form costs its `evidence`; a line marker settles its role for certain;
- a title without an abstract costs 3, an abstract without a title 4;
- a further paragraph of an abstract costs nothing, and even makes up for 1, where the sentence runs on: the first
  part has no end and the second begins in lower case. It costs 2 where blank lines set paragraphs off and the two
  together are no longer than an abstract of this digest usually is. Any other is an abstract of its own.

The file is read twice: first with usual lengths, then with the median lengths of its own titles and abstracts.
"""

from __future__ import annotations

import enum
from collections.abc import Sequence
from dataclasses import dataclass
from math import inf
from statistics import median

from sitegen.inputs.evidence import TypicalLengths, evidence, weight

LONELY_TITLE = 3.0
LONELY_ABSTRACT = 4.0
PARAGRAPH = 2.0
RUNNING_ON = -1.0

# A text that is read against this much evidence deserves a warning.
DOUBT = 5.0

# Without doubt, and so without looking at the form: every real digest is of this kind.
_SURELY_TITLE, _SURELY_ABSTRACT = 180, 240

_ENOUGH = 4  # titles and abstracts, from which medians are taken
_ONE_ABSTRACT = 1.1  # times the usual length: two paragraphs beyond that are two abstracts


_ENDS = (*".?!:;)]\"'”’。？！।۔", "…")


class Role(enum.Enum):
    """What a line of a digest is."""

    BLANK = "blank"
    BANNER = "banner"
    TITLE = "title"
    ABSTRACT = "abstract"
    PARAGRAPH = "paragraph"  # a further part of the abstract before it
    DETAIL = "detail"  # what is stated beside title and abstract: authors, an address, an id
    RULER = "ruler"  # sets entries apart
    LEFT_OUT = "left out"  # what no paper keeps; a problem names it


@dataclass(frozen=True, slots=True)
class Block:
    """A text of a digest that stands for itself: a line, or some that belong together. ``marked`` settles its role.

    ``states`` is what a detail says: names of `Statement`'s fields, each with a text.
    """

    text: str
    line: int  # the first one, from 1
    lines: int = 1
    marked: Role | None = None
    states: tuple[tuple[str, str], ...] = ()


def roles(blocks: Sequence[Block], spaced: bool) -> list[tuple[Role, bool]]:
    """The role of each block, and whether its form speaks strongly against it."""
    if not blocks:
        return []
    if _plainly_alternate(blocks):
        return [(Role.ABSTRACT if index % 2 else Role.TITLE, False) for index in range(len(blocks))]
    if all(block.marked for block in blocks):
        return _as_marked(blocks)
    usual = TypicalLengths()
    points = [evidence(block.text, usual) for block in blocks]
    found = _cheapest(blocks, points, usual, spaced)
    read = [(role, weight(block.text)) for block, role in zip(blocks, found, strict=True) if block.text]
    titles = [length for role, length in read if role is Role.TITLE]
    abstracts = [length for role, length in read if role is Role.ABSTRACT]
    if len(titles) >= _ENOUGH and len(abstracts) >= _ENOUGH and median(abstracts) >= 1.5 * median(titles):
        usual = TypicalLengths(max(10.0, median(titles)), median(abstracts), measured=True)
        points = _points(blocks, usual)
        found = _cheapest(blocks, points, usual, spaced)
    return [
        (role, block.marked is None and (point >= DOUBT if role is Role.TITLE else point <= -DOUBT))
        for block, point, role in zip(blocks, points, found, strict=True)
    ]


def _points(blocks: Sequence[Block], usual: TypicalLengths) -> list[float]:
    """The evidence of each block's form; none is asked for where a marker settles the role."""
    return [0.0 if block.marked else evidence(block.text, usual) for block in blocks]


def _plainly_alternate(blocks: Sequence[Block]) -> bool:
    return (
        len(blocks) % 2 == 0
        and not any(block.marked for block in blocks)
        and all(weight(block.text) <= _SURELY_TITLE for block in blocks[::2])
        and all(len(block.text) >= _SURELY_ABSTRACT for block in blocks[1::2])
    )


def _as_marked(blocks: Sequence[Block]) -> list[tuple[Role, bool]]:
    """The roles that line markers settle: of abstracts in a row, each is a paragraph of the first."""
    found: list[tuple[Role, bool]] = []
    before = Role.TITLE
    for block in blocks:
        further = block.marked is Role.ABSTRACT and before is not Role.TITLE
        before = Role.TITLE if block.marked is Role.TITLE else Role.PARAGRAPH if further else Role.ABSTRACT
        found.append((before, False))
    return found


_STATES = (Role.TITLE, Role.ABSTRACT, Role.PARAGRAPH)


def _cheapest(blocks: Sequence[Block], points: Sequence[float], usual: TypicalLengths, spaced: bool) -> list[Role]:
    """The roles that cost least together; of equal costs the earlier of title, abstract, paragraph."""
    costs = {Role.TITLE: 0.0, Role.ABSTRACT: LONELY_ABSTRACT, Role.PARAGRAPH: inf}
    costs = {role: cost + _reading(blocks[0], role, points[0]) for role, cost in costs.items()}
    steps: list[dict[Role, Role]] = []
    for index in range(1, len(blocks)):
        block, before = blocks[index], blocks[index - 1]
        further = _further(before, block, usual, spaced)
        change = {
            (Role.TITLE, Role.TITLE): LONELY_TITLE,
            (Role.TITLE, Role.ABSTRACT): 0.0,
            (Role.ABSTRACT, Role.TITLE): 0.0,
            (Role.ABSTRACT, Role.ABSTRACT): LONELY_ABSTRACT,
            (Role.ABSTRACT, Role.PARAGRAPH): further,
            (Role.PARAGRAPH, Role.TITLE): 0.0,
            (Role.PARAGRAPH, Role.ABSTRACT): LONELY_ABSTRACT,
            (Role.PARAGRAPH, Role.PARAGRAPH): further,
        }
        best: dict[Role, Role] = {}
        now: dict[Role, float] = {}
        for role in _STATES:
            ways = [(costs[old] + change.get((old, role), inf), order) for order, old in enumerate(_STATES)]
            cost, order = min(ways)
            best[role] = _STATES[order]
            now[role] = cost + _reading(block, role, points[index])
        steps.append(best)
        costs = now
    costs[Role.TITLE] += LONELY_TITLE  # nothing follows
    role = min(_STATES, key=lambda state: costs[state])
    found = [role]
    for best in reversed(steps):
        role = best[role]
        found.append(role)
    return found[::-1]


def _reading(block: Block, role: Role, points: float) -> float:
    """What it costs to read a block so."""
    if block.marked is not None:
        return 0.0 if (block.marked is Role.TITLE) == (role is Role.TITLE) else inf
    return max(0.0, points) if role is Role.TITLE else max(0.0, -points)


def _further(before: Block, block: Block, usual: TypicalLengths, spaced: bool) -> float:
    """What it costs to read a block as a further paragraph of the one before."""
    if block.marked is Role.ABSTRACT:
        return 0.0
    if not before.text.endswith(_ENDS) and block.text.partition(" ")[0].islower():
        return RUNNING_ON
    if not spaced or not usual.measured:
        return inf
    together = weight(before.text) + weight(block.text)
    return PARAGRAPH if together <= _ONE_ABSTRACT * usual.abstract else inf
