"""`papers.html`, `papers-2.html` …: all papers, A–Z."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from sitegen.catalogue.order import initial
from sitegen.pages.material import Material, Row
from sitegen.pages.page import Page

NEIGHBOURS = 4
"""Pages on either side of the open one that the pager names, beside the first, the last and every so manieth."""

_MILESTONES = 16
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


class PagerItem(NamedTuple):
    """A page in the pager, with guide words as in a dictionary. ``gap``: pages before it are not named."""

    number: int
    href: str
    first: str
    last: str
    here: bool
    gap: bool


class PapersView(NamedTuple):
    """One page of the A–Z."""

    number: int
    of: int
    letters: tuple[Letter, ...]
    sections: tuple[Section, ...]
    pager: tuple[PagerItem, ...]


def pages(material: Material) -> Iterator[Page]:
    """As many pages as there are papers for; one where there are none."""
    filed = sorted(((heading(row.plain), row) for row in material.rows.values()), key=lambda pair: _rank(pair[0]))
    size = material.site.papers_per_page
    chunks = [filed[start : start + size] for start in range(0, len(filed), size)] or [[]]
    starts: dict[str, int] = {}
    for number, chunk in enumerate(chunks, 1):
        for name, _ in chunk:
            starts.setdefault(name, number)
    for number, chunk in enumerate(chunks, 1):
        yield Page(
            path=_path(number),
            template="papers.html",
            section="papers",
            title="All papers, A–Z" if number == 1 else f"All papers, A–Z, page {number}",
            description=f"All {len(filed)} papers of {material.site.title} in alphabetical order.",
            view=PapersView(
                number=number,
                of=len(chunks),
                letters=tuple(
                    Letter(name, f"{_path(start) if start != number else ''}#{_anchor(name)}", start == number)
                    for name, start in starts.items()
                ),
                sections=tuple(
                    Section(name, _anchor(name), tuple(row for _, row in rows), continued=starts[name] < number)
                    for name, rows in groupby(chunk, key=lambda pair: pair[0])
                ),
                pager=_pager(chunks, number),
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


def _pager(chunks: Sequence[Sequence[tuple[str, Row]]], here: int) -> tuple[PagerItem, ...]:
    last = len(chunks)
    if last == 1:
        return ()
    step = max(1, last // _MILESTONES)
    shown = sorted(
        {1, last, *range(1, last + 1, step), *range(max(1, here - NEIGHBOURS), min(last, here + NEIGHBOURS) + 1)}
    )
    return tuple(
        PagerItem(
            number=number,
            href=_path(number),
            first=_guide(chunks[number - 1][0][1].plain),
            last=_guide(chunks[number - 1][-1][1].plain),
            here=number == here,
            gap=number - before > 1,
        )
        for before, number in zip([0, *shown], shown, strict=False)
    )


def _guide(title: str) -> str:
    """The first word, cut short, without the punctuation behind it."""
    word = title.split(maxsplit=1)[0] if title.strip() else title
    word = re.sub(r"^[^\w]+|\W+$", "", word) or word
    return word if len(word) <= 16 else word[:15] + "…"
