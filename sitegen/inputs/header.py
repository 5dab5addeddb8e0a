"""What in a digest is not a paper: the web page's banner, saved with the list, and the day it prints.

The banner is the run of known lines that a file begins with, in any order, any of them absent. The same run further
down (two digests pasted together) is banner too, if one of its lines can be nothing else. `Subscribe`, the label of a
button, may be glued to the title behind the banner: it is cut off there alone, only when the banner has no
`Subscribe` line of its own, and only when a character follows directly that makes no longer word of it. So
`SubscribeNet`, the second title of a file, `Subscribe and Save` and `Subscribers` stay what they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

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
    filled = [index for index, line in enumerate(lines) if not is_blank(line)]
    banner: list[int] = []
    glued: dict[int, int] = {}
    for start, end in _runs(filled, kinds):
        run = filled[start:end]
        if not any(kinds[index] == "day" for index in run) and _is_doubtful_day(lines, filled[end : end + 2]):
            run.append(filled[end])
            end += 1
        banner += run
        says_so = any(_plain(lines[index]).lower() == "subscribe" for index in run)
        if end < len(filled) and not says_so and (length := _glued(lines[filled[end]])):
            glued[filled[end]] = length
    days = [index for index in banner if kinds.get(index, "day") == "day"]
    date, problems = _date(lines, days, file)
    return Header(frozenset(banner), date, glued, problems)


def _runs(filled: Sequence[int], kinds: Mapping[int, str]) -> Iterator[tuple[int, int]]:
    """The runs of known lines that are banner, as slices of ``filled``, the lines that are not blank."""
    for known, places in groupby(range(len(filled)), key=lambda place: filled[place] in kinds):
        run = list(places)
        if known and (run[0] == 0 or any(kinds[filled[place]] == "sure" for place in run)):
            yield run[0], run[-1] + 1


def _is_doubtful_day(lines: Sequence[str], behind: Sequence[int]) -> bool:
    """Whether the line behind a banner stands for a day: it looks like one, and a title, no abstract, follows."""
    if not behind:
        return False
    line, after = (_plain(lines[index]) for index in behind) if len(behind) == 2 else (_plain(lines[behind[0]]), "")
    return may_be_day(line) and evidence(after, TypicalLengths()) < _MAY_BE_ABSTRACT


def _glued(line: str) -> int:
    """How many characters at the beginning of a line belong to the banner's button."""
    printed = line.lstrip()
    word = _GLUED.match(printed)
    return len(line) - len(printed) + word.end() if word and _GLUED.match(visible(printed)) else 0


def _date(lines: Sequence[str], days: Sequence[int], file: str) -> tuple[Day | None, tuple[Problem, ...]]:
    """The day that the first of these lines states, and what is wrong with the others."""
    date: Day | None = None
    problems: list[Problem] = []
    for index in days:
        text, at = _plain(lines[index]), Location(file, index + 1, 1)
        found = day(text)
        if found is None:
            problems.append(_no_day(text, at))
        elif date is not None and found != date:
            problems.append(warning(at, f"a second date, '{text}': the first one is kept", "split the file"))
        date = date or found
    return date, tuple(problems)


def _no_day(text: str, at: Location) -> Problem:
    hint = "write it as Apr 3, 3 April 2024 or 2024-04-03, or set `date` in site.yaml"
    if is_day(text):
        return warning(at, f"the date '{text}' does not exist", hint)
    hint += "; if it is a title, begin the line with '# '"
    return warning(at, f"the date '{text}' is not understood", hint)


def _plain(line: str) -> str:
    return " ".join(visible(line).split())


def _kind(line: str) -> str:
    """``banner``, ``sure`` (no title reads so), ``day`` or "" for any other line."""
    text = _plain(line)
    if found := _BANNER.fullmatch(text):
        return "sure" if found["sure"] else "banner"
    return "day" if is_day(text) else ""
