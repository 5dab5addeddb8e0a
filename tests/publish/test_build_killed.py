"""`kill -9` at random moments of a whole build: the published site is the whole old one or the whole new one."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sitegen.starter import new

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems swap by two renames, which leave a gap")

MORE = (
    "\n\nA Paper of the Second Edition\n\nA summary of it that is long enough to be taken for an abstract. It ends.\n"
)


def site(folder: Path, *, second: bool) -> Path:
    assert new(folder).problems == ()
    digest = folder / "digests" / "first-steps.txt"
    (folder / "examples" / "first-steps.txt").rename(digest)
    if second:
        digest.write_text(digest.read_text(encoding="utf-8").rstrip() + MORE, encoding="utf-8")
    return folder


def start(folder: Path, output: Path, checkout: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "sitegen", "build", "--quiet", "--output", str(output)]
    environment = {**os.environ, "PYTHONPATH": str(checkout)}
    return subprocess.Popen(command, cwd=folder, env=environment, start_new_session=True)


def everything(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def differences(folder: Path, site: dict[str, bytes]) -> list[str]:
    found = everything(folder)
    return sorted(name for name in found.keys() | site.keys() if found.get(name) != site.get(name))


def test_killed_at_twenty_random_moments_a_build_leaves_one_whole_site(tmp_path: Path, checkout: Path) -> None:
    folders = [site(tmp_path / "first", second=False), site(tmp_path / "second", second=True)]
    whole: list[dict[str, bytes]] = []
    longest = 0.0
    for folder in folders:
        started = time.monotonic()
        assert start(folder, tmp_path / "expected" / folder.name, checkout).wait() == 0
        longest = max(longest, time.monotonic() - started)
        whole.append(everything(tmp_path / "expected" / folder.name))
    assert whole[0] != whole[1]

    output = tmp_path / "out" / "_site"
    assert start(folders[0], output, checkout).wait() == 0
    moments = random.Random(9)
    killed = 0
    for number in range(200):  # a machine that is done sooner each time would never be killed
        started = time.monotonic()
        build = start(folders[number % 2], output, checkout)
        try:
            build.wait(moments.uniform(0.2, 1.0) * longest)
            longest = time.monotonic() - started  # the machine is less busy than it was
        except subprocess.TimeoutExpired:
            os.killpg(build.pid, signal.SIGKILL)
            killed += build.wait() == -signal.SIGKILL
        assert [] in [differences(output, site) for site in whole]
        if killed == 20:
            break
    assert killed == 20
    assert start(folders[1], output, checkout).wait() == 0
    assert differences(output, whole[1]) == []
    assert [path.name for path in output.parent.iterdir()] == ["_site"]
