"""Pairs of records of two bibliographies without abstracts, each read, repaired and merged as a catalogue is."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest

from sitegen.catalogue.merging.cluster import RepairedEntry
from sitegen.catalogue.merging.merge import merge
from sitegen.catalogue.prepare import Printed, prepare
from sitegen.inputs.read import InputFile, read_file

ENOUGH = 0.98  # of all pairs


class Pair(NamedTuple):
    """Two records in BibTeX, and whether they are one paper."""

    line: int
    same: bool
    kind: str
    one: str
    other: str


def bibtex(record: str) -> str:
    values = [value.strip() for value in record.split("|")]
    fields = zip(("title", "author", "journal", "year"), values, strict=False)
    return "@article{a,\n" + "".join(f"  {name} = {{{value}}},\n" for name, value in fields if value) + "}\n"


def pairs() -> list[Pair]:
    lines = Path(__file__).with_name("record-pairs.tsv").read_text(encoding="utf-8").splitlines()
    rows = [(number, line.split("\t")) for number, line in enumerate(lines, 1) if not line.startswith("#")]
    return [Pair(n, row[0] == "same", row[1], bibtex(row[2]), bibtex(row[3])) for n, row in rows]


def copies(text: str, name: str) -> list[RepairedEntry]:
    found = read_file(InputFile(f"{name}.bib", text.encode()))
    assert found.problems == ()
    return [
        RepairedEntry(name, entry.position, prepare(Printed(entry.title, "")).title_text, "", entry.title, entry.facts)
        for entry in found.entries
    ]


def are_one(pair: Pair) -> bool:
    both = [*copies(pair.one, "one"), *copies(pair.other, "other")]
    assert len(both) == 2
    forth, back = len(merge(both)), len(merge(both[::-1]))
    assert forth == back
    return forth == 1


def test_nearly_all_pairs_are_told_right() -> None:
    found = pairs()
    wrong = [f"{pair.line}: {pair.kind}" for pair in found if are_one(pair) is not pair.same]
    assert len(found) >= 120
    assert len(wrong) <= (1 - ENOUGH) * len(found), wrong


@pytest.mark.parametrize("kind", ["version", "initials", "accents", "missing year", "other authors", "part", "swapped"])
def test_every_class_has_cases(kind: str) -> None:
    assert Counter(pair.kind for pair in pairs())[kind] >= 7
