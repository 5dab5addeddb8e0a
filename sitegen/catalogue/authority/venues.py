"""Where papers appeared: a venue is its name without the year, so that all its years are on one page.

"ICML 2023" and "ICML 2022" are ICML; a name that is spelt out is another one, unless `site.yaml` joins the two.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from sitegen.catalogue.authority.headings import Appearance, Authority, establish, name_key
from sitegen.catalogue.authority.joined import Joined, joined
from sitegen.config.model import VenueSettings
from sitegen.facts.model import Facts
from sitegen.permalinks.model import Permalinks
from sitegen.problem import Problem, warning
from sitegen.suggestion import did_you_mean

KIND = "venues"
"""The folder of their pages."""

_YEAR = re.compile(r"[,;]?\s*(?<![\w-])(?:\((?:19|20)\d\d\)|\[(?:19|20)\d\d\]|(?:19|20)\d\d)(?![\w-])")


class Venues(NamedTuple):
    """All venues, and the slug of each paper's."""

    authority: Authority
    of_paper: Mapping[str, str]
    problems: tuple[Problem, ...]


def yearless(venue: str) -> str:
    """The venue's name without a year that stands in it as a word; the whole name where nothing else would be left."""
    name = " ".join(_YEAR.sub(" ", venue).split()).replace("( ", "(").replace(" )", ")").strip(" ,;:-")
    return name if any(map(str.isalnum, name)) else " ".join(venue.split())


def venues(facts: Mapping[str, Facts], settings: VenueSettings, permalinks: Permalinks | None = None) -> Venues:
    """The venues of the papers of which ``facts`` are known, by slug."""
    same = joined([tuple(map(yearless, group)) for group in settings.same])
    names = {slug: yearless(known.venue) for slug, known in facts.items() if known.venue.strip()}
    keys = {name: same.key(name) for name in set(names.values())}
    here = set(keys.values())
    called = {key: (name, name) for key, name in same.called.items() if key in here}
    appearances = (Appearance(keys[name], name, name) for name in names.values())
    authority = establish(KIND, appearances, called, lambda name: same.key(yearless(name)), permalinks)
    return Venues(
        authority,
        {slug: authority.slugs[keys[name]] for slug, name in names.items()},
        tuple(_unknown(settings, same, {*names.values(), *_published(permalinks)})),
    )


def _published(permalinks: Permalinks | None) -> Iterator[str]:
    if permalinks:
        yield from (yearless(record.title) for record in permalinks.of_kind(KIND).values())


def _unknown(settings: VenueSettings, same: Joined, known: Collection[str]) -> Iterator[Problem]:
    """A warning for each name that no paper has or had."""
    keys = set(map(name_key, known)) if same.names else set()
    for name in same.names:
        if name_key(name) not in keys:
            hint = did_you_mean(name, sorted(known))
            yield warning(settings.location, f"venues: no paper appeared in '{name}'", hint)
