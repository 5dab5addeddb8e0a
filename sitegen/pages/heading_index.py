"""What the indexes of authors and of venues have in common: all names, A–Z, with how many papers each has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import NamedTuple

from sitegen.catalogue.model import Heading
from sitegen.pages import pagination
from sitegen.pages.letters import Letter, anchor, letter_of, letters, rank, shown
from sitegen.pages.page import Page, page_title
from sitegen.pages.page_index import HeadingRef, PageIndex
from sitegen.pages.pagination import PagerItem, guide

LONGEST = 1_000
"""Names that stand on one page; they are short. One of 1,000 weighs 130 kB."""


class Line(NamedTuple):
    """A name as an A–Z has it, the page it leads to, and how many papers that has."""

    heading: HeadingRef
    papers: int


class LetterSection(NamedTuple):
    """The names under one letter, as far as they stand on this page. ``continued``: it began on an earlier one."""

    name: str
    id: str
    lines: tuple[Line, ...]
    continued: bool


class HeadingIndexView(NamedTuple):
    """One page of the A–Z; ``headings`` counts the names of all its pages.

    ``script`` is where a script finds all of them, ``""`` where they stand on this page.
    """

    headings: int
    script: str
    letters: tuple[Letter, ...]
    sections: tuple[LetterSection, ...]
    number: int
    of: int
    pager: tuple[PagerItem, ...]


def heading_index(
    index: PageIndex,
    kind: str,
    headings: Mapping[str, Heading],
    refs: Mapping[str, HeadingRef],
    papers_of: Mapping[str, tuple[str, ...]],
) -> Iterator[Page]:
    """As many pages as there are names for; none where nothing has papers. ``kind`` is the name of the first file."""
    words = index.site.words
    found = [(letter_of(line.heading.name), line) for line in lines(headings, refs, papers_of)]
    if not found:
        return
    first = f"{kind}.html"
    guides = [guide(line.heading.name) for _, line in found]
    starts: dict[str, int] = {}
    cut = list(pagination.sheets(first, guides, [1] * len(guides), LONGEST))
    for sheet in cut:
        for name, _ in found[sheet.rows]:
            starts.setdefault(name, sheet.number)
    for sheet in cut:
        yield Page(
            path=sheet.path,
            template=f"{kind}.html",
            section=kind,
            title=page_title(words.say(f"nav.{kind}"), sheet.number, words),
            description=words.say(f"{kind}.description", site=index.site.title),
            view=HeadingIndexView(
                headings=len(found),
                script=script(kind) if sheet.of > 1 else "",
                letters=letters(starts, sheet.number, [one.path for one in cut], words),
                sections=tuple(
                    LetterSection(
                        shown(name, words), anchor(name), tuple(line for _, line in lines), starts[name] < sheet.number
                    )
                    for name, lines in groupby(found[sheet.rows], key=lambda line: line[0])
                ),
                number=sheet.number,
                of=sheet.of,
                pager=sheet.pager,
            ),
        )


def lines(
    headings: Mapping[str, Heading], refs: Mapping[str, HeadingRef], papers_of: Mapping[str, tuple[str, ...]]
) -> list[Line]:
    """All names that have papers, A–Z."""
    found = [
        Line(HeadingRef(one.filed, refs[slug].href), len(papers_of[slug]))
        for slug, one in headings.items()
        if papers_of[slug]
    ]
    return sorted(found, key=lambda line: rank(letter_of(line.heading.name)))


def script(kind: str) -> str:
    """The path of the script with all names of a ``kind`` that stands on several pages."""
    return f"names/{kind}.js"
