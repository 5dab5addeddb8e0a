"""Builds beside Hugo with Pagefind, pair by pair: ``python benchmarks/beside_hugo.py [--rounds N] [PAPERS …]``.

For each size (default: the shipped sample) the same catalogue is built by `sitegen` and, as `hugo_site` describes it,
by Hugo and Pagefind's command line, in turn: from nothing, with nothing changed, with one abstract edited. Medians of
wall time, CPU time of all processes, and the most memory that all processes of a build held together (their
proportional set size, looked at 20 times a second). Hugo comes from its package; ``make bench`` installs it in an
environment of its own. ``--json FILE`` keeps the figures, from which ``--plot FILE`` draws how they grow.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import hugo_site
from build import CHECKOUT, cpu
from build_scale import make_site
from growth_plot import draw

from sitegen.search.pagefind import executable

Figures = dict[str, list[float]]
"""Wall seconds, CPU seconds and peak megabytes of each round."""


def hugo() -> str:
    """Hugo's program. Its package's own command starts Python first, which is not to be measured."""
    found = sorted((CHECKOUT / ".bench").glob("lib/python*/site-packages/hugo/binaries/hugo*"))
    if not found:
        raise SystemExit("Hugo is missing: `make bench` installs it")
    return str(found[0])


class Peak:
    """The most memory that a process and all its children held together, in MB."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.process = process
        self.most = 0.0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch)

    def __enter__(self) -> Peak:
        self._thread.start()
        return self

    def __exit__(self, *exception: object) -> None:
        self._over.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._over.wait(0.05):
            self.most = max(self.most, sum(map(_size, _family(self.process.pid))))


def _family(pid: int) -> Iterator[int]:
    yield pid
    try:
        for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split():
            yield from _family(int(child))
    except OSError:
        return


def _size(pid: int) -> float:
    try:
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1000 for line in rollup.splitlines() if line.startswith("Pss:")), 0.0)


def measured(command: list[str], folder: Path, figures: Figures) -> None:
    """Run a command to its end, and note what it took."""
    before, started = cpu(), time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    with Peak(process) as peak:
        _, said = process.communicate()
    if process.returncode:
        raise SystemExit(f"{' '.join(command)}: {said.decode()[-2000:]}")
    figures.setdefault("wall", []).append(time.perf_counter() - started)
    figures.setdefault("cpu", []).append(cpu() - before)
    figures.setdefault("peak", []).append(peak.most)


@contextmanager
def catalogue(papers: int) -> Iterator[Path]:
    """The sources of a catalogue of so many papers, 0 for the shipped sample, in a folder that is gone afterwards."""
    with tempfile.TemporaryDirectory(dir=os.environ.get("SITEGEN_BENCH")) as folder:
        site = Path(folder, "site")
        if papers:
            make_site(site, papers * 5 // 4)  # one entry in five is a repeated one
        else:
            # Without facts: the pages of authors, years and venues, three a paper, are none of Hugo's.
            shutil.copytree(CHECKOUT / "digests", site / "digests")
            shutil.copy(CHECKOUT / "site.yaml", site)
        yield Path(folder)


def edited(site: Path, round: int) -> Callable[[], None]:
    """Changes one word in the middle of one abstract of a digest, another one each time."""

    def edit() -> None:
        file = sorted((site / "digests").glob("*.txt"))[0]
        lines = file.read_text(encoding="utf-8").split("\n")
        place = max(range(len(lines)), key=lambda n: len(lines[n]) if n < 400 else 0)
        words = lines[place].split(" ")
        words[len(words) // 2] = f"edited{round}"
        lines[place] = " ".join(words)
        file.write_text("\n".join(lines), encoding="utf-8")

    return edit


def compare(papers: int, rounds: int) -> dict[str, Figures]:
    """The figures of every case, in pairs: ours, then theirs."""
    found: dict[str, Figures] = {}
    build = [sys.executable, "-m", "sitegen", "build", "--quiet", "--base-url", hugo_site.ADDRESS]
    with catalogue(papers) as folder:
        site, theirs = folder / "site", folder / "hugo"
        environment = os.environ | {"PYTHONPATH": str(CHECKOUT)}
        subprocess.run(build, cwd=site, env=environment, check=True)  # compiles bytecode, and names the papers
        os.environ["PYTHONPATH"] = str(CHECKOUT)
        hugo_site.write(site / "_site", theirs)
        pagefind = [str(executable()), "--site", "public", "--quiet"]

        def run(case: str, command: list[str], where: Path) -> None:
            measured(command, where, found.setdefault(case, {}))

        for round in range(rounds):
            shutil.rmtree(site / "_site", ignore_errors=True)
            shutil.rmtree(site / ".sitegen-cache", ignore_errors=True)
            shutil.rmtree(theirs / "public", ignore_errors=True)
            run("sitegen, from nothing", build, site)
            run("Hugo, from nothing", [hugo(), "--quiet"], theirs)
            run("Pagefind", pagefind, theirs)
            subprocess.run(build, cwd=site, check=True)  # the names of new papers are on record from here on
            run("sitegen, nothing changed", build, site)
            run("Hugo, again", [hugo(), "--quiet"], theirs)
            edited(site, round)()
            run("sitegen, one abstract edited", build, site)
    return found


def table(found: dict[str, Figures]) -> str:
    """The medians, and what the targets are about: ratios within each round."""
    lines = [f"{'':30} {'wall s':>8} {'CPU s':>8} {'MB':>7}"]
    for case, figures in found.items():
        wall, used, peak = (statistics.median(figures[kind]) for kind in ("wall", "cpu", "peak"))
        lines.append(f"{case:30} {wall:8.3f} {used:8.3f} {peak:7.0f}")

    def ratio(case: str, *others: str) -> str:
        rounds = zip(found[case]["wall"], *(found[other]["wall"] for other in others), strict=True)
        ratios = [ours / sum(theirs) for ours, *theirs in rounds]
        return f"{statistics.median(ratios):.2f} ({min(ratios):.2f}–{max(ratios):.2f}) × {' + '.join(others)}"

    lines += [
        f"from nothing:     {ratio('sitegen, from nothing', 'Hugo, from nothing', 'Pagefind')}",
        f"nothing changed:  {ratio('sitegen, nothing changed', 'Hugo, again')}",
        f"one edit:         {ratio('sitegen, one abstract edited', 'Hugo, again', 'Pagefind')}",
    ]
    return "\n".join(lines)


def main() -> None:
    """Measure every size, print each table, keep what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("papers", nargs="*", type=int, default=[0], help="sizes; 0 is the shipped sample")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--plot", type=Path)
    options = parser.parse_args()
    everything = {}
    for papers in options.papers:
        found = compare(papers, options.rounds)
        everything[papers or 508] = found
        print(f"\n{papers or 508:,} papers, medians of {options.rounds}, {os.cpu_count()} processors\n{table(found)}")
        if options.json:
            options.json.write_text(json.dumps(everything, indent=1), encoding="utf-8")
    if options.plot:
        options.plot.write_text(draw(everything), encoding="utf-8")


if __name__ == "__main__":
    main()
