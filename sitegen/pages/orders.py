"""The orders in which one list can be read: its own, newest first where a year is known, for a tag best first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import urlencode

from sitegen.pages.page_index import PageIndex


class Order(NamedTuple):
    """One order, and the first page of the list in it, relative to the root. ``here``: it is the open page's."""

    label: str
    href: str
    here: bool


def newest_path(first: str) -> str:
    """The first page, newest first, of the list whose own first page is ``first``; no slug has a dot."""
    return f"{first.removesuffix('.html')}.newest.html"


def has_newest(index: PageIndex, papers: Sequence[str]) -> bool:
    """Whether a list can be read newest first: it has several papers, and of some the year is known."""
    catalogue = index.catalogue
    return (
        len(papers) > 1 and bool(catalogue.papers_of_year) and any(catalogue.year(slug) is not None for slug in papers)
    )


def orders(
    index: PageIndex, first: str, papers: Sequence[str], own: str, *, newest: bool = False, best: str = ""
) -> tuple[Order, ...]:
    """The orders of a list whose first page is ``first``, and whose own order the message ``own`` names.

    ``newest``: the open page is newest first. ``best`` is the tag whose list it is: the search page puts those papers
    first that are most about it. None where there is nothing to choose.
    """
    say = index.site.words.say
    ways = [Order(say(own), first, not newest)]
    if has_newest(index, papers):
        ways.append(Order(say("list.newest_first"), newest_path(first), newest))
    if best and len(papers) > 1:
        ways.append(
            Order(say("list.best_first"), "search.html?" + urlencode({"tag": best, "sort": "best"}), here=False)
        )
    return tuple(ways) if len(ways) > 1 else ()
