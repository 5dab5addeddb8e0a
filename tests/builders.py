"""Small catalogues in a line or two, without reading, merging or tagging: what tests of later stages start from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from sitegen.artifact import Artifact, whole
from sitegen.assets import Theme
from sitegen.catalogue.assemble import first_digest
from sitegen.catalogue.authority.authors import authors as establish_authors
from sitegen.catalogue.authority.venues import venues as establish_venues
from sitegen.catalogue.model import Catalogue, Mention, Paper, PaperLink, Related, Tag
from sitegen.config.model import AuthorSettings, Settings, VenueSettings
from sitegen.day import Day
from sitegen.exports import exports
from sitegen.exports.export import Export
from sitegen.facts.model import Facts, Person
from sitegen.inputs.curated import Curated
from sitegen.inputs.document import Document
from sitegen.inputs.model import Digest, Entry
from sitegen.pages.page_index import PageIndex, page_index
from sitegen.permalinks.model import Permalinks
from sitegen.repair.inline import Inline, Text, to_text
from sitegen.site import Site, make_site
from sitegen.urls import slugify


def make_document(lines: Sequence[str], file: str = "a.txt") -> Document:
    """A text of these lines."""
    return Document(file, "".join(f"{line}\n" for line in lines))


BARE_THEME = Theme(templates={}, artifacts=(), names={})


def make_paper(title: str, mentions: Sequence[Mention] = (), abstract: str = "An abstract.", **more: object) -> Paper:
    """A paper whose printed text needs no repair."""
    fields: dict[str, object] = {
        "slug": slugify(title),
        "title": (Text(title),),
        "abstract": (Text(abstract),) if abstract else (),
        "title_text": title,
        "abstract_text": abstract,
        "links": (),
        "mentions": tuple(mentions),
    }
    return Paper(**{**fields, **more})  # type: ignore[arg-type]


def make_catalogue(
    digests: Mapping[str, Sequence[str | None]],
    *,
    dates: Mapping[str, str] | None = None,
    titles: Mapping[str, str] | None = None,
    tags: Mapping[str, Sequence[str]] | None = None,
    groups: Mapping[str, str] | None = None,
    abstracts: Mapping[str, str] | None = None,
    links: Mapping[str, Sequence[PaperLink]] | None = None,
    inline: Mapping[str, Inline] | None = None,
    related: Mapping[str, Sequence[tuple[str, Sequence[str]]]] | None = None,
) -> Catalogue:
    """A catalogue of digests (newest first), each a list of titles; None stands for an entry that is excluded.

    ``tags`` leads from tag slug to the titles that carry it, ``groups`` from tag slug to its group (all "Topics"
    otherwise), ``abstracts``, ``links``, ``inline`` (abstracts) and ``related`` from title to what it has.
    """
    dates, titles, tags, groups = dates or {}, titles or {}, tags or {}, groups or {}
    abstracts, links, inline, related = abstracts or {}, links or {}, inline or {}, related or {}
    mentions: dict[str, list[Mention]] = {}
    for id, listed in digests.items():
        for position, title in enumerate(listed, 1):
            if title is not None:
                text = abstracts.get(title, "An abstract.")
                mentions.setdefault(title, []).append(Mention(id, position, 2 * position, title, text))
    papers = {}
    for title in sorted(mentions):
        paper = make_paper(
            title, mentions[title], abstracts.get(title, "An abstract."), links=tuple(links.get(title, ()))
        )
        if title in inline:
            paper = replace(paper, abstract=inline[title], abstract_text=to_text(inline[title]))
        papers[paper.slug] = paper
    names = list(dict.fromkeys(groups.get(tag, "Topics") for tag in tags))
    rows = {
        id: Digest(
            id=id,
            slug=id,
            title=titles.get(id, ""),
            date=Day.parse(dates.get(id, "")),
            description="",
            link="",
            source=f"{id}.txt",
            path=f"somewhere/{id}.txt",
            entries=tuple(Entry(title or "", "", n, 2 * n) for n, title in enumerate(listed, 1)),
        )
        for id, listed in digests.items()
    }
    return Catalogue(
        papers=papers,
        digests=rows,
        groups=tuple(names),
        tags={
            tag: Tag(tag, tag.capitalize(), tag, groups.get(tag, "Topics"), slugify(groups.get(tag, "Topics")), "")
            for tag in tags
        },
        paper_tags={
            slug: tuple(tag for tag, carriers in tags.items() if paper.title_text in carriers)
            for slug, paper in papers.items()
        },
        related={
            slug: tuple(Related(slugify(other), 0.5, tuple(terms)) for other, terms in related.get(p.title_text, ()))
            for slug, p in papers.items()
        },
        digest_papers={
            id: tuple(slugify(t) if t is not None else None for t in listed) for id, listed in digests.items()
        },
        first_seen={paper.slug: first_digest(paper, rows) for paper in papers.values()},
    )


def with_facts(
    catalogue: Catalogue,
    facts: Mapping[str, Facts],
    *,
    authors: AuthorSettings | None = None,
    venues: VenueSettings | None = None,
    permalinks: Permalinks | None = None,
) -> Catalogue:
    """The catalogue with what is known of its papers, by slug, and with the authors and venues that this names."""
    written_by = establish_authors(facts, authors or AuthorSettings(), permalinks)
    appeared_in = establish_venues(facts, venues or VenueSettings(), permalinks)
    return replace(
        catalogue,
        facts=facts,
        renamed={"authors": written_by.authority.moved, "venues": appeared_in.authority.moved},
        authors=written_by.authority.headings,
        venues=appeared_in.authority.headings,
        paper_authors=written_by.of_paper,
        paper_venue=appeared_in.of_paper,
    )


def make_person(name: str) -> Person:
    """ "Ada Gray" or "The Group," (with nothing but a family name)."""
    given, _, family = name.rpartition(" ")
    return Person(name[:-1]) if name.endswith(",") else Person(family, given)


def make_facts(*names: str, **more: Any) -> Facts:
    """Facts with these authors, as `make_person` reads them; ``more`` are other fields."""
    return Facts(authors=tuple(map(make_person, names)), **more)


def make_test_index(
    catalogue: Catalogue, theme: Theme = BARE_THEME, curated: Curated | None = None, **settings: object
) -> PageIndex:
    """What pages and exports of a catalogue draw from; ``settings`` are fields of `Settings`."""
    return page_index(catalogue, make_test_site(catalogue, theme, **settings), curated)


def make_test_site(catalogue: Catalogue, theme: Theme = BARE_THEME, **settings: object) -> Site:
    """The site of a catalogue; ``settings`` are fields of `Settings`."""
    return make_site(Settings(**{"root": Path("/nowhere"), **settings}), catalogue, theme)  # type: ignore[arg-type]


def files_of(export: Export, index: PageIndex, listed: Sequence[str] = ()) -> dict[str, bytes]:
    """The files of one export; ``listed`` as `sitegen.exports.exports` has it."""
    made = exports(index, listed, kinds=[export])
    return {file.path: whole(file) for file in made if isinstance(file, Artifact)}
