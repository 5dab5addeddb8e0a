"""A language that a site brings itself: what is wrong with its file is said, what is missing is English."""

from __future__ import annotations

from pathlib import Path

import pytest
from commands import make_site, sitegen
from whole_sites import built_files

from sitegen.problem import Level
from sitegen.wording.load import built_in, load, source
from sitegen.wording.model import Wording


def brought(folder: Path, text: str, name: str = "fr.yaml", language: str = "fr") -> tuple[Wording, list[str]]:
    (folder / "languages").mkdir(exist_ok=True)
    (folder / "languages" / name).write_text(text, encoding="utf-8")
    words, problems = load(folder, language)
    return words, [str(problem) for problem in problems]


def test_a_copy_that_says_everything_is_complete(tmp_path: Path) -> None:
    words, problems = brought(tmp_path, source("en"))
    assert problems == []
    assert words.language == "fr"


def test_what_is_missing_is_english_and_named_in_one_warning(tmp_path: Path) -> None:
    words, problems = brought(tmp_path, "nav:\n  papers: Articles\n")
    (problem,) = problems
    assert problem.startswith(
        f"languages/fr.yaml: warning: lacks {len(built_in('en')) - 1} messages, which will be in English: "
    )
    assert "numbers.group, numbers.point" in problem
    assert words.say("nav.papers") == "Articles"
    assert words.say("nav.tags") == "Tags"


def test_a_few_words_of_a_language_that_is_built_in_may_be_others(tmp_path: Path) -> None:
    words, problems = brought(tmp_path, "nav:\n  papers: Beiträge\n", "de.yaml", "de")
    assert problems == []
    assert words.say("nav.papers") == "Beiträge"
    assert words.say("nav.tags") == "Schlagwörter"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("nva: {papers: x}", "1:1: warning: there is no section 'nva' (did you mean 'nav'?)"),
        ("nav: {papres: x}", "1:7: warning: there is no message 'nav.papres' (did you mean 'papers'?)"),
        ("nav: x", "1:6: error: 'nav' is 'x', not messages"),
        ("? [nav]\n: x", "1:3: error: the section's name is a list"),
        ("- nav", "1:1: error: is a list, not sections with messages in them"),
        ("nav: {papers: [x]}", "1:15: error: 'nav.papers' is a list (write a text)"),
        ("nav: {papers: {one: x, other: y}}", "1:15: error: 'nav.papers' has plural forms, but counts nothing"),
        ("counts: {papers: {one: x}}", "1:18: error: 'counts.papers' has no form 'other'"),
        ("counts: {papers: {on: x, other: y}}", "1:18: error: 'counts.papers' has the form 'on', which is no"),
        ('list: {page_of: "{numbr}"}', "1:17: error: 'list.page_of' has the slot {numbr}, which nothing fills (did"),
        ('map: {about: "{link}"}', "1:14: error: 'map.about' has the slot {link}, which nothing fills"),
        ("nav: {papers: x, papers: y}", "1:18: error: 'nav.papers' stands here twice"),
        ("nav: {papers: x", "1:"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_place(tmp_path: Path, text: str, said: str) -> None:
    _, problems = brought(tmp_path, text)
    assert problems[0].startswith(f"languages/fr.yaml:{said}"), problems


def test_the_files_of_a_region_and_of_its_language_both_count(tmp_path: Path) -> None:
    (tmp_path / "languages").mkdir()
    (tmp_path / "languages/zh-Hant.yaml").write_text("nav: {tags: b, papers: b}", encoding="utf-8")
    words, _ = brought(tmp_path, "nav: {papers: c}", "zh-Hant-TW.yaml", "zh-Hant-TW")
    assert (words.say("nav.papers"), words.say("nav.tags")) == ("c", "b")


def test_a_language_that_nobody_has_is_an_error(tmp_path: Path) -> None:
    folder = make_site(tmp_path / "site", "language: dee\n")
    run = sitegen(folder, "build")
    assert run.code == 1
    assert run.findings[0] == (
        "site.yaml:2:11: error: no words of the interface are in the language 'dee' (did you mean 'de'?)"
    )


def test_all_that_a_file_says_is_text(tmp_path: Path) -> None:
    hostile = "</title><script>alert(1)</script>{{ site.title }}{% raw %}{count}\"'`${1}\\u2028"
    folder = make_site(tmp_path / "site", "language: de\n")
    (folder / "languages").mkdir()
    (folder / "languages/de.yaml").write_text(
        f"nav:\n  papers: '{hostile.replace(chr(39), chr(39) * 2)}'\n"
        f'copying:\n  copied: "</script>\\u2028\\\\\\"+alert(1)+\\""\n',
        encoding="utf-8",
    )
    _, problems = load(folder, "de")
    assert [problem.level for problem in problems] == [Level.ERROR]  # {count}: nobody fills it there
    text = (folder / "languages/de.yaml").read_text(encoding="utf-8").replace("{count}", "")
    (folder / "languages/de.yaml").write_text(text, encoding="utf-8")
    _, files = built_files(folder / "site.yaml")
    for path, page in files.items():
        if path.endswith(".html"):
            assert b"<script>" not in page, path
            assert b"{{ site.title }}{% raw %}" in page, path
    script = next(data for path, data in files.items() if "/js/copy." in path)
    assert b'copied:"</script>\\u2028\\\\\\"+alert(1)+\\""' in script


def test_a_language_file_is_no_link_out_of_the_site(tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text("nav: {papers: secret}", encoding="utf-8")
    (tmp_path / "site/languages").mkdir(parents=True)
    (tmp_path / "site/languages/de.yaml").symlink_to(tmp_path / "secret.yaml")
    _, problems = load(tmp_path / "site", "de")
    assert [problem.level for problem in problems] == [Level.ERROR]


def test_the_command_prints_what_a_translation_begins_with(tmp_path: Path) -> None:
    assert sitegen(tmp_path, "settings", "--words", "de").out.rstrip() == source("de").rstrip()
