"""What GitHub Actions is told: places and texts, none of which can become a command."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen import streams
from sitegen.cli import main
from sitegen.github import MOST, add_to_summary, commands, inert
from sitegen.problem import Location, Problem, error, warning


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A run whose repository holds a site in a folder; its page is ``page.md``."""
    (tmp_path / "site" / "digests").mkdir(parents=True)
    (tmp_path / "site" / "digests" / "a,b.txt").touch()
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path))
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "page.md"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def told(*problems: Problem) -> list[str]:
    return list(commands(problems, Path("site")))


def page(run: Path) -> str:
    return (run / "page.md").read_text(encoding="utf-8")


def test_a_problem_stands_at_its_line_as_seen_from_the_repository(run: Path) -> None:
    assert told(warning(Location("digests/a,b.txt", 3, 7), "Frogs: 100%", "leap")) == [
        "::warning file=site/digests/a%2Cb.txt,line=3,col=7::Frogs: 100%25 (leap)"
    ]


def test_a_whole_file_has_no_line(run: Path) -> None:
    assert told(error(Location("digests/a,b.txt"), "is empty")) == ["::error file=site/digests/a%2Cb.txt::is empty"]


@pytest.mark.parametrize("place", ["https://papers.example/objects.inv", "digests", "../outside.txt", "gone.txt", "\0"])
def test_what_is_no_file_of_the_repository_is_named_in_the_message(run: Path, place: str) -> None:
    (run.parent / "outside.txt").touch()
    (said,) = told(error(Location(place), "is gone"))
    assert said == f"::error::{place}: is gone".replace("\0", "[U+0000]")


def test_no_quoted_text_ends_its_command_or_begins_another(run: Path) -> None:
    (said,) = told(warning(Location("x"), "title 'A\r\n::error::mine\n##[error]too'"))
    assert "\n" not in said
    assert "\r" not in said
    assert said.startswith("::warning::x: title 'A")


def test_of_each_level_so_many_are_told_as_github_shows(run: Path) -> None:
    many = [*(warning(Location("x", n), "w") for n in range(MOST + 5)), error(Location("y"), "e")]
    said = told(*many)
    assert [line.partition("::")[2].partition("::")[0] for line in said] == ["warning"] * MOST + ["error"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("::error::x", ": :error::x"),
        ("a\n \t::stop-commands::x", "a\n \t: :stop-commands::x"),
        ("title ##[error]x", "title ## [error]x"),
        ("a::b", "a::b"),
        ("C::", "C::"),
    ],
)
def test_nothing_that_is_printed_is_a_command(run: Path, text: str, shown: str) -> None:
    assert inert(text) == shown


def test_elsewhere_texts_are_printed_as_they_are(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    streams.say("::error::x")
    assert capsys.readouterr().out == "::error::x\n"


def test_the_page_shows_texts_as_they_are(run: Path) -> None:
    add_to_summary("Names", "</pre><script>\n\n# A & *b*\x1b[1m")
    assert page(run) == "#### Names\n\n<pre>\n&lt;/pre&gt;&lt;script&gt;\n\n# A &amp; *b*[U+001B][1m\n</pre>\n\n"


def test_the_page_stays_small(run: Path) -> None:
    add_to_summary("Much", "\n".join(["x" * 10_000] * 1_000))
    assert len(page(run)) < 110_000
    assert "… and 800 more lines in the log" in page(run)


def test_a_page_that_cannot_be_written_fails_nothing(
    run: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(run))
    add_to_summary("Names", "x")
    assert capsys.readouterr().err.startswith("sitegen: cannot write the summary of this run: ")


def test_a_build_on_github_annotates_and_sums_up(
    run: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (run / "site" / "digests" / "a,b.txt").unlink()
    (run / "site" / "digests" / "one.txt").write_text(f"Frogs\n\n{'Frogs leap over networks. ' * 9}\n\n::error::x\n")
    (run / "site" / "site.yaml").write_text("input: [digests]\ndigests:\n  two:\n    title: Two\n")
    assert main(["build", "--quiet", "--config", "site/site.yaml"]) == 0
    said = capsys.readouterr().err.splitlines()
    told = [line for line in said if line.startswith("::")]
    assert told[0].startswith("::warning file=site/")
    assert main(["build", "--fresh", "--config", "site/site.yaml"]) == 0
    assert page(run).count("#### ") == 3
    assert "published" in page(run)
