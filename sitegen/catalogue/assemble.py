"""From digests to the catalogue: repair, merge, name, tag, relate, in that order, each a function of its own.

This file answers "how do entries become papers?"; how each step decides is in the module of that step.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from sitegen.catalogue.group_key import group_keys
from sitegen.catalogue.known_facts import known_facts
from sitegen.catalogue.links import paper_links
from sitegen.catalogue.merging.merge import Cluster, Copy, merge
from sitegen.catalogue.model import Catalogue, Mention, Paper, Tag
from sitegen.catalogue.naming.names import Names, name, unrecorded
from sitegen.catalogue.patch import Patches, patch_papers
from sitegen.catalogue.relating.relate import relate
from sitegen.catalogue.tagging.tag import tag
from sitegen.config.model import PaperSettings, Settings
from sitegen.facts.read import Stated
from sitegen.inputs.model import Digest, Entry
from sitegen.permalinks.model import Permalinks
from sitegen.problem import Problem, warning
from sitegen.repair import repair
from sitegen.repair.inline import Inline, Text, to_text
from sitegen.words.collation import collation_key

UNTITLED_WORDS = 8  # how many words of the abstract name an entry that has no title


@dataclass(frozen=True, slots=True)
class Assembled:
    """The catalogue, what was found on the way, and the clusters and names it came from."""

    catalogue: Catalogue
    problems: tuple[Problem, ...]
    clusters: tuple[tuple[str, Cluster], ...]  # slug and cluster, excluded papers too
    names: Names = field(default_factory=lambda: Names(()))
    permalinks: Permalinks | None = None  # as they were read; None where they were not looked at


def assemble(
    digests: Sequence[Digest],
    settings: Settings,
    stage: Callable[[str], None] = lambda name: None,
    permalinks: Permalinks | None = None,
    day: str = "",
    facts: Sequence[Stated] = (),
    patches: Patches | None = None,
) -> Assembled:
    """The catalogue of some digests (newest first); ``stage`` is told the name of each step as it begins.

    ``permalinks`` are the names that were published; None where they are not to be looked at. ``day`` is today.
    ``facts`` are what `facts.yaml` states, ``patches`` what `overrides.yaml` changes in the text.

    The result does not depend on the order in which the digests were read, only on their contents and ids.
    """
    stage("repair")
    repaired = cache(repair)  # the same text stands in several digests
    entries = {(digest.id, entry.position): entry for digest in digests for entry in digest.entries}
    copies = [
        Copy(
            digest=digest.id,
            position=entry.position,
            title=to_text(_title(entry, repaired)),
            abstract=to_text(repaired(entry.abstract)),
            printed_title=entry.title,
        )
        for digest in digests
        for entry in digest.entries
    ]

    stage("merge")
    excluded = {slug for slug, rule in settings.papers.items() if rule.exclude}

    def named_now(clusters: Sequence[Cluster]) -> Names:
        if permalinks is None:
            return unrecorded(clusters)
        return name(clusters, permalinks, day, excluded, settings.merge.different)

    clusters = merge(copies, settings.merge, naming=lambda clusters: named_now(clusters).slugs)
    names = named_now(clusters)
    rules = _rules(settings, names)
    excluded = {slug for slug, rule in rules.items() if rule.exclude}
    rank = {digest.id: number for number, digest in enumerate(digests)}
    named = sorted(zip(names.slugs, clusters, strict=True), key=lambda pair: pair[0])
    rows = [_paper(slug, cluster, entries, rank, repaired) for slug, cluster in named if slug not in excluded]
    rows, unmatched = patch_papers(rows, patches or {}, names.aliases, repaired)
    rows.sort(key=lambda paper: (collation_key(paper.title_text), paper.slug))
    papers = {paper.slug: paper for paper in rows}

    stage("tag")
    tags = _tags(settings)
    by_rule = tag(rows, settings.tags)
    by_hand = {slug: rule.tags for slug, rule in rules.items() if rule.tags is not None}
    paper_tags = {
        slug: tuple(t for t in by_hand[slug] if t in tags) if slug in by_hand else tuple(s.slug for s in by_rule[slug])
        for slug in papers
    }

    stage("relate")
    related = relate(rows, paper_tags)

    slug_of = {(copy.digest, copy.position): slug for slug, cluster in named for copy in cluster.copies}
    known, found = known_facts(facts, papers, names.aliases, excluded)
    digest_papers = {
        digest.id: tuple(
            slug if (slug := slug_of[digest.id, entry.position]) in papers else None for entry in digest.entries
        )
        for digest in digests
    }
    catalogue = Catalogue(
        papers=papers,
        digests={digest.id: digest for digest in digests},
        groups=settings.groups,
        tags=tags,
        paper_tags=paper_tags,
        related=related,
        digest_papers=digest_papers,
        first_seen={paper.slug: paper.mentions[-1].digest for paper in rows},
        aliases={old: now for old, now in sorted(names.aliases.items()) if now in papers},
        removed=names.removed(papers),
        first_seen_day={slug: names.first_seen[slug] for slug in papers if slug in names.first_seen},
        facts=known,
    )
    there = {slug for slug, _ in named} | names.aliases.keys()
    problems = () if settings.input_given else (*_absent(settings, there), *found, *unmatched)
    problems = (*problems, *(_not_removed(permalinks, papers) if permalinks else ()))
    return Assembled(catalogue, problems, tuple(named), names, permalinks)


def _rules(settings: Settings, names: Names) -> dict[str, PaperSettings]:
    """What `site.yaml` says of papers, by the slugs they have now; what it says under the present slug goes first."""
    rules = {names.aliases.get(slug, slug): rule for slug, rule in settings.papers.items() if slug in names.aliases}
    return rules | {slug: rule for slug, rule in settings.papers.items() if slug not in names.aliases}


def _title(entry: Entry, repaired: Callable[[str], Inline]) -> Inline:
    """The entry's title; an entry without one is named by the first words of its abstract, and says so."""
    title = repaired(entry.title)
    if to_text(title).strip():
        return title
    words = to_text(repaired(entry.abstract)).split()
    more = "…" if len(words) > UNTITLED_WORDS else ""
    return (Text(f"[No title] {' '.join(words[:UNTITLED_WORDS])}{more}"),)


