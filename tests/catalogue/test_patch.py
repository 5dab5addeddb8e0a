"""Patches by hand reach the text that is shown, and say so when they reach nothing."""

from __future__ import annotations

from sitegen.catalogue.links import paper_links
from sitegen.catalogue.model import Mention, Paper
from sitegen.catalogue.patch import patch_papers
from sitegen.overrides import Override
from sitegen.problem import Location
from sitegen.repair import repair
from sitegen.repair.inline import to_text

PRINTED = "On sand by \\our~can, see https://example.org/old for more."


def paper(title: str = "Sand", abstract: str = PRINTED) -> Paper:
    inline = repair(abstract)
    mention = Mention("000", 1, 3, title, abstract)
    return Paper("sand", repair(title), inline, title, to_text(inline), paper_links(inline), (mention,))


def patch(field: str, find: str, replace: str) -> Override:
    return Override(field, find, "https://example.org/source", replace, Location("overrides.yaml", 2, 5))


def test_a_patch_changes_the_abstract_as_printed_before_it_is_repaired() -> None:
    patches = {"sand": (patch("abstract", "\\our~can", "SandNet can"), patch("abstract", "/old", "/new"))}
    rows, problems = patch_papers([paper()], patches, {})
    assert rows["sand"].abstract_text == "On sand by SandNet can, see https://example.org/new for more."
    assert [link.href for link in rows["sand"].links] == ["https://example.org/new"]
    assert problems == ()


def test_a_patch_of_the_title_leaves_the_mention_as_printed() -> None:
    rows, _ = patch_papers([paper("Sant")], {"sand": (patch("title", "Sant", "Sand"),)}, {})
    assert (rows["sand"].title_text, rows["sand"].mentions[0].title) == ("Sand", "Sant")


def test_a_patch_under_an_earlier_name_is_the_papers() -> None:
    patches = {"dust": (patch("title", "Sand", "Grit"),)}
    rows, problems = patch_papers([paper()], patches, {"dust": "sand"})
    assert rows["sand"].title_text == "Grit"
    assert problems == ()


def test_a_patch_that_finds_nothing_and_one_of_no_paper_are_warnings() -> None:
    patches = {"sand": (patch("abstract", "gone", "x"),), "mud": (patch("title", "a", "b"),)}
    _, problems = patch_papers([paper()], patches, {})
    assert [str(problem) for problem in problems] == [
        "overrides.yaml:2:5: warning: the patch of the abstract finds nothing: 'gone' "
        "(delete it, or adapt it to the text as printed)",
        "overrides.yaml:2:5: warning: no paper has the slug 'mud' "
        "(a paper is called as its page in papers/ is, without .html)",
    ]


def test_a_patched_abstract_is_previewed_from_its_own_words() -> None:
    patches = {"sand": (patch("abstract", PRINTED, "Sand is old. We sift it."),)}
    rows, _ = patch_papers([paper()], patches, {})
    assert rows["sand"].preview == "… We sift it."
