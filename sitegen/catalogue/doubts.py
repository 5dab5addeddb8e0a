"""What is probably not meant: settings that name nothing or contradict each other, tags without papers, double digests.

Nothing here changes the catalogue; each function looks at one thing and says what it found.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from sitegen.catalogue.merging.cluster import RepairedEntry
from sitegen.catalogue.merging.decisions import Decisions, opposed
from sitegen.catalogue.model import Catalogue
from sitegen.config.model import MergeSettings, Settings
from sitegen.inputs.model import Digest
from sitegen.permalinks.model import Permalinks
from sitegen.problem import Location, Problem, error, warning
from sitegen.suggestion import closest, no_such_paper

NAMED = 5  # so many tags without papers are named in the warning


def same_digests(digests: Iterable[Digest]) -> Iterator[Problem]:
    """A warning for each digest that holds just what another holds."""
    first: dict[tuple[tuple[str, str], ...], Digest] = {}
    for digest in sorted(digests, key=lambda digest: digest.id):
        other = first.setdefault(tuple((entry.title, entry.abstract) for entry in digest.entries), digest)
        if other is not digest:
            message = f"holds the same entries as {other.path}, and is listed beside it"
            yield warning(Location(digest.path), message, "delete one of the two files")


def unknown_names(decided: Decisions, merge: MergeSettings, names: Iterable[str]) -> Iterator[Problem]:
    """A warning for each name in ``merge:`` that means no entry; ``names`` are slugs and titles that would."""
    known = list(names) if decided.unknown else []
    for word in decided.unknown:
        meant = closest(word, known)
        hint = f"did you mean '{meant}'?" if meant else "write a title as printed, the name of a page in papers/, or"
        hint += "" if meant else " one entry as digest#number"
        yield warning(_place(merge, word), f"merge: no entry is called '{word}'", hint)


def contradictions(decided: Decisions, merge: MergeSettings) -> Iterator[Problem]:
    """An error for each group of ``same`` names that holds what a group of ``different`` names keeps apart."""
    for number, copies in enumerate(decided.same):
        found = next((pair for pair in combinations(copies, 2) if _apart(decided, *pair)), None)
        if found is not None:
            group, name = _label(decided, *found)
            line = merge.at("different", group, merge.different[group][name]).line
            one, other = (copy.title or copy.name for copy in found)
            message = f"merge: '{one}' and '{other}' are said to be one paper here, and different ones in line {line}"
            yield error(merge.at("same", number, merge.same[number][0]), message, "delete one of the two groups")


def absent(settings: Settings, slugs: Container[str], papers: Iterable[str]) -> Iterator[Problem]:
    """A warning for each setting of a paper that the digests do not hold; ``slugs`` are all names, past ones too."""
    for slug, rule in settings.papers.items():
        if slug not in slugs:
            yield no_such_paper(rule.location, slug, papers)


def bare_tags(settings: Settings, paper_tags: Mapping[str, Sequence[str]]) -> Iterator[Problem]:
    """One warning that names the tags that no paper carries: a young catalogue may have many."""
    carried = {tag for tags in paper_tags.values() for tag in tags}
    bare = [tag for tag in settings.tags if tag.slug not in carried]
    if not bare:
        return
    names = ", ".join(f"'{tag.slug}'" for tag in bare[:NAMED])
    more = f" and {len(bare) - NAMED} more" if len(bare) > NAMED else ""
    hint = f"delete {'them' if len(bare) > 1 else 'it'}, or write other phrases: 'sitegen tags --suggest' shows some"
    if len(bare) == 1 and not (bare[0].rule.in_title or bare[0].rule.strong or bare[0].rule.any):
        hint = "it has no phrases that give points: write some under 'strong'"
    yield warning(bare[0].location, f"no paper carries the tag{'s' * (len(bare) > 1)} {names}{more}", hint)


def not_removed(permalinks: Permalinks, catalogue: Catalogue, file: str) -> Iterator[Problem]:
    """A warning for each paper that `permalinks.yaml` states to be removed and the digests hold.

    ``file`` is the settings file.
    """
    hint = f"list it under 'exclude' in {file}, or delete its lines 'removed' and 'reason'"
    for slug, record in permalinks.records.items():
        paper = catalogue.papers.get(slug) if record.removed or record.reason else None
        if paper is not None:
            places = [Location(catalogue.digests[one.digest].path, one.line) for one in paper.mentions]
            more = f" and {len(places) - 1} more" if len(places) > 1 else ""
            message = f"'{slug}' is stated to be removed, but stands in {places[0]}{more}"
            yield warning(permalinks.at(slug), message, hint)


def _place(merge: MergeSettings, name: str) -> Location:
    """Where a name stands first."""
    return min((place for (_, _, its), place in merge.places.items() if its == name), default=merge.location)


def _apart(decided: Decisions, one: RepairedEntry, other: RepairedEntry) -> bool:
    nothing: frozenset[tuple[int, int]] = frozenset()
    return opposed(decided.labels.get(one, nothing), decided.labels.get(other, nothing))


def _label(decided: Decisions, one: RepairedEntry, other: RepairedEntry) -> tuple[int, int]:
    """The group of ``different`` names that keeps two copies apart, and the name in it that the first one has."""
    return next(
        (group, name)
        for group, name in sorted(decided.labels[one])
        for theirs, their in decided.labels[other]
        if group == theirs and name != their
    )
