"""Paths in settings: how messages name them, and which output folder would do harm."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from sitegen.problem import Location, Problem, error
from sitegen.suggestion import did_you_mean
from sitegen.user_file import mode


def absolute(path: Path) -> Path:
    """A path from the root, ``..`` resolved by its letters alone: links keep their own names, unlike `Path.resolve`."""
    return Path(os.path.abspath(path))  # noqa: PTH100


def real_path(path: Path) -> Path:
    """A path with its links followed; unlike `Path.resolve` it bears links that lead in a circle."""
    return Path(os.path.realpath(path))


def printable_name(name: str) -> str:
    """A file's name as text: bytes that are no UTF-8 become U+FFFD, control and invisible characters ``?``."""
    text = os.fsencode(name).decode("utf-8", "replace")
    return text if text.isprintable() else "".join(mark if mark.isprintable() else "?" for mark in text)


def shown(path: Path, root: Path) -> str:
    """A path as messages name it, with ``/``.

    Relative to the working folder, so that an editor can open it; else relative to the site's own folder; else one
    step up from the working folder; else absolute.
    """
    path = Path(printable_name(absolute(path).as_posix()))
    for folder in (Path.cwd(), root):
        if path.is_relative_to(folder):
            return path.relative_to(folder).as_posix()
    above = Path.cwd().parent
    if path.is_relative_to(above) and above != Path(path.anchor):
        return (Path("..") / path.relative_to(above)).as_posix()
    return path.as_posix()


def output_problem(output: Path, inputs: Sequence[Path], root: Path) -> str:
    """Why a site must not be written there, "" where it may: it would replace what the site is made from.

    Links are followed first, so that two names of one folder are the same folder.
    """
    real = real_path(output)
    if os.path.exists(output) and not os.path.isdir(output):  # noqa: PTH110, PTH112 - a guard: publishing looks again
        return f"the output '{shown(output, root)}' is a file, not a folder"
    if real_path(root).is_relative_to(real):
        return f"the output '{shown(output, root)}' is the site's own folder, or holds it"
    for source in inputs:
        real_source = real_path(source)
        if real_source == real:
            return f"the output '{shown(output, root)}' is an input folder"
        if real_source.is_relative_to(real):
            return f"the output '{shown(output, root)}' holds the input '{shown(source, root)}'"
    return ""


def missing_inputs(inputs: Sequence[Path], places: Sequence[Location], root: Path) -> Iterator[Problem]:
    """An error for each input where nothing stands, at the place that names it.

    What cannot be looked at is left to whoever reads it.
    """
    for path, place in zip(inputs, places, strict=True):
        with suppress(OSError):
            if mode(path) is None:
                yield error(place, f"there is no file or folder '{shown(path, root)}'", _instead(path, root))


def _instead(path: Path, root: Path) -> str:
    """What to name in place of an input that is not there."""
    if any(sign in path.name for sign in "*?["):
        return f"patterns are not understood: name the folder, '{shown(path.parent, root)}'"
    if "\\" in str(path) and os.sep == "/":
        return f"write / in place of each backslash: '{shown(path, root).replace(chr(92), '/')}'"
    if "~" in path.parts:
        return "'~' stands for no folder here: write the whole path"
    beside: list[str] = []
    with suppress(OSError):
        beside = [other.name for other in path.parent.iterdir() if not other.name.startswith(".")]
    return did_you_mean(path.name, beside, most=0) or "make the folder, and put a digest into it"
