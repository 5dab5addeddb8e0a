"""A build that remembers publishes what a build that does not would: over random edits, kills and builds at once.

A longer run, with other edits: SITEGEN_EDITS=500 SITEGEN_SEED=7 python -m pytest tests/test_warm_is_cold.py
"""

from __future__ import annotations

import os
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from commands import CHECKOUT, command, environment

from sitegen import cli, code_version
from sitegen.inputs.read import InputFile, read_file

EDITS = int(os.environ.get("SITEGEN_EDITS", "5"))
SEED = int(os.environ.get("SITEGEN_SEED", "0"))
DAY = {"SOURCE_DATE_EPOCH": "1700000000"}
TAGS = """
groups: [Ways]
tags:
  - {slug: learning, name: Learning, group: Ways, definition: What is learnt., strong: [learn*, train*]}
  - {slug: attention, name: Attention, group: Ways, definition: Who looks where., strong: [attention, transformer*]}
"""


def sample() -> list[tuple[str, str]]:
    """Titles and abstracts of the shipped digests."""
    found = []
    for file in sorted((CHECKOUT / "digests").glob("*.txt")):
        entries = read_file(InputFile(file.name, file.read_bytes())).entries
        found += [(entry.title, entry.abstract) for entry in entries if entry.title and entry.abstract]
    return found


@dataclass
class Site:
    """The sources of a small site, and how a person at random changes them."""

    folder: Path
    dice: random.Random
    supply: list[tuple[str, str]]
    digests: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    settings: dict[str, str] = field(default_factory=lambda: {"title": "Papers"})
    tags: str = TAGS
    version: bytes = b"1"

    def begin(self) -> None:
        self.dice.shuffle(self.supply)
        for name in ("april", "may"):
            self.digests[name] = [self.supply.pop() for _ in range(4)]
        (self.folder / "digests").mkdir(parents=True)
        self.write()

    def write(self) -> None:
        """Bring the digests and the settings on the disk to what they are here."""
        for file in (self.folder / "digests").iterdir():
            if file.stem not in self.digests:
                file.unlink()
        for name, entries in self.digests.items():
            text = f"{name.title()} 3\n\n" + "\n".join(f"# {title}\n> {abstract}\n" for title, abstract in entries)
            (self.folder / "digests" / f"{name}.txt").write_text(text, encoding="utf-8")
        lines = "".join(f"{key}: {value}\n" for key, value in self.settings.items())
        years = "".join(f"  {name}: {{year: 2024}}\n" for name in self.digests)
        text = f"input: [digests]\n{lines}digests:\n{years}{self.tags}"
        (self.folder / "site.yaml").write_text(text, encoding="utf-8")

    def edit(self) -> str:
        """Change something; what it was."""
        change = self.dice.choice(CHANGES)
        change(self)
        self.write()
        return change.__name__

    def entries(self) -> list[tuple[str, str]]:
        return self.digests[self.dice.choice(sorted(self.digests))]

    def papers(self) -> list[str]:
        """The names of published pages."""
        return sorted(path.stem for path in (self.folder / "_site/papers").glob("*.html"))

    def published(self) -> dict[str, bytes]:
        return contents(self.folder)


def change_an_abstract(site: Site) -> None:
    entries = site.entries()
    n = site.dice.randrange(len(entries))
    title, abstract = entries[n]
    words = abstract.split(" ")
    words.insert(site.dice.randrange(len(words)), site.dice.choice(["$O(n^2)$", "always", "<b>", "transformers"]))
    entries[n] = (title, " ".join(words))


def change_a_title(site: Site) -> None:
    entries = site.entries()
    n = site.dice.randrange(len(entries))
    title, abstract = entries[n]
    entries[n] = (f"{title} {site.dice.choice(['Again', 'and Learning', 'at $n$ Scales'])}", abstract)


def add_a_paper(site: Site) -> None:
    site.entries().append(site.supply.pop())


def list_a_paper_twice(site: Site) -> None:
    title, abstract = site.dice.choice(site.entries())
    site.entries().append((title.upper(), abstract + " More."))


