"""What is probably not meant is said with its place, and nothing is said where all is well."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.build import gather
from sitegen.config.load import load
from sitegen.progress import Progress

PONDS = (
    "# Frogs\n> Frogs leap over the networks that they find, and each of them carries what it has seen on the way.\n"
)
RAIN = "# Toads\n> Toads sit at the edge of deep water until it rains; a model of the rain is what they lack still.\n"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "digests").mkdir()
    monkeypatch.chdir(tmp_path)


def said(settings: str = "", digests: dict[str, str] | None = None, permalinks: str = "") -> list[str]:
    """What is found wrong with a site of some digests, a, b …"""
    Path("site.yaml").write_text(f"input: [digests]\n{settings}", encoding="utf-8")
    for name, text in (digests or {"a": PONDS, "b": RAIN}).items():
        Path("digests", f"{name}.txt").write_text(text, encoding="utf-8")
    if permalinks:
        Path("permalinks.yaml").write_text(permalinks, encoding="utf-8")
    given, problems = load(Path("site.yaml"))
    assert given is not None, problems
    return [str(problem) for problem in (*problems, *gather(given, Progress(quiet=True))[1])]


def test_nothing_is_said_where_all_is_well() -> None:
    assert said('merge:\n  different: [["a#1", "b#1"]]\n') == []


def test_a_copy_of_a_digest_is_named_and_the_first_is_not() -> None:
    assert said(digests={"a": PONDS, "b": RAIN, "c": PONDS.replace("\n", "\r\n")}) == [
        "digests/c.txt: warning: holds the same entries as digests/a.txt, and is listed beside it"
        " (delete one of the two files)"
    ]


def test_digests_that_share_some_entries_are_no_copies() -> None:
    assert said(digests={"a": PONDS, "b": PONDS + RAIN}) == []


def test_a_name_that_merges_nothing_is_shown_where_it_stands_with_the_likeliest_one() -> None:
    assert said("merge:\n  same:\n    - [frogs, a#1]\n    - [toadz, frogs]\n") == [
        "site.yaml:5:8: warning: merge: no entry is called 'toadz' (did you mean 'toads'?)"
    ]


def test_a_name_like_no_other_is_answered_with_what_a_name_is() -> None:
    assert said("merge: {same: [[frogs, quicksilver]]}\n") == [
        "site.yaml:2:24: warning: merge: no entry is called 'quicksilver'"
        " (write a title as printed, the name of a page in papers/, or one entry as digest#number)"
    ]


def test_entries_said_to_be_one_paper_and_two_are_an_error_under_whatever_names() -> None:
    assert said('merge:\n  different:\n    - [Frogs, Toads]\n  same:\n    - ["a#1", toads]\n') == [
        "site.yaml:6:8: error: merge: 'Frogs' and 'Toads' are said to be one paper here, and different ones in line 4"
        " (delete one of the two groups)"
    ]


def test_a_tag_that_no_paper_carries_is_named() -> None:
    tags = (
        "groups: [T]\ntags:\n  - {slug: frogs, name: F, group: T, strong: [frogs]}\n  - {slug: x, name: X, group: T}\n"
    )
    assert said(tags) == [
        "site.yaml:5:5: warning: no paper carries the tag 'x'"
        " (it has no phrases that give points: write some under 'strong')"
    ]


def test_many_tags_that_no_paper_carries_are_one_warning() -> None:
    tags = "groups: [T]\ntags:\n" + "".join(
        f"  - {{slug: x{n}, name: X, group: T, strong: [x{n}]}}\n" for n in range(7)
    )
    assert said(tags) == [
        "site.yaml:4:5: warning: no paper carries the tags 'x0', 'x1', 'x2', 'x3', 'x4' and 2 more"
        " (delete them, or write other phrases: 'sitegen tags --suggest' shows some)"
    ]


def test_a_tag_that_is_given_by_hand_needs_no_phrases() -> None:
    tags = "groups: [T]\ntags:\n  - {slug: x, name: X, group: T}\npapers: {frogs: {tags: [x]}}\n"
    assert said(tags) == []


def test_a_paper_that_is_stated_to_be_removed_is_shown_where_it_stands() -> None:
    removed = 'frogs:\n  title: "Frogs"\n  first_seen: 2026-01-01\n  reason: "Withdrawn"\n'
    assert said(permalinks=removed) == [
        "permalinks.yaml:1:1: warning: 'frogs' is stated to be removed, but stands in digests/a.txt:1"
        " (list it under 'exclude' in site.yaml, or delete its lines 'removed' and 'reason')"
    ]
