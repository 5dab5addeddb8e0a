"""Which files are digests: the ones named, and right inside the folders named those whose names end as digests' do."""

from __future__ import annotations

import stat
from collections.abc import Collection, Iterable
from pathlib import Path

from sitegen import user_file
from sitegen.config.paths import real_path, shown
from sitegen.problem import Location, Problem, error, warning


def discover(
    inputs: Iterable[Path], root: Path, suffixes: Collection[str]
) -> tuple[tuple[Path, ...], tuple[Problem, ...]]:
    """The digest files, each once however often it is named, and what was passed over.

    ``suffixes`` are what names of digests end with; a file that is named itself may be called anything.

    A folder's files come in the order of their names. Hidden files are passed over silently, other files and
    folders with a warning; so are links that lead out of their folder.
    """
    files: dict[Path, Path] = {}
    problems: list[Problem] = []
    for path in inputs:
        try:
            mode = path.stat().st_mode
            found = _in_folder(path, root, suffixes, problems) if stat.S_ISDIR(mode) else [path]
        except OSError as caught:
            at = Location(shown(path, root))
            missing = error(at, "there is no such file or folder")
            problems.append(missing if isinstance(caught, FileNotFoundError) else user_file.unreadable(caught, at))
            continue
        if not stat.S_ISDIR(mode) and (other := user_file.kind(mode)):
            problems.append(error(Location(shown(path, root)), f"is {other}, not a file or folder"))
            continue
        for file in found:
            files.setdefault(real_path(file), file)
    return tuple(files.values()), tuple(problems)


def _in_folder(folder: Path, root: Path, suffixes: Collection[str], problems: list[Problem]) -> list[Path]:
    found = []
    for path in sorted(folder.iterdir(), key=lambda path: path.name):
        if path.name.startswith("."):
            continue
        at = Location(shown(path, root))
        mode = user_file.mode(path)
        if path.is_symlink() and user_file.leads_outside(path, folder):
            problems.append(warning(at, "skipped: the link leads outside the input folder", "copy the file"))
        elif mode is None:
            problems.append(warning(at, "skipped: the link leads nowhere"))
        elif stat.S_ISDIR(mode):
            problems.append(warning(at, "skipped: folders inside an input folder are not read", "name it as an input"))
        elif other := user_file.kind(mode):
            problems.append(error(at, f"is {other}, not a file"))
        elif path.suffix.lower() not in suffixes:
            hint = f"digests end with {', '.join(sorted(suffixes))}"
            problems.append(warning(at, "skipped: not the name of a digest", hint))
        else:
            found.append(path)
    return found
