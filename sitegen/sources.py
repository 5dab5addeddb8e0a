"""What a build reads: every file and folder, by name, and the state they are in.

The one list for whoever asks: whether anything changed since the last build, when the preview builds again, and which
folders an output may not replace.
"""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b
from pathlib import Path

FOLDERS = ("templates", "static", "languages", "notes", "root")
"""Folders beside `site.yaml` that a site's own theme, words, notes and files for its root stand in."""

FILES = ("about.md", "facts.yaml", "overrides.yaml", "permalinks.yaml")
"""Files beside `site.yaml` that are read where they are there."""

State = tuple[int, int, int]
"""Of a file: time stamp (ns), size, inode. Of a folder: `_FOLDER`, a hash of its names, 0. Of what is not there: 0s."""

_FOLDER = -1
_READ = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)  # a pipe must not stall anybody
_NOTHING: State = (0, 0, 0)


def built_in_theme() -> Path:
    """Where the theme travels: inside the installed package, or beside it in a checkout."""
    package = Path(__file__).resolve().parent
    inside = package / "_theme"
    return inside if inside.is_dir() else package.parent


def is_hidden(name: str) -> bool:
    """Whether a build passes over a file or folder of this name; `.well-known` is hidden from people alone."""
    return name.startswith(".") and name != ".well-known"


def sources(config: Path, inputs: Sequence[Path]) -> tuple[Path, ...]:
    """The files and folders that a site is made from. In a checkout that is the built-in theme, too."""
    config = config.absolute()
    beside = (config.parent / name for name in (*FILES, *FOLDERS))
    theme = (built_in_theme() / name for name in FOLDERS[:2])
    return (config, *beside, *inputs, *theme)


def states(paths: Iterable[Path]) -> dict[str, State]:
    """The state of every file and folder at or below ``paths``. What begins with a dot is passed over, as by a build.

    A link to a folder is followed where it is named, not where it is found: it may lead in a circle.
    """
    found: dict[str, State] = {}
    pending: list[str] = [os.fspath(path) for path in paths]
    named = set(pending)
    while pending:
        path = pending.pop()
        found[path] = state = state_of(path)
        if state[0] == _FOLDER and (path in named or not os.path.islink(path)):  # noqa: PTH114 - a string, not a Path
            with contextlib.suppress(OSError):
                pending += [os.path.join(path, name) for name in _names(path)]  # noqa: PTH118
    return found


def state_of(path: str) -> State:
    """The state of one file or folder; what cannot be looked at is not there."""
    try:
        status = os.stat(path)  # noqa: PTH116
        if not stat.S_ISDIR(status.st_mode):
            return status.st_mtime_ns, status.st_size, status.st_ino
        names = "\0".join(_names(path)).encode("utf-8", "surrogateescape")
    except OSError:
        return _NOTHING
    return _FOLDER, int.from_bytes(blake2b(names, digest_size=6).digest(), "big"), 0


def _names(folder: str) -> list[str]:
    return sorted(name for name in os.listdir(folder) if not is_hidden(name))  # noqa: PTH208


def contents(found: Mapping[str, State]) -> dict[str, bytes]:
    """A hash of what each file holds that can be read."""
    return {path: content for path, state in found.items() if state[0] > 0 and (content := content_of(path))}


def content_of(path: str) -> bytes:
    """A hash of what a file holds; ``b""`` where it cannot be read, or is a pipe or a device."""
    try:
        descriptor = os.open(path, _READ)
        with os.fdopen(descriptor, "rb") as file:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                return b""
            return blake2b(file.read(), digest_size=16).digest()
    except OSError:
        return b""


def changed(then: Mapping[str, State], held: Mapping[str, bytes]) -> bool:
    """Whether any of the files and folders differs from what it was; a file that only looks touched is read again."""
    for path, state in then.items():
        now = state_of(path)
        if now != state and (now[0] <= 0 or state[0] <= 0 or content_of(path) != held.get(path)):
            return True
    return False
