"""`statistics.html`: the catalogue in figures. Years as far as they are known, tags by digest, over time, and together.

Every picture is a table whose cells hold the numbers, so nothing needs a text beside it. Cost: 3 ms for 500 papers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import combinations
from math import ceil, sqrt
from typing import NamedTuple

from sitegen.catalogue.model import Catalogue
from sitegen.pages.page import Page
from sitegen.pages.page_index import DigestRef, GroupRef, PageIndex, TagRef

LEVELS = 5
"""Shades of the heat map; as many as in ``statistics.css``."""

_DIGESTS = 12  # columns of the heat map, at most: the newest
_LONGEST_SPAN = 60  # years; of a longer one only those are shown that have papers
_FEWEST_IN_HALF = 20  # papers on either side of a comparison over time
_BEYOND_CHANCE = 2.0  # standard errors: chance alone gets one tag in twenty so far
_FEWEST_TOGETHER = 4  # papers that carry both tags of a pair
_PAIRS = 16


class YearBar(NamedTuple):
    """The papers of a year; ``length`` is in per cent of the fullest year, ``href`` is ``""`` where there are none."""

    year: int
    href: str
    papers: int
    length: int


class Cell(NamedTuple):
    """Papers of a digest that carry a tag; ``level`` grows with their share of the digest, from 0 to `LEVELS`.

    By its root: one tag that a third of a digest carries would leave all others pale.
    """

    papers: int
    level: int


class HeatRow(NamedTuple):
    """A tag, with a cell for each digest."""

    tag: TagRef
    cells: tuple[Cell, ...]


class HeatMap(NamedTuple):
    """Tags, by group, in the newest digests; ``left_out`` counts the other digests."""

    digests: tuple[DigestRef, ...]
    groups: tuple[tuple[GroupRef, tuple[HeatRow, ...]], ...]
    left_out: int


class Change(NamedTuple):
    """The share of the papers that carry a tag, before and after, in per cent."""

    tag: TagRef
    before: int
    after: int


class Growth(NamedTuple):
    """Tags whose share of the ``later`` papers differs from that of the ``earlier`` ones by more than chance makes it.

    ``by_year``: the papers' own years are compared, otherwise the days of the digests that brought them first.
    ``until`` and ``since`` name the last moment before and the first one after; each list has the largest change first.
    """

    by_year: bool
    until: str
    since: str
    earlier: int
    later: int
    rising: tuple[Change, ...]
    falling: tuple[Change, ...]


class Pair(NamedTuple):
    """Two tags that ``papers`` papers carry both: ``times`` as many as if one had nothing to do with the other."""

    first: TagRef
    second: TagRef
    papers: int
    times: str


class StatisticsView(NamedTuple):
    """What is not known leaves its part empty; of ``papers``, ``dated`` have a year on record."""

    papers: int
    dated: int
    years: tuple[YearBar, ...]
    heat: HeatMap | None
    growth: Growth | None
    pairs: tuple[Pair, ...]


def pages(index: PageIndex) -> Iterator[Page]:
    """One page; none where there are no tags and no year of a paper is known."""
    catalogue = index.catalogue
    if not (catalogue.papers and (catalogue.tags or catalogue.papers_of_year)):
        return
    years = {slug: year for year, papers in catalogue.papers_of_year.items() for slug in papers}
    yield Page(
        path="statistics.html",
        template="statistics.html",
        section="statistics",
        title=index.site.words.say("nav.statistics"),
        description=index.site.words.say("statistics.description", site=index.site.title),
        view=StatisticsView(
            papers=len(catalogue.papers),
            dated=len(years),
            years=_bars(index),
            heat=_heat(index) if index.tags else None,
            growth=_growth(index, years),
            pairs=_pairs(index),
        ),
    )


def _bars(index: PageIndex) -> tuple[YearBar, ...]:
    papers = {year: len(slugs) for year, slugs in index.catalogue.papers_of_year.items()}
    if not papers:
        return ()
    first, last, most = min(papers), max(papers), max(papers.values())
    shown = range(first, last + 1) if last - first < _LONGEST_SPAN else sorted(papers)
    return tuple(
        YearBar(year, index.years[year].href, papers[year], round(100 * papers[year] / most))
        if year in papers
        else YearBar(year, "", 0, 0)
        for year in shown
    )


def _heat(index: PageIndex) -> HeatMap:
    digests = list(index.digests.values())[:_DIGESTS]
    counts = {digest.id: _carriers(index.catalogue, digest.id) for digest in digests}
    size = {digest.id: len(index.catalogue.papers_of_digest[digest.id]) or 1 for digest in digests}
    top = max((papers / size[id] for id, tags in counts.items() for papers in tags.values()), default=1.0)

    def row(tag: TagRef) -> HeatRow:
        found = ((counts[digest.id][tag.slug], size[digest.id]) for digest in digests)
        return HeatRow(tag, tuple(Cell(papers, ceil(LEVELS * sqrt(papers / of / top))) for papers, of in found))

    return HeatMap(
        digests=tuple(digests),
        groups=tuple((group, tuple(map(row, tags))) for group, tags in index.groups.items()),
        left_out=len(index.digests) - len(digests),
    )


def _carriers(catalogue: Catalogue, digest: str) -> Counter[str]:
    return Counter(tag for slug in catalogue.papers_of_digest[digest] for tag in catalogue.paper_tags[slug])


def _growth(index: PageIndex, years: Mapping[str, int]) -> Growth | None:
    """The comparison by year; by digest, where too few years are known; None, where that says nothing either."""
    return _compared(index, years, {year: str(year) for year in years.values()}, by_year=True) or _compared(
        index, *_days(index), by_year=False
    )


def _days(index: PageIndex) -> tuple[dict[str, int], dict[int, str]]:
    """When each paper came first, as a number that rises with time, and the day that each number stands for.

    Digests without a date say nothing; a day without a year is older or newer only than another such day.
    """
    refs = index.digests.values()
    dated = [digest for digest in refs if digest.has_year] or [digest for digest in refs if digest.day]
    order = {day: -place for place, day in enumerate(dict.fromkeys(digest.day for digest in dated))}
    moment = {digest.id: order[digest.day] for digest in dated}
    first = {slug: moment[id] for slug, id in index.catalogue.first_seen.items() if id in moment}
    return first, {number: day for day, number in order.items()}


def _compared(
    index: PageIndex, moments: Mapping[str, int], names: Mapping[int, str], *, by_year: bool
) -> Growth | None:
    """The papers before and after the moment that comes closest to halving them."""
    per_moment = Counter(moments.values())
    order = sorted(per_moment)
    before = {since: sum(per_moment[moment] for moment in order if moment < since) for since in order}
    since = min(order, key=lambda moment: abs(2 * before[moment] - len(moments)), default=None)
    if since is None or min(before[since], len(moments) - before[since]) < _FEWEST_IN_HALF:
        return None
    earlier, later = before[since], len(moments) - before[since]
    counts: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
    for slug, moment in moments.items():
        counts[moment >= since].update(index.catalogue.paper_tags[slug])
    scored = sorted(
        (_deviation(counts[0][slug], earlier, counts[1][slug], later), slug) for slug in counts[0] | counts[1]
    )

    def change(slug: str) -> Change:
        return Change(index.tags[slug], round(100 * counts[0][slug] / earlier), round(100 * counts[1][slug] / later))

    return Growth(
        by_year=by_year,
        until=names[order[order.index(since) - 1]],
        since=names[since],
        earlier=earlier,
        later=later,
        rising=tuple(change(slug) for score, slug in reversed(scored) if score >= _BEYOND_CHANCE),
        falling=tuple(change(slug) for score, slug in scored if score <= -_BEYOND_CHANCE),
    )


def _deviation(earlier: int, of_earlier: int, later: int, of_later: int) -> float:
    """How far two shares lie apart, in standard errors of their difference (the two-proportion z-test)."""
    share = (earlier + later) / (of_earlier + of_later)
    error = sqrt(share * (1 - share) * (1 / of_earlier + 1 / of_later))
    return (later / of_later - earlier / of_earlier) / error if error else 0.0


def _pairs(index: PageIndex) -> tuple[Pair, ...]:
    """The pairs of tags that stand out most: by how far, in standard deviations, chance would fall short of them."""
    tags = index.catalogue.paper_tags.values()
    total = len(index.catalogue.papers)
    carriers = Counter(tag for row in tags for tag in row)
    together = Counter(pair for row in tags for pair in combinations(sorted(row), 2))
    scored = []
    for (first, second), papers in together.items():
        expected = carriers[first] * carriers[second] / total
        if papers >= _FEWEST_TOGETHER and papers > expected:
            scored.append(
                (
                    (expected - papers) / sqrt(expected),
                    first,
                    second,
                    papers,
                    index.site.words.decimal(papers / expected),
                )
            )
    return tuple(
        Pair(index.tags[first], index.tags[second], papers, times)
        for _, first, second, papers, times in sorted(scored)[:_PAIRS]
    )
