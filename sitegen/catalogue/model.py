"""The catalogue: immutable tables keyed by id. No row holds another row, and no row is ever half true.

Tags, relations and neighbours in a digest are tables of results beside the papers, not fields filled in later.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from sitegen.day import Day
from sitegen.facts.model import FactRecord, Facts
from sitegen.inputs.model import Digest
from sitegen.permalinks.model import PermalinkRecord
from sitegen.repair.inline import Inline

FactRecords = Mapping[str, tuple[FactRecord, ...]]
"""Who states what of each paper: the record of `facts.yaml` first, then those of lists, in the order that counts."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One appearance of a paper: which digest, the number of the entry (from 1), and what stood there, unrepaired."""

    digest: str
    position: int
    line: int  # of the digest's file, from 1
    title: str
    abstract: str
    key: str = ""  # what the file calls the entry: a citation key or an id


@dataclass(frozen=True, slots=True)
class PaperLink:
    """An address found in a paper's own text. ``kind`` is ``code``, ``project``, ``data``, ``demo`` or ``link``."""

    kind: str
    href: str


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper, each counted once, with everything the digests say of it.

    ``title`` and ``abstract`` are repaired inline text; ``title_text`` and ``abstract_text`` the same as plain text
    (never empty for the title; ``""`` for an abstract that no digest gives). ``mentions`` stand newest digest first;
    ``title_from`` and ``abstract_from`` are the indexes of those whose title and abstract are shown; ``preview_from``
    is where in ``abstract_text`` the sentence begins that says what the paper does.
    """

    slug: str
    title: Inline
    abstract: Inline
    title_text: str
    abstract_text: str
    links: tuple[PaperLink, ...]
    mentions: tuple[Mention, ...]
    title_from: int = 0
    abstract_from: int = 0
    preview_from: int = 0

    @property
    def preview(self) -> str:
        """The abstract from the sentence on that says what the paper does; ``…`` stands for what is before it."""
        rest = self.abstract_text[self.preview_from :]
        return f"… {rest}" if self.preview_from else rest

    @property
    def printed_title(self) -> str:
        """The shown title as a digest prints it, ``""`` where none does."""
        return self.mentions[self.title_from].title

    @property
    def printed_abstract(self) -> str:
        """The shown abstract as a digest prints it, ``""`` where none does."""
        return self.mentions[self.abstract_from].abstract


@dataclass(frozen=True, slots=True)
class Tag:
    """One topic, with its place in the taxonomy. ``group_key`` is the group's short slug, for colour and anchors."""

    slug: str
    name: str
    short: str
    group: str
    group_key: str
    definition: str


@dataclass(frozen=True, slots=True)
class Related:
    """A similar paper: its slug, the similarity (0 to 1) and the words both share, strongest first."""

    slug: str
    score: float
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tombstone:
    """A paper that had a page and is no longer there; ``reason`` is ``""`` and ``day`` None where not stated."""

    title: str
    reason: str = ""
    day: Day | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """An author or a venue. ``filed`` is the name as an A–Z has it: "Lipton, Zachary C." for "Zachary C. Lipton"."""

    slug: str
    name: str
    filed: str


