"""The same input gives the same bytes, wherever, whenever and by whomever it is built."""

from __future__ import annotations

import os
import re
import shutil
import stat
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from commands import CHECKOUT, command, environment, sitegen

# What two digests have to say under the rules of all.
FEW_PAPERS = re.compile(r"site\.yaml:\d+:5: warning: no paper carries the tags |sitegen: 1 warning")
SETTINGS = "input: [digests]\nbase_url: https://papers.example.org/all/\n"


def sources(folder: Path, names: list[str]) -> Path:
    """A site with the sample's two smallest digests, created in the order of ``names``."""
    (folder / "digests").mkdir(parents=True)
    for name in names:
        shutil.copyfile(CHECKOUT / "digests" / name, folder / "digests" / name)
    rules = (CHECKOUT / "site.yaml").read_text(encoding="utf-8")
    (folder / "site.yaml").write_text(SETTINGS + rules[rules.index("\ngroups:") :], encoding="utf-8")
    (folder / "about.md").write_text("About **this**.", encoding="utf-8")
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def built(folder: Path, env: Mapping[str, str], umask: int = 0o022) -> dict[str, bytes]:
    old = os.umask(umask)
    try:
        run = sitegen(folder, "build", "--quiet", "--output", "public", env=env)
    finally:
        os.umask(old)
    assert run.code == 0
    assert [line for line in run.findings if not FEW_PAPERS.match(line)] == []
    return contents(folder / "public")


@pytest.mark.skipif(sys.platform == "win32", reason="sets time zone, locale and umask as POSIX has them")
def test_two_builds_differ_in_no_byte_whatever_surrounds_them(tmp_path: Path) -> None:
    one = built(
        sources(tmp_path / "one", ["003.txt", "004.txt"]),
        {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "UTC", "SOURCE_DATE_EPOCH": "1700000000"},
    )
    other = built(
        sources(tmp_path / "an other/deep one", ["004.txt", "003.txt"]),
        {
            "PYTHONHASHSEED": "4711",
            "LC_ALL": "C.UTF-8",
            "LANG": "tr_TR.UTF-8",
            "TZ": "Pacific/Kiritimati",
            "SOURCE_DATE_EPOCH": "1700000000",
            "PAGEFIND_VERBOSE": "true",
            "HOME": str(tmp_path),
        },
        umask=0o077,
    )
    assert one.keys() == other.keys()
    assert [name for name in one if one[name] != other[name]] == []
    assert len(one) > 100


def test_once_the_names_are_recorded_another_build_changes_nothing(tmp_path: Path) -> None:
    folder = sources(tmp_path / "site", ["003.txt"])
    env = {"SOURCE_DATE_EPOCH": "1700000000"}
    built(folder, env)
    first = built(folder, env)
    names = (folder / "permalinks.yaml").read_bytes()
    assert built(folder, env) == first
    assert (folder / "permalinks.yaml").read_bytes() == names


def test_files_carry_the_time_that_was_asked_for(tmp_path: Path) -> None:
    folder = sources(tmp_path / "site", ["003.txt"])
    built(folder, {"SOURCE_DATE_EPOCH": "1700000000"})
    paths = [folder / "public", *(folder / "public").rglob("*")]
    assert {int(path.stat().st_mtime) for path in paths} == {1_700_000_000}


@pytest.mark.skipif(sys.platform == "win32", reason="looks at POSIX permissions")
def test_published_files_can_be_read_by_a_web_server(tmp_path: Path) -> None:
    folder = sources(tmp_path / "site", ["003.txt"])
    built(folder, {})
    for path in (folder / "public").rglob("*"):
        mode = stat.S_IMODE(path.lstat().st_mode)
        assert mode == (0o755 if path.is_dir() else 0o644), path


@pytest.mark.parametrize("value", ["yesterday", "-1", "1e9", "99999999999999999999"])
def test_a_time_that_is_none_is_said_in_a_sentence(tmp_path: Path, value: str) -> None:
    folder = sources(tmp_path / "site", ["004.txt"])
    run = sitegen(folder, "build", "--quiet", env={"SOURCE_DATE_EPOCH": value})
    assert "Traceback" not in run.err
    assert run.code == 1
    assert "SOURCE_DATE_EPOCH" in run.err
    assert not (folder / "_site").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="there are no locks")
def test_a_second_build_waits_for_the_first_and_both_publish(tmp_path: Path) -> None:
    folder = sources(tmp_path / "site", ["003.txt", "004.txt"])
    builds = [
        subprocess.Popen(command("build", "--quiet"), cwd=folder, env=environment(), stderr=subprocess.PIPE)
        for _ in range(3)
    ]
    said = [build.communicate(timeout=120)[1].decode() for build in builds]
    assert [build.returncode for build in builds] == [0, 0, 0]
    assert sum("waiting for another build" in words for words in said) >= 1
    assert "error" not in "".join(said)
    assert sorted(path.name for path in folder.iterdir()) == [
        ".sitegen-cache", "_site", "about.md", "digests", "permalinks.yaml", "site.yaml"
    ]  # fmt: skip
