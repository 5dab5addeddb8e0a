"""`papers/<slug>.html`: everything the catalogue knows of one paper."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from markupsafe import Markup, escape

from sitegen.catalogue.model import Mention, Paper
from sitegen.citation.bibtex import bibtex
from sitegen.citation.coins import coins
from sitegen.citation.plain import plain
from sitegen.citation.record import CitationRecord, make_record
from sitegen.facts.model import NOTHING_KNOWN, Facts
from sitegen.pages import pagination
from sitegen.pages.map import holds_all
from sitegen.pages.out_links import OutLink, out_links, searches
from sitegen.pages.page import Page, cut
from sitegen.pages.page_index import (
    LONGEST_IN_LISTS,
    DigestRef,
    HeadingRef,
    PageIndex,
    PaperRef,
    Row,
    TagRef,
    authors_of,
    unlinked,
)
from sitegen.repair.inline import to_html
from sitegen.site import Site
from sitegen.words.visible import spelt_out


class Place(NamedTuple):
    """A paper's place in a digest (entry ``number`` ``of`` so many), with the papers before and after it.

    ``href`` is its line on the digest's page.
    """

    digest: DigestRef
    number: int
    of: int
    href: str
    previous: PaperRef | None
    next: PaperRef | None


class Similar(NamedTuple):
    """A similar paper and the words both share."""

    paper: PaperRef
    terms: tuple[str, ...]


class Printed(NamedTuple):
    """What some digests print, where it is not what the page shows; ``""`` for a part that is the same.

    Characters that print nothing are spelt out.
    """

    digests: tuple[DigestRef, ...]
    title: str
    abstract: str


class Source(NamedTuple):
    """Where a record comes from: file name (no folder: it would differ between machines), line, and entry number."""

    file: str
    line: int
    number: int


MOST_AUTHORS = 16
"""Authors whom a paper's page names at once; of more, it names `LEADING` and has the others behind "and 17 more"."""

LEADING = 12


class PaperView(NamedTuple):
    """One paper. ``abstract`` has its links; ``address`` is the page's own, or its path where the site's is not known.

    ``facts`` are what is known beside the digests, ``authors``, ``venue`` and ``year`` lead to their
    pages, ``cited`` is what a bibliography says; ``printed`` is empty where
    every digest prints what is shown; ``note`` is Markdown. What follows from these is worked out by whoever renders.
    """

    title: Markup
    tags: tuple[TagRef, ...]
    facts: Facts
    authors: tuple[HeadingRef, ...]
    venue: HeadingRef | None
    year: HeadingRef | None
    cited: CitationRecord
    abstract: Markup
    places: tuple[Place, ...]
    yearless: bool
    links: tuple[OutLink, ...]
    address: str
    similar: tuple[Similar, ...]
    on_map: bool
    note: str
    printed: tuple[Printed, ...]
    first_seen: DigestRef
    sources: tuple[Source, ...]

    @property
    def size(self) -> str:
        """``long`` or ``endless`` for a title that asks for smaller type."""
        characters = len(self.cited.title_text)
        return "endless" if characters > 250 else "long" if characters > 90 else ""

    @property
    def leading(self) -> int:
        """How many of the authors are named at once: a long list would push all else off the first screen."""
        return len(self.authors) if len(self.authors) <= MOST_AUTHORS else LEADING

    @property
    def joint(self) -> str:
        """What stands between venue and year; ``""`` where the venue's name has the year, so that it stands once."""
        if not self.venue or not self.year:
            return ""
        if self.year.name in self.venue.name.split():
            return ""
        return ", " if self.venue.name == self.facts.venue else " "

    @property
    def unknown(self) -> tuple[str, ...]:
        """What is not on record: ``authors``, ``year``, ``venue``."""
        known = (("authors", self.authors), ("year", self.year), ("venue", self.venue))
        return tuple(name for name, found in known if not found)

    @property
    def searches(self) -> tuple[OutLink, ...]:
        """Where the paper can be looked for: not where its address is known."""
        return searches(self.cited.title_text, self.facts)

    @property
    def plain_title(self) -> str:
        """The title as lines to copy have it, where that is not what the heading's characters say; else ``""``."""
        return "" if self.title == escape(self.cited.title_text) else self.cited.title_text

    @property
    def bibtex(self) -> str:
        """The paper as LaTeX has it."""
        return bibtex(self.cited)

    @property
    def coins(self) -> str:
        """The same for Zotero."""
        return coins(self.cited)

    @property
    def reference(self) -> str:
        """The paper as a reference list has it."""
        return plain(self.cited)

    def report(self, site: Site) -> str:
        """The address of a new issue that already says which page it is about; ``""`` without a repository."""
        return _report(site, self.cited.title_text, self.address, self.sources) if site.repository else ""


def pages(index: PageIndex) -> Iterator[Page]:
    """A page for each paper, A–Z."""
    neighbours = {
        id: _neighbours(papers, index.rows, index.digests[id].href)
        for id, papers in index.catalogue.digest_papers.items()
    }
    for slug, paper in index.catalogue.papers.items():
        row = index.rows[slug]
        yield Page(
            path=row.href,
            template="paper.html",
            section="papers",
            title=cut(paper.title_text, 100),
            description=cut(paper.preview, 160)
            if paper.abstract_text
            else index.site.words.say("paper.description", site=index.site.title),
            view=_view(index, paper, row, neighbours),
        )


