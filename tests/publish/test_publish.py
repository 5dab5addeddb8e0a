"""What is in the published folder, and what is left after a failure."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from sitegen.artifact import Artifact
from sitegen.problem import MachineError
from sitegen.publish import publish
from sitegen.publish import swap as swapping

MARKER = b"sitegen output 1\nA build wrote this folder, and the next one replaces it as a whole.\n"


def site(**files: str) -> list[Artifact]:
    return [Artifact(name.replace("__", "/") + ".html", text.encode()) for name, text in files.items()]


def everything(folder: Path) -> dict[str, bytes]:
    assert not [path for path in folder.rglob("*") if path.is_symlink() or not (path.is_file() or path.is_dir())]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_output_holds_the_artifacts_and_the_marker(tmp_path: Path) -> None:
    published = publish(site(index="home", papers__a="A"), tmp_path / "deep" / "_site")
    assert everything(tmp_path) == {
        "deep/_site/.sitegen": MARKER,
        "deep/_site/index.html": b"home",
        "deep/_site/papers/a.html": b"A",
    }
    assert (published.files, published.size, published.unchanged, published.replaced) == (3, 5 + len(MARKER), 0, False)


def test_the_next_site_replaces_the_last_as_a_whole(tmp_path: Path) -> None:
    output = tmp_path / "_site"
    publish(site(index="home", papers__a="A", old__b="B"), output)
    published = publish(site(index="house", papers__a="A"), output)
    assert everything(tmp_path) == {
        "_site/.sitegen": MARKER,
        "_site/index.html": b"house",
        "_site/papers/a.html": b"A",
    }
    assert (published.unchanged, published.replaced) == (1, True)


def test_an_empty_folder_becomes_the_site(tmp_path: Path) -> None:
    (tmp_path / "_site").mkdir()
    publish(site(index="home"), tmp_path / "_site")
    assert (tmp_path / "_site" / "index.html").read_bytes() == b"home"


def test_every_file_has_one_name_and_the_usual_modes(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        for _ in range(2):
            publish(site(index="home", papers__deep__a="A"), tmp_path / "_site")
    finally:
        os.umask(before)
    found = [path.lstat() for path in (tmp_path / "_site").rglob("*")]
    assert {(status.st_mode & 0o777, status.st_nlink) for status in found if not status.st_mode & 0o40000} == {
        (0o644, 1)
    }
    assert {status.st_mode & 0o777 for status in found if status.st_mode & 0o40000} == {0o755}


def test_an_unchanged_file_keeps_its_time_stamp(tmp_path: Path) -> None:
    publish(site(index="home", other="x"), tmp_path / "_site")
    os.utime(tmp_path / "_site" / "index.html", (5, 5))
    os.utime(tmp_path / "_site" / "other.html", (5, 5))
    publish(site(index="home", other="y"), tmp_path / "_site")
    assert (tmp_path / "_site" / "index.html").stat().st_mtime == 5
    assert (tmp_path / "_site" / "other.html").stat().st_mtime > 5


def test_a_file_edited_by_hand_is_set_right_even_with_size_and_time_unchanged(tmp_path: Path) -> None:
    publish(site(index="home"), tmp_path / "_site")
    page = tmp_path / "_site" / "index.html"
    before = page.stat().st_mtime_ns
    page.write_bytes(b"HOME")
    os.utime(page, ns=(before, before))
    publish(site(index="home"), tmp_path / "_site")
    assert page.read_bytes() == b"home"


def test_a_hard_linked_copy_of_the_site_is_not_tied_to_the_next_one(tmp_path: Path) -> None:
    publish(site(index="home"), tmp_path / "_site")
    os.link(tmp_path / "_site" / "index.html", tmp_path / "copy.html")
    publish(site(index="home"), tmp_path / "_site")
    (tmp_path / "copy.html").write_bytes(b"mine")
    assert (tmp_path / "_site" / "index.html").read_bytes() == b"home"


def test_what_a_link_in_the_old_site_leads_to_survives(tmp_path: Path) -> None:
    publish(site(index="home"), tmp_path / "_site")
    (tmp_path / "precious").mkdir()
    (tmp_path / "precious" / "a.txt").write_bytes(b"kept")
    (tmp_path / "_site" / "folder").symlink_to(tmp_path / "precious")
    (tmp_path / "_site" / "index.html").unlink()
    (tmp_path / "_site" / "index.html").symlink_to(tmp_path / "precious" / "a.txt")
    publish(site(index="kept", folder__a="new"), tmp_path / "_site")
    assert everything(tmp_path / "_site") == {".sitegen": MARKER, "index.html": b"kept", "folder/a.html": b"new"}
    assert (tmp_path / "precious" / "a.txt").read_bytes() == b"kept"


def test_source_date_epoch_is_every_time_stamp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(site(index="home", papers__a="A"), tmp_path / "_site")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    publish(site(index="home", papers__a="A"), tmp_path / "_site")
    stamps = {path.stat().st_mtime for path in (tmp_path / "_site").rglob("*")} | {(tmp_path / "_site").stat().st_mtime}
    assert stamps == {1700000000}


def test_two_artifacts_in_one_place_publish_nothing(tmp_path: Path) -> None:
    publish(site(index="home"), tmp_path / "_site")
    with pytest.raises(ValueError, match="clashes"):
        publish(site(index="new", Index="newer"), tmp_path / "_site")
    with pytest.raises(ValueError, match="clashes"):
        publish([Artifact(".sitegen", b"")], tmp_path / "_site")
    assert everything(tmp_path) == {"_site/.sitegen": MARKER, "_site/index.html": b"home"}


def test_a_folder_that_is_not_ours_is_refused_here_too(tmp_path: Path) -> None:
    (tmp_path / "_site").mkdir()
    (tmp_path / "_site" / "mine.txt").write_bytes(b"mine")
    with pytest.raises(MachineError, match="no build wrote it"):
        publish(site(index="home"), tmp_path / "_site")
    assert everything(tmp_path) == {"_site/mine.txt": b"mine"}


def test_without_an_exchange_two_renames_do_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(swapping, "exchange", lambda one, other: False)
    publish(site(index="home", a="A"), tmp_path / "_site")
    publish(site(index="house", a="A"), tmp_path / "_site")
    assert everything(tmp_path) == {"_site/.sitegen": MARKER, "_site/index.html": b"house", "_site/a.html": b"A"}


@pytest.mark.skipif(sys.platform != "linux", reason="other systems swap by two renames")
def test_this_machine_exchanges_folders_in_one_step(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    (tmp_path / "a" / "file").write_bytes(b"")
    assert swapping.exchange(tmp_path / "a", tmp_path / "b")
    assert (tmp_path / "b" / "file").exists()


def test_a_build_that_died_between_two_renames_is_put_right(tmp_path: Path) -> None:
    publish(site(index="home"), tmp_path / "_site")
    (tmp_path / "_site").rename(tmp_path / "._site.sitegen-old")
    (tmp_path / "._site.sitegen-stage").mkdir()
    (tmp_path / "._site.sitegen-stage" / "half.html").write_bytes(b"ha")
    with pytest.raises(ValueError, match="cannot be a file"):
        publish(site(index="new", **{"bad?": "x"}), tmp_path / "_site")
    published = publish(site(index="home", a="A"), tmp_path / "_site")
    assert published.replaced
    assert everything(tmp_path) == {"_site/.sitegen": MARKER, "_site/index.html": b"home", "_site/a.html": b"A"}
    assert [path.name for path in tmp_path.iterdir()] == ["_site"]


def test_a_second_rename_that_fails_brings_the_old_site_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(site(index="home"), tmp_path / "_site")
    monkeypatch.setattr(swapping, "exchange", lambda one, other: False)
    rename = Path.rename

    def fail_for_stage(self: Path, target: Path) -> Path:
        if self.name.endswith("-stage"):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", fail_for_stage)
    with pytest.raises(MachineError, match="the old one is untouched"):
        publish(site(index="house"), tmp_path / "_site")
    assert everything(tmp_path) == {"_site/.sitegen": MARKER, "_site/index.html": b"home"}


def test_leftovers_that_are_links_are_deleted_and_not_followed(tmp_path: Path) -> None:
    (tmp_path / "precious").mkdir()
    (tmp_path / "precious" / "a.txt").write_bytes(b"kept")
    (tmp_path / "._site.sitegen-stage").symlink_to("precious")
    publish(site(index="home"), tmp_path / "_site")
    assert (tmp_path / "precious" / "a.txt").read_bytes() == b"kept"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["_site", "precious"]


FULL = """
import resource, sys
from pathlib import Path
from sitegen.artifact import Artifact
from sitegen.problem import MachineError
from sitegen.publish import publish
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    publish([Artifact("index.html", b"new"), Artifact("big.html", b"x" * 2000)], Path(sys.argv[1]))
except MachineError as failure:
    print(failure, "|", failure.__cause__.strerror)
