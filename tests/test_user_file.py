"""What is said of a file that somebody wrote and that cannot be read, and what is not taken for a missing one."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sitegen import assets
from sitegen.check.published import read_published
from sitegen.cli import main
from sitegen.inputs.curated import read_curated
from sitegen.problem import Level, MachineError
from sitegen.user_file import decode, read_bytes, read_text

TOO_LONG = "x" * 300


def said(path: Path, inside: Path | None = None) -> str:
    data, problem = read_bytes(path, path.name, inside=inside)
    assert data is None
    return str(problem or "")


def test_a_file_that_is_not_there_is_no_problem(tmp_path: Path) -> None:
    assert read_bytes(tmp_path / "a.md", "a.md") == (None, None)


def test_a_name_that_runs_through_a_file_leads_to_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"x")
    assert read_bytes(tmp_path / "a.md" / "b.md", "b.md") == (None, None)


@pytest.mark.parametrize("exists", [True, False], ids=["3.11", "3.14"])
def test_a_name_that_cannot_be_looked_at_is_not_taken_for_a_missing_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, exists: bool
) -> None:
    monkeypatch.setattr(Path, "exists", lambda self, **_: exists)  # what the Pythons make of it
    assert said(tmp_path / TOO_LONG) == f"{TOO_LONG}: error: cannot be read: File name too long"


def test_a_link_that_leads_nowhere_is_not_taken_for_a_missing_file(tmp_path: Path) -> None:
    (tmp_path / "a.md").symlink_to("gone.md")
    assert said(tmp_path / "a.md") == "a.md: error: is a link that leads nowhere"


def test_a_link_that_leads_to_itself_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.md").symlink_to("a.md")
    assert said(tmp_path / "a.md").startswith("a.md: error: cannot be read: ")


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_bytes(b"x")
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "a.md").symlink_to("../secret.md")
    assert said(tmp_path / "site" / "a.md", inside=tmp_path / "site") == (
        "a.md: error: is a link that leads outside the site's folder (copy the file here)"
    )


def test_a_pipe_is_named_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.md")
    assert said(tmp_path / "a.md") == "a.md: error: is a pipe, not a file"


def test_a_folder_may_be_left_out_with_a_warning(tmp_path: Path) -> None:
    (tmp_path / "a.md").mkdir()
    _, problem = read_text(tmp_path / "a.md", "a.md", odd=Level.WARNING)
    assert str(problem) == "a.md: warning: is a folder, not a file (it is left out)"


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    assert decode(b"\xef\xbb\xbfcaf\xc3\xa9", "a.md") == ("café", None)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"one\ncaf\xe9", "a.md:2:4: error: is not UTF-8: byte 0xe9 at offset 7 (save it as UTF-8)"),
        (b"\xef\xbb\xbf\xe9", "a.md:1:4: error: is not UTF-8: byte 0xe9 at offset 3 (save it as UTF-8)"),
        (b"\xff\xfea\0", "a.md: error: is UTF-16, but must be UTF-8 (save it as UTF-8)"),
        (b"\0\0\xfe\xffa", "a.md: error: is UTF-32, but must be UTF-8 (save it as UTF-8)"),
        (b"a\0b\0c\0", "a.md: error: is UTF-16, but must be UTF-8 (save it as UTF-8)"),
        (b"%PDF-1.7 \0", "a.md:1:10: error: NUL byte at offset 9 (save it as plain text)"),
    ],
)
def test_text_in_another_encoding_is_an_error_with_its_place(data: bytes, message: str) -> None:
    text, problem = decode(data, "a.md")
    assert (text, str(problem)) == (None, message)


def test_notes_that_cannot_be_listed_are_an_error(tmp_path: Path) -> None:
    (tmp_path / "notes").symlink_to("notes")
    _, (problem,) = read_curated(tmp_path, {"a-paper"})
    assert str(problem).startswith("notes: error: cannot be read: ")


def test_a_static_file_that_cannot_be_looked_at_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "static").mkdir()
    (tmp_path / "static" / "a.png").write_bytes(b"x")
    look = Path.stat

    def stat(self: Path, **how: bool) -> os.stat_result:
        if self.name == "a.png":
            raise PermissionError(13, "Permission denied")
        return look(self, **how)

    monkeypatch.setattr(Path, "stat", stat)
    _, problems = assets.load(tmp_path)
    assert [str(problem) for problem in problems] == ["static/a.png: error: cannot be read: Permission denied"]


def test_a_published_site_that_cannot_be_looked_at_is_not_taken_for_a_missing_one() -> None:
    with pytest.raises(MachineError, match=r"^cannot read x+, which is to be compared with$"):
        read_published(TOO_LONG)


@pytest.mark.parametrize(
    "arguments", [["--config", TOO_LONG], ["--site", TOO_LONG], ["--site", "_site", "--to", TOO_LONG]]
)
def test_packing_says_of_a_name_that_is_too_long_what_is_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    (tmp_path / "_site").mkdir()
    (tmp_path / "_site" / ".sitegen").write_bytes(b"")
    (tmp_path / "_site" / "index.html").write_bytes(b"")
    monkeypatch.chdir(tmp_path)
    assert main(["pack", *arguments]) == 1
    assert "File name too long" in capsys.readouterr().err
