"""`papers.html`, `papers-2.html` …: all papers, A–Z."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from sitegen.pages.page import Page
from sitegen.pages.page_index import PageIndex, Row
from sitegen.pages.pagination import PagerItem, guide, pager
from sitegen.words.collation import initial

_SCRIPTS = {"CJK": "Chinese", "HIRAGANA": "Japanese", "KATAKANA": "Japanese", "HANGUL": "Korean"}


class Letter(NamedTuple):
    """A heading of the A–Z, and the file and anchor where it begins. ``here``: it stands on the open page."""

    name: str
    href: str
    here: bool


class Section(NamedTuple):
    """The papers under one heading, as far as they stand on this page. ``continued``: it began on an earlier one."""

    name: str
    id: str
    rows: tuple[Row, ...]
    continued: bool


class PapersView(NamedTuple):
    """One page of the A–Z; ``papers`` counts those of all its pages."""

    number: int
    of: int
    letters: tuple[Letter, ...]
    sections: tuple[Section, ...]
    papers: int
    pager: tuple[PagerItem, ...]


def pages(index: PageIndex) -> Iterator[Page]:
    """As many pages as there are papers for; one where there are none."""
    titles = [paper.title_text for paper in index.catalogue.papers.values()]
    filed = sorted(zip(map(heading, titles), titles, index.rows.values(), strict=True), key=lambda row: _rank(row[0]))
    size = index.site.papers_per_page
    chunks = [filed[start : start + size] for start in range(0, len(filed), size)] or [[]]
    guides = [(guide(chunk[0][1]), guide(chunk[-1][1])) for chunk in chunks if chunk]
    hrefs = [_path(number) for number in range(1, len(chunks) + 1)]
    starts: dict[str, int] = {}
    for number, chunk in enumerate(chunks, 1):
        for name, _, _ in chunk:
            starts.setdefault(name, number)
    for number, chunk in enumerate(chunks, 1):
        yield Page(
            path=_path(number),
            template="papers.html",
            section="papers",
            title="All papers, A–Z" if number == 1 else f"All papers, A–Z, page {number}",
            description=f"All papers of {index.site.title} in alphabetical order: {len(filed)}.",
            view=PapersView(
                number=number,
                of=len(chunks),
                letters=tuple(
                    Letter(name, f"{_path(start) if start != number else ''}#{_anchor(name)}", start == number)
                    for name, start in starts.items()
                ),
                sections=tuple(
                    Section(name, _anchor(name), tuple(row for _, _, row in rows), continued=starts[name] < number)
                    for name, rows in groupby(chunk, key=itemgetter(0))
                ),
                papers=len(filed),
                pager=pager(guides, number, hrefs),
            ),
        )


def heading(title: str) -> str:
    """The heading a title is filed under: ``0–9``, ``A`` … ``Z``, or the name of its script."""
    name = initial(title)
    if name == "#":
        return "0–9"
    if len(name) == 1 and name.isascii():
        return name
    first = next((c for c in unicodedata.normalize("NFKC", title) if c.isalnum()), "")
    script = unicodedata.name(first, "OTHER").split()[0].partition("-")[0]
    return _SCRIPTS.get(script, script.capitalize())


def _rank(name: str) -> tuple[int, str]:
    """Digits and signs, then Latin letters, then other scripts by name."""
    return (0 if name == "0–9" else 1 if len(name) == 1 else 2), name


def _path(number: int) -> str:
    return "papers.html" if number == 1 else f"papers-{number}.html"


def _anchor(name: str) -> str:
    return "letter-" + (re.sub(r"[^a-z]+", "-", name.lower()).strip("-") or "0-9")
