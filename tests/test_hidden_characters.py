"""Characters that print nothing, turn text round or move a cursor: written everywhere, and in no published file."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from commands import command, environment, make_site
from whole_sites import delivered

from sitegen.config.load import load
from sitegen.gather import gather
from sitegen.progress import Progress

SETTINGS = r"""
title: "Our \u202Epapers"
description: "What \u202Ewe \u200Bread"
base_url: https://papers.example/
digests: {a: {title: "Apr\u202Eil", description: "A \u202Edigest"}}
groups: ["Sto\u202Enes"]
tags:
  - {slug: pebbles, name: "Peb\u202Ebles", group: "Sto\u202Enes", definition: "All \u202Eof them", strong: [pebbles]}
exports: {sqlite: true}
"""
FACTS = r"""
"Sorting [31mPebbles":
  {authors: ["Ada \u202EGray", "Lee, B\u200Bo"], venue: "S\u202Eea", year: 2019, published: 2019-02-03}
"""
NAMES = """
toads:
  title: "To\u202eads"
  first_seen: 2026-03-04
  removed: 2026-03-04
  reason: "With\u202edrawn"
"""
DIGEST = """\
# Sorting \x1b[31mPebbles\u202e

> We \u202esort pebbles by weight,\x08\x07 see https://code.example/a\u202eb and \x0b the end\x7f.

# T\x08Th\x08he Second

> Machines\u2028on a bench are asked to sort coins, and most of them learn it within a day.
"""
MARKDOWN = """\
Here \u202ewe are,\x1b[31m with &#x202E; and &#8203; [too](https://example.org/ 'ti&#x202e;tle').

\tcode\u202e
"""


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = make_site(tmp_path_factory.mktemp("hidden") / "site", SETTINGS, {"a.txt": DIGEST})
    (folder / "notes").mkdir()
    for name, text in {
        "facts.yaml": FACTS,
        "permalinks.yaml": NAMES,
        "about.md": MARKDOWN,
        "notes/sorting-31mpebbles.md": MARKDOWN,
    }.items():
        (folder / name).write_text(text, encoding="utf-8")
    settings, problems = load(folder / "site.yaml")
    assert settings is not None, problems
    assembled, problems = gather(settings, Progress(quiet=True))
    assert [str(problem) for problem in problems] == [
        "digests/a.txt:1: warning: 9 invisible or control characters are not shown:"
        " U+0007, U+0008, U+001B, U+007F, U+202E (the first stands in this line)"
    ]
    assert assembled is not None
    files, problems = delivered(assembled, settings)
    assert problems == ()
    return files


@pytest.mark.parametrize("hidden", ["\u202e", "\u200b"], ids=["an override", "a space without width"])
def test_no_file_holds_a_character_that_turns_or_hides_text(files: dict[str, bytes], hidden: str) -> None:
    texts = {path: data for path, data in files.items() if not path.startswith("static/")}
    assert len(texts) > 40
    assert [path for path, data in texts.items() if hidden.encode() in data] == []


def test_no_page_holds_a_control_character(files: dict[str, bytes]) -> None:
    controls = {*map(chr, range(32)), *map(chr, range(0x7F, 0xA0))} - {"\n", "\t"}
    texts = {path: data.decode() for path, data in files.items() if path.endswith((".html", ".xml", ".json"))}
    found = {path: controls & set(text) for path, text in texts.items()}
    assert {path: held for path, held in found.items() if held} == {}
    assert len(found) > 15


def test_what_a_digest_prints_has_them_spelt_out(files: dict[str, bytes]) -> None:
    spelt = "Sorting [U+001B][31mPebbles[U+202E]"
    assert f"<code>{spelt}\n" in files["papers/sorting-31mpebbles.html"].decode()
    whole = json.loads(files["papers/sorting-31mpebbles.json"])
    assert (whole["title"], whole["raw_title"], whole["mentions"][0]["title"]) == ("Sorting [31mPebbles", spelt, spelt)
    assert "We [U+202E]sort pebbles by weight,[U+0008][U+0007] see" in whole["mentions"][0]["abstract"]
    assert "T[U+0008]Th[U+0008]he Second" in files["papers/tthhe-second.html"].decode()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["explain", "tthhe-second"], "T[U+0008]Th[U+0008]he Second"),
        (["explain", "\x1b[31mred"], "no paper has the slug '[U+001B][31mred'"),
        (["explain", "x", "--\x1b[31m"], "unknown option '--[U+001B][31m'"),
        (["check", "--config", "\x1b[31m.yaml"], "?[31m.yaml: error: there is no such file"),
        (["check", "--against", "\x1b[31m"], "there is no file or folder [U+001B][31m to compare with"),
    ],
    ids=["a title", "a slug", "an option", "a file", "an old site"],
)
def test_nothing_that_is_quoted_on_the_terminal_can_move_its_cursor(
    tmp_path: Path, arguments: list[str], said: str
) -> None:
    folder = make_site(tmp_path / "site", digests={"a.txt": DIGEST})
    run = subprocess.run(command(*arguments), cwd=folder, env=environment(), capture_output=True, check=False)
    assert said in (run.stdout + run.stderr).decode()
    assert not {*range(32)} - {*b"\n"} & {*run.stdout, *run.stderr}
