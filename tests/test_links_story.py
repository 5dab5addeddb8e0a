"""Links that never break: two editions of a site, and every address and name of the first one in the second."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from sitegen.check.inventory import read_inventory
from sitegen.check.published import _path
from sitegen.cli import main

RESTORE = "(restore its block in permalinks.yaml; 'sitegen names --from' takes it from what is published)"
SITE = """\
title: Story
input: [digests]
base_url: https://example.org/story/
"""

_SOUNDS = [first + last for first in "bdfgklmnprst" for last in "aeiou"]


def abstract(seed: int, length: int = 110) -> str:
    """Sentences of invented words, always the same for one seed."""
    chance = random.Random(seed)
    words = ["".join(chance.choices(_SOUNDS, k=chance.randint(2, 4))) for _ in range(length)]
    sentences = [" ".join(words[start : start + 11]).capitalize() + "." for start in range(0, length, 11)]
    return " ".join(sentences)


def revised(text: str, every: int) -> str:
    """The text with another word in each so manieth place."""
    return " ".join("otherwise" if place % every == 3 else word for place, word in enumerate(text.split()))


FROGS = ("Sparse Networks for Frog Recognition", abstract(1))
TREES = ("Learning to Prune Decision Trees", abstract(2))
RIVERS = ("River Forecasting Without Gauges", abstract(3))
PART_ONE = ("Scaling Bread Ovens, Part I: Theory", abstract(4))
PART_TWO = ("Scaling Bread Ovens, Part II: Practice", revised(abstract(4), 10))
BEES = ("Bees as Optimisers", abstract(5))
SWARMS = ("Field Studies of Swarm Intelligence", revised(BEES[1], 4))
GONE = ("A Paper That Will Be Withdrawn", abstract(7))
NEW = ("Something New Under the Sun", abstract(8))


def write_digest(folder: Path, name: str, *papers: tuple[str, str]) -> None:
    (folder / "digests").mkdir(parents=True, exist_ok=True)
    text = "\n\n".join(f"{title}\n\n{summary}" for title, summary in papers)
    (folder / "digests" / f"{name}.txt").write_text(f"{text}\n", encoding="utf-8")


def first_edition(folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    (folder / "site.yaml").write_text(SITE, encoding="utf-8")
    write_digest(folder, "1", FROGS, TREES, RIVERS)
    write_digest(folder, "2", PART_ONE, PART_TWO, BEES)
    write_digest(folder, "3", SWARMS, GONE, FROGS)


def second_edition(folder: Path) -> None:
    """Digests 4 and 5 come; a title is corrected, an abstract revised, two prove to be one, and one is removed.

    The two are too different to be one paper by themselves; a text between them joins both.
    """
    corrected = ("Sparse Neural Networks That Recognise Frogs", FROGS[1])
    both = ("Learning to Prune Decison Trees", revised(TREES[1], 8))
    write_digest(folder, "1", corrected, both, RIVERS)
    write_digest(folder, "3", SWARMS, corrected)
    write_digest(folder, "4", (SWARMS[0], BEES[1]), NEW)
    write_digest(folder, "5", RIVERS)


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The second edition, built over the first, whose site was kept in ``first``."""
    folder = tmp_path / "story"
    first_edition(folder)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert main(["build", "--quiet"]) == 0
    (folder / "_site").rename(folder / "first")
    second_edition(folder)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1710000000")
    assert main(["build", "--quiet"]) == 0
    return folder


