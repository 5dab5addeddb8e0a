"""What each paper's page is called, given what names were published before: a name is given once and kept.

Three steps: the papers of the file are found again among the clusters (`reidentify`), of several names of one paper the
oldest stays and the others lead to it, and papers that have no name yet get one (`slugs`).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from sitegen.catalogue.merging.cluster import Cluster
from sitegen.catalogue.model import Tombstone
from sitegen.catalogue.naming.fingerprint import exact, fingerprint
from sitegen.catalogue.naming.slugs import assign_slugs
from sitegen.day import Day
from sitegen.permalinks.model import LONGEST_TITLE, Fingerprint, PermalinkRecord, Permalinks
from sitegen.urls import TAKEN
from sitegen.words.visible import visible


@dataclass(frozen=True, slots=True)
class Names:
    """The slug of each cluster, in their order, and what follows from earlier names.

    ``aliases`` leads from an earlier slug to the one its paper has now, excluded papers too; ``first_seen`` is the day
    a slug was given. ``changed`` holds the records that the file should get. ``unrecorded`` are those slugs of them
    that the file does not have, or has not where they belong: without them a later build may name papers otherwise.
    """

    slugs: tuple[str, ...]
    aliases: Mapping[str, str] = field(default_factory=dict)
    first_seen: Mapping[str, str] = field(default_factory=dict)
    records: Mapping[str, PermalinkRecord] = field(default_factory=dict)
    changed: Mapping[str, PermalinkRecord] = field(default_factory=dict)
    unrecorded: tuple[str, ...] = ()

    def and_others(self, records: Mapping[str, PermalinkRecord]) -> Names:
        """The same, and new names of pages of other kinds, which the file should get too."""
        if not records:
            return self
        return replace(self, changed={**self.changed, **records}, unrecorded=(*self.unrecorded, *records))

    def removed(self, shown: Collection[str]) -> dict[str, Tombstone]:
        """The names of papers that are not ``shown``, by slug."""
        gone: dict[str, Tombstone] = {}
        for slug in sorted({*self.records, *self.aliases}):
            now = self.aliases.get(slug, slug)
            if now not in shown and now in self.records:  # a paper that is left out from the beginning never had a page
                last = self.records[now]
                record = self.records.get(slug, last)
                gone[slug] = Tombstone(
                    title=visible(record.title or last.title),
                    reason=visible(record.reason or last.reason),
                    day=Day.parse(record.removed or last.removed),
                )
        return gone


def name(
    clusters: Sequence[Cluster],
    permalinks: Permalinks,
    day: str,
    excluded: Collection[str] = (),
    different: Sequence[Sequence[str]] = (),
    reserved: Collection[str] = (),
) -> Names:
    """Names for the clusters; ``day`` is what new ones get as their first.

    ``excluded`` are slugs that are not to be shown: papers that were never published keep being unknown to the file.
    ``different`` are groups of names that `site.yaml` keeps apart, ``reserved`` are names that no paper gets. Where
    every paper is in the file as it is, 508 take 5 ms of CPU; 20,000 of which a tenth have changed, 1 s.
    """
    records = dict(permalinks.records)
    texts = [_text(cluster) for cluster in clusters]
    held, fingerprints = _find(clusters, texts, records, different)
    slugs, changed = _kept(held, texts, records)
    unrecorded = [*changed]
    new = [number for number in range(len(clusters)) if number not in slugs]
    slugs.update(zip(new, assign_slugs([clusters[n] for n in new], taken={*TAKEN, *records, *reserved}), strict=True))

    leads = resolved({**records, **changed})
    hidden = {leads.get(slug, slug) for slug in excluded}
    for number, slug in slugs.items():
        known = records.get(slug)
        record = _current(known or PermalinkRecord(slug, ""), clusters[number], texts[number], day, fingerprints)
        if slug not in hidden and record != known:
            changed[slug] = record
            if known is None:
                unrecorded.append(slug)
    records |= changed
    return Names(
        slugs=tuple(slugs[number] for number in range(len(clusters))),
        aliases={slug: now for slug, now in leads.items() if slug != now},
        first_seen={slug: record.first_seen for slug, record in records.items() if record.first_seen},
        records=records,
        changed=changed,
        unrecorded=tuple(sorted(unrecorded)),
    )


def _kept(
    held: Mapping[int, Sequence[str]], texts: Sequence[tuple[str, str]], records: Mapping[str, PermalinkRecord]
) -> tuple[dict[int, str], dict[str, PermalinkRecord]]:
    """The name that each paper keeps of those it has, by cluster; and the records of names that lead elsewhere now."""
    slugs: dict[int, str] = {}
    moved: dict[str, PermalinkRecord] = {}
    for number, found in held.items():
        first, *others = sorted(found, key=lambda slug: _age(records[slug], texts[number][0]))
        slugs[number] = first
        for slug, target in ((first, ""), *((slug, first) for slug in others)):
            if records[slug].moved_to != target:
                moved[slug] = replace(records[slug], moved_to=target)
    return slugs, moved


def stored_title(title: str) -> str:
    """A title as the file holds it: in one line, without invisible characters, never empty, and not without end."""
    return " ".join(visible(title[:LONGEST_TITLE]).split()) or "[No title]"


def _text(cluster: Cluster) -> tuple[str, str]:
    """The title that is shown, as it is stored, and the hash of the abstract that is shown (``""`` for none)."""
    abstract = cluster.copies[cluster.best_abstract].abstract
    return stored_title(cluster.copies[cluster.best_title].title), exact(abstract) if abstract else ""


def _find(
    clusters: Sequence[Cluster],
    texts: Sequence[tuple[str, str]],
    records: Mapping[str, PermalinkRecord],
    different: Sequence[Sequence[str]],
) -> tuple[dict[int, list[str]], Mapping[str, Fingerprint | None]]:
    """The names of each cluster: those whose title and abstract it has to the letter, then those it can be known by.

    Also the fingerprints that this took, by their exact part.
    """
    by_text: dict[tuple[str, str], list[str]] = {}
    for slug, record in records.items():
        if not record.moved_to:
            by_text.setdefault((record.title, record.fingerprint.exact if record.fingerprint else ""), []).append(slug)
    held: dict[int, list[str]] = {}
    twins: list[int] = []
    for number, text in enumerate(texts):
        found = by_text.get(text, ())
        if len(found) == 1:
            held.setdefault(number, [])
            held[number].append(by_text.pop(text)[0])
        elif found:
            twins.append(number)
    if twins:
        _find_twins(clusters, texts, by_text, twins, held)
    if by_text or (len(held) < len(clusters) and any(record.moved_to for record in records.values())):
        from sitegen.catalogue.naming.reidentify import reidentify  # a catalogue that only grew needs no search

        return held, reidentify(clusters, records, held, different)
    return held, {}


def _find_twins(
    clusters: Sequence[Cluster],
    texts: Sequence[tuple[str, str]],
    by_text: dict[tuple[str, str], list[str]],
    twins: Sequence[int],
    held: dict[int, list[str]],
) -> None:
    """Papers of the same words that were kept apart by hand: each takes the name that it would be given anew."""
    given = assign_slugs(clusters)
    for number in sorted(twins, key=lambda number: given[number] not in by_text[texts[number]]):
        if names := sorted(by_text.get(texts[number], ()), key=lambda slug: (slug != given[number], slug)):
            held[number] = [names[0]]
            by_text[texts[number]].remove(names[0])
    for number in twins:
        if not by_text.get(texts[number], True):
            del by_text[texts[number]]


def _age(record: PermalinkRecord, title: str) -> tuple[bool, str, bool, int, str]:
    """Sorts the names of one paper: the one that stays comes first."""
    return (bool(record.moved_to), record.first_seen or "9999", record.title != title, len(record.slug), record.slug)


def _current(
    known: PermalinkRecord,
    cluster: Cluster,
    text: tuple[str, str],
    day: str,
    fingerprints: Mapping[str, Fingerprint | None],
) -> PermalinkRecord:
    """The record that the file should have of a paper, given the one it has or an empty one."""
    title, hashed = text
    kept = known.fingerprint
    if (kept.exact if kept else "") != hashed:
        kept = fingerprints[hashed] if hashed in fingerprints else _fingerprint(cluster)
    return replace(known, title=title, first_seen=known.first_seen or day, fingerprint=kept, moved_to="")


def _fingerprint(cluster: Cluster) -> Fingerprint | None:
    return fingerprint(cluster.copies[cluster.best_abstract].abstract)


def resolved(records: Mapping[str, PermalinkRecord]) -> dict[str, str]:
    """Each slug that moved, and where it leads in the end."""
    leads: dict[str, str] = {}
    for slug, record in records.items():
        if record.moved_to:
            seen = {slug}
            now = record.moved_to
            while (target := records[now].moved_to if now in records else "") and now not in seen:
                seen.add(now)
                now = target
            leads[slug] = now
    return leads


def fresh_names(clusters: Sequence[Cluster], reserved: Collection[str] = ()) -> Names:
    """Names for a build that neither reads nor writes the file; ``reserved`` as in `name`."""
    return Names(assign_slugs(clusters, {*TAKEN, *reserved}))
