"""Which paths a site may hold, so that the same folder works on every file system and inside every archive."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from sitegen.problem import Location, Problem, error
from sitegen.urls import DEVICES

# What Windows, GitHub's artifact upload or a shell would trip over: https://learn.microsoft.com/windows/win32/fileio/naming-a-file
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f\\:*?"<>|\ud800-\udfff]')
_RESERVED = re.compile(rf"(?:{DEVICES})(?:\..*)?", re.IGNORECASE)
_LONGEST_NAME = 255  # bytes; NAME_MAX of ext4, APFS and NTFS alike


def path_fault(path: str) -> str:
    """Say what is wrong with ``path`` as the place of a file inside a site; "" where nothing is.

    >>> path_fault("papers/con.html")
    "the name 'con.html' is reserved on Windows"
    """
    if not path:
        return "the path is empty"
    if forbidden := _FORBIDDEN.search(path):
        return f"the character {forbidden[0]!r} is not portable"
    for name in path.split("/"):
        if fault := _name_fault(name):
            return fault
    return ""


def _name_fault(name: str) -> str:
    if not name:
        return "the path begins or ends with '/', or has '//' in it"
    if name in {".", ".."}:
        return f"the path has {name!r} in it"
    if name[-1] in ". ":
        return f"the name {name!r} ends with a dot or a space"
    if _RESERVED.fullmatch(name):
        return f"the name {name!r} is reserved on Windows"
    if len(name) * 4 > _LONGEST_NAME and len(name.encode()) > _LONGEST_NAME:
        return f"the name {name[:20] + '…'!r} is longer than {_LONGEST_NAME} bytes"
    return ""


def check_paths(paths: Iterable[str]) -> Iterator[Problem]:
    """An error for each of ``paths`` that cannot be a file of a site, or not beside the ones before it.

    The names that a site's owner gives (in ``static/``) are meant; a fault in any other name is a bug of the program.
    """
    return (error(Location(path), fault, "rename the file") for path, fault in faults(paths))


class Paths:
    """The paths of a site's files, as they come."""

    def __init__(self) -> None:
        self._spelling: dict[str, tuple[str, bool]] = {}  # folded path -> as spelt, and whether it is a folder

    def add(self, path: str) -> str:
        """Say why this path cannot stand in one folder with those before it, also where case does not count; or ""."""
        if fault := path_fault(path):
            return fault
        folded = fold_path(path)
        if other := self._spelling.get(folded):
            return f"clashes with {other[0]!r}"
        self._spelling[folded] = (path, False)
        cut = len(path)
        while (cut := path.rfind("/", 0, cut)) > 0:
            folder = path[:cut]
            known = self._spelling.setdefault(fold_path(folder), (folder, True))
            if known != (folder, True):
                return f"its folder clashes with {known[0]!r}"
        return ""


def faults(paths: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each path that cannot stand in one folder with those before it, and why."""
    known = Paths()
    return ((path, fault) for path in paths if (fault := known.add(path)))


def fold_path(path: str) -> str:
    """Bring a path into the form that is equal for all paths which some file system may take for one."""
    if path.isascii():
        return path.lower()
    return unicodedata.normalize("NFD", unicodedata.normalize("NFD", path).casefold())