@dataclass(frozen=True)
class Catalogue:
    """Everything the site shows. Not slotted: tables that follow from the others are kept once they are asked for.

    ``papers`` is in A–Z order, ``digests`` newest first, ``tags`` in the order of `site.yaml`; ``paper_tags`` and
    ``related`` have a row for each paper (maybe empty, best first); ``digest_papers`` gives the slug of each entry of a
    digest in its own order (None for an entry whose paper is excluded); ``first_seen`` names a paper's earliest digest,
    one with a date if it can.

    ``authors`` and ``venues`` are those that facts name, A–Z, and those that have a page from earlier and no paper now;
    ``paper_authors`` has the slugs of a paper's authors in the order and number of its facts, ``paper_venue`` that of
    its venue, for papers of which they are known.

    The last seven hold what stands beside the digests. ``aliases`` leads from each earlier slug to one of ``papers``;
    ``removed`` holds slugs whose papers are gone; ``first_seen_day`` the UTC day (``YYYY-MM-DD``) a slug was given,
    where that is recorded; ``facts`` what is known of some papers, whoever states it, and ``fact_records`` who states
    what, in the order in which they count. No slug is in two of ``papers``, ``aliases``, ``removed``. ``renamed`` is to
    pages of other kinds what ``aliases`` is to papers: for each kind (a folder, see `urls.KINDS`), each earlier slug
    and the present one. ``records`` are what `permalinks.yaml` should say of each name.
    """

    papers: Mapping[str, Paper]
    digests: Mapping[str, Digest]
    groups: tuple[str, ...]
    tags: Mapping[str, Tag]
    paper_tags: Mapping[str, tuple[str, ...]]
    related: Mapping[str, tuple[Related, ...]]
    digest_papers: Mapping[str, tuple[str | None, ...]]
    first_seen: Mapping[str, str]
    aliases: Mapping[str, str] = field(default_factory=dict)
    removed: Mapping[str, Tombstone] = field(default_factory=dict)
    first_seen_day: Mapping[str, str] = field(default_factory=dict)
    facts: Mapping[str, Facts] = field(default_factory=dict)
    fact_records: FactRecords = field(default_factory=dict)
    renamed: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    records: Mapping[str, PermalinkRecord] = field(default_factory=dict)
    authors: Mapping[str, Heading] = field(default_factory=dict)
    venues: Mapping[str, Heading] = field(default_factory=dict)
    paper_authors: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    paper_venue: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def papers_of_tag(self) -> Mapping[str, tuple[str, ...]]:
        """The slugs of the papers that carry each tag, A–Z; a row for every tag."""
        found: dict[str, list[str]] = {tag: [] for tag in self.tags}
        for slug in self.papers:
            for tag in self.paper_tags[slug]:
                found[tag].append(slug)
        return {tag: tuple(slugs) for tag, slugs in found.items()}

    @cached_property
    def papers_of_digest(self) -> Mapping[str, tuple[str, ...]]:
        """The slugs of the papers of each digest that are shown, each once, in the digest's own order."""
        return {id: tuple(dict.fromkeys(filter(None, slugs))) for id, slugs in self.digest_papers.items()}

    @cached_property
    def earlier_slugs(self) -> Mapping[str, tuple[str, ...]]:
        """The slugs that each paper had before, for those that had any."""
        return _reversed(self.aliases)

    @cached_property
    def moved(self) -> Mapping[str, str]:
        """Every page that was renamed, of whatever kind, and the one it leads to: ``tags/old`` to ``tags/new``."""
        kinds = {"papers": self.aliases, **self.renamed}
        return {f"{kind}/{old}": f"{kind}/{now}" for kind, names in kinds.items() for old, now in names.items()}

    @cached_property
    def earlier_pages(self) -> Mapping[str, tuple[str, ...]]:
        """The pages that lead to each page of ``moved``, named like there."""
        return _reversed(self.moved)

    def had_before(self, page: str) -> tuple[str, ...]:
        """The slugs that a page (``tags/topic``) had before."""
        return tuple(name.rpartition("/")[2] for name in self.earlier_pages.get(page, ()))

    @cached_property
    def newest_first(self) -> Mapping[str, int]:
        """The place of each paper in the order of their days of publication, newest first; those of one day A–Z.

        Of two papers of one year, the one with a later day comes first, then one whose day is not known: what else
        orders these, when a digest brought them, says nothing of when they appeared. Papers of no known year come last.
        """

        def newness(slug: str) -> tuple[int, int, int]:
            day = self.day(slug)
            return self.year(slug) or 0, day.month if day else 0, day.number if day else 0

        return {slug: place for place, slug in enumerate(sorted(self.papers, key=newness, reverse=True))}

    def day(self, slug: str) -> Day | None:
        """The day on which a paper was published, where that is known and of the year it is listed under."""
        facts = self.facts.get(slug)
        day = facts.published if facts else None
        return day if day and day.year == self.year(slug) else None

    def year(self, slug: str) -> int | None:
        """The year in which a paper was published, where that is known."""
        facts = self.facts.get(slug)
        if facts is None:
            return None
        return facts.year or (facts.published.year if facts.published else None)

    @cached_property
    def papers_of_author(self) -> Mapping[str, tuple[str, ...]]:
        """The slugs of the papers of each author, newest first; a row for every author."""
        return self._listed(self.authors, self.paper_authors)

    @cached_property
    def papers_of_venue(self) -> Mapping[str, tuple[str, ...]]:
        """The slugs of the papers of each venue, newest first; a row for every venue."""
        return self._listed(self.venues, {slug: (venue,) for slug, venue in self.paper_venue.items()})

    @cached_property
    def papers_of_year(self) -> Mapping[int, tuple[str, ...]]:
        """The slugs of the papers of each year, newest first; the newest year first."""
        found: dict[int, list[str]] = {}
        for slug in sorted(self.facts, key=self.newest_first.__getitem__):
            if (year := self.year(slug)) is not None:
                found.setdefault(year, []).append(slug)
        return {year: tuple(slugs) for year, slugs in found.items()}

    def _listed(self, headings: Iterable[str], of_paper: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {heading: [] for heading in headings}
        for slug in sorted(of_paper, key=self.newest_first.__getitem__):
            for heading in dict.fromkeys(of_paper[slug]):
                found[heading].append(slug)
        return {heading: tuple(slugs) for heading, slugs in found.items()}


def _reversed(table: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for key, value in table.items():
        found.setdefault(value, []).append(key)
    return {value: tuple(keys) for value, keys in found.items()}
