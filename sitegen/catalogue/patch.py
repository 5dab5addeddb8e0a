"""Patches by hand (`overrides.yaml`) on the text that a paper shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from sitegen.catalogue.links import paper_links
from sitegen.catalogue.model import Paper
from sitegen.problem import Problem, warning
from sitegen.repair.inline import Inline, to_text
from sitegen.repair.overrides import Override, not_matched, patched

Patches = Mapping[str, tuple[Override, ...]]
"""The patches of each paper, by slug."""


def patch_papers(
    papers: Iterable[Paper], patches: Patches, aliases: Mapping[str, str], repaired: Callable[[str], Inline]
) -> tuple[list[Paper], tuple[Problem, ...]]:
    """The papers with their patches applied to what was printed; a warning for each patch that finds nothing.

    A patch given under an earlier name of a paper is the paper's. Merging has seen the text without patches.
    """
    given: dict[str, tuple[Override, ...]] = {}
    for slug, its in patches.items():
        now = aliases.get(slug, slug)
        given[now] = given.get(now, ()) + its
    rows: list[Paper] = []
    problems: list[Problem] = []
    for paper in papers:
        its = given.pop(paper.slug, ())
        if its:
            paper, found = _patch(paper, its, repaired)
            problems += found
        rows.append(paper)
    for slug, its in given.items():
        problems += [
            warning(its[0].location, f"no paper has the slug '{slug}'", "check the name of its page in papers/")
        ]
    return rows, tuple(problems)


def _patch(
    paper: Paper, patches: Sequence[Override], repaired: Callable[[str], Inline]
) -> tuple[Paper, tuple[Problem, ...]]:
    shown = paper.mentions[paper.shown]
    matched: frozenset[Override] = frozenset()
    for field in ("title", "abstract"):
        its = [patch for patch in patches if patch.field == field]
        # The title shown may be another copy's than the abstract; a copy that has the words is the one to patch.
        copies = [getattr(shown, field), *(getattr(mention, field) for mention in paper.mentions)]
        for printed in dict.fromkeys(copies):
            if repaired(printed) != getattr(paper, field):
                continue
            text, found = patched(printed, its)
            matched |= found
            if found:
                inline = repaired(text)
                if field == "title":
                    paper = replace(paper, title=inline, title_text=to_text(inline) or paper.title_text)
                else:
                    paper = replace(paper, abstract=inline, abstract_text=to_text(inline), links=paper_links(inline))
            break
    return paper, not_matched(patches, matched)