def remove_a_paper(site: Site) -> None:
    entries = site.entries()
    if len(entries) > 1:
        site.supply.insert(0, entries.pop(site.dice.randrange(len(entries))))


def add_a_digest(site: Site) -> None:
    name = site.dice.choice([month for month in ("june", "july", "march") if month not in site.digests] or ["june"])
    site.digests[name] = [site.supply.pop(), site.dice.choice(site.entries())]


def remove_a_digest(site: Site) -> None:
    if len(site.digests) > 1:
        site.supply = site.digests.pop(site.dice.choice(sorted(site.digests))) + site.supply


def change_a_rule(site: Site) -> None:
    phrases = site.dice.sample(["learn*", "train*", "model*", "data", "deep", "network*", "transformer*"], 2)
    rules = re.findall(r"strong: \[.*\]", site.tags)
    site.tags = site.tags.replace(site.dice.choice(rules), f"strong: [{', '.join(phrases)}]", 1)


def change_a_definition(site: Site) -> None:
    site.tags = re.sub(r"definition: [^,]*,", f"definition: In {site.dice.randrange(99)} words., ", site.tags, count=1)


def change_a_setting(site: Site) -> None:
    key, values = site.dice.choice(
        [
            ("title", ["Papers", "Other Papers"]),
            ("base_url", ["https://papers.example.org/", "https://papers.example.org/all/"]),
            ("exports", ["{parts: [bibtex, ris]}", "{sqlite: true}", "{json_feed: false}", "{paper_json: false}"]),
            ("papers", ["{}"]),
        ]
    )
    site.settings[key] = site.dice.choice(values)


def change_a_template(site: Site) -> None:
    (site.folder / "templates").mkdir(exist_ok=True)
    name = site.dice.choice(["paper.html", "tag.html", "home.html"])
    text = (CHECKOUT / "templates" / name).read_text(encoding="utf-8")
    (site.folder / "templates" / name).write_text(text + f"<!-- {site.dice.randrange(9)} -->\n", encoding="utf-8")


def change_the_style(site: Site) -> None:
    (site.folder / "static/css").mkdir(parents=True, exist_ok=True)
    text = (CHECKOUT / "static/css/tokens.css").read_text(encoding="utf-8")
    (site.folder / "static/css/tokens.css").write_text(text + f"/* {site.dice.randrange(9)} */\n", encoding="utf-8")


def change_a_word(site: Site) -> None:
    (site.folder / "languages").mkdir(exist_ok=True)
    word = site.dice.choice(["Papers", "Articles", "Works"])
    lines = f"nav: {{papers: {word}}}\ncopying: {{copied: {word} copied}}\n"
    (site.folder / "languages/en.yaml").write_text(lines, encoding="utf-8")


def change_a_fact(site: Site) -> None:
    if papers := site.papers():
        lines = f"{site.dice.choice(papers)}: {{authors: [Ada Byron], year: {site.dice.randrange(1900, 2020)}}}\n"
        (site.folder / "facts.yaml").write_text(lines, encoding="utf-8")


def change_a_note(site: Site) -> None:
    if papers := site.papers():
        (site.folder / "notes").mkdir(exist_ok=True)
        name = site.dice.choice(papers)
        (site.folder / "notes" / f"{name}.md").write_text(f"*Read* it {site.dice.randrange(9)} times.\n", "utf-8")


def change_a_day_of_a_name(site: Site) -> None:
    file = site.folder / "permalinks.yaml"
    if file.exists():
        days = file.read_text("utf-8").replace("first_seen: 2023-11-14", "first_seen: 2023-11-01", 1)
        file.write_text(days, "utf-8")


def meet_another_program(site: Site) -> None:
    site.version += b"+"


CHANGES: tuple[Callable[[Site], None], ...] = (
    change_an_abstract,
    change_an_abstract,
    change_a_title,
    add_a_paper,
    list_a_paper_twice,
    remove_a_paper,
    add_a_digest,
    remove_a_digest,
    change_a_rule,
    change_a_definition,
    change_a_setting,
    change_a_template,
    change_the_style,
    change_a_word,
    change_a_fact,
    change_a_note,
    change_a_day_of_a_name,
    meet_another_program,
)


