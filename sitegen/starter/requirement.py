"""Where this sitegen came from, as a line of a requirements file that installs it again."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from importlib import metadata
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from sitegen import __version__

DISTRIBUTION = "sitegen-papers"
"""What sitegen is called where packages are installed from: `sitegen` is somebody else's name there."""

UNKNOWN = f"{DISTRIBUTION} @ git+https://github.com/OWNER/REPOSITORY"
"""Stands where nothing better is known; the workflow asks for the real address before it does anything."""

_SSH = re.compile(r"(?:ssh://)?git@([\w.-]+)[:/]([\w./-]+)")  # git@github.com:owner/repository.git


def requirement() -> str:
    """The line that installs this sitegen again.

    pip notes where a package came from (https://packaging.python.org/en/latest/specifications/direct-url/). Of a
    folder of this machine the remote and the commit are told; without a remote the line has a gap for its reader.
    """
    try:
        noted = metadata.distribution(DISTRIBUTION).read_text("direct_url.json")
    except metadata.PackageNotFoundError:
        return UNKNOWN
    if noted is None:
        return f"{DISTRIBUTION}=={__version__}"
    return requirement_from(noted)


def requirement_from(noted: str) -> str:
    """The requirement for what pip noted in a ``direct_url.json``."""
    origin = json.loads(noted)
    address = str(origin.get("url", ""))
    if address.startswith("file://"):
        return _of_checkout(Path(url2pathname(urlsplit(address).path)))
    if not _public(address):
        return UNKNOWN
    if origin.get("vcs_info", {}).get("vcs") == "git":
        return f"{DISTRIBUTION} @ git+{address}@{origin['vcs_info']['commit_id']}"
    return UNKNOWN if "vcs_info" in origin else f"{DISTRIBUTION} @ {address}"


def _of_checkout(folder: Path) -> str:
    """The commit that a folder is at, on the remote that it came from."""
    remote, commit = _git(folder, "remote", "get-url", "origin"), _git(folder, "rev-parse", "HEAD")
    if found := _SSH.fullmatch(remote):
        remote = f"https://{found[1]}/{found[2]}"
    if not commit or not _public(remote):
        return UNKNOWN
    return f"{DISTRIBUTION} @ git+{remote}@{commit}"


def _public(address: str) -> bool:
    """Whether others may use an address: with "@", somebody's password would come along."""
    return address.startswith("https://") and "@" not in address


def _git(folder: Path, *arguments: str) -> str:
    """What git says, ``""`` where it says nothing."""
    git = shutil.which("git")
    if git is None or not folder.is_dir():
        return ""
    said = subprocess.run([git, "-C", str(folder), *arguments], capture_output=True, text=True, check=False, timeout=10)
    return said.stdout.strip() if said.returncode == 0 else ""