def _paper(
    slug: str,
    cluster: Cluster,
    entries: dict[tuple[str, int], Entry],
    rank: dict[str, int],
    repaired: Callable[[str], Inline],
) -> Paper:
    """One paper with all its mentions, newest digest first; the text shown is the best of the copies."""
    best_title = cluster.copies[cluster.best_title]
    best_abstract = cluster.copies[cluster.best_abstract]
    ordered = sorted(cluster.copies, key=lambda copy: (rank[copy.digest], copy.position))
    mentions = tuple(
        Mention(copy.digest, copy.position, entry.line, entry.title, entry.abstract)
        for copy in ordered
        for entry in [entries[copy.digest, copy.position]]
    )
    abstract = repaired(entries[best_abstract.digest, best_abstract.position].abstract)
    return Paper(
        slug=slug,
        title=_title(entries[best_title.digest, best_title.position], repaired),
        abstract=abstract,
        title_text=best_title.title,
        abstract_text=best_abstract.abstract,
        links=paper_links(abstract),
        mentions=mentions,
        shown=ordered.index(best_abstract),
    )


def _tags(settings: Settings) -> dict[str, Tag]:
    keys = group_keys(settings.groups)
    return {t.slug: Tag(t.slug, t.name, t.short, t.group, keys[t.group], t.definition) for t in settings.tags}


def _absent(settings: Settings, slugs: set[str]) -> Iterable[Problem]:
    """Warnings for settings of papers that the digests do not hold."""
    for slug, rule in settings.papers.items():
        if slug not in slugs:
            yield warning(rule.location, f"no paper has the slug '{slug}'", "check the name of its page in papers/")


def _not_removed(permalinks: Permalinks, papers: Container[str]) -> Iterable[Problem]:
    """Warnings for papers that `permalinks.yaml` states to be removed and the digests hold."""
    hint = "list it under 'exclude' in site.yaml, or delete its lines 'removed' and 'reason'"
    for slug, record in permalinks.records.items():
        if (record.removed or record.reason) and slug in papers:
            yield warning(permalinks.at(slug), f"'{slug}' is stated to be removed, but the digests hold it", hint)
