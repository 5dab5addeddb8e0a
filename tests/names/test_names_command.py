"""`sitegen names --from`: who publishes from a machine that forgets keeps names and days."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from loopback import Said, answering, hosting

from sitegen.cli import main

FROGS = "Frogs leap over networks, and networks carry what they have seen, wherever the two have been brought together."
TOADS = "Toads sit at the edge of deep water until it rains; a model of rain is what they are said to be lacking still."


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site whose `permalinks.yaml` nobody commits."""
    folder = tmp_path / "repository"
    (folder / "digests").mkdir(parents=True)
    (folder / "site.yaml").write_text("input: [digests]\nbase_url: https://papers.example/\n")
    write(folder, Frogs=FROGS)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    return folder


def write(folder: Path, **papers: str) -> None:
    text = "\n\n".join(f"{title.replace('_', ' ')}\n\n{text}" for title, text in papers.items())
    (folder / "digests" / "one.txt").write_text(f"{text}\n")


def published(repository: Path, live: Path, address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Publish from a fresh copy, which is then thrown away."""
    runner = repository.parent / "runner"
    shutil.copytree(repository, runner)
    monkeypatch.chdir(runner)
    assert main(["names", "--from", address]) == 0
    assert main(["build", "--quiet"]) == 0
    assert main(["check", "--quiet", "--against", address]) == 0
    shutil.rmtree(live)
    (runner / "_site").rename(live)
    monkeypatch.chdir(repository.parent)
    shutil.rmtree(runner)


def days(live: Path) -> list[str]:
    return re.findall(r"<published>(.*)T", (live / "feed.xml").read_text(encoding="utf-8"))


def test_names_days_and_feeds_last_without_a_file_of_ones_own(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    live = tmp_path / "live"
    live.mkdir()
    with hosting(live) as address:
        (live / "index.html").unlink(missing_ok=True)
        with answering({}) as (nowhere, _):
            published(repository, live, nowhere, monkeypatch)
        assert f"Nothing is published at {nowhere} yet: there are no names to take up." in capsys.readouterr().out
        assert days(live) == ["2023-11-14"]
        monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
        write(repository, Frogs_and_Networks=FROGS, Toads=TOADS)
        published(repository, live, address, monkeypatch)
        assert f"permalinks.yaml got 1 name from {address}: frogs." in capsys.readouterr().out
        assert sorted(path.name for path in (live / "papers").glob("*.html")) == ["frogs.html", "toads.html"]
        assert days(live) == ["2027-01-15", "2023-11-14"]
        published(repository, live, address, monkeypatch)
        assert days(live) == ["2027-01-15", "2023-11-14"]


def test_a_dry_run_changes_nothing(
    repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(repository)
    files = {"permalinks.yaml": Said(200, b'toads:\n  title: "Toads"\n')}
    with answering(files) as (address, _):
        assert main(["names", "--dry-run", "--from", address]) == 0
        assert capsys.readouterr().out == f"permalinks.yaml would get 1 name from {address}: toads.\n"
    assert not (repository / "permalinks.yaml").exists()


def test_what_is_there_already_is_said(
    repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(repository)
    (repository / "permalinks.yaml").write_text('toads:\n  title: "Toads"\n')
    with answering({"permalinks.yaml": Said(200, b'toads:\n  title: "Toads"\n')}) as (address, _):
        assert main(["names", "--from", address]) == 0
        assert capsys.readouterr().out == f"permalinks.yaml has every name of {address}.\n"
    with answering({"permalinks.yaml": Said(200, b'toads:\n  title: "T"\n  first_seen: 2026-01-01\n')}) as (address, _):
        assert main(["names", "--from", address]) == 0
        assert "1 name got the day or fingerprint that it has there." in capsys.readouterr().out
    assert (repository / "permalinks.yaml").read_text() == 'toads:\n  title: "Toads"\n  first_seen: 2026-01-01\n'


def test_a_damaged_copy_is_named_and_nothing_is_written(
    repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(repository)
    with answering({"permalinks.yaml": Said(200, b"toads:\n  titel: Toads\n")}) as (address, _):
        assert main(["names", "--from", address]) == 1
        assert capsys.readouterr().err.splitlines() == [
            f"{address}/permalinks.yaml:2:3: error: toads needs a title, or 'moved_to' with the name it leads to",
            f"{address}/permalinks.yaml:2:3: error: unknown key 'titel' in toads (did you mean 'title'?)",
            "sitegen: 2 errors",
        ]
    assert not (repository / "permalinks.yaml").exists()


def test_a_conflict_in_ones_own_file_is_settled_first(
    repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(repository)
    (repository / "permalinks.yaml").write_text("<<<<<<< HEAD\n=======\n>>>>>>> side\n")
    with answering({}) as (address, asked):
        assert main(["names", "--from", address]) == 1
    assert asked == []
    assert "permalinks.yaml:1:1: error: holds a merge conflict that is not settled" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [[], ["--prune", "--from", "x"]])
def test_one_of_the_two_things_is_asked_for(arguments: list[str]) -> None:
    with pytest.raises(SystemExit):
        main(["names", *arguments])
