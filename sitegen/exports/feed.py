"""What the feeds hold, in whatever format: which papers, in which order, and each paper as a feed's reader sees it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import msgspec
from markupsafe import escape

from sitegen import urls
from sitegen.catalogue.model import Catalogue, Paper
from sitegen.pages.page import cut
from sitegen.pages.page_index import PageIndex
from sitegen.repair.inline import Emphasis, Inline, Math, Node, Strong, Subscript, Superscript, Text, Unclear, to_html
from sitegen.wording.model import Wording

NEWEST = 100
"""Papers in the feed of the site: more than most digests bring, so that a reader who looks once a day misses none."""

NEWEST_OF_TAG = 50
"""Papers in the feed of a tag. The feed of a digest has all of its papers."""

SUMMARY = 300
"""Characters of a summary: the two or three lines that readers of feeds show."""


@dataclass(frozen=True, slots=True)
class Feed:
    """One feed. ``stem`` and ``page`` are paths from the root: the file without its format's ending, and the page.

    ``papers`` are slugs, newest first; ``updated`` is the newest day among them, ``YYYY-MM-DD``.
    """

    stem: str
    page: str
    title: str
    description: str
    papers: tuple[str, ...]
    updated: str


def feeds(index: PageIndex) -> tuple[Feed, ...]:
    """The feeds of the site, of each tag and of each digest; none where the address or every day is unknown.

    A paper's day is the one on which its name was given. Papers without one stand in no feed: a feed has to state a
    day, and nobody knows theirs.
    """
    catalogue, site = index.catalogue, index.site
    days = catalogue.first_seen_day
    if not site.feeds:
        return ()
    in_digests = dict.fromkeys(slug for slugs in catalogue.digest_papers.values() for slug in slugs if slug in days)
    order = _newest_first(in_digests, catalogue)
    newest = max(days.values())

    def feed(stem: str, page: str, title: str, description: str, papers: Iterable[str]) -> Feed:
        listed = tuple(papers)
        return Feed(stem, page, title, description, listed, max((days[slug] for slug in listed), default=newest))

    found = [feed("feed", "index.html", site.title, site.description, order[:NEWEST])]
    tagged: dict[str, list[str]] = {slug: [] for slug in catalogue.tags}
    for slug in order:
        for tag_slug in catalogue.paper_tags[slug]:
            tagged[tag_slug].append(slug)
    for tag in catalogue.tags.values():
        papers, stem = tagged[tag.slug][:NEWEST_OF_TAG], urls.tag(tag.slug, ".feed")
        found.append(feed(stem, urls.tag(tag.slug), f"{tag.name} · {site.title}", tag.definition, papers))
    for digest in catalogue.digests.values():
        listed = _newest_first((s for s in catalogue.digest_papers[digest.id] if s in days), catalogue)
        ref = index.digests[digest.id]
        found.append(feed(urls.digest(digest.slug, ".feed"), ref.href, f"{ref.title} · {site.title}", "", listed))
    return tuple(found)


def beside(ending: str, index: PageIndex) -> Iterator[tuple[str, str]]:
    """Each feed behind the page of its list; the site's feed behind those of the other lists that grow, too."""
    for feed in feeds(index):
        for page in (feed.page, "papers.html", "digests.html") if feed.stem == "feed" else (feed.page,):
            yield page, feed.stem + ending


def _newest_first(slugs: Iterable[str | None], catalogue: Catalogue) -> list[str]:
    """Each once, by day; those of one day stay as they stand in their digests."""
    once = dict.fromkeys(slug for slug in slugs if slug is not None)
    return sorted(once, key=lambda slug: catalogue.first_seen_day[slug], reverse=True)


def content(paper: Paper, words: Wording) -> str:
    """The abstract as HTML for readers that know few elements: formulas as characters, nothing to explain on hover."""
    return f"<p>{to_html(_plain(paper.abstract)) if paper.abstract else escape(words.say('paper.no_abstract'))}</p>"


def summary(paper: Paper) -> str:
    """What the paper does, in its abstract's own words; ``""`` without an abstract."""
    return cut(paper.preview, SUMMARY)


def _plain(inline: Inline) -> Inline:
    return tuple(found for node in inline for found in _plain_node(node))


def _plain_node(node: Node) -> Inline:
    match node:
        case Math():
            return (Text(node.text),)
        case Unclear(children):
            return _plain(children)
        case Emphasis() | Strong() | Superscript() | Subscript():
            return (msgspec.structs.replace(node, children=_plain(node.children)),)
        case _:
            return (node,)


def authors(catalogue: Catalogue, slug: str) -> tuple[str, ...]:
    """The names of a paper's authors, where they are known."""
    facts = catalogue.facts.get(slug)
    return tuple(person.name for person in facts.authors) if facts else ()
