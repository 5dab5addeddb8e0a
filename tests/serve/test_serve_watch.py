"""What counts as a change."""

from __future__ import annotations

import os
import threading
import time
from pathlib import Path

import pytest

from sitegen.serve.watch import wait_for_change
from sitegen.sources import State, sources, states


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name in (
        "site.yaml",
        "about.md",
        "digests/a.txt",
        "templates/paper.html",
        "static/css/x.css",
        "_site/index.html",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    return tmp_path


def look(site: Path) -> dict[str, State]:
    return states(sources(site / "site.yaml", [site / "digests"]))


@pytest.mark.parametrize(
    "name",
    [
        "site.yaml",
        "about.md",
        "overrides.yaml",
        "digests/a.txt",
        "digests/new.txt",
        "templates/paper.html",
        "templates/deep/new.html",
        "static/css/x.css",
        "notes/some-paper.md",
    ],
)
def test_a_source_that_is_written_is_a_change(site: Path, name: str) -> None:
    before = look(site)
    (site / name).parent.mkdir(parents=True, exist_ok=True)
    (site / name).write_text("something else")
    assert look(site) != before


def test_a_source_that_goes_is_a_change(site: Path) -> None:
    before = look(site)
    (site / "digests" / "a.txt").unlink()
    assert look(site) != before


def test_an_editor_that_saves_by_renaming_makes_a_change_even_at_the_same_time_and_size(site: Path) -> None:
    before = look(site)
    status = (site / "site.yaml").stat()
    (site / "new").write_text("y")
    os.utime(site / "new", ns=(status.st_atime_ns, status.st_mtime_ns))
    (site / "new").rename(site / "site.yaml")
    assert look(site) != before


@pytest.mark.parametrize(
    "name", ["_site/index.html", ".git/index", "digests/.a.txt.swp", "static/.DS_Store", ".sitegen-cache/x", "a.txt"]
)
def test_what_the_site_is_not_made_from_is_no_change(site: Path, name: str) -> None:
    (site / name).parent.mkdir(parents=True, exist_ok=True)
    before = look(site)
    (site / name).write_text("something else")
    assert look(site) == before


def test_links_that_lead_in_a_circle_end(site: Path) -> None:
    (site / "static" / "loop").symlink_to(site / "static")
    assert str(site / "static" / "loop") in look(site)
    assert str(site / "static" / "loop" / "css") not in look(site)


def test_saves_that_follow_each_other_are_one_change(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("0")
    returned: list[tuple[float, str]] = []

    def watch() -> None:
        wait_for_change(lambda: [file], before, interval=0.01, settle=0.3)
        returned.append((time.monotonic(), file.read_text()))

    before = states([file])
    watcher = threading.Thread(target=watch)
    watcher.start()
    for number in range(1, 6):
        time.sleep(0.05)
        file.write_text("x" * number)
    last = time.monotonic()
    watcher.join(10)
    assert [text for _, text in returned] == ["xxxxx"]
    assert returned[0][0] > last


def test_waiting_ends_where_something_else_is_to_be_done(tmp_path: Path) -> None:
    before = states([tmp_path / "none.txt"])
    assert not wait_for_change(lambda: [tmp_path / "none.txt"], before, interval=0.01, until=lambda: True)
