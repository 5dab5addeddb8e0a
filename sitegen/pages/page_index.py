"""What all pages and exports draw from: short forms of papers, tags and digests, each made once and shared.

A *ref* is what a page needs to name a thing and to link to it, and no more: whatever else is known of it can change
without changing that page. Counts stand beside refs, in the views that show them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

import msgspec
from markupsafe import Markup, escape

from sitegen import urls
from sitegen.catalogue.model import Catalogue, Paper
from sitegen.facts.model import Facts
from sitegen.inputs.curated import Curated
from sitegen.inputs.model import Digest
from sitegen.pages.page import cut
from sitegen.repair.inline import Inline, Link, Math, Node, Text, split_at, to_html
from sitegen.site import Site
from sitegen.wording.model import Wording

LONGEST_IN_LISTS = 300
"""Characters of a title that lists show; the longest real ones have 170."""

NAMED = 4
"""Authors whom lists all name. Of more they name as many: the first ones, "et al." and the last, so that the line stays
one; the first and the last, whom readers look for, alone where it is narrow."""

LABEL = 32
"""Characters of a digest's title where room is short: as many as an undated digest's name has."""

COLOURS = 8
"""Group colours in ``tokens.css``; a ninth group begins again with the first."""


class PaperRef(NamedTuple):
    """A paper as other pages name it: ``title`` is escaped HTML without links, ``href`` relative to the root."""

    href: str
    title: Markup


class GroupRef(NamedTuple):
    """A group of tags. ``key`` is its anchor on the tags page, ``colour`` counts from 1 to `COLOURS`."""

    name: str
    key: str
    colour: int


class TagRef(NamedTuple):
    """A tag as other pages name it, in the colour of its group. ``href`` is relative to the root."""

    slug: str
    name: str
    short: str
    href: str
    colour: int


class CountedTag(NamedTuple):
    """A tag with a number of papers: all that carry it, or those that a list speaks of."""

    tag: TagRef
    papers: int


class DigestRef(NamedTuple):
    """A digest as other pages name it.

    ``label`` is short and says which one among all digests; ``titled``: somebody gave it a title; ``day`` is
    ``3 April`` or ``3 April 2025``; ``date`` the same for machines; ``has_year`` is False where only the day is
    stated. ``href`` is relative to the root.
    """

    id: str
    slug: str
    title: str
    titled: bool
    label: str
    day: str
    date: str
    has_year: bool
    href: str


class CountedDigest(NamedTuple):
    """A digest with the number of its entries."""

    digest: DigestRef
    entries: int


class HeadingRef(NamedTuple):
    """An author, a venue or a year as other pages name it. ``href`` is relative to the root."""

    name: str
    href: str


class Byline(NamedTuple):
    """Who wrote a paper, when and where it appeared, as lists show it, as far as it is known, and its ``pdf``.

    ``authors`` are all of four, or the first three of more, whose ``last`` one stands by itself; ``others``: there are
    some between the two, or behind the first where nobody said who is the last. On an author's own page that one is
    among ``authors``.
    """

    authors: tuple[HeadingRef, ...] = ()
    others: bool = False
    last: HeadingRef | None = None
    venue: HeadingRef | None = None
    year: HeadingRef | None = None
    pdf: str = ""

    def naming(self, author: HeadingRef) -> Byline:
        """The same with one of the authors among those who are named."""
        if any(author.href == named.href for named in (*self.authors, self.last) if named):
            return self
        return self._replace(authors=(*self.authors, author))


class Row(NamedTuple):
    """A paper as lists show it: escaped HTML without links inside, best tags first, digests newest first.

    The abstract is cut where it begins to say what the paper does: a preview leaves out its ``background``. ``byline``
    is None where nothing is known.
    """

    href: str
    title: Markup
    background: Markup
    point: Markup
    tags: tuple[TagRef, ...]
    digests: tuple[DigestRef, ...]
    byline: Byline | None = None

    @property
    def abstract(self) -> Markup:
        """All of it."""
        return self.background + self.point

    @property
    def ref(self) -> PaperRef:
        """The paper as pages name it that show no more of it."""
        return PaperRef(self.href, self.title)


class Counts(NamedTuple):
    """How much there is in the catalogue."""

    papers: int
    digests: int
    entries: int
    tags: int


@dataclass(frozen=True, slots=True)
class PageIndex:
    """Everything that a kind of page, or an export, needs; tables are keyed by slug (tags, papers) and id (digests).

    ``groups`` has those with tags, in the order of `site.yaml`, and their tags; ``group_of`` is the group of each tag.
    """

    catalogue: Catalogue
    site: Site
    curated: Curated
    counts: Counts
    groups: Mapping[GroupRef, tuple[TagRef, ...]]
    group_of: Mapping[str, GroupRef]
    tags: Mapping[str, TagRef]
    digests: Mapping[str, DigestRef]
    rows: Mapping[str, Row]
    authors: Mapping[str, HeadingRef]
    venues: Mapping[str, HeadingRef]
    years: Mapping[int, HeadingRef]

    def counted(self, tag: TagRef) -> CountedTag:
        """A tag with the number of papers that carry it."""
        return CountedTag(tag, len(self.catalogue.papers_of_tag[tag.slug]))

    def counted_digest(self, digest: DigestRef) -> CountedDigest:
        """A digest with the number of its entries."""
        return CountedDigest(digest, len(self.catalogue.digests[digest.id].entries))


def page_index(catalogue: Catalogue, site: Site, curated: Curated | None = None) -> PageIndex:
    """The shared tables of a catalogue; ``curated`` is what people wrote for the site itself."""
    groups = _groups(catalogue)
    group_of = {tag.slug: groups[tag.group] for tag in catalogue.tags.values()}
    tags = {
        tag.slug: TagRef(
            slug=tag.slug,
            name=tag.name,
            short=tag.short or tag.name,
            href=urls.tag(tag.slug),
            colour=group_of[tag.slug].colour,
        )
        for tag in catalogue.tags.values()
    }
    digests = _digests(catalogue.digests.values(), site.words)
    authors = {slug: HeadingRef(author.name, urls.author(slug)) for slug, author in catalogue.authors.items()}
    venues = {slug: HeadingRef(venue.name, urls.venue(slug)) for slug, venue in catalogue.venues.items()}
    years = {year: HeadingRef(str(year), urls.year(year)) for year in catalogue.papers_of_year}

    def byline(slug: str) -> Byline | None:
        facts, year = catalogue.facts.get(slug), catalogue.year(slug)
        if facts is None:
            return None
        found = Byline(
            *_named(authors_of(facts, catalogue.paper_authors.get(slug, ())), complete=not facts.more_authors),
            venue=venues[catalogue.paper_venue[slug]] if slug in catalogue.paper_venue else None,
            year=years[year] if year is not None else None,
            pdf=facts.pdf_href,
        )
        return found if any(found) else None

    return PageIndex(
        catalogue=catalogue,
        site=site,
        curated=curated or Curated(),
        counts=Counts(
            papers=len(catalogue.papers),
            digests=len(catalogue.digests),
            entries=sum(len(digest.entries) for digest in catalogue.digests.values()),
            tags=len(catalogue.tags),
        ),
        groups={group: tuple(tag for tag in tags.values() if group_of[tag.slug] is group) for group in groups.values()},
        group_of=group_of,
        tags=tags,
        digests=digests,
        rows={
            slug: _row(paper, [tags[tag] for tag in catalogue.paper_tags[slug]], digests, byline(slug))
            for slug, paper in catalogue.papers.items()
        },
        authors=authors,
        venues=venues,
        years=years,
    )


def authors_of(facts: Facts, slugs: Iterable[str]) -> tuple[HeadingRef, ...]:
    """The authors of a paper under the names that it has them by, each with the address of their own page."""
    return tuple(HeadingRef(person.name, urls.author(slug)) for person, slug in zip(facts.authors, slugs, strict=False))


def _named(
    authors: tuple[HeadingRef, ...], *, complete: bool
) -> tuple[tuple[HeadingRef, ...], bool, HeadingRef | None]:
    """Those of a paper's authors whom lists name, whether there are others, and the last one, where it is known."""
    if len(authors) <= NAMED:
        return authors, not complete, None
    return authors[: NAMED - 1], True, authors[-1] if complete else None


