"""Feeds of a whole build: their days come from `permalinks.yaml`, and the summary says where they are missing."""

from __future__ import annotations

from pathlib import Path

import feedparser
import pytest

from sitegen.cli import main

DIGEST = "new\n\nApr 3\n\nA Title of Ours\n\n" + "A summary that is long enough to be one. " * 6 + "\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    (tmp_path / "digests").mkdir()
    (tmp_path / "digests/one.txt").write_text(DIGEST, encoding="utf-8")
    (tmp_path / "site.yaml").write_text("title: Ours\ninput: [digests]\n", encoding="utf-8")
    return tmp_path


def build(folder: Path, capsys: pytest.CaptureFixture[str], *more: str) -> str:
    """The summary of a build."""
    where = ["--config", str(folder / "site.yaml"), "--base-url", "https://papers.example/"]
    assert main(["build", *where, *more]) == 0
    return capsys.readouterr().out


def test_feeds_are_there_from_the_first_build(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "no feeds" not in build(folder, capsys)
    feed = (folder / "_site/feed.xml").read_bytes()
    assert feedparser.parse(feed).entries[0].updated == "2026-01-01T00:00:00Z"
    build(folder, capsys)
    assert (folder / "_site/feed.xml").read_bytes() == feed


def test_a_later_build_keeps_the_days(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    build(folder, capsys)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1798761600")
    build(folder, capsys)
    assert feedparser.parse((folder / "_site/feed.xml").read_bytes()).feed.updated == "2026-01-01T00:00:00Z"


def test_inputs_from_the_command_line_have_no_days_and_no_feeds(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    build(folder, capsys)
    given = ["--input", str(folder / "digests"), "--output", str(folder / "other")]
    said = " ".join(build(folder, capsys, *given).split())
    assert "no feeds no day is recorded for inputs that are named on the command line" in said
    assert not (folder / "other/feed.xml").exists()
    assert (folder / "other/sitemap.xml").exists()
