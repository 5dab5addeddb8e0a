"""CPU of a build from cold, stage by stage: ``python benchmarks/build.py [ROUNDS] [SITE.YAML]``.

User and system time of the whole process and of Pagefind, which it starts: a fresh process, a fresh output folder, no
`permalinks.yaml` written, bytecode compiled. The median of the rounds (5), and what each stage takes of it; the first
stage is all that comes before reading: Python's own start, imports, `site.yaml`.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from sitegen.build import build
from sitegen.config.load import load
from sitegen.problem import has_errors
from sitegen.progress import Progress

CHECKOUT = Path(__file__).resolve().parent.parent


def cpu() -> float:
    """Seconds that this process and its ended children have worked."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in used)


@dataclass(slots=True)
class Meter(Progress):
    """Progress that keeps each stage's CPU time and the highest memory by its end."""

    quiet: bool = True
    cpu: dict[str, float] = field(default_factory=dict)
    peak: dict[str, int] = field(default_factory=dict)
    _cpu: float = 0.0

    def stage(self, name: str) -> None:
        """The stage before is over, this one begins."""
        self._measure()
        Progress.stage(self, name)

    def finish(self) -> None:
        """The last stage is over."""
        self._measure()
        Progress.finish(self)

    def _measure(self) -> None:
        now = cpu()
        self.cpu[self._current or "start"] = now - self._cpu
        self.peak[self._current or "start"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        self._cpu = now


def once(config: Path, output: Path) -> None:
    """One build in this process; its figures go to standard output."""
    settings, problems = load(config, output=output)
    assert settings is not None, problems
    meter = Meter()
    outcome = build(settings, meter, locked=False)
    if has_errors(outcome.problems):
        raise SystemExit("\n".join(str(problem) for problem in outcome.problems))
    sizes = {path.relative_to(output).as_posix(): path.stat().st_size for path in output.rglob("*") if path.is_file()}
    heaviest = max((path for path in sizes if path.endswith(".html")), key=lambda path: sizes[path])
    print(
        json.dumps(
            {
                "cpu": meter.cpu,
                "wall": meter.seconds,
                "peak": meter.peak,
                "papers": len(outcome.assembled.catalogue.papers) if outcome.assembled else 0,
                "files": len(outcome.paths),
                "bytes": sum(sizes.values()),
                "index": outcome.index_bytes,
                "heaviest": [heaviest, sizes[heaviest]],
            }
        )
    )


def measure(config: Path, rounds: int) -> list[dict[str, dict[str, float]]]:
    """The figures of so many builds, each in a process of its own, from a copy of the site without its names."""
    found = []
    for _ in range(rounds + 1):  # the first compiles bytecode
        with tempfile.TemporaryDirectory() as folder:
            here = Path(folder, "site")
            theme = () if config.parent == CHECKOUT else ("templates", "static")  # the checkout's is the built-in one
            for name in ("digests", "notes", *theme):
                if (config.parent / name).is_dir():
                    shutil.copytree(config.parent / name, here / name)
            for name in (config.name, "about.md"):
                if (config.parent / name).is_file():
                    shutil.copy(config.parent / name, here)
            child = [sys.executable, __file__, "--once", str(here / config.name), str(here / "_site")]
            environment = {**os.environ, "PYTHONPATH": str(CHECKOUT), "SOURCE_DATE_EPOCH": "1700000000"}
            before, started = cpu(), time.perf_counter()
            done = subprocess.run(child, env=environment, stdout=subprocess.PIPE, check=True)
            figures = json.loads(done.stdout)
            figures["total"] = {"cpu": cpu() - before, "wall": time.perf_counter() - started}
            found.append(figures)
    return found[1:]


def main(rounds: int, config: Path) -> None:
    """Print a table: stage, CPU, share of all CPU, wall time, peak memory."""
    found = measure(config, rounds)
    total = statistics.median(figures["total"]["cpu"] for figures in found)
    print(f"{found[0]['papers']:,} papers, {found[0]['files']:,} files, {found[0]['bytes'] / 1e6:.1f} MB, ", end="")
    path, size = found[0]["heaviest"]
    print(f"index {found[0]['index'] / 1e6:.1f} MB, heaviest page {path} {size / 1e3:.0f} kB; median of {rounds}")
    print("stage       CPU s   share   wall s   peak MB")
    for stage in found[0]["cpu"]:
        spent = statistics.median(figures["cpu"][stage] for figures in found)
        wall = statistics.median(figures["wall"].get(stage, 0.0) for figures in found)
        peak = max(figures["peak"][stage] for figures in found)
        print(f"{stage:<10} {spent:6.3f}  {100 * spent / total:4.0f} %   {wall:6.3f}   {peak:7,}")
    wall = statistics.median(figures["total"]["wall"] for figures in found)
    print(f"{'all':<10} {total:6.3f}   100 %   {wall:6.3f}")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--once"]:
        once(Path(sys.argv[2]), Path(sys.argv[3]))
    else:
        main(int((sys.argv[1:] or ["5"])[0]), Path((sys.argv[2:] or [CHECKOUT / "site.yaml"])[0]).resolve())
