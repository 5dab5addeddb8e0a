"""The addresses of authors and venues last as those of papers do."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.cli import main

PAPER = "Frogs and Their Networks"
TEXT = "Frogs leap over networks, and networks carry what they have seen."
NAMES = 'authors/ada-grey:\n  title: "Ada Grey"\nvenues/pond-letters:\n  title: "Pond Letters"\n'


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A built site with one paper whose author's name is misspelt."""
    (tmp_path / "digests").mkdir()
    (tmp_path / "digests" / "1.txt").write_text(f"{PAPER}\n\n{TEXT * 3}\n")
    (tmp_path / "site.yaml").write_text("input: [digests]\n")
    known(tmp_path, "Ada Grey")
    monkeypatch.chdir(tmp_path)
    assert main(["build", "--quiet"]) == 0
    return tmp_path


def known(root: Path, author: str) -> None:
    (root / "facts.yaml").write_text(f"{PAPER}:\n  authors: [{author}]\n  year: 2020\n  venue: Pond Letters 2020\n")


def test_a_build_records_the_names_of_authors_and_venues(site: Path) -> None:
    assert (site / "permalinks.yaml").read_text().endswith(f"\n{NAMES}")
    assert main(["build", "--quiet", "--locked"]) == 0


def test_a_locked_build_lacks_a_name_that_is_not_recorded(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    known(site, "Bo Lee")
    assert main(["build", "--quiet", "--locked"]) == 1
    assert "permalinks.yaml: error: lacks the name 'authors/bo-lee'\n" in capsys.readouterr().err


def test_a_corrected_name_leaves_a_page_where_the_old_one_was(site: Path) -> None:
    before = site / "before"
    (site / "_site").rename(before)
    known(site, "Ada Gray")
    assert main(["build", "--quiet"]) == 0
    assert (site / "_site" / "authors" / "ada-gray.html").is_file()
    assert "No paper of this catalogue is on record under this name" in (
        site / "_site" / "authors" / "ada-grey.html"
    ).read_text(encoding="utf-8")
    assert main(["check", "--against", str(before)]) == 0


def test_a_corrected_name_that_is_joined_by_hand_keeps_its_address(site: Path) -> None:
    known(site, "Ada Gray")
    (site / "site.yaml").write_text("input: [digests]\nauthors: {same: [[Ada Gray, Ada Grey]]}\n")
    assert main(["build", "--quiet", "--strict"]) == 0
    assert '<span dir="auto">Ada Gray</span>' in (site / "_site" / "authors" / "ada-grey.html").read_text("utf-8")


def test_a_name_that_was_published_and_joined_later_leads_on(site: Path) -> None:
    known(site, "Ada Gray")
    assert main(["build", "--quiet"]) == 0
    (site / "site.yaml").write_text("input: [digests]\nauthors: {same: [[Ada Gray, Ada Grey]]}\n")
    assert main(["build", "--quiet", "--strict"]) == 0
    page = (site / "_site" / "authors" / "ada-grey.html").read_text(encoding="utf-8")
    assert 'content="0; url=ada-gray.html"' in page


def test_a_lost_block_is_what_the_check_finds(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = site / "before.yaml"
    before.write_bytes((site / "permalinks.yaml").read_bytes())
    (site / "permalinks.yaml").unlink()
    known(site, "Ada Gray")
    assert main(["check", "--against", str(before)]) == 1
    assert "authors/ada-grey.html was published and is gone (restore its block in permalinks.yaml; " in (
        capsys.readouterr().err
    )
