"""What does a page know of each paper before it loads any text? Its tags, digests, year and venue, and its shard.

Filters, their counts and every order but "closest first" come from this table alone, 8 bytes a paper.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from sitegen.catalogue.model import Catalogue
from sitegen.facts.model import NOTHING_KNOWN, Facts
from sitegen.pages.page_index import PageIndex
from sitegen.search.scripts import Script, script
from sitegen.search.shards import column, number

_SERIES = re.compile(r"\(([^()]*[A-Z][^()]*)\)\s*$")
_YEAR = re.compile(r"[\s,:']*\b(?:19|20)\d\d\b.*$")


def table(papers: PageIndex, shards: Sequence[int], versions: Sequence[str]) -> Script:
    """The script that hands the table to the page.

    ``tags`` and ``digests`` (newest first) say what filters are called, ``years`` and ``venues`` which there are. The
    columns have a row for each paper, A–Z: its shard and the places of its tags (best first), digests, first digest,
    years and venue in those lists; numbers to the base of 36, ``.`` between several, ``-`` for none. A paper's place
    in its shard follows from the order. ``versions`` are those of the shards' contents.
    """
    catalogue = papers.catalogue
    digests = {id: place for place, id in enumerate(catalogue.digests)}
    tags = {slug: place for place, slug in enumerate(catalogue.tags)}
    years = _years(catalogue)
    venues = {slug: venue(facts) for slug, facts in catalogue.facts.items() if facts.venue}
    return script(
        "papers",
        {
            "shards": versions,
            "tags": [
                [tag.slug, ref.short, tag.name, tag.definition, ref.colour]
                for tag, ref in zip(catalogue.tags.values(), papers.tags.values(), strict=True)
            ],
            "digests": [[ref.slug, ref.label, ref.title] for ref in papers.digests.values()],
            "years": (known_years := sorted({year for several in years.values() for year in several}, reverse=True)),
            "venues": (known_venues := sorted(set(venues.values()))),
            "shard": column(shards),
            "tag": _lists([tags[tag] for tag in catalogue.paper_tags[slug]] for slug in catalogue.papers),
            "digest": _lists(
                dict.fromkeys(digests[mention.digest] for mention in paper.mentions)
                for paper in catalogue.papers.values()
            ),
            "first": column([digests[catalogue.first_seen[slug]] for slug in catalogue.papers]),
            "year": _places(known_years, years, catalogue.papers),
            "venue": _places(known_venues, {slug: (name,) for slug, name in venues.items()}, catalogue.papers),
        },
    )


def venue(facts: Facts) -> str:
    """The series that a paper appeared in: its short name where one is given, without the year."""
    name = _YEAR.sub("", facts.venue).strip() or facts.venue
    found = _SERIES.search(name)
    return found[1] if found else name


def _years(catalogue: Catalogue) -> Mapping[str, Sequence[str]]:
    """The years of papers: their own, or where no paper's own year is known, those of their digests."""
    own = {
        slug: (str(facts.year or (facts.published and facts.published.year)),)
        for slug in catalogue.papers
        if (facts := catalogue.facts.get(slug, NOTHING_KNOWN)).year or (facts.published and facts.published.year)
    }
    if own:
        return own
    stated = {id: digest.date.year_text if digest.date else "" for id, digest in catalogue.digests.items()}
    return {
        slug: sorted({stated[mention.digest] for mention in paper.mentions} - {""})
        for slug, paper in catalogue.papers.items()
    }


def _places(known: Sequence[str], values: Mapping[str, Sequence[str]], slugs: Iterable[str]) -> str:
    """A column of what papers have of some known values; ``""`` where there are none."""
    places = {value: place for place, value in enumerate(known)}
    return _lists([places[value] for value in values.get(slug, ())] for slug in slugs) if known else ""


def _lists(rows: Iterable[Iterable[int]]) -> str:
    return " ".join(".".join(map(number, row)) or "-" for row in rows)
