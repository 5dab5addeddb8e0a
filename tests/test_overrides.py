"""Patches by hand: checked with line and column, applied to the text as printed, reported when they fit no more."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from sitegen.overrides import Override, doubts, load, patched
from sitegen.problem import Location, in_order


def messages(folder: Path, text: str) -> list[str]:
    file = folder / "overrides.yaml"
    file.write_text(text, encoding="utf-8")
    return [str(problem) for problem in in_order(load(file)[1])]


def patch(find: str, replace: str = "", field: str = "abstract") -> Override:
    return Override(field=field, find=find, replace=replace, source="https://example.org/")


def test_no_file_means_no_patches(tmp_path: Path) -> None:
    assert load(tmp_path / "overrides.yaml") == ({}, ())


def test_a_patch_is_read_with_its_place(tmp_path: Path) -> None:
    file = tmp_path / "overrides.yaml"
    file.write_text(
        'a-paper:\n  - {field: title, find: "\\\\our~", replace: "OurNet ", source: the title}\n', encoding="utf-8"
    )
    patches, problems = load(file)
    assert problems == ()
    assert patches == {
        "a-paper": (
            Override(
                field="title",
                find="\\our~",
                replace="OurNet ",
                source="the title",
                location=Location("overrides.yaml", 2, 5),
            ),
        )
    }


def test_every_mistake_is_named_at_once(tmp_path: Path) -> None:
    assert messages(
        tmp_path,
        "a-paper:\n  - {field: titel, find: x, source: s}\n  - {field: title, fnd: x, source: s}\n"
        "  - {field: title, find: a b c d e f g h i j, source: s}\n",
    ) == [
        "overrides.yaml:2:13: error: a-paper[0].field must be 'title' or 'abstract', not 'titel'",
        "overrides.yaml:3:5: error: a-paper[1] lacks the key 'find' (such as find: the words as printed)",
        "overrides.yaml:3:20: error: unknown key 'fnd' in a-paper[1] (did you mean 'find'?)",
        "overrides.yaml:4:26: error: a-paper[2].find has 10 words, but a patch quotes at most 9",
    ]


def test_every_place_is_patched() -> None:
    assert patched("\\our~can what \\our~did", [patch("\\our~", "OurNet ")])[0] == "OurNet can what OurNet did"


def test_a_gap_stands_for_whatever_is_between() -> None:
    text, found = patched("Kept. %Dropped once, dropped twice. Kept too.", [patch("%Dropped … twice. ")])
    assert text == "Kept.  Kept too."
    assert list(found.values()) == [1]


def test_a_patch_without_a_place_changes_nothing_and_is_reported() -> None:
    stale = Override(field="title", find="gone", source="s", location=Location("overrides.yaml", 7, 5))
    text, found = patched("What is here", [stale])
    assert (text, found) == ("What is here", {stale: 0})
    assert [str(problem) for problem in doubts(found)] == [
        "overrides.yaml:7:5: warning: the patch of the title finds nothing: 'gone' "
        "(delete it, or adapt it to the text as printed)"
    ]


def test_a_patch_that_changes_several_places_is_reported_unless_that_is_meant() -> None:
    one = Override(field="title", find="our", source="s", location=Location("overrides.yaml", 7, 5))
    text, found = patched("our net, our loss", [one, replace(one, find="net", all=True)])
    assert text == " ,  loss"
    assert [str(problem) for problem in doubts(found)] == [
        "overrides.yaml:7:5: warning: the patch of the title changes 2 places: 'our' "
        "(write more of the text around the one, or all: true)"
    ]


def test_all_places_may_be_meant(tmp_path: Path) -> None:
    file = tmp_path / "overrides.yaml"
    file.write_text("a-paper:\n  - {field: title, find: our, replace: a, source: s, all: true}\n", encoding="utf-8")
    patches, problems = load(file)
    assert problems == ()
    assert list(doubts(patched("our net, our loss", patches["a-paper"])[1])) == []
