"""What checking links and publishing cost: ``python benchmarks/publishing.py SITE [FOLDER]``.

SITE is a built site; FOLDER, on the file system to measure, takes copies of it (default: beside SITE). Three cases: a
first publication, one in which nothing has changed, one in which every file has.
"""

from __future__ import annotations

import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from sitegen.artifact import Artifact
from sitegen.check import check
from sitegen.publish import publish

ROUNDS = 5


def median(work: Callable[[int], object]) -> str:
    """CPU and wall time of one round, in milliseconds."""
    cpu, wall = [], []
    for number in range(ROUNDS):
        usage, started = resource.getrusage(resource.RUSAGE_SELF), time.perf_counter()
        work(number)
        after = resource.getrusage(resource.RUSAGE_SELF)
        wall.append(time.perf_counter() - started)
        cpu.append(after.ru_utime + after.ru_stime - usage.ru_utime - usage.ru_stime)
    return f"{1000 * statistics.median(cpu):6.1f} ms CPU  {1000 * statistics.median(wall):6.1f} ms wall"


def main(site: Path, folder: Path) -> None:
    """Print one line per case."""
    artifacts = [
        Artifact(path.relative_to(site).as_posix(), path.read_bytes())
        for path in sorted(site.rglob("*"))
        if path.is_file() and path.name != ".sitegen"
    ]
    others = [
        [Artifact(artifact.path, artifact.data + b" " * (number + 1)) for artifact in artifacts]
        for number in range(ROUNDS)
    ]
    print(
        f"{len(artifacts):,} files, {sum(len(artifact.data) for artifact in artifacts) / 1e6:.1f} MB; {ROUNDS} rounds"
    )
    print("check links      ", median(lambda number: check(artifacts)))
    with tempfile.TemporaryDirectory(dir=folder) as scratch:
        print("publish, first   ", median(lambda number: publish(artifacts, Path(scratch, f"site-{number}"))))
        print("publish, same    ", median(lambda number: publish(artifacts, Path(scratch, "site-0"))))
        print("publish, changed ", median(lambda number: publish(others[number], Path(scratch, "site-0"))))


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    built = Path(sys.argv[1])
    main(built, Path(sys.argv[2]) if len(sys.argv) > 2 else built.resolve().parent)
