"""Whether two records are one paper by title, authors, year and venue, as bibliographies state them.

======================================  ===========================================================
the titles are                          one paper, if
======================================  ===========================================================
the same                                the authors are not others, and the years are close: a preprint
                                        may be six years older, a record be out by three
the same, of a journal and of a         the years are the same: an extended version is a paper of its own
conference
that of a column ("Editorial")          authors and year are the same
different by slips of the pen           the authors are the same and the years close
one without some words of the other     authors and year are the same, and most of the words there
anything else                           never
======================================  ===========================================================

Authors or a year that nobody states are no reason against it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sitegen.catalogue.merging.authors import Authors
from sitegen.catalogue.merging.authors import compared as compared_authors
from sitegen.catalogue.merging.byline import Byline, Kind, different_kinds, same_venue, years_apart
from sitegen.catalogue.merging.titles import Titles, has_column_words, is_column, telling
from sitegen.catalogue.merging.titles import compared as compared_titles

POSTED_BEFORE = 6  # years from a preprint to its publication
OUT_BY = 3  # years that a record of one publication may be out by
_SHORT = 3  # telling words of a title that may come again in the next volume
_ENOUGH = 4  # telling words that say which paper it is without authors
_MOST = 0.6  # share of the longer title's telling words


class Judgement(NamedTuple):
    """Whether it is one paper, how certain (0 to 1), in words why; ``opposed``: not even a third can join them."""

    same: bool
    score: float
    reason: str
    opposed: bool = False

    @property
    def certain(self) -> bool:
        """Whether authors speak for it, not titles alone."""
        return self.score >= _WITH_AUTHORS


_WITH_AUTHORS = 0.9


def strangers(one: Byline, other: Byline) -> bool:
    """Whether the two are known to be by different people."""
    return compared_authors(one.authors, other.authors)[0] is Authors.OTHER


def same_title(title: Sequence[str], one: Byline, other: Byline) -> Judgement:
    """The judgement on two records with one title (its words)."""
    authors, _ = compared_authors(one.authors, other.authors)
    apart = years_apart(one, other)
    if authors is Authors.OTHER:
        return Judgement(False, 0.0, "same title, but other authors", opposed=True)
    if is_column(title) and not _one_column(one, other, authors):
        return Judgement(False, 0.0, "same title of a column; nothing says that it is one issue", opposed=True)
    if apart and different_kinds(one, other):
        return Judgement(False, 0.0, f"same title, but a journal's of {apart} years apart", opposed=True)
    if apart > (0 if has_column_words(title) else 1) and len(telling(title)) <= _SHORT and one.kind == other.kind:
        return Judgement(False, 0.0, "same short title, in another year", opposed=True)
    if apart > _years(one, other):
        return Judgement(False, 0.0, f"same title, but {apart} years apart", opposed=True)
    return Judgement(True, _score(one, other, authors), f"same title; {_said(one, other, authors)}")


def other_titles(title: tuple[str, ...], their: tuple[str, ...], one: Byline, other: Byline) -> Judgement:
    """The judgement on two records whose titles (their words) are not the same."""
    relation, share = compared_titles(title, their)
    authors, common = compared_authors(one.authors, other.authors)
    reason = f"{relation.value}; {_said(one, other, authors)}"
    close = years_apart(one, other) <= _years(one, other) and not (
        years_apart(one, other) and different_kinds(one, other)
    )
    same = close and _same_paper(relation, share, len(telling(title)), authors, common, one, other)
    score = _score(one, other, authors) * (0.9 if relation is Titles.NEAR else 0.8 * share)
    return Judgement(same, score if same else 0.0, reason, opposed=relation is Titles.NEAR and authors is Authors.OTHER)


def _same_paper(
    relation: Titles, share: float, size: int, authors: Authors, common: int, one: Byline, other: Byline
) -> bool:
    if relation is Titles.OTHER or authors is Authors.OTHER:
        return False
    if authors is Authors.SAME:
        if relation is Titles.NEAR:
            return True
        kept, apart = share * size, years_apart(one, other)
        if relation is Titles.CUT:
            return kept >= 2 and apart <= 1
        return not apart and kept >= 2 and (share >= _MOST or (common > 1 and kept >= 3))
    enough = size >= _ENOUGH and not years_apart(one, other)
    if authors is Authors.SOME:
        return enough and relation is Titles.NEAR
    return enough and relation is Titles.NEAR and (one.year == other.year or not (one.year and other.year))


def _one_column(one: Byline, other: Byline, authors: Authors) -> bool:
    if years_apart(one, other):
        return False
    dated = bool(one.year and other.year)
    if not (one.year or other.year or one.authors or other.authors or one.venue or other.venue):
        return True
    if authors is Authors.SAME:
        return dated
    return dated and authors is Authors.UNKNOWN and same_venue(one, other)


def _years(one: Byline, other: Byline) -> int:
    preprint = Kind.PREPRINT.value in (one.kind, other.kind)
    return POSTED_BEFORE if preprint else OUT_BY


def _score(one: Byline, other: Byline, authors: Authors) -> float:
    base = {Authors.SAME: _WITH_AUTHORS, Authors.SOME: 0.8, Authors.UNKNOWN: 0.85, Authors.OTHER: 0.0}[authors]
    same_year = bool(one.year) and one.year == other.year
    return base + 0.05 * same_year + 0.03 * same_venue(one, other)


def _said(one: Byline, other: Byline, authors: Authors) -> str:
    if not (one.year and other.year):
        return authors.value
    apart = years_apart(one, other)
    when = f"{apart} year{'s' if apart > 1 else ''} apart" if apart else "same year"
    return f"{authors.value}, {when}"
