"""Which names are in the history of `permalinks.yaml`, as far as this clone of the repository knows it."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

from sitegen.permalinks.model import NAME
from sitegen.problem import MachineError

# A line that a commit added, if it is one that a name begins with.
_ADDED = re.compile(rb"\+[\"']?([a-z0-9]+(?:-[a-z0-9]+)*)[\"']?[ \t]*:")

# Of the file's own folder, whatever a hook's environment says; no program that somebody's settings name is run.
_GIT = ("git", "-c", "core.fsmonitor=false", "-C")
_LOG = ("log", "--all", "-m", "-p", "--unified=0", "--format=", "--no-color", "--no-ext-diff", "--no-textconv", "--")


def committed_names(root: Path) -> frozenset[str] | None:
    """Every name that any commit on any branch ever added to the file in ``root``; None outside a repository.

    Raises MachineError where there is a repository that git cannot read.
    """
    if not any((folder / ".git").exists() for folder in (root, *root.parents)):
        return None
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")} | {"LC_ALL": "C"}
    try:
        done = subprocess.run([*_GIT, str(root), *_LOG, NAME], env=environment, capture_output=True, check=False)
    except OSError as cause:
        raise MachineError("cannot run git, which knows the names that were committed") from cause
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        if said and "does not have any commits yet" in said[0]:
            return frozenset()
        raise MachineError(f"git cannot say which names were committed: {said[0] if said else 'it failed'}")
    return frozenset(found[1].decode() for line in done.stdout.splitlines() if (found := _ADDED.match(line)))