def unlinked(inline: Inline) -> Inline:
    """The same text with its links as plain words: a link may not stand inside another."""
    return tuple(_unlinked(node) for node in inline)


def _unlinked(node: Node) -> Node:
    match node:
        case Link(_, text):
            return Text(text)
        case Text() | Math():
            return node
        case _:
            return msgspec.structs.replace(node, children=unlinked(node.children))


def _groups(catalogue: Catalogue) -> dict[str, GroupRef]:
    """The groups that have tags, by name, in the order of `site.yaml`."""
    keys = {tag.group: tag.group_key for tag in catalogue.tags.values()}
    order = [*(group for group in catalogue.groups if group in keys), *(g for g in keys if g not in catalogue.groups)]
    return {name: GroupRef(name, keys[name], number % COLOURS + 1) for number, name in enumerate(order)}


def _digests(digests: Iterable[Digest], words: Wording) -> dict[str, DigestRef]:
    digests = list(digests)
    days = Counter(_day(digest, words) for digest in digests)
    undated: Counter[str] = Counter()
    refs = {}
    for digest in digests:
        day = _day(digest, words)
        printed = digest.date.in_words if digest.date else ""
        titled = digest.title not in ("", printed, digest.id)  # its reader falls back on its day or its id
        if titled:
            title = digest.title
        else:
            title = words.say("digest.of_day", day=day) if day else _undated(len(digest.entries), undated, words)
        refs[digest.id] = DigestRef(
            id=digest.id,
            slug=digest.slug,
            title=title,
            titled=titled,
            label=day if day and days[day] == 1 else cut(title, LABEL),
            day=day,
            date=str(digest.date or ""),
            has_year=digest.date is not None and digest.date.year is not None,
            href=urls.digest(digest.slug),
        )
    return refs


def _undated(entries: int, seen: Counter[str], words: Wording) -> str:
    """What a digest is called of which neither title nor day is known; those of one length are numbered."""
    name = words.say("digest.undated_of", count=entries)
    seen[name] += 1
    return name if seen[name] == 1 else f"{name} ({seen[name]})"


def _day(digest: Digest, words: Wording) -> str:
    return words.day(digest.date) if digest.date else ""


def _row(paper: Paper, tags: list[TagRef], digests: Mapping[str, DigestRef], byline: Byline | None) -> Row:
    background, point = split_at(unlinked(paper.abstract), paper.preview_from)
    return Row(
        href=urls.paper(paper.slug),
        title=Markup(to_html(unlinked(paper.title)))
        if len(paper.title_text) <= LONGEST_IN_LISTS
        else escape(cut(paper.title_text, LONGEST_IN_LISTS)),
        background=Markup(to_html(background)),
        point=Markup(to_html(point)),
        tags=tuple(tags),
        digests=tuple(digests[id] for id in dict.fromkeys(mention.digest for mention in paper.mentions)),
        byline=byline,
    )
