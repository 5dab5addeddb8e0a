"""Ordinary digests, titles and abstracts in turn, in every dress: what was written is read, and nothing else."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from sitegen.facts.model import NOTHING_KNOWN
from sitegen.inputs.read import InputFile, read_file

SAMPLE = Path(__file__).resolve().parents[2] / "digests"
NAMES = [
    "Adam",
    "Barlow Twins",
    "Adam, Eve and Noah",
    "Bach, Beethoven & Brahms",
    "Newton and Leibniz",
    "Poincaré ResNet",
]
COLONS = ["Title: A Study of Names", "Code: A Language of Thought", "Authors: Who Writes?", "Tags: Weak Marks at Scale"]
NUMBERS = ["3D Splats for Small Rooms", "1-Bit Optimisers at Sea", "100 Million Faces and One", "1) Is All You Need"]
LAYOUTS = {"spaced": ("\n\n", "\n\n"), "compact": ("\n", "\n"), "pairs": ("\n", "\n\n")}
BANNER = ["new", "Get trending papers in your email inbox!", "Subscribe", "Apr 3"]

Rows = list[tuple[str, str]]


def sample() -> Rows:
    found: Rows = []
    for path in sorted(SAMPLE.glob("*.txt")):
        read = read_file(InputFile(path.name, path.read_bytes())).entries
        found += [(entry.title, entry.abstract) for entry in read if entry.title and entry.abstract]
    return list(dict(found).items())


def with_titles(titles: Sequence[str], most: int = 2) -> Callable[[random.Random, Rows], Rows]:
    def changed(dice: random.Random, rows: Rows) -> Rows:
        places = dice.sample(range(len(rows)), min(len(rows), most))
        new = dict(zip(places, dice.sample(titles, len(places)), strict=True))
        return [(new.get(n, title), abstract) for n, (title, abstract) in enumerate(rows)]

    return changed


def with_numbers(dice: random.Random, rows: Rows) -> Rows:
    """Every fourth title begins with a number, and these rise."""
    return [(title if n % 4 else f"{n // 4 + 1}. {title}", abstract) for n, (title, abstract) in enumerate(rows)]


DRESSES: dict[str, Callable[[random.Random, Rows], Rows]] = {
    "plain": lambda dice, rows: rows,
    "names": with_titles(NAMES),
    "colons": with_titles(COLONS, most=1),
    "numbers": with_titles(NUMBERS),
    "some numbered": with_numbers,
    "capitals": lambda dice, rows: [(title.upper(), abstract) for title, abstract in rows],
    "small letters": lambda dice, rows: [(title.lower(), abstract) for title, abstract in rows],
    "cut": lambda dice, rows: [(title[: len(title) * 2 // 3 + 9].rstrip() + "…", abstract) for title, abstract in rows],
    "names and people in the text": lambda dice, rows: [
        (title, "Newton, Leibniz and Euler: three names, one idea. " + text)
        for title, text in with_titles(NAMES)(dice, rows)
    ],
    "address behind": lambda dice, rows: [(title, f"{text} Code: https://code.example/of/it") for title, text in rows],
}


@pytest.fixture(scope="module")
def pool() -> Rows:
    return sample()


@pytest.mark.parametrize("dress", DRESSES)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_an_ordinary_digest_is_read_as_it_was_written(pool: Rows, dress: str, layout: str) -> None:
    inside, between = LAYOUTS[layout]
    for seed in range(12):
        dice = random.Random(f"{dress} {layout} {seed}")
        size = 8 if dress == "some numbered" else 1 + seed % 9
        rows = DRESSES[dress](dice, dice.sample(pool, size))
        text = between.join(inside.join(row) for row in rows) + "\n"
        text = between.join([*BANNER, text]) if dice.random() < 0.5 else text
        text = re.sub("(?m)$", "  ", text) if dice.random() < 0.3 else text
        text = text.replace("\n", "\r\n") if dice.random() < 0.3 else text
        found = read_file(InputFile("a.txt", text.encode("utf-8-sig" if dice.random() < 0.3 else "utf-8")))
        assert [(entry.title, entry.abstract) for entry in found.entries] == rows, seed
        assert {entry.facts for entry in found.entries} == {NOTHING_KNOWN}, seed


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(("share", "astray"), [(0.2, 0.05), (0.4, 0.08), (0.6, 0.12)])
def test_a_title_without_an_abstract_shifts_no_other(pool: Rows, layout: str, share: float, astray: float) -> None:
    """Two long titles in small letters, both without abstract, may be taken for a paper: no form tells them apart."""
    inside, between = LAYOUTS[layout]
    wrong = 0
    for seed in range(8):
        dice = random.Random(f"{share} {layout} {seed}")
        rows = [(title, "" if dice.random() < share else text) for title, text in dice.sample(pool, 24)]
        found = read_file(InputFile("a.txt", between.join(inside.join(filter(None, row)) for row in rows).encode()))
        wrong += len({*rows} - {(entry.title, entry.abstract) for entry in found.entries})
        assert {entry.facts for entry in found.entries} == {NOTHING_KNOWN}
    assert wrong <= astray * 8 * 24
