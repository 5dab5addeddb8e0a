"""Relations of a build that remembers an earlier one: the same as of one that does not, for a part of the work."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from sitegen.catalogue.model import Paper, Related
from sitegen.catalogue.relating import nearest
from sitegen.catalogue.relating.relate import relate
from sitegen.work import Work, each
from sitegen.work.memory import Memory
from tests.catalogue.relating.test_relate import digest_papers

TAGS = ("graphs", "pruning", "speech", "vision")


@pytest.fixture(scope="module")
def papers(checkout: Path) -> list[Paper]:
    return digest_papers(checkout / "digests")


def tags_of(papers: Sequence[Paper]) -> dict[str, tuple[str, ...]]:
    return {paper.slug: tuple(tag for tag in TAGS if tag in paper.abstract_text.lower()) for paper in papers}


def again(papers: Sequence[Paper], folder: Path) -> dict[str, tuple[Related, ...]]:
    with Memory(folder) as memory:
        return relate(papers, tags_of(papers), Work(memory))


def edits(papers: Sequence[Paper], seed: int) -> Iterator[list[Paper]]:
    """The papers after one change each: a text, a title, a paper gone, one come back."""
    chance = random.Random(seed)
    now = list(papers)
    for _ in range(3):
        at, other = chance.sample(range(len(now)), 2)
        now[at] = replace(now[at], abstract_text=f"{now[at].abstract_text} {now[other].abstract_text[:200]}")
        yield now
        now[other] = replace(now[other], title_text=now[at].title_text)
        yield now
        gone = now.pop(chance.randrange(len(now)))
        yield now
        now.append(gone)
        yield now


@pytest.mark.parametrize("seed", range(3))
def test_relations_with_memory_are_those_of_a_cold_build(seed: int, papers: list[Paper], tmp_path: Path) -> None:
    some = papers[seed * 40 : seed * 40 + 120]
    assert again(some, tmp_path) == relate(some, tags_of(some))
    for edited in edits(some, seed):
        assert again(edited, tmp_path) == relate(edited, tags_of(edited))


def test_after_one_edit_few_papers_are_compared_again(
    papers: list[Paper], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared = []
    find = nearest._find
    each._tool.cache_clear()
    monkeypatch.setattr(nearest, "_find", lambda reading: compared.append(reading.paper) or find(reading))
    again(papers, tmp_path)
    assert len(compared) == len(papers)
    compared.clear()
    changed = replace(papers[7], abstract_text=papers[7].abstract_text.replace("the", "a pruned", 1))
    again([*papers[:7], changed, *papers[8:]], tmp_path)
    each._tool.cache_clear()
    assert 1 <= len(compared) < len(papers) / 10
