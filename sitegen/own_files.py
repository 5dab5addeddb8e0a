"""The folders that people put beside `site.yaml`: their plain files, and `root/`, which is published as it is.

`root/` is for what must stand at the site's root under a name that others ask for: `CNAME`, a search engine's
verification file, `.well-known/`.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from sitegen import user_file
from sitegen.artifact import Artifact
from sitegen.problem import Level, Location, Problem, error
from sitegen.sources import is_hidden

ROOT = "root"
"""The folder's name."""


def at_root(site: Path) -> tuple[tuple[Artifact, ...], tuple[Problem, ...]]:
    """The files of `root/` in the folder ``site`` under the paths they are published at, and what is wrong there."""
    problems: list[Problem] = []
    files = tuple(Artifact(path, data) for path, data in plain_files(site / ROOT, problems))
    return files, tuple(problems)


def plain_files(folder: Path, problems: list[Problem]) -> Iterator[tuple[str, bytes]]:
    """Each plain file below a folder with its path in it, sorted; hidden ones are passed over.

    A link that leads out of the folder beside which `site.yaml` stands is refused, and so is one to a folder.
    """
    if _is_link(folder):
        problems.append(error(Location(folder.name), "is a link to a folder", "copy its files here"))
        return

    def unreadable(caught: OSError) -> None:
        at = Path(caught.filename or folder).relative_to(folder.parent).as_posix()
        if not isinstance(caught, FileNotFoundError):
            problems.append(user_file.unreadable(caught, Location(at)))

    for parent, folders, files in os.walk(folder, onerror=unreadable):
        folders[:] = sorted(name for name in folders if not is_hidden(name))
        for name in folders:
            if _is_link(path := Path(parent, name)):
                place = Location(path.relative_to(folder.parent).as_posix())
                problems.append(error(place, "is a link to a folder", "copy its files here"))
        for name in sorted(name for name in files if not is_hidden(name)):
            path = Path(parent, name)
            guard = folder.parent if _is_link(path) else None
            data, problem = user_file.read_bytes(
                path, path.relative_to(folder.parent).as_posix(), inside=guard, odd=Level.WARNING
            )
            if data is not None:
                yield path.relative_to(folder).as_posix(), data
            elif problem:
                problems.append(problem)


def _is_link(path: Path) -> bool:
    return os.path.islink(path)  # noqa: PTH114 - raises for no name whatever
