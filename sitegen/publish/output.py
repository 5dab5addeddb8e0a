"""Which folder may be replaced by a build: only one that a build wrote, or one with nothing in it."""

from __future__ import annotations

import os
import stat
from collections.abc import Sequence
from pathlib import Path

from sitegen.config.paths import shown
from sitegen.problem import Location, MachineError, Problem, error
from sitegen.user_file import mode

MARKER = ".sitegen"
"""The file by which an output folder is known; its first line is the same in every build."""

_FORMAT = b"sitegen output 1\n"
MARKER_DATA = _FORMAT + b"A build wrote this folder, and the next one replaces it as a whole.\n"

_ELSEWHERE = "choose another --output, or delete it yourself"


def check_output(output: Path, inputs: Sequence[Path]) -> tuple[Problem, ...]:
    """Why ``output`` must not be replaced by a build that reads ``inputs``; nothing is touched or created.

    ``inputs`` are the files and folders that the build reads: digests, and the site's own templates, static files
    and notes. Raises MachineError where the folder cannot be looked at.
    """
    place = Location(shown(output, Path.cwd()))
    try:
        fault, hint = _fault(output, inputs)
    except OSError as cause:
        raise MachineError(f"cannot look at the output folder {output}") from cause
    return (error(place, fault, hint),) if fault else ()


def _fault(output: Path, inputs: Sequence[Path]) -> tuple[str, str]:
    if output.is_symlink():
        return "the output is a symbolic link", "give the folder that it leads to, or delete the link"
    real = Path(os.path.realpath(output))
    if real == Path(real.anchor):
        return "the output is the root of a file system", "choose another --output"
    for parent in real.parents:
        there = mode(parent)
        if there is not None and not stat.S_ISDIR(there):
            return f"{shown(parent, Path.cwd())} is a file, so the output cannot lie in it", "choose another --output"
    for given in inputs:
        read = Path(os.path.realpath(given))
        if real == read:
            return f"the output is also read as input ({shown(given, Path.cwd())})", "choose another --output"
        if real in read.parents:
            return f"the output holds what the build reads ({shown(given, Path.cwd())})", "choose another --output"
        if read in real.parents:
            return (
                f"the output lies inside a folder that the build reads ({shown(given, Path.cwd())})",
                "choose another --output",
            )
    try:
        status = os.lstat(real)
    except FileNotFoundError:
        return "", ""
    if not stat.S_ISDIR(status.st_mode):
        return "the output is a file, not a folder", _ELSEWHERE
    return _folder_fault(real)


def _folder_fault(folder: Path) -> tuple[str, str]:
    if os.path.ismount(folder):
        return "the output is a mount point, which cannot be replaced in one step", "choose a folder inside it"
    names = os.listdir(folder)  # noqa: PTH208 - names alone, no Path objects
    if not names:
        return "", ""
    if MARKER not in names:
        return f"the output folder is not empty, and no build wrote it (there is no {MARKER} in it)", _ELSEWHERE
    if ".git" in names:
        return "the output folder holds a Git repository, which a build would delete", "choose another --output"
    marker = folder / MARKER
    if not stat.S_ISREG(marker.lstat().st_mode):
        return f"{MARKER} in the output folder is not a plain file, so no build wrote it", _ELSEWHERE
    with marker.open("rb") as file:
        first = file.readline(80)
    if first != _FORMAT:
        return f"{MARKER} in the output folder was not written by this version of sitegen", _ELSEWHERE
    return "", ""
