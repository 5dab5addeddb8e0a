"""Which folders a build may replace."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sitegen.artifact import Artifact
from sitegen.publish import check_output, publish


def refusal(output: Path, *inputs: Path) -> str:
    problems = check_output(output, inputs)
    assert len(problems) <= 1
    return str(problems[0]) if problems else ""


def everything(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_folder_that_is_not_there_yet_is_fine_and_not_made(tmp_path: Path) -> None:
    assert refusal(tmp_path / "deep" / "_site", tmp_path / "digests") == ""
    assert list(tmp_path.iterdir()) == []


def test_an_empty_folder_is_fine(tmp_path: Path) -> None:
    assert refusal(tmp_path) == ""


def test_a_folder_that_a_build_wrote_is_fine(tmp_path: Path) -> None:
    publish([Artifact("index.html", b"x")], tmp_path / "_site")
    assert refusal(tmp_path / "_site") == ""


def test_a_folder_of_somebody_else_is_refused_and_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # messages name a folder as it is seen from where the user stands
    (tmp_path / "thesis").mkdir()
    (tmp_path / "thesis" / "thesis.tex").write_bytes(b"years of work")
    assert refusal(tmp_path / "thesis") == (
        "thesis: error: the output folder is not empty, and no build wrote it (there is no .sitegen in it)"
        " (choose another --output, or delete it yourself)"
    )
    assert everything(tmp_path) == {"thesis/thesis.tex": b"years of work"}


def test_the_folder_is_named_as_the_user_would_name_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "digests").mkdir()
    monkeypatch.chdir(tmp_path)
    assert refusal(tmp_path / "digests" / "_site", tmp_path / "digests") == (
        "digests/_site: error: the output lies inside a folder that the build reads (digests) (choose another --output)"
    )


def test_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"")
    assert "error: the output is a file, not a folder" in refusal(tmp_path / "out")


def test_a_folder_inside_a_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "out").write_bytes(b"")
    assert refusal(tmp_path / "out" / "site") == (
        "out/site: error: out is a file, so the output cannot lie in it (choose another --output)"
    )


def test_a_pipe_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "error: the output is a file, not a folder" in refusal(tmp_path / "pipe")


def test_a_link_is_refused_even_to_a_folder_that_a_build_wrote(tmp_path: Path) -> None:
    publish([Artifact("index.html", b"x")], tmp_path / "real")
    (tmp_path / "link").symlink_to("real")
    assert "error: the output is a symbolic link" in refusal(tmp_path / "link")


@pytest.mark.parametrize(
    ("output", "reason"),
    [
        ("digests", "is also read as input"),
        (".", "holds what the build reads"),
        ("digests/deep/_site", "lies inside a folder that the build reads"),
        ("other/../digests", "is also read as input"),
        ("alias", "is a symbolic link"),
        ("alias/_site", "lies inside a folder that the build reads"),
    ],
)
def test_an_input_is_never_the_output(tmp_path: Path, output: str, reason: str) -> None:
    (tmp_path / "digests").mkdir()
    (tmp_path / "alias").symlink_to("digests")
    assert reason in refusal(tmp_path / output, tmp_path / "digests")


def test_an_input_folder_that_a_marker_strayed_into_is_refused_all_the_same(tmp_path: Path) -> None:
    publish([Artifact("a.txt", b"x")], tmp_path / "digests")
    assert "is also read as input" in refusal(tmp_path / "digests", tmp_path / "digests")


def test_the_folder_of_an_input_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"x")
    assert "holds what the build reads" in refusal(tmp_path, tmp_path / "a.txt")


def test_the_root_of_the_file_system_is_refused() -> None:
    assert "root of a file system" in refusal(Path("/"))


def test_a_mount_point_is_refused() -> None:
    assert "mount point" in refusal(Path("/proc"))


def test_a_repository_that_stands_in_the_output_is_not_deleted(tmp_path: Path) -> None:
    publish([Artifact("index.html", b"x")], tmp_path / "_site")
    (tmp_path / "_site" / ".git").write_bytes(b"gitdir: elsewhere")
    assert "holds a Git repository" in refusal(tmp_path / "_site")


@pytest.mark.parametrize("content", [b"", b"something else\n", b"sitegen output 2\n"])
def test_a_marker_of_another_kind_does_not_count(tmp_path: Path, content: bytes) -> None:
    (tmp_path / ".sitegen").write_bytes(content)
    assert "was not written by this version of sitegen" in refusal(tmp_path)


def test_a_link_named_like_the_marker_does_not_count(tmp_path: Path) -> None:
    publish([Artifact("index.html", b"x")], tmp_path / "_site")
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / ".sitegen").symlink_to(tmp_path / "_site" / ".sitegen")
    assert "is not a plain file" in refusal(tmp_path / "mine")
