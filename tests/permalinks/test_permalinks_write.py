"""New names get into `permalinks.yaml` whole or not at all, and are not lost with a build that dies."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from sitegen.cli import main
from sitegen.permalinks import write
from sitegen.permalinks.model import PermalinkRecord, Permalinks
from sitegen.permalinks.read import read
from sitegen.problem import MachineError
from sitegen.publish import hold_folder

FROGS = PermalinkRecord("frogs", "Frogs", "2026-01-01")
TOADS = PermalinkRecord("toads", "Toads", "2026-02-02")


def names(root: Path) -> list[str]:
    permalinks, problems = read(root)
    assert problems == ()
    assert permalinks is not None
    return list(permalinks.records)


def known(root: Path) -> Permalinks:
    permalinks, _ = read(root)
    assert permalinks is not None
    return permalinks


def recorded(root: Path, *records: PermalinkRecord) -> None:
    write.prepare(root, known(root), {one.slug: one for one in records})
    write.commit(root)


def publish_page(output: Path, slug: str) -> None:
    (output / "papers").mkdir(parents=True, exist_ok=True)
    (output / "papers" / f"{slug}.html").touch()


def test_prepared_names_are_not_there_until_they_are_committed(tmp_path: Path) -> None:
    write.prepare(tmp_path, known(tmp_path), {"frogs": FROGS})
    assert names(tmp_path) == []
    write.commit(tmp_path)
    assert names(tmp_path) == ["frogs"]
    assert [path.name for path in tmp_path.iterdir()] == ["permalinks.yaml"]


def test_names_of_a_build_that_died_after_the_swap_are_recorded_by_the_next(tmp_path: Path) -> None:
    recorded(tmp_path, FROGS)
    write.prepare(tmp_path, known(tmp_path), {"toads": TOADS})
    publish_page(tmp_path / "_site", "toads")
    write.recover(tmp_path, tmp_path / "_site")
    assert names(tmp_path) == ["frogs", "toads"]
    assert not (tmp_path / write.PENDING).exists()


def test_names_of_a_build_that_died_before_the_swap_are_forgotten(tmp_path: Path) -> None:
    recorded(tmp_path, FROGS)
    write.prepare(tmp_path, known(tmp_path), {"toads": TOADS})
    publish_page(tmp_path / "_site", "frogs")
    write.recover(tmp_path, tmp_path / "_site")
    assert names(tmp_path) == ["frogs"]
    assert not (tmp_path / write.PENDING).exists()


def test_half_a_prepared_file_is_forgotten(tmp_path: Path) -> None:
    recorded(tmp_path, FROGS)
    (tmp_path / write.PENDING).write_text('toads:\n  title: "To')
    publish_page(tmp_path / "_site", "toads")
    write.recover(tmp_path, tmp_path / "_site")
    assert names(tmp_path) == ["frogs"]


def test_what_people_write_during_a_build_stays(tmp_path: Path) -> None:
    recorded(tmp_path, FROGS)
    before = known(tmp_path)
    file = tmp_path / "permalinks.yaml"
    file.write_text(file.read_text() + '  reason: "Leapt away"\nmice:\n  title: "Mice"\n')
    write.prepare(tmp_path, before, {"frogs": PermalinkRecord("frogs", "Frogs!", "2026-01-01"), "toads": TOADS})
    write.commit(tmp_path)
    now = known(tmp_path).records
    assert list(now) == ["frogs", "mice", "toads"]
    assert (now["frogs"].title, now["frogs"].reason) == ("Frogs", "Leapt away")


def test_a_file_that_became_unreadable_during_a_build_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "permalinks.yaml").write_text("<<<<<<< HEAD\n")
    with pytest.raises(MachineError, match="changed during the build"):
        write.prepare(tmp_path, Permalinks(), {"frogs": FROGS})
    assert (tmp_path / "permalinks.yaml").read_text() == "<<<<<<< HEAD\n"


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the superuser may write everywhere")
def test_nothing_is_published_where_the_names_cannot_be_written(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(MachineError, match="nothing was published"):
        write.prepare(tmp_path, Permalinks(), {"frogs": FROGS})


@pytest.mark.skipif(sys.platform == "win32", reason="folders cannot be locked there")
def test_a_second_build_of_the_same_site_waits(tmp_path: Path) -> None:
    code = (
        "import sys, pathlib\n"
        "from sitegen.publish import hold_folder\n"
        "with hold_folder(pathlib.Path(sys.argv[1]), waiting=lambda folder: print('waiting', flush=True)):\n"
        "    print('in', flush=True)\n"
    )
    with hold_folder(tmp_path):
        second = subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], stdout=subprocess.PIPE, text=True)
        assert second.stdout is not None
        assert second.stdout.readline() == "waiting\n"
    assert second.communicate()[0] == "in\n"


def site(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (folder / "digests").mkdir()
    (folder / "site.yaml").write_text("input: [digests]\n")
    add(folder, "1", "Frogs and Their Networks", "Frogs leap over networks, and networks carry what they have seen.")
    monkeypatch.chdir(folder)
    return folder


def add(folder: Path, digest: str, title: str, summary: str) -> None:
    (folder / "digests" / f"{digest}.txt").write_text(f"{title}\n\n{summary * 3}\n")


def test_the_first_build_writes_the_file_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    site(tmp_path, monkeypatch)
    assert main(["build"]) == 0
    said = capsys.readouterr().out
    assert "no permalinks.yaml yet, 1 new" in said
    assert "Commit permalinks.yaml: without it, a later build may give these pages other addresses." in said
    assert names(tmp_path) == ["frogs-and-their-networks"]


def test_a_build_says_which_lines_to_commit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    site(tmp_path, monkeypatch)
    assert main(["build", "--quiet"]) == 0
    add(tmp_path, "2", "Toads", "Toads do no such thing, they sit by the water all day long and wait for rain.")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    capsys.readouterr()
    assert main(["build"]) == 0
    said = capsys.readouterr().out.partition("\n\n")[2].splitlines()
    assert said[:4] == [
        "Commit permalinks.yaml, which now has these lines:",
        "toads:",
        '  title: "Toads"',
        "  first_seen: 2023-11-14",
    ]


def test_a_locked_build_fails_and_lists_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    site(tmp_path, monkeypatch)
    assert main(["build", "--quiet", "--locked"]) == 1
    said = capsys.readouterr().err
    assert "permalinks.yaml: error: lacks the name 'frogs-and-their-networks'\n" in said
    assert '\nfrogs-and-their-networks:\n  title: "Frogs and Their Networks"\n  first_seen: ' in said
    assert sorted(path.name for path in tmp_path.glob("[!.]*")) == ["digests", "site.yaml"]


def test_a_locked_build_with_every_name_publishes_and_writes_no_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site(tmp_path, monkeypatch)
    assert main(["build", "--quiet"]) == 0
    before = (tmp_path / "permalinks.yaml").read_bytes()
    text = "Frogs leap over networks, and networks carry what they have seen."
    add(tmp_path, "1", "Frogs and Their Neural Networks", text)
    assert main(["build", "--quiet", "--locked"]) == 0
    assert (tmp_path / "permalinks.yaml").read_bytes() == before
    assert (tmp_path / "_site" / "papers" / "frogs-and-their-networks.html").is_file()


def test_named_inputs_leave_the_names_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site(tmp_path, monkeypatch)
    (tmp_path / "permalinks.yaml").write_text("<<<<<<< not even read\n")
    assert main(["build", "--quiet", "--input", "digests"]) == 0
    assert (tmp_path / "permalinks.yaml").read_text() == "<<<<<<< not even read\n"


def test_a_conflict_in_the_file_publishes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    site(tmp_path, monkeypatch)
    (tmp_path / "permalinks.yaml").write_text("<<<<<<< HEAD\n=======\n>>>>>>> side\n")
    assert main(["build", "--quiet"]) == 1
    assert "permalinks.yaml:1:1: error: holds a merge conflict that is not settled" in capsys.readouterr().err
    assert not (tmp_path / "_site").exists()


def test_check_writes_no_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site(tmp_path, monkeypatch)
    assert main(["check", "--quiet"]) == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["digests", "site.yaml"]


@pytest.mark.skipif(sys.platform == "win32", reason="needs kill -9")
def test_killed_between_the_swap_and_the_write_no_name_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, checkout: Path
) -> None:
    """The next build has another digest with the same title, which would have taken the lost name's place."""
    site(tmp_path, monkeypatch)
    code = (
        "import os, signal\n"
        "from sitegen.permalinks import write\n"
        "write.commit = lambda root: os.kill(os.getpid(), signal.SIGKILL)\n"
        "from sitegen.cli import main\n"
        "main(['build', '--quiet'])\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(checkout)}
    killed = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env=environment, check=False)
    assert killed.returncode == -signal.SIGKILL
    assert not (tmp_path / "permalinks.yaml").exists()
    add(tmp_path, "2", "Frogs and Their Networks", "Nothing of the kind was ever seen by anybody in a garden pond.")
    assert main(["build", "--quiet"]) == 0
    assert "frogs-and-their-networks" in names(tmp_path)
    page = (tmp_path / "_site" / "papers" / "frogs-and-their-networks.html").read_text(encoding="utf-8")
    assert "Frogs leap over networks" in page
