"""The real command line, run as a process of its own, and small sites for it."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent

ABSTRACT = (
    "Small machines on a bench are asked to sort pebbles by weight, and most of them learn it within a day. "
    "What they learn is carried over to shells and to coins, with a loss that is measured here for the first time. "
    "We describe the bench, the pebbles and every run that failed."
)
DIGEST = f"new\n\nApr 3\n\nSorting Pebbles on a Bench\n\n{ABSTRACT}\n"


@dataclass(frozen=True, slots=True)
class Run:
    """What a command came to."""

    code: int
    out: str
    err: str

    @property
    def findings(self) -> list[str]:
        """Standard error without the stages of the build, and without the lines of files that problems show."""
        return [line for line in self.err.splitlines() if not line.startswith(("sitegen: read", " "))]


def command(*arguments: str | Path) -> list[str]:
    return [sys.executable, "-m", "sitegen", *map(str, arguments)]


def environment(more: Mapping[str, str] | None = None) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(CHECKOUT), **(more or {})}


def sitegen(folder: Path, *arguments: str | Path, env: Mapping[str, str] | None = None) -> Run:
    """Run ``sitegen`` with ``folder`` as the working folder."""
    done = subprocess.run(
        command(*arguments), cwd=folder, env=environment(env), capture_output=True, check=False, timeout=120
    )
    return Run(done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace"))


def make_site(folder: Path, settings: str = "", digests: Mapping[str, str | bytes] | None = None) -> Path:
    """A site's folder with a `site.yaml` and ``digests/``; one digest of one paper unless told."""
    (folder / "digests").mkdir(parents=True)
    (folder / "site.yaml").write_text(f"input: [digests]\n{settings}", encoding="utf-8")
    for name, text in (digests or {"a.txt": DIGEST}).items():
        (folder / "digests" / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def fingerprint(folder: Path, but: Sequence[str] = ()) -> dict[str, str]:
    """Every path below a folder with its kind or a hash of its bytes, and its time stamp: untouched is untouched.

    But for what builds remember, which may grow at any time.
    """
    found = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if name in but or name.startswith(".sitegen-cache"):
            continue
        what = "folder" if path.is_dir() else hashlib.sha256(path.read_bytes()).hexdigest()
        found[name] = f"{what} {path.lstat().st_mtime_ns} {path.lstat().st_ino}"
    return found