def _view(
    index: PageIndex,
    paper: Paper,
    row: Row,
    neighbours: Mapping[str, Mapping[int, tuple[str, PaperRef | None, PaperRef | None]]],
) -> PaperView:
    catalogue, site = index.catalogue, index.site
    facts = catalogue.facts.get(paper.slug, NOTHING_KNOWN)
    address = site.absolute(row.href)
    number = catalogue.year(paper.slug)
    year = None if number is None else index.years[number]
    return PaperView(
        title=Markup(to_html(unlinked(paper.title))) if len(paper.title_text) > LONGEST_IN_LISTS else row.title,
        tags=row.tags,
        facts=facts,
        authors=authors_of(facts, catalogue.paper_authors.get(paper.slug, ())),
        venue=_venue(facts.venue, year, index.venues, catalogue.paper_venue.get(paper.slug)),
        year=year,
        cited=make_record(
            paper,
            facts,
            page=address,
            catalogue=site.title,
            keywords=[catalogue.tags[tag].name for tag in catalogue.paper_tags[paper.slug]],
            aliases=catalogue.earlier_slugs.get(paper.slug, ()),
        ),
        abstract=Markup(to_html(paper.abstract)) if paper.links else row.abstract,
        places=tuple(
            Place(
                index.digests[m.digest],
                m.position,
                len(catalogue.digests[m.digest].entries),
                *neighbours[m.digest][m.position],
            )
            for m in paper.mentions
        ),
        yearless=any(digest.date and not digest.has_year for digest in row.digests),
        links=out_links(facts, paper.links, site.words),
        address=address or row.href,
        similar=tuple(
            Similar(index.rows[r.slug].ref, r.terms)
            for r in catalogue.related.get(paper.slug, ())
            if r.slug in index.rows
        ),
        on_map=holds_all(index.counts.papers),
        note=index.curated.notes.get(paper.slug, ""),
        printed=_printed(paper, index.digests),
        first_seen=index.digests[catalogue.first_seen[paper.slug]],
        sources=tuple(Source(catalogue.digests[m.digest].source, m.line, m.position) for m in paper.mentions),
    )


def _neighbours(
    papers: tuple[str | None, ...], rows: Mapping[str, Row], page: str
) -> dict[int, tuple[str, PaperRef | None, PaperRef | None]]:
    """For each number of a digest, its line on the digest's pages, and the papers before and after.

    Entries that are not shown are stepped over, and so is the paper itself.
    """
    shown = [(number, slug) for number, slug in enumerate(papers, 1) if slug is not None]
    parts = pagination.cuts([pagination.size(rows[slug]) for _, slug in shown])
    lines = [
        f"{pagination.path(page, sheet)}#no-{number}"
        for sheet, part in enumerate(parts, 1)
        for number, _ in shown[part]
    ]
    around = {}
    for at, (number, slug) in enumerate(shown):
        before = next((shown[n][1] for n in range(at - 1, -1, -1) if shown[n][1] != slug), None)
        after = next((shown[n][1] for n in range(at + 1, len(shown)) if shown[n][1] != slug), None)
        around[number] = (lines[at], rows[before].ref if before else None, rows[after].ref if after else None)
    return around


def _venue(
    stated: str, year: HeadingRef | None, venues: Mapping[str, HeadingRef], slug: str | None
) -> HeadingRef | None:
    """The venue as the paper's facts name it, without the year at its end, which has a link of its own."""
    if slug is None:
        return None
    name = stated.removesuffix(year.name).rstrip() if year else stated
    return HeadingRef(name or stated, venues[slug].href)


def _printed(paper: Paper, digests: Mapping[str, DigestRef]) -> tuple[Printed, ...]:
    """The printed forms that differ from what is shown, each once with the digests that have it."""
    found: dict[tuple[str, str], dict[str, None]] = {}
    for mention in paper.mentions:
        form = _differing(mention, paper)
        if any(form):
            found.setdefault(form, {})[mention.digest] = None
    return tuple(Printed(tuple(digests[id] for id in ids), *form) for form, ids in found.items())


def _differing(mention: Mention, paper: Paper) -> tuple[str, str]:
    return (
        spelt_out(mention.title) if mention.title != paper.title_text else "",
        spelt_out(mention.abstract) if mention.abstract != paper.abstract_text else "",
    )


def _report(site: Site, title: str, address: str, sources: tuple[Source, ...]) -> str:
    say, repository = site.words.say, site.repository
    subject = quote(say("paper.report_subject", title=cut(title, 120)), safe="")
    lines = chain(
        (say("paper.report_page", address=address),),
        (say("paper.report_source", file=s.file, line=str(s.line), number=str(s.number)) for s in sources),
        ("", say("paper.report_wrong")),
    )
    body = quote("\n".join(lines), safe="")
    if "gitlab" in (urlsplit(repository).hostname or ""):
        return f"{repository}/-/issues/new?issue[title]={subject}&issue[description]={body}"
    return f"{repository}/issues/new?title={subject}&body={body}"
