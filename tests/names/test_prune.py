"""Which names can be dropped, and how the history of a repository is asked for those that were committed."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from sitegen.cli import main
from sitegen.names.committed import committed_names
from sitegen.names.prune import unseen
from sitegen.permalinks.model import PermalinkRecord
from sitegen.permalinks.read import parse
from sitegen.permalinks.text import without
from sitegen.problem import MachineError

FROGS = "Frogs leap over networks, and networks carry what they have seen, wherever the two have been brought together."
TOADS = "Toads sit at the edge of deep water until it rains; a model of rain is what they are said to be lacking still."


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "digests").mkdir()
    (tmp_path / "site.yaml").write_text("input: [digests]\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    return tmp_path


def digest(site: Path, **papers: str) -> None:
    text = "\n\n".join(f"{title.replace('_', ' ')}\n\n{text}" for title, text in papers.items())
    (site / "digests" / "one.txt").write_text(f"{text}\n")


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "init.defaultBranch=main")
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


def built(site: Path, **papers: str) -> None:
    digest(site, **papers)
    assert main(["build", "--quiet"]) == 0


def names(site: Path) -> list[str]:
    records, problems = parse((site / "permalinks.yaml").read_text())
    assert problems == ()
    assert records is not None
    return list(records.records)


def test_names_that_are_led_to_stay_with_those_that_lead() -> None:
    records = {
        "a": PermalinkRecord("a", "A", moved_to="b"),
        "b": PermalinkRecord("b", "B", moved_to="c"),
        "c": PermalinkRecord("c", "C"),
        "d": PermalinkRecord("d", "D", moved_to="c"),
    }
    assert unseen(records, {"a"}) == {"d"}
    assert unseen(records, ()) == {"a", "b", "c", "d"}


def test_a_block_is_taken_out_with_its_comment_and_the_rest_stays() -> None:
    text = '# top\n\na:\n  title: "A"  # mine\n# of b\nb:\n  title: "B"\nc:\n  title: C\n'
    permalinks, _ = parse(text)
    assert permalinks is not None
    assert without(permalinks, {"b"}) == '# top\n\na:\n  title: "A"  # mine\nc:\n  title: C\n'


def test_a_trial_leaves_nothing(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(site, "init")
    built(site, Fogs=FROGS, Jane_Doe_and_John_Smith=TOADS)
    digest(site, Frogs=FROGS)
    assert main(["names", "--prune", "--unpublished"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "permalinks.yaml lost 2 names, never committed and not live:",
        "  fogs: its paper is called frogs from the next build on",
        "  jane-doe-and-john-smith: no digest has its paper",
    ]
    assert main(["build", "--quiet"]) == 0
    assert names(site) == ["frogs"]
    assert not (site / "_site" / "papers" / "fogs.html").exists()


def test_a_dry_run_says_the_same_and_changes_nothing(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    built(site, Fogs=FROGS)
    digest(site, Frogs=FROGS)
    before = (site / "permalinks.yaml").read_bytes()
    assert main(["names", "--prune", "--unpublished", "--dry-run"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "permalinks.yaml would lose 1 name, in no history, for want of a git repository, and not live:",
        "  fogs: its paper is called frogs from the next build on",
    ]
    assert (site / "permalinks.yaml").read_bytes() == before


def test_what_was_committed_stays_also_when_it_is_on_another_branch(site: Path) -> None:
    git(site, "init")
    built(site, Fogs=FROGS)
    git(site, "add", ".")
    git(site, "commit", "-m", "a trial")
    git(site, "switch", "-c", "main2")
    built(site, Fogs=FROGS, Tods=TOADS)
    digest(site, Frogs=FROGS, Toads=TOADS)
    assert main(["names", "--prune", "--unpublished", "--quiet"]) == 0
    assert names(site) == ["fogs"]
    assert committed_names(site) == {"fogs"}


def test_a_name_that_would_be_given_again_keeps_its_day(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    built(site, Frogs=FROGS)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    assert main(["names", "--prune", "--unpublished"]) == 0
    assert (
        "Nothing to drop: each name in permalinks.yaml was committed, is live, or would be" in capsys.readouterr().out
    )
    assert "first_seen: 2023-11-14" in (site / "permalinks.yaml").read_text()


def test_what_is_live_stays(site: Path) -> None:
    built(site, Fogs=FROGS, Tods=TOADS)
    (site / "_site").rename(site / "live")
    built(
        site,
        Fogs=FROGS,
        Toads=TOADS,
        Newts="Newts are neither of the two, as everybody knows who ever saw one of them.",
    )
    digest(site, Frogs=FROGS, Toads=TOADS)
    assert main(["names", "--prune", "--quiet", "--against", "live"]) == 0
    assert names(site) == ["fogs", "tods"]


def test_without_an_address_it_asks_for_one(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    built(site, Frogs=FROGS)
    assert main(["names", "--prune"]) == 1
    assert capsys.readouterr().err.splitlines()[0] == (
        "site.yaml: error: has no base_url, so nobody can say which names are live"
        " (name the live site with --against, or say --unpublished if there is none yet)"
    )


def test_outside_a_repository_nothing_is_known_of_commits(tmp_path: Path) -> None:
    assert committed_names(tmp_path) is None


def test_a_repository_without_commits_has_committed_nothing(tmp_path: Path) -> None:
    git(tmp_path, "init")
    assert committed_names(tmp_path) == frozenset()


def test_a_repository_that_git_cannot_read_is_a_failure(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    with pytest.raises(MachineError, match="git cannot say which names were committed: fatal: not a git repository"):
        committed_names(tmp_path)


def test_without_git_a_repository_is_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".git").mkdir()
    monkeypatch.setenv("PATH", os.fspath(tmp_path))
    with pytest.raises(MachineError, match="cannot run git, which knows the names that were committed"):
        committed_names(tmp_path)


def test_names_of_a_merge_are_found_and_words_of_other_files_are_not(tmp_path: Path) -> None:
    git(tmp_path, "init")
    (tmp_path / "permalinks.yaml").write_text("frogs:\n  title: F\n")
    (tmp_path / "other.yaml").write_text("newts:\n  title: N\n")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-m", "one")
    git(tmp_path, "switch", "-c", "side")
    git(tmp_path, "commit", "--allow-empty", "-m", "side")
    git(tmp_path, "switch", "-")
    git(tmp_path, "commit", "--allow-empty", "-m", "two")
    git(tmp_path, "merge", "--no-commit", "side")
    (tmp_path / "permalinks.yaml").write_text("frogs:\n  title: F\ntoads:\n  title: T\n")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-m", "merged, with a name that neither side had")
    (tmp_path / "permalinks.yaml").write_text("frogs:\n  title: F\nmice:\n  title: M\n")
    assert committed_names(tmp_path) == {"frogs", "toads"}
