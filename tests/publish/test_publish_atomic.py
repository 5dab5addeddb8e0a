"""Killed at any moment, and read at any moment: the published site is one whole site."""

from __future__ import annotations

import itertools
import random
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from sitegen.artifact import Artifact
from sitegen.publish import hold, publish

FILES = 150

# Publishes site 0, 1, 2 … until it is killed; every file of a site says which one it belongs to.
PUBLISHER = f"""
import itertools, sys
from pathlib import Path
from sitegen.artifact import Artifact
from sitegen.publish import publish, swap
if sys.argv[2] == "renames":
    swap.exchange = lambda one, other: False
for version in itertools.count():
    pages = [Artifact(f"papers/{{n}}.html", b"%d " % version * 500) for n in range({FILES})]
    publish(pages, Path(sys.argv[1]))
    if version == 0:
        print("published", flush=True)
"""


def versions(output: Path) -> set[bytes]:
    """Which sites the files belong to, each file being complete."""
    pages = [page.read_bytes() for page in (output / "papers").iterdir()]
    assert len(pages) == FILES
    assert all(page == (page.split(b" ", 1)[0] + b" ") * 500 for page in pages)
    return {page.split(b" ", 1)[0] for page in pages}


def publisher(output: Path, how: str) -> subprocess.Popen[bytes]:
    process = subprocess.Popen([sys.executable, "-c", PUBLISHER, str(output), how], stdout=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stdout.readline() == b"published\n"
    return process


LINUX = pytest.mark.skipif(sys.platform != "linux", reason="other systems swap by two renames, which leave a gap")


@pytest.mark.parametrize("how", [pytest.param("exchange", marks=LINUX), "renames"])
def test_killed_at_twenty_random_moments_the_site_is_one_whole_site(tmp_path: Path, how: str) -> None:
    output = tmp_path / "_site"
    moments = random.Random(20)
    for _ in range(20):
        process = publisher(output, how)
        time.sleep(moments.uniform(0.0, 0.06))
        process.send_signal(signal.SIGKILL)
        process.communicate()
        if how == "renames":  # may have died between the two; the next build that begins puts it right
            with hold(output):
                pass
        assert len(versions(output)) == 1
    publish([Artifact("index.html", b"home")], output)
    assert [path.name for path in tmp_path.iterdir()] == ["_site"]
    assert sorted(path.name for path in output.iterdir()) == [".sitegen", "index.html"]


@LINUX
def test_readers_never_miss_a_file_during_swaps(tmp_path: Path) -> None:
    output = tmp_path / "_site"
    stop = threading.Event()
    met: set[bytes] = set()  # the sites that the readers saw
    misses: list[str] = []

    def read() -> None:
        for number in itertools.cycle(range(FILES)):
            if stop.is_set():
                return
            try:
                met.add((output / "papers" / f"{number}.html").read_bytes().split(b" ", 1)[0])
            except OSError as failure:
                misses.append(str(failure))

    process = publisher(output, "exchange")
    readers = [threading.Thread(target=read) for _ in range(2)]
    for reader in readers:
        reader.start()
    deadline = time.monotonic() + 60
    while len(met) < 20 and time.monotonic() < deadline:
        time.sleep(0.1)
    stop.set()
    for reader in readers:
        reader.join()
    process.kill()
    process.communicate()
    assert misses == []
    assert len(met) >= 20
