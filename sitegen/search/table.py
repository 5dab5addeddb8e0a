"""What does a page know of each paper before it loads any text? Its tags, digests, year, venue, authors and shard.

Of authors it knows those who are offered as filters. Filters, their counts and every order but "closest first" come
from this table alone, 9 bytes a paper.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sitegen.catalogue.authority.venues import yearless
from sitegen.catalogue.model import Catalogue
from sitegen.facts.model import NOTHING_KNOWN
from sitegen.pages.page_index import PageIndex
from sitegen.pages.search import offered_authors
from sitegen.search.scripts import Script, script
from sitegen.search.shards import column, number


def table(papers: PageIndex, shards: Sequence[int], versions: Sequence[str]) -> Script:
    """The script that hands the table to the page.

    ``tags``, ``digests`` (newest first), ``venues`` and ``authors`` say what filters are called, ``years`` which there
    are; a venue has all the names that papers know it by. The columns have a row for each paper, A–Z: its shard and the
    places of its tags (best first), digests, first digest, years, venue and authors in those lists; numbers to the base
    of 36, ``.`` between several, ``-`` for none. A paper's place in its shard follows from the order. ``versions`` are
    those of the shards' contents.
    """
    catalogue = papers.catalogue
    digests = {id: place for place, id in enumerate(catalogue.digests)}
    tags = {slug: place for place, slug in enumerate(catalogue.tags)}
    years = _years(catalogue)
    venues = _venues(catalogue)
    authors = offered_authors(catalogue)
    offered = frozenset(authors)
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
            "venues": [[slug, *names] for slug, names in venues.items()],
            "authors": [[slug, catalogue.authors[slug].name] for slug in authors],
            "shard": column(shards),
            "tag": _lists([tags[tag] for tag in catalogue.paper_tags[slug]] for slug in catalogue.papers),
            "digest": _lists(
                dict.fromkeys(digests[mention.digest] for mention in paper.mentions)
                for paper in catalogue.papers.values()
            ),
            "first": column([digests[catalogue.first_seen[slug]] for slug in catalogue.papers]),
            "year": _places(known_years, years, catalogue.papers),
            "venue": _places(
                list(venues), {slug: (at,) for slug, at in catalogue.paper_venue.items()}, catalogue.papers
            ),
            "author": _places(
                authors,
                {
                    slug: [author for author in of_paper if author in offered]
                    for slug, of_paper in catalogue.paper_authors.items()
                },
                catalogue.papers,
            ),
        },
    )


def _venues(catalogue: Catalogue) -> Mapping[str, Sequence[str]]:
    """The venues in which papers appeared, each with its own name and the others that papers know it by."""
    found = {slug: {catalogue.venues[slug].name: None} for slug, of in catalogue.papers_of_venue.items() if of}
    for slug, at in catalogue.paper_venue.items():
        found[at].setdefault(yearless(catalogue.facts[slug].venue))
    return {slug: tuple(names) for slug, names in found.items()}


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
