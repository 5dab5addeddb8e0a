"""What is known of each paper: the facts of `facts.yaml`, matched to papers, and those of the lists it stands in.

`facts.yaml` names a paper by slug, by an earlier slug, or by title. Which fact counts where sources disagree is decided
in `facts.reconcile`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping

from sitegen.catalogue.model import FactRecords, Paper
from sitegen.facts.model import NOTHING_KNOWN, FactRecord, Facts
from sitegen.facts.reconcile import in_order, reconciled
from sitegen.inputs.model import Digest
from sitegen.problem import Location, Problem, warning
from sitegen.suggestion import did_you_mean
from sitegen.words.normalise import title_key

_HINTS = 20  # unknown papers for which the closest name is looked up: 1 ms for each thousand papers


def known_facts(
    papers: Mapping[str, Paper], digests: Iterable[Digest], stated: Mapping[str, FactRecord]
) -> tuple[dict[str, Facts], FactRecords]:
    """What is known of each paper, and the records it comes from, in the order in which they count.

    ``stated`` are the records of `facts.yaml`, by slug. Papers of which nobody states anything have no row.
    """
    of_entry = {
        (digest.id, entry.position): FactRecord(
            entry.key or entry.title, entry.facts, Location(digest.path, entry.line)
        )
        for digest in digests
        for entry in digest.entries
        if entry.facts != NOTHING_KNOWN
    }
    facts: dict[str, Facts] = {}
    records: dict[str, tuple[FactRecord, ...]] = {}
    for slug, paper in papers.items():
        said = [(mention.digest, mention.position) for mention in paper.mentions]
        listed = in_order([of_entry[place] for place in said if place in of_entry])
        by_hand = stated.get(slug)
        if by_hand or listed:
            records[slug] = (by_hand, *listed) if by_hand else listed
            facts[slug] = reconciled(by_hand.facts if by_hand else NOTHING_KNOWN, listed)
    return facts, records


def match_facts(
    stated: Iterable[FactRecord],
    papers: Mapping[str, Paper],
    aliases: Mapping[str, str],
    hidden: Collection[str] = (),
) -> tuple[dict[str, FactRecord], tuple[Problem, ...]]:
    """The records of `facts.yaml` by slug; a warning for those of no paper, of several, or of one that has some.

    ``hidden`` are slugs of papers that are left out on purpose: their facts wait in silence.
    """
    first: dict[str, FactRecord] = {}
    problems: list[Problem] = []
    to_the_letter = _by_title(papers.values(), str)
    by_key: dict[str, list[str]] = {}
    for one in stated:
        slug = aliases.get(one.paper, one.paper)
        if slug not in papers and slug not in hidden:
            found = to_the_letter.get(one.paper, [])
            if not found:  # 500 titles' keys take 3 ms: only a title that is written otherwise pays for them
                by_key = by_key or _by_title(papers.values(), title_key)
                found = by_key.get(title_key(one.paper), [])
            if len(found) != 1:
                problems.append(_unmatched(one, found, papers, hint=len(problems) < _HINTS))
                continue
            slug = found[0]
        if slug in first:
            message = f"these facts are of the paper that line {first[slug].location.line} gives facts of: left out"
            problems.append(warning(one.location, message, "make one entry of the two"))
            continue
        first[slug] = one
    return {slug: one for slug, one in first.items() if slug in papers}, tuple(problems)


def _by_title(papers: Iterable[Paper], form: Callable[[str], str]) -> dict[str, list[str]]:
    slugs: dict[str, list[str]] = {}
    for paper in papers:
        slugs.setdefault(form(paper.title_text), []).append(paper.slug)
    return slugs


def _unmatched(one: FactRecord, found: list[str], papers: Mapping[str, Paper], *, hint: bool) -> Problem:
    name = one.paper if len(one.paper) <= 80 else f"{one.paper[:80]}…"
    if found:
        return warning(one.location, f"{len(found)} papers have the title '{name}'", f"write {' or '.join(found)}")
    if not hint:
        return warning(one.location, f"no paper has the slug or title '{name}'")
    titles = [paper.title_text for paper in papers.values()]
    return warning(
        one.location, f"no paper has the slug or title '{name}'", did_you_mean(one.paper, [*papers, *titles])
    )
