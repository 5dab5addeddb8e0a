"""Which papers the facts of `facts.yaml` belong to: they are named there by slug, by an earlier slug, or by title."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping

from sitegen.catalogue.model import Paper
from sitegen.facts.model import FactRecord, Facts
from sitegen.problem import Problem, warning
from sitegen.suggestion import did_you_mean
from sitegen.words.normalise import title_key

_HINTS = 20  # unknown papers for which the closest name is looked up: 1 ms for each thousand papers


def match_facts(
    stated: Iterable[FactRecord],
    papers: Mapping[str, Paper],
    aliases: Mapping[str, str],
    hidden: Collection[str] = (),
) -> tuple[dict[str, Facts], tuple[Problem, ...]]:
    """Facts by slug, and a warning for those of no paper, of several, or of one that has some already.

    ``hidden`` are slugs of papers that are left out on purpose: their facts wait in silence.
    """
    facts: dict[str, Facts] = {}
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
        if slug in papers:
            facts[slug] = one.facts
    return facts, tuple(problems)


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
