"""Entries of several fields that are one paper, and entries that look it: `lookalikes.py` has the cases."""

from __future__ import annotations

import pytest
from catalogue.merging.lookalikes import CASES, Case

from sitegen.catalogue.merging.cluster import RepairedEntry
from sitegen.catalogue.merging.merge import merge
from sitegen.catalogue.prepare import Printed, prepare


def found(case: Case) -> str:
    """The letters of the entries as merging groups them, in the case's own form."""
    texts = [prepare(Printed(title, abstract)) for title, abstract in case.entries]
    copies = [
        RepairedEntry(f"d{number}", 1, text.title_text, text.abstract_text, title)
        for number, (text, (title, _)) in enumerate(zip(texts, case.entries, strict=True))
    ]
    return letters(case, copies)


def letters(case: Case, copies: list[RepairedEntry]) -> str:
    cluster_of = {copy: number for number, cluster in enumerate(merge(copies)) for copy in cluster.copies}
    names: dict[int, str] = {}
    return "".join(names.setdefault(cluster_of[copy], "abcdefgh"[len(names)]) for copy in copies)


@pytest.mark.parametrize("case", CASES, ids=[case.kind for case in CASES])
def test_lookalikes_are_told_apart_and_variants_are_one(case: Case) -> None:
    assert found(case) == case.papers


def test_there_are_cases_of_every_kind() -> None:
    assert len({case.kind for case in CASES}) == len(CASES) >= 160
