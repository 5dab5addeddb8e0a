"""`years.html`: all years of which there are papers, newest first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sitegen.pages.page import Page
from sitegen.pages.page_index import HeadingRef, PageIndex


class CountedYear(NamedTuple):
    """A year with the number of its papers."""

    year: HeadingRef
    papers: int


class YearsView(NamedTuple):
    """All years, newest first; of ``unknown`` papers the year is not known."""

    years: tuple[CountedYear, ...]
    unknown: int


def pages(index: PageIndex) -> Iterator[Page]:
    """One page; none where no year is known."""
    if not index.years:
        return
    counted = tuple(
        CountedYear(index.years[year], len(papers)) for year, papers in index.catalogue.papers_of_year.items()
    )
    yield Page(
        path="years.html",
        template="years.html",
        section="years",
        title=index.site.words.say("nav.years"),
        description=index.site.words.say("years.description", site=index.site.title),
        view=YearsView(counted, index.counts.papers - sum(papers for _, papers in counted)),
    )