def contents(folder: Path) -> dict[str, bytes]:
    """The published files, and the names that the build has written."""
    files = [path for path in (folder / "_site").rglob("*") if path.is_file()]
    names = folder / "permalinks.yaml"
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in (*files, names)}


def build(folder: Path, *options: str) -> int:
    return cli.main(["build", "--quiet", "--config", str(folder / "site.yaml"), *options])


def cold(folder: Path, tmp_path: Path) -> dict[str, bytes]:
    """What a first build makes of the sources in a folder."""
    copy = tmp_path / "cold"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(folder, copy, ignore=shutil.ignore_patterns("_site", "_other", ".sitegen-cache", "*.lock"))
    assert build(copy, "--fresh", "--jobs", "1") == 0
    return contents(copy)


def differences(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


def begun(folder: Path, *options: str) -> subprocess.Popen[bytes]:
    arguments = command("build", "--quiet", "--config", folder / "site.yaml", *options)
    return subprocess.Popen(arguments, env=environment(DAY), stderr=subprocess.PIPE)


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Site:
    for name, value in DAY.items():
        monkeypatch.setenv(name, value)
    made = Site(tmp_path / "site", random.Random(f"{request.node.name} {SEED}"), sample())
    made.begin()
    monkeypatch.setattr(code_version, "code_version", lambda: made.version)
    return made


@pytest.mark.parametrize("seed", range(2))
def test_after_any_edits_a_build_with_memory_publishes_what_a_first_build_would(
    site: Site, tmp_path: Path, seed: int
) -> None:
    edits = []
    for _ in range(EDITS):
        edits += [site.edit() for _ in range(site.dice.randint(1, 2))]
        expected = cold(site.folder, tmp_path)
        assert build(site.folder) == 0, edits
        assert differences(site.published(), expected) == [], edits
        assert build(site.folder) == 0, edits
        assert differences(site.published(), expected) == [], [*edits, "and nothing"]


def test_another_word_is_on_every_page_and_in_every_script(site: Site, tmp_path: Path) -> None:
    assert build(site.folder) == 0
    (site.folder / "languages").mkdir()
    (site.folder / "languages/en.yaml").write_text("nav: {papers: Works}\ncopying: {copied: Works}\n", encoding="utf-8")
    assert build(site.folder) == 0
    published = site.published()
    assert differences(published, cold(site.folder, tmp_path)) == []
    assert b">Works</a>" in published["_site/about.html"]
    assert any(b'"Works"' in data for path, data in published.items() if "/js/copy." in path)


@pytest.mark.skipif(sys.platform == "win32", reason="processes are killed as POSIX has it")
def test_a_build_that_was_killed_leaves_nothing_wrong_to_the_next(site: Site, tmp_path: Path) -> None:
    assert build(site.folder) == 0
    edits = []
    for _ in range(max(2, EDITS // 2)):
        edits.append(site.edit())
        expected = cold(site.folder, tmp_path)
        killed = begun(site.folder)
        with suppress(subprocess.TimeoutExpired):
            killed.wait(site.dice.uniform(0.1, 0.8))
        killed.kill()
        killed.communicate()
        assert build(site.folder) == 0, edits
        assert differences(site.published(), expected) == [], edits


@pytest.mark.skipif(sys.platform == "win32", reason="there are no locks")
def test_two_builds_at_once_share_what_they_remember(site: Site, tmp_path: Path) -> None:
    assert build(site.folder) == 0
    edits = [site.edit() for _ in range(3)]
    expected = cold(site.folder, tmp_path)
    one, other = begun(site.folder), begun(site.folder, "--output", str(site.folder / "_other"))
    said = [run.communicate(timeout=120)[1].decode() for run in (one, other)]
    assert [run.returncode for run in (one, other)] == [0, 0], (edits, said)
    assert differences(site.published(), expected) == [], edits
    shutil.rmtree(site.folder / "_site")
    (site.folder / "_other").rename(site.folder / "_site")
    assert differences(site.published(), expected) == [], edits
