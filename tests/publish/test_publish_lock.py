"""One build at a time, and no lock that outlives its build."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from sitegen.artifact import Artifact
from sitegen.publish import hold, publish

HOLDER = """
import sys, time
from pathlib import Path
from sitegen.publish import hold
with hold(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""

SECOND = """
import sys
from pathlib import Path
from sitegen.artifact import Artifact
from sitegen.publish import publish
publish([Artifact("index.html", b"second")], Path(sys.argv[1]))
"""


@pytest.fixture
def holder(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-c", HOLDER, str(tmp_path / "_site")]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    yield process
    process.kill()
    process.communicate()


def test_a_second_build_says_that_it_waits_and_then_publishes(tmp_path: Path, holder: subprocess.Popen[str]) -> None:
    command = [sys.executable, "-c", SECOND, str(tmp_path / "_site")]
    second = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    assert second.stderr is not None
    assert second.stderr.readline() == f"waiting for another build of {tmp_path / '_site'} to finish\n"
    assert not (tmp_path / "_site").exists()
    holder.communicate("")
    assert second.communicate(timeout=30) == (None, "")
    assert (tmp_path / "_site" / "index.html").read_bytes() == b"second"
    assert [path.name for path in tmp_path.iterdir()] == ["_site"]


def test_the_lock_of_a_killed_build_is_free(tmp_path: Path, holder: subprocess.Popen[str]) -> None:
    holder.send_signal(signal.SIGKILL)
    holder.wait()
    assert (tmp_path / "._site.sitegen-lock").exists()
    waited: list[Path] = []
    with hold(tmp_path / "_site", waiting=waited.append):
        pass
    assert waited == []
    assert list(tmp_path.iterdir()) == []


def test_another_output_in_the_same_folder_does_not_wait(tmp_path: Path, holder: subprocess.Popen[str]) -> None:
    waited: list[Path] = []
    with hold(tmp_path / "other", waiting=waited.append):
        pass
    assert waited == []


def test_one_folder_under_two_names_has_one_lock(tmp_path: Path, holder: subprocess.Popen[str]) -> None:
    (tmp_path / "alias").symlink_to(tmp_path)
    waited: list[Path] = []

    def waiting(output: Path) -> None:
        waited.append(output)
        holder.kill()

    with hold(tmp_path / "alias" / "_site", waiting=waiting):
        pass
    assert waited == [tmp_path / "_site"]


def test_threads_of_one_process_take_turns(tmp_path: Path) -> None:
    inside: list[int] = []
    most: list[int] = []

    def work() -> None:
        for _ in range(20):
            with hold(tmp_path / "new" / "_site", waiting=lambda output: None):
                inside.append(1)
                most.append(len(inside))
                time.sleep(0.001)
                inside.pop()

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert max(most) == 1
    assert len(most) == 80
    assert not list(tmp_path.glob("new/*"))  # no lock is left; the parent may be, if another thread was just using it


def test_a_parent_made_for_a_build_that_published_nothing_is_removed(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError), hold(tmp_path / "a" / "b" / "_site"):
        raise RuntimeError
    assert list(tmp_path.iterdir()) == []


def test_a_build_that_holds_the_output_publishes_with_its_claim(tmp_path: Path) -> None:
    with hold(tmp_path / "_site") as claim:
        publish([Artifact("index.html", b"home")], tmp_path / "_site", claim=claim)
    assert [path.name for path in tmp_path.iterdir()] == ["_site"]


def test_taking_the_lock_brings_back_the_site_of_a_killed_build(tmp_path: Path) -> None:
    publish([Artifact("index.html", b"home")], tmp_path / "_site")
    (tmp_path / "_site").rename(tmp_path / "._site.sitegen-old")
    with hold(tmp_path / "_site"):
        assert (tmp_path / "_site" / "index.html").read_bytes() == b"home"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_worker_that_outlives_its_build_does_not_keep_the_lock(tmp_path: Path) -> None:
    code = (
        "import os, sys, time; from pathlib import Path; from sitegen.publish import hold\n"
        "with hold(Path(sys.argv[1])):\n"
        "    child = os.fork()\n"
        "    if child == 0: os.close(1); time.sleep(60)\n"
        "    print(child, flush=True); os.kill(os.getpid(), 9)\n"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "_site")]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
    waited: list[Path] = []

    def waiting(output: Path) -> None:
        waited.append(output)
        os.kill(int(done.stdout), signal.SIGKILL)

    with hold(tmp_path / "_site", waiting=waiting):
        pass
    if not waited:
        os.kill(int(done.stdout), signal.SIGKILL)
    assert waited == []
