"""What a list can be narrowed down to: its companion tags, digests and years, each with the papers that are left.

A subset that has a page of its own is that page; any other is an address of the search page, which knows every paper
of the list, on whichever of its pages it stands, and narrows on from there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from typing import NamedTuple
from urllib.parse import urlencode

from sitegen.pages.page_index import PageIndex

ENOUGH = 6
"""Papers of a list that is worth narrowing: fewer are seen at a glance."""

AT_ONCE = 4
"""Tags (digests, where there are no tags) that are named on the one line; the others wait behind "more"."""

MOST = 12
"""Choices of one kind, at most; the search page has all."""


class Choice(NamedTuple):
    """A subset: what it is called, where it is (relative to the root), and how many papers it has.

    ``kind`` is what the list is narrowed by: ``tag``, ``digest``, ``year``, or ``new``, the papers that no digest
    before the one named has (``label`` is ``""`` where that is the list's own). ``colour`` is that of a tag's group.
    """

    kind: str
    label: str
    href: str
    papers: int
    colour: int = 0


class Narrowing(NamedTuple):
    """The subsets of a list of ``papers``. ``first`` are named at once, then those of ``more``, by kind.

    ``search`` leads to the whole list on the search page, relative to the root.
    """

    papers: int
    first: tuple[Choice, ...]
    more: tuple[tuple[str, tuple[Choice, ...]], ...]
    search: str


def narrowing(index: PageIndex, papers: Sequence[str], own: tuple[str, str] | None, news: str = "") -> Narrowing | None:
    """The subsets of a list, given as slugs; None where there are hardly any papers, or nothing tells them apart.

    ``own`` is what they have in common, as the search page's address says it: ``("tag", "pruning")``, None for all
    papers. ``news`` is the id of a digest whose new papers are a subset, if any. A subset that is the whole list is
    none.
    """
    if len(papers) < ENOUGH:
        return None
    kinds = [kind for kind in _kinds(index, papers, own) if kind]
    brought = tuple(_new(index, papers, own, news))
    if not kinds and not brought:
        return None
    line, others = (kinds[0], kinds[1:]) if kinds else ((), [])
    return Narrowing(
        papers=len(papers),
        first=(*brought, *line[:AT_ONCE]),
        more=tuple((kind[0].kind, kind) for kind in (line[AT_ONCE:], *others) if kind),
        search=_search(own),
    )


def with_news(index: PageIndex) -> tuple[str, ...]:
    """The ids of the digests that an earlier one is known of, newest first: only in these can a paper be new."""
    return tuple(digest.id for digest in index.digests.values() if digest.day)[:-1]


def latest_news(index: PageIndex) -> str:
    """The newest of them, ``""`` where there is none."""
    return next(iter(with_news(index)), "")


def _kinds(index: PageIndex, papers: Sequence[str], own: tuple[str, str] | None) -> Iterator[tuple[Choice, ...]]:
    """By tag, most papers first; by digest and by year, newest first.

    A second tag means both; a second digest or year would widen the list. A single year tells nothing apart.
    """
    kind = own[0] if own else ""
    tags = Counter(chain.from_iterable(map(index.catalogue.paper_tags.__getitem__, papers)))
    digests = Counter([digest.id for slug in papers for digest in index.rows[slug].digests])
    years = Counter(map(index.catalogue.year, papers))

    def href(kind: str, value: str, page: str) -> str:
        return _search(own, (kind, value)) if own else page

    def most(choices: Iterator[Choice]) -> tuple[Choice, ...]:
        narrower = (one for one in choices if 0 < one.papers < len(papers) and (one.kind == "tag" or one.kind != kind))
        return tuple(islice(narrower, MOST))

    several = index.years if len(index.years) > 1 else {}
    common = sorted(tags, key=lambda tag: (-tags[tag], tag))
    yield most(
        Choice("tag", ref.short, href("tag", ref.slug, ref.href), tags[ref.slug], ref.colour)
        for ref in map(index.tags.__getitem__, common)
    )
    yield most(
        Choice("digest", ref.label, href("digest", ref.slug, ref.href), digests[id])
        for id, ref in index.digests.items()
    )
    yield most(Choice("year", ref.name, href("year", ref.name, ref.href), years[year]) for year, ref in several.items())


def _new(index: PageIndex, papers: Sequence[str], own: tuple[str, str] | None, news: str) -> Iterator[Choice]:
    """Those of the papers that a digest brought, if there are any."""
    if not news:
        return
    digest = index.digests[news]
    new = sum(index.catalogue.first_seen[slug] == news for slug in papers)
    if 0 < new < len(papers):
        label = "" if own == ("digest", digest.slug) else digest.label
        yield Choice("new", label, _search(own, ("new", digest.slug)), new)


def _search(*asked: tuple[str, str] | None) -> str:
    query = urlencode([one for one in asked if one is not None])
    return f"search.html?{query}" if query else "search.html"
