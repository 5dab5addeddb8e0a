"""Which files are digests: the ones named, and every ``*.txt`` right inside the folders named."""

from __future__ import annotations

import stat
from collections.abc import Iterable
from pathlib import Path

from sitegen.config.paths import real_path, shown
from sitegen.problem import Location, Problem, error, warning

_SPECIAL = (
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISBLK, "a device"),
    (stat.S_ISCHR, "a device"),
)


def discover(inputs: Iterable[Path], root: Path) -> tuple[tuple[Path, ...], tuple[Problem, ...]]:
    """The digest files, each once however often it is named, and what was passed over.

    A folder's files come in the order of their names. Hidden files are passed over silently, other files and
    folders with a warning; so are links that lead out of their folder.
    """
    files: dict[Path, Path] = {}
    problems: list[Problem] = []
    for path in inputs:
        try:
            mode = path.stat().st_mode
            found = _in_folder(path, root, problems) if stat.S_ISDIR(mode) else [path]
        except OSError as caught:
            missing = isinstance(caught, FileNotFoundError)
            message = "there is no such file or folder" if missing else f"cannot be read: {caught.strerror}"
            problems.append(error(Location(shown(path, root)), message))
            continue
        if not stat.S_ISDIR(mode) and (kind := _special(mode)):
            problems.append(error(Location(shown(path, root)), f"is {kind}, not a file or folder"))
            continue
        for file in found:
            files.setdefault(real_path(file), file)
    return tuple(files.values()), tuple(problems)


def _in_folder(folder: Path, root: Path, problems: list[Problem]) -> list[Path]:
    found = []
    inside = real_path(folder)
    for path in sorted(folder.iterdir(), key=lambda path: path.name):
        if path.name.startswith("."):
            continue
        at = Location(shown(path, root))
        if path.is_symlink() and not real_path(path).is_relative_to(inside):
            problems.append(warning(at, "skipped: the link leads outside the input folder", "copy the file"))
        elif not path.exists():
            problems.append(warning(at, "skipped: the link leads nowhere"))
        elif path.is_dir():
            problems.append(warning(at, "skipped: folders inside an input folder are not read", "name it as an input"))
        elif kind := _special(path.stat().st_mode):
            problems.append(error(at, f"is {kind}, not a file"))
        elif path.suffix.lower() != ".txt":
            problems.append(warning(at, "skipped: not a .txt file"))
        else:
            found.append(path)
    return found


def _special(mode: int) -> str:
    return next((kind for test, kind in _SPECIAL if test(mode)), "")
