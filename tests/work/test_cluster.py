"""The workers of a Dask cluster, separate processes with a scheduler of their own, build the same site."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from commands import CHECKOUT, command, environment
from dying import DYING

from sitegen.problem import MachineError
from sitegen.work import Work
from sitegen.work.workers import cluster

pytest.importorskip("distributed", reason="the extra 'cluster' is not installed: no build on a Dask cluster is tried")
DAY = {"SOURCE_DATE_EPOCH": "1700000000"}
# Work that has killed two workers is given back; workers find what these tests define.
FRAIL = {
    "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "1",
    "PYTHONPATH": os.pathsep.join(map(str, (CHECKOUT, CHECKOUT / "tests"))),
}


@dataclass
class Cluster:
    """Where the scheduler answers, and its workers."""

    address: str
    workers: list[subprocess.Popen[bytes]]


@contextmanager
def running(*arguments: str) -> Iterator[subprocess.Popen[bytes]]:
    """A process of Dask's, ended at the end."""
    process = subprocess.Popen(
        [sys.executable, "-m", *arguments], env=environment(FRAIL), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()


@pytest.fixture
def dask(tmp_path: Path) -> Iterator[Cluster]:
    """A scheduler and two workers on this machine."""
    file = tmp_path / "scheduler.json"
    with ExitStack() as held:
        held.enter_context(
            running(
                "distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--no-show",
                "--scheduler-file", str(file),
            )
        )  # fmt: skip
        workers = [
            held.enter_context(
                running(
                    "distributed.cli.dask_worker", "--scheduler-file", str(file), "--nthreads", "1", "--no-nanny",
                    "--no-dashboard", "--local-directory", str(tmp_path / f"worker{n}"),
                )
            )
            for n in range(2)
        ]  # fmt: skip
        yield Cluster(address(file), workers)


def address(file: Path) -> str:
    for _ in range(600):
        if file.exists() and (text := file.read_text(encoding="utf-8")):
            return str(json.loads(text)["address"])
        time.sleep(0.05)
    raise AssertionError("the scheduler has not begun")


def wait_for_work(scheduler: str) -> None:
    """Until somebody has asked for something."""
    from distributed import Client

    with Client(scheduler, set_as_default=False) as client:  # type: ignore[no-untyped-call]
        while not client.run_on_scheduler(lambda dask_scheduler: len(dask_scheduler.tasks)):
            time.sleep(0.02)


def sources(folder: Path) -> Path:
    """A site of the shipped rules and one of the digests."""
    (folder / "digests").mkdir(parents=True)
    for name in ("site.yaml", "digests/002.txt"):
        shutil.copyfile(CHECKOUT / name, folder / name)
    return folder


def begun(folder: Path, *options: str) -> subprocess.Popen[bytes]:
    arguments = command("build", "--quiet", "--output", "site", *options)
    return subprocess.Popen(arguments, cwd=folder, env=environment(DAY), stderr=subprocess.PIPE)


def built(build: subprocess.Popen[bytes], folder: Path) -> dict[str, bytes]:
    said = build.communicate(timeout=240)[1].decode()
    assert build.returncode == 0, said
    site = folder / "site"
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def test_a_cluster_builds_the_same_bytes_even_when_it_loses_a_worker(tmp_path: Path, dask: Cluster) -> None:
    alone = sources(tmp_path / "alone")
    expected = built(begun(alone, "--jobs", "1"), alone)
    together = sources(tmp_path / "together")
    build = begun(together, "--cluster", dask.address)
    with cluster(dask.address) as (executor, number, _):
        assert number == 2
        assert executor is not None
        assert executor.submit(os.getpid).result() in [worker.pid for worker in dask.workers]
    wait_for_work(dask.address)
    assert build.poll() is None, "the build is over before a worker could be lost"
    os.kill(dask.workers[0].pid, signal.SIGKILL)
    assert built(build, together) == expected


def test_work_that_kills_every_worker_is_done_at_home(dask: Cluster) -> None:
    with cluster(dask.address) as (executor, number, _):
        doubled = list(Work(executor=executor, workers=number).each(DYING, os.getpid(), range(200), chunk=8))
    assert doubled == list(range(0, 400, 2))
    assert [worker.wait(10) for worker in dask.workers] == [-signal.SIGKILL, -signal.SIGKILL]


def test_a_cluster_that_does_not_answer_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sitegen.work.workers._PATIENCE", "0.2s")
    with pytest.raises(MachineError, match="no Dask scheduler with workers answers"):
        cluster("tcp://127.0.0.1:9").__enter__()
