"""Patches by hand (`overrides.yaml`) on the text that a paper shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from sitegen.catalogue.contribution import contribution
from sitegen.catalogue.links import paper_links
from sitegen.catalogue.model import Paper
from sitegen.overrides import Override, doubts, patched
from sitegen.problem import Problem
from sitegen.repair import repair
from sitegen.repair.inline import to_text
from sitegen.suggestion import no_such_paper

Patches = Mapping[str, tuple[Override, ...]]
"""The patches of each paper, by slug."""


def patch_papers(
    papers: Iterable[Paper], patches: Patches, aliases: Mapping[str, str]
) -> tuple[dict[str, Paper], tuple[Problem, ...]]:
    """The papers by slug with their patches applied to what was printed; a warning for each that finds nothing.

    A patch given under an earlier name of a paper is the paper's. Merging has seen the text without patches.
    """
    given: dict[str, tuple[Override, ...]] = {}
    for slug, its in patches.items():
        now = aliases.get(slug, slug)
        given[now] = given.get(now, ()) + its
    rows = {paper.slug: paper for paper in papers}
    problems: list[Problem] = []
    for slug, its in given.items():
        if slug not in rows:
            problems.append(no_such_paper(its[0].location, slug, rows))
            continue
        rows[slug], found = _patch(rows[slug], its)
        problems += found
    return rows, tuple(problems)


def _patch(paper: Paper, patches: Sequence[Override]) -> tuple[Paper, Iterator[Problem]]:
    title, in_title = patched(paper.printed_title, [patch for patch in patches if patch.field == "title"])
    if any(in_title.values()):
        inline = repair(title)
        paper = replace(paper, title=inline, title_text=to_text(inline) or paper.title_text)
    text, in_abstract = patched(paper.printed_abstract, [patch for patch in patches if patch.field == "abstract"])
    if any(in_abstract.values()):
        inline = repair(text)
        plain = to_text(inline)
        paper = replace(
            paper,
            abstract=inline,
            abstract_text=plain,
            links=paper_links(inline),
            preview_from=contribution(plain),
        )
    return paper, doubts({**in_title, **in_abstract})