"""


def test_a_file_that_cannot_be_written_to_its_end_leaves_the_old_site(tmp_path: Path) -> None:
    publish(site(index="home"), tmp_path / "_site")
    command = [sys.executable, "-c", FULL, str(tmp_path / "_site")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout == (
        f"cannot write the new site for {tmp_path / '_site'}; nothing was published | {os.strerror(errno.EFBIG)}\n"
    )
    assert everything(tmp_path) == {"_site/.sitegen": MARKER, "_site/index.html": b"home"}


LOWLY = """
import os, sys
from pathlib import Path
from sitegen.artifact import Artifact
from sitegen.problem import MachineError
from sitegen.publish import publish
if os.getuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
try:
    publish([Artifact("index.html", b"new")], Path(sys.argv[1]))
except MachineError as failure:
    print(failure, "|", failure.__cause__.strerror)
"""


def test_a_place_that_may_not_be_written_is_the_machines_fault() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        publish(site(index="home"), folder / "_site")
        folder.chmod(0o555)
        command = [sys.executable, "-c", LOWLY, str(folder / "_site")]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        folder.chmod(0o755)
        assert done.stdout == (
            f"cannot write beside the output folder {folder / '_site'} | {os.strerror(errno.EACCES)}\n"
        )
        assert everything(folder) == {"_site/.sitegen": MARKER, "_site/index.html": b"home"}


def test_a_file_that_a_power_cut_left_empty_is_written_anew(tmp_path: Path) -> None:
    publish(site(index="home", a="A"), tmp_path / "_site")
    (tmp_path / "_site" / "index.html").write_bytes(b"")
    assert publish(site(index="home", a="A"), tmp_path / "_site").unchanged == 1
    assert (tmp_path / "_site" / "index.html").read_bytes() == b"home"


def test_an_interrupt_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(site(index="home"), tmp_path / "_site")
    monkeypatch.setattr(swapping, "swap", lambda stage, output, old: signal.raise_signal(signal.SIGINT))
    with pytest.raises(KeyboardInterrupt):
        publish(site(index="house"), tmp_path / "_site")
    assert everything(tmp_path) == {"_site/.sitegen": MARKER, "_site/index.html": b"home"}
