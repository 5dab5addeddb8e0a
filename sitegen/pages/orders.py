"""The orders in which one list can be read: its own, and newest first where a year is known."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sitegen.pages.page_index import PageIndex

A_TO_Z = "A–Z"
AS_PRINTED = "as in the digest"


class Order(NamedTuple):
    """One order, and the first page of the list in it, relative to the root. ``here``: it is the open page's."""

    label: str
    href: str
    here: bool


def newest_path(first: str) -> str:
    """The first page, newest first, of the list whose own first page is ``first``; no slug has a dot."""
    return f"{first.removesuffix('.html')}.newest.html"


def orders(index: PageIndex, first: str, papers: Sequence[str], own: str, *, newest: bool = False) -> tuple[Order, ...]:
    """The orders of a list whose first page is ``first``, and whose own order is called ``own``.

    ``newest``: the open page is newest first. None where there is nothing to choose: fewer than two papers, or no year
    known of any.
    """
    years = index.catalogue.papers_of_year
    if len(papers) < 2 or not years or all(index.catalogue.year(slug) is None for slug in papers):
        return ()
    return Order(own, first, not newest), Order("newest first", newest_path(first), newest)
