"""What in a digest is not a paper: the web page's banner, saved with the list, and the day it prints.

The banner is the run of known lines that a file begins with, in any order, any of them absent. The same run further
down (two digests pasted together) is banner too, if one of its lines can be nothing else. `Subscribe`, the label of a
button, may be glued to the title behind the banner: it is cut off there alone, only when the banner has no
`Subscribe` line of its own, and only when a character follows directly that makes no longer word of it. So
`SubscribeNet`, the second title of a file, `Subscribe and Save` and `Subscribers` stay what they are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sitegen.day import Day
from sitegen.inputs.dates import day, is_day, may_be_day
from sitegen.inputs.evidence import TypicalLengths, evidence
from sitegen.problem import Location, Problem, warning
from sitegen.words.visible import is_blank, visible

_BANNER = re.compile(
    r"new|subscribe|daily papers|(?P<sure>get trending papers in your email inbox(?: once a day)?\W?"
    r"|by ?ak and the research community)",
    re.IGNORECASE,
)
_LONGEST = 80  # characters of a banner line; titles and abstracts that are longer need no look
_GLUED = re.compile(r"Subscribe(?!(?:[rds]|rs)\b)(?=[^\s:;,.!?'’–—-])")

# Behind a doubtful day comes a title. What has more evidence than this may be an abstract, and the "day" its title.
_MAY_BE_ABSTRACT = -3.0


@dataclass(frozen=True, slots=True)
class Header:
    """The lines (indices from 0) that are banner, the day they print, where a glued word ends, and what was odd."""

    banner: frozenset[int]
    date: Day | None
    glued: dict[int, int]  # line index: how many characters belong to the banner
    problems: tuple[Problem, ...]


def header(lines: Sequence[str], file: str) -> Header:
    """Find the banner's lines, at the beginning and further down."""
    kinds = {index: kind for index, line in enumerate(lines) if len(line) <= _LONGEST and (kind := _kind(line))}
    banner: set[int] = set()
    problems: list[Problem] = []
    glued: dict[int, int] = {}
    date: Day | None = None
    filled = [index for index, line in enumerate(lines) if not is_blank(line)]
    position = 0
    while position < len(filled):
        start = position
        while position < len(filled) and filled[position] in kinds:
            position += 1
        run = filled[start:position]
        if not run or (start > 0 and not any(kinds[index] == "sure" for index in run)):
            position += not run
            continue
        # A day that is not understood stands behind the banner, with a title, not an abstract, behind it.
        if position < len(filled) and not any(kinds[index] == "day" for index in run):
            after = _plain(lines[filled[position + 1]]) if position + 1 < len(filled) else ""
            if may_be_day(_plain(lines[filled[position]])) and evidence(after, TypicalLengths()) < _MAY_BE_ABSTRACT:
                run.append(filled[position])
                position += 1
        banner.update(run)
        for index in run:
            if kinds.get(index) == "day" or index not in kinds:
                text = _plain(lines[index])
                found = day(text)
                at = Location(file, index + 1, 1)
                if found is None:
                    hint = "write it as Apr 3, 3 April 2024 or 2024-04-03, or set `date` in site.yaml"
                    what = "does not exist"
                    if not is_day(text):
                        what = "is not understood"
                        hint += "; if it is a title, begin the line with '# '"
                    problems.append(warning(at, f"the date '{text}' {what}", hint))
                elif date is not None and found != date:
                    problems.append(warning(at, f"a second date, '{text}': the first one is kept", "split the file"))
                date = date or found
        if position < len(filled) and not any(_plain(lines[index]).lower() == "subscribe" for index in run):
            first = filled[position]
            if word := _GLUED.match(lines[first].lstrip()):
                glued[first] = len(lines[first]) - len(lines[first].lstrip()) + word.end()
    return Header(frozenset(banner), date, glued, tuple(problems))


def _plain(line: str) -> str:
    return " ".join(visible(line).split())


def _kind(line: str) -> str:
    """``banner``, ``sure`` (no title reads so), ``day`` or "" for any other line."""
    text = _plain(line)
    if found := _BANNER.fullmatch(text):
        return "sure" if found["sure"] else "banner"
    return "day" if is_day(text) else ""