def pages(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*.html")}


def heading(page: Path) -> str:
    """What a reader of a page sees first, after a redirect if there is one."""
    text = page.read_text(encoding="utf-8")
    if leads := re.search(r'http-equiv="refresh" content="0; url=([^"]+)"', text):
        return heading(page.parent / leads[1])
    found = re.search(r"<h1[^>]*>(.*?)</h1>", text, re.DOTALL)
    assert found
    return found[1]


def test_every_page_of_the_first_edition_is_there_in_the_second(story: Path) -> None:
    assert pages(story / "first") - pages(story / "_site") == set()


def test_every_name_of_the_first_inventory_is_in_the_second_and_leads_to_a_page(story: Path) -> None:
    before = read_inventory((story / "first" / "objects.inv").read_bytes())
    after = read_inventory((story / "_site" / "objects.inv").read_bytes())
    assert before.keys() - after.keys() == set()
    assert [name for name in before if not (story / "_site" / _path(after[name])).is_file()] == []


@pytest.mark.parametrize(
    ("slug", "title"),
    [
        ("sparse-networks-for-frog-recognition", "Sparse Neural Networks That Recognise Frogs"),
        ("learning-to-prune-decision-trees", "Learning to Prune Decison Trees"),
        ("river-forecasting-without-gauges", "River Forecasting Without Gauges"),
        ("scaling-bread-ovens-part-i-theory", "Scaling Bread Ovens, Part I: Theory"),
        ("scaling-bread-ovens-part-ii-practice", "Scaling Bread Ovens, Part II: Practice"),
        ("a-paper-that-will-be-withdrawn", "A Paper That Will Be Withdrawn"),
    ],
)
def test_an_old_address_leads_to_its_own_paper(story: Path, slug: str, title: str) -> None:
    assert heading(story / "_site" / "papers" / f"{slug}.html") == title


def test_papers_that_prove_to_be_one_share_a_page_under_both_names(story: Path) -> None:
    papers = story / "_site" / "papers"
    assert heading(papers / "bees-as-optimisers.html") == heading(papers / "field-studies-of-swarm-intelligence.html")
    lines = (story / "permalinks.yaml").read_text(encoding="utf-8")
    assert re.findall("^  moved_to: (.*)$", lines, re.MULTILINE) == ["field-studies-of-swarm-intelligence"]


def test_a_removed_paper_says_so(story: Path) -> None:
    text = (story / "_site" / "papers" / "a-paper-that-will-be-withdrawn.html").read_text(encoding="utf-8")
    assert "removed from the catalogue" in text
    assert text.count("not stated") == 2


def test_a_corrected_paper_has_one_page_only(story: Path) -> None:
    assert "sparse-neural-networks-that-recognise-frogs.html" not in {
        path.name for path in (story / "_site" / "papers").glob("*.html")
    }


def test_new_papers_are_dated_and_old_ones_keep_their_day(story: Path) -> None:
    lines = (story / "permalinks.yaml").read_text(encoding="utf-8")
    assert re.findall(r"^(something-new.*|river-fore.*):\n.*\n  first_seen: (.*)$", lines, re.MULTILINE) == [
        ("river-forecasting-without-gauges", "2023-11-14"),
        ("something-new-under-the-sun", "2024-03-09"),
    ]


def test_building_again_changes_neither_names_nor_site(story: Path) -> None:
    before = {path: path.read_bytes() for path in (story / "_site").rglob("*") if path.is_file()}
    names = (story / "permalinks.yaml").read_bytes()
    assert main(["build", "--quiet", "--locked"]) == 0
    assert (story / "permalinks.yaml").read_bytes() == names
    assert {path: path.read_bytes() for path in (story / "_site").rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("old", ["first", "first/objects.inv", "permalinks.yaml"])
def test_the_contract_is_kept(story: Path, old: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--quiet", "--against", old]) == 0
    assert capsys.readouterr().err == ""


def test_without_permalinks_the_contract_names_what_is_gone(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (story / "permalinks.yaml").unlink()
    assert main(["check", "--quiet", "--against", "first"]) == 1
    assert capsys.readouterr().err.splitlines() == [
        "first: error: papers/a-paper-that-will-be-withdrawn.html was published and is gone, and with it the names"
        " 'a-paper-that-will-be-withdrawn', 'paper-a-paper-that-will-be-withdrawn',"
        f" 'papers/a-paper-that-will-be-withdrawn' {RESTORE}",
        "first: error: papers/bees-as-optimisers.html was published and is gone, and with it the names"
        " 'bees-as-optimisers', 'paper-bees-as-optimisers', 'papers/bees-as-optimisers'"
        f" {RESTORE}",
        "first: error: papers/learning-to-prune-decision-trees.html was published and is gone, and with it the names"
        " 'learning-to-prune-decision-trees', 'paper-learning-to-prune-decision-trees',"
        f" 'papers/learning-to-prune-decision-trees' {RESTORE}",
        "first: error: papers/sparse-networks-for-frog-recognition.html was published and is gone, and with it the"
        " names 'paper-sparse-networks-for-frog-recognition', 'papers/sparse-networks-for-frog-recognition',"
        f" 'sparse-networks-for-frog-recognition' {RESTORE}",
        "sitegen: 4 errors",
    ]
