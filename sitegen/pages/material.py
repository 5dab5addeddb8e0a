"""What all page kinds draw from: links to tags and digests, and one row per paper, each made once and shared.

A paper stands in many lists; its escaped title and abstract are the same in all of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup, escape

from sitegen.catalogue.model import Catalogue, Paper
from sitegen.inputs.curated import Curated
from sitegen.inputs.model import Digest
from sitegen.pages.days import day_text, digest_title, has_title, has_year
from sitegen.pages.page import cut
from sitegen.repair.inline import Emphasis, Inline, Link, Node, Text, to_html
from sitegen.site import Site

LONGEST_IN_LISTS = 300
"""Characters of a title that lists show; the longest real ones have 170."""

COLOURS = 8
"""Group colours in ``tokens.css``; a ninth group begins again with the first."""


class GroupLink(NamedTuple):
    """A group of tags. ``key`` is its anchor on the tags page, ``colour`` counts from 1 to `COLOURS`."""

    name: str
    key: str
    colour: int


class TagLink(NamedTuple):
    """A tag as other pages show it. ``href`` is relative to the root."""

    slug: str
    name: str
    short: str
    href: str
    group: GroupLink
    papers: int


class DigestLink(NamedTuple):
    """A digest as other pages show it.

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
    entries: int


class Row(NamedTuple):
    """A paper as lists show it: escaped HTML without links inside, best tags first, digests newest first."""

    slug: str
    href: str
    title: Markup
    plain: str
    abstract: Markup
    tags: tuple[TagLink, ...]
    digests: tuple[DigestLink, ...]


@dataclass(frozen=True, slots=True)
class Material:
    """Everything a page kind needs; tables are keyed by slug (tags, papers) and id (digests)."""

    catalogue: Catalogue
    site: Site
    curated: Curated
    groups: tuple[GroupLink, ...]
    tags: Mapping[str, TagLink]
    digests: Mapping[str, DigestLink]
    rows: Mapping[str, Row]
    tag_papers: Mapping[str, tuple[str, ...]]  # slugs of the papers of each tag, A–Z


def gather(catalogue: Catalogue, site: Site, curated: Curated) -> Material:
    """The shared tables of a catalogue."""
    tag_papers: dict[str, list[str]] = {slug: [] for slug in catalogue.tags}
    for slug in catalogue.papers:
        for tag in catalogue.paper_tags[slug]:
            tag_papers[tag].append(slug)
    groups = _groups(catalogue)
    by_name = {group.name: group for group in groups}
    tags = {
        tag.slug: TagLink(
            slug=tag.slug,
            name=tag.name,
            short=tag.short or tag.name,
            href=f"tags/{tag.slug}.html",
            group=by_name[tag.group],
            papers=len(tag_papers[tag.slug]),
        )
        for tag in catalogue.tags.values()
    }
    digests = _digests(catalogue.digests.values())
    rows = {
        slug: _row(paper, [tags[tag] for tag in catalogue.paper_tags[slug]], digests)
        for slug, paper in catalogue.papers.items()
    }
    return Material(
        catalogue=catalogue,
        site=site,
        curated=curated,
        groups=groups,
        tags=tags,
        digests=digests,
        rows=rows,
        tag_papers={slug: tuple(papers) for slug, papers in tag_papers.items()},
    )


def unlinked(inline: Inline) -> Inline:
    """The same text with its links as plain words: a link may not stand inside another."""
    return tuple(_unlinked(node) for node in inline)


def _unlinked(node: Node) -> Node:
    match node:
        case Link(_, text):
            return Text(text)
        case Emphasis(children):
            return Emphasis(unlinked(children))
        case _:
            return node


def _groups(catalogue: Catalogue) -> tuple[GroupLink, ...]:
    """The groups that have tags, in the order of `site.yaml`."""
    keys = {tag.group: tag.group_key for tag in catalogue.tags.values()}
    order = [*(group for group in catalogue.groups if group in keys), *(g for g in keys if g not in catalogue.groups)]
    return tuple(GroupLink(name, keys[name], number % COLOURS + 1) for number, name in enumerate(order))


def _digests(digests: Iterable[Digest]) -> dict[str, DigestLink]:
    digests = list(digests)
    days = Counter(day_text(digest.date) for digest in digests)
    links = {}
    for digest in digests:
        day = day_text(digest.date)
        title = digest_title(digest)
        links[digest.id] = DigestLink(
            id=digest.id,
            slug=digest.slug,
            title=title,
            titled=has_title(digest),
            label=day if day and days[day] == 1 else cut(title, 28),
            day=day,
            date=digest.date or "",
            has_year=has_year(digest.date),
            href=f"digests/{digest.slug}.html",
            entries=len(digest.entries),
        )
    return links


def _row(paper: Paper, tags: list[TagLink], digests: Mapping[str, DigestLink]) -> Row:
    return Row(
        slug=paper.slug,
        href=f"papers/{paper.slug}.html",
        title=Markup(to_html(unlinked(paper.title)))
        if len(paper.title_text) <= LONGEST_IN_LISTS
        else escape(cut(paper.title_text, LONGEST_IN_LISTS)),
        plain=paper.title_text,
        abstract=Markup(to_html(unlinked(paper.abstract))),
        tags=tuple(tags),
        digests=tuple(digests[id] for id in dict.fromkeys(mention.digest for mention in paper.mentions)),
    )
