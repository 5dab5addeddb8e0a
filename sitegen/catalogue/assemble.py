"""From digests to the catalogue: repair, merge, name, tag, in that order, each a function of its own.

This file answers "how do entries become papers?"; how each step decides is in the module of that step.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from sitegen.catalogue import doubts
from sitegen.catalogue.aliases import of_papers, renamed
from sitegen.catalogue.authority.authors import KIND as AUTHORS
from sitegen.catalogue.authority.authors import authors
from sitegen.catalogue.authority.venues import KIND as VENUES
from sitegen.catalogue.authority.venues import venues
from sitegen.catalogue.group_key import group_keys
from sitegen.catalogue.match_facts import known_facts, match_facts
from sitegen.catalogue.merging.cluster import Cluster, RepairedEntry
from sitegen.catalogue.merging.decisions import Decisions, Pages, decisions, needs_pages
from sitegen.catalogue.merging.merge import merge
from sitegen.catalogue.model import Catalogue, Mention, Paper, Tag
from sitegen.catalogue.naming.names import Names, fresh_names, name
from sitegen.catalogue.patch import Patches, patch_papers
from sitegen.catalogue.prepare import Prepared, Printed, Texts, prepare_all
from sitegen.catalogue.tagging.tag import tag
from sitegen.config.model import PaperSettings, Settings
from sitegen.facts.model import FactRecord
from sitegen.inputs.model import Digest, Entry
from sitegen.permalinks.model import Permalinks
from sitegen.problem import Problem
from sitegen.words.collation import collation_key
from sitegen.work import Work


@dataclass(frozen=True, slots=True)
class CatalogueBuild:
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
    facts: Sequence[FactRecord] = (),
    patches: Patches | None = None,
    work: Work | None = None,
) -> CatalogueBuild:
    """The catalogue of some digests (newest first); ``stage`` is told the name of each step as it begins.

    No paper of it has similar papers yet: what is found out here is enough to begin the search index, and to answer
    what people ask of the catalogue.

    ``permalinks`` are the names that were published; None where they are not to be looked at. ``day`` is today.
    ``facts`` are what `facts.yaml` states, ``patches`` what `overrides.yaml` changes in the text.

    The result does not depend on the order in which the digests were read, only on their contents and ids.
    """
    stage("repair")
    work = work or Work()
    texts = prepare_all((_printed(entry) for digest in digests for entry in digest.entries), work)
    copies = [_copy(digest.id, entry, texts[_printed(entry)]) for digest in digests for entry in digest.entries]

    stage("merge")
    clusters, names, decided = _merged(copies, settings, permalinks, day)
    named = sorted(zip(names.slugs, clusters, strict=True), key=lambda pair: pair[0])
    aliases, wrong = of_papers(settings, names)
    names = replace(names, aliases=aliases)
    renames, amiss = renamed(settings, digests)
    rules = _rules(settings, names)
    hidden = {slug for slug, rule in rules.items() if rule.exclude}
    papers, unmatched = patch_papers(_papers(named, hidden, digests, texts), patches or {}, names.aliases)
    papers = {slug: papers[slug] for slug in sorted(papers, key=lambda s: (collation_key(papers[s].title_text), s))}

    stage("tag")
    tags = _tags(settings)
    paper_tags = _paper_tags(papers, settings, rules, tags, work)

    stated, doubtful = match_facts(facts, papers, names.aliases, hidden)
    known, records = known_facts(papers, digests, stated)
    written_by = authors(known, settings.authors, permalinks)
    appeared_in = venues(known, settings.venues, permalinks)
    headings = {**written_by.authority.unrecorded, **appeared_in.authority.unrecorded}
    names = names.and_others(headings)
    by_id = {digest.id: digest for digest in digests}
    catalogue = Catalogue(
        papers=papers,
        digests=by_id,
        groups=settings.groups,
        tags=tags,
        paper_tags=paper_tags,
        related=dict.fromkeys(papers, ()),
        digest_papers=_digest_papers(digests, named, papers),
        first_seen={slug: first_digest(paper, by_id) for slug, paper in papers.items()},
        aliases={old: now for old, now in sorted(names.aliases.items()) if now in papers},
        removed=names.removed(papers),
        first_seen_day={slug: names.first_seen[slug] for slug in papers if slug in names.first_seen},
        facts=known,
        fact_records=records,
        renamed={**renames, AUTHORS: written_by.authority.moved, VENUES: appeared_in.authority.moved},
        records={**names.records, **(permalinks.others if permalinks else {}), **headings},
        authors=written_by.authority.headings,
        venues=appeared_in.authority.headings,
        paper_authors=written_by.of_paper,
        paper_venue=appeared_in.of_paper,
    )
    problems = (*wrong, *amiss, *doubts.contradictions(decided, settings.merge))
    if not settings.input_given:
        problems += (*doubtful, *unmatched, *written_by.problems, *appeared_in.problems)
        problems += tuple(_doubts(catalogue, settings, decided, names))
    if permalinks:
        problems += tuple(doubts.not_removed(permalinks, catalogue, settings.file))
    return CatalogueBuild(catalogue, problems, tuple(named), names, permalinks)


def named_clusters(
    digests: Sequence[Digest], settings: Settings, permalinks: Permalinks, day: str, work: Work
) -> dict[str, Cluster]:
    """The first half alone: which entries are a paper, by the name that it gets."""
    texts = prepare_all((_printed(entry) for digest in digests for entry in digest.entries), work)
    copies = [_copy(digest.id, entry, texts[_printed(entry)]) for digest in digests for entry in digest.entries]
    clusters, names, _ = _merged(copies, settings, permalinks, day)
    return dict(zip(names.slugs, clusters, strict=True))


def _printed(entry: Entry) -> Printed:
    return Printed(entry.title, entry.abstract)


def _copy(digest: str, entry: Entry, text: Prepared) -> RepairedEntry:
    return RepairedEntry(digest, entry.position, text.title_text, text.abstract_text, entry.title, entry.facts)


def _merged(
    copies: Sequence[RepairedEntry], settings: Settings, permalinks: Permalinks | None, day: str
) -> tuple[tuple[Cluster, ...], Names, Decisions]:
    """The clusters of copies, their names, and what `site.yaml` decides by hand.

    What `site.yaml` decides about merging may name papers by their slugs, those of a merge without decisions: only
    then everything is merged twice.
    """
    excluded = {slug for slug, rule in settings.papers.items() if rule.exclude}
    reserved = {alias for slug, rule in settings.papers.items() for alias in rule.aliases if alias != slug}

    def named(clusters: Sequence[Cluster]) -> Names:
        if permalinks is None:
            return fresh_names(clusters, reserved)
        return name(clusters, permalinks, day, excluded, settings.merge.different, reserved)

    pages: Pages = {}
    if needs_pages(copies, settings.merge):
        undecided = merge(copies)
        pages = {s: cluster.copies for s, cluster in zip(named(undecided).slugs, undecided, strict=True)}
    decided = decisions(copies, settings.merge, pages)
    clusters = merge(copies, decided)
    return clusters, named(clusters), decided


def _rules(settings: Settings, names: Names) -> dict[str, PaperSettings]:
    """What `site.yaml` says of papers, by the slugs they have now; what it says under the present slug goes first."""
    rules = {names.aliases.get(slug, slug): rule for slug, rule in settings.papers.items() if slug in names.aliases}
    return rules | {slug: rule for slug, rule in settings.papers.items() if slug not in names.aliases}


def _papers(
    named: Iterable[tuple[str, Cluster]], hidden: Container[str], digests: Sequence[Digest], texts: Texts
) -> Iterator[Paper]:
    """A paper for each cluster whose slug is not ``hidden``."""
    entries = {(digest.id, entry.position): entry for digest in digests for entry in digest.entries}
    rank = {digest.id: number for number, digest in enumerate(digests)}
    for slug, cluster in named:
        if slug not in hidden:
            copies = sorted(cluster.copies, key=lambda copy: (rank[copy.digest], copy.position))
            mentions = [_mention(copy, entries[copy.digest, copy.position]) for copy in copies]
            yield _paper(slug, cluster, copies, mentions, texts)


def _mention(copy: RepairedEntry, entry: Entry) -> Mention:
    return Mention(copy.digest, copy.position, entry.line, entry.title, entry.abstract, entry.key)


def _paper(
    slug: str, cluster: Cluster, copies: Sequence[RepairedEntry], mentions: Sequence[Mention], texts: Texts
) -> Paper:
    """One paper with all its mentions, newest digest first; the text shown is the best of the copies."""
    title_from = copies.index(cluster.copies[cluster.best_title])
    abstract_from = copies.index(cluster.copies[cluster.best_abstract])
    title, abstract = (texts[Printed(m.title, m.abstract)] for m in (mentions[title_from], mentions[abstract_from]))
    return Paper(
        slug=slug,
        title=title.title,
        abstract=abstract.abstract,
        title_text=title.title_text,
        abstract_text=abstract.abstract_text,
        links=abstract.links,
        mentions=tuple(mentions),
        title_from=title_from,
        abstract_from=abstract_from,
        preview_from=abstract.preview_from,
    )


def first_digest(paper: Paper, digests: Mapping[str, Digest]) -> str:
    """The earliest digest that has the paper. One without a date counts where no other has it: nobody knows its age."""
    dated = [mention.digest for mention in paper.mentions if digests[mention.digest].date]
    return dated[-1] if dated else paper.mentions[-1].digest


def _tags(settings: Settings) -> dict[str, Tag]:
    keys = group_keys(settings.groups)
    return {t.slug: Tag(t.slug, t.name, t.short, t.group, keys[t.group], t.definition) for t in settings.tags}


def _paper_tags(
    papers: Mapping[str, Paper],
    settings: Settings,
    rules: Mapping[str, PaperSettings],
    tags: Container[str],
    work: Work,
) -> dict[str, tuple[str, ...]]:
    """The tags of each paper, best first: those that `site.yaml` gives it by hand, else those of the rules."""
    by_rule = tag(papers.values(), settings.tags, work)
    now = {alias: tag.slug for tag in settings.tags for alias in tag.aliases}
    by_hand = {
        slug: tuple(dict.fromkeys(t for given in rule.tags if (t := now.get(given, given)) in tags))
        for slug, rule in rules.items()
        if rule.tags is not None
    }
    return {slug: by_hand[slug] if slug in by_hand else by_rule[slug] for slug in papers}


def _digest_papers(
    digests: Iterable[Digest], named: Iterable[tuple[str, Cluster]], papers: Container[str]
) -> dict[str, tuple[str | None, ...]]:
    """The slug of each entry of each digest, None for those that are not among ``papers``."""
    slug_of = {(copy.digest, copy.position): slug for slug, cluster in named for copy in cluster.copies}
    return {
        digest.id: tuple(
            slug if (slug := slug_of[digest.id, entry.position]) in papers else None for entry in digest.entries
        )
        for digest in digests
    }


def _doubts(catalogue: Catalogue, settings: Settings, decided: Decisions, names: Names) -> Iterator[Problem]:
    """What the settings and the digests say that is probably not meant."""
    papers = catalogue.papers
    titles = (mention.title for paper in papers.values() for mention in paper.mentions)
    yield from doubts.same_digests(catalogue.digests.values())
    yield from doubts.unknown_names(decided, settings.merge, (*papers, *titles))
    yield from doubts.absent(settings, {*names.slugs, *names.aliases}, papers)
    yield from doubts.bare_tags(settings, catalogue.paper_tags)
