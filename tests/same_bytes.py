"""Whether several Pythons build the same site: ``python tests/same_bytes.py python3.11 python3.14 …``.

Each gets an environment of its own with the locked requirements and builds the shipped sample from nothing. The first
path that differs ends the run with 1. No part of the suite, which knows one Python: `make same-bytes`, and CI, run it.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
SETTINGS = {"SOURCE_DATE_EPOCH": "1700000000", "PYTHONPATH": str(CHECKOUT), "PYTHONDONTWRITEBYTECODE": "1"}


def site(python: str, folder: Path) -> dict[str, bytes]:
    """Every file of the sample's site, by path, as this Python builds it."""
    run = [str(folder / "environment/bin/python"), "-m"]
    subprocess.run([python, "-m", "venv", folder / "environment"], check=True)
    pip = ["pip", "--disable-pip-version-check", "install", "--quiet", "--require-hashes"]
    subprocess.run([*run, *pip, "-r", CHECKOUT / "requirements/site.txt"], check=True)
    subprocess.run(
        [*run, "sitegen", "build", "--quiet", "--input", "digests", "--output", folder / "site"],
        cwd=CHECKOUT,
        env=os.environ | SETTINGS,
        check=True,
    )
    return {
        path.relative_to(folder / "site").as_posix(): path.read_bytes()
        for path in (folder / "site").rglob("*")
        if path.is_file()
    }


def main(pythons: list[str]) -> int:
    """0 where all sites are equal, 1 where two differ, 2 where there are no two to compare."""
    if len(pythons) < 2:
        print('Name two Pythons or more: make same-bytes PYTHONS="python3.11 python3.14"')
        return 2
    with tempfile.TemporaryDirectory() as folder:
        first = site(pythons[0], Path(folder, "0"))
        for number, python in enumerate(pythons[1:], 1):
            other = site(python, Path(folder, str(number)))
            differ = sorted(path for path in {*first, *other} if first.get(path) != other.get(path))
            if differ:
                print(f"{pythons[0]} and {python}: {len(differ)} files differ, {differ[0]} first")
                return 1
    print(f"{len(first):,} files are the same from {', '.join(pythons)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
