"""What a new site begins with, and where it gets sitegen from."""

from __future__ import annotations

import json
import stat
from importlib import metadata, resources
from pathlib import Path

from sitegen import __version__
from sitegen.problem import Location, MachineError, Problem, error
from sitegen.user_file import mode

FILES = {
    "site.yaml": "site.yaml",
    "about.md": "about.md",
    "README.md": "README.md",
    "requirements.txt": "requirements.txt",
    "digests/first-steps.txt": "digests/first-steps.txt",
    ".gitignore": "gitignore",
    ".github/workflows/pages.yml": "workflows/pages.yml",
    ".github/dependabot.yml": "dependabot.yml",
}
"""What a new site holds, and where each file waits in this package: names with a dot would act on this project too."""

DISTRIBUTION = "sitegen-papers"
"""What sitegen is called where packages are installed from: `sitegen` is somebody else's name there."""

_UNKNOWN = f"{DISTRIBUTION} @ git+https://github.com/OWNER/REPOSITORY"
"""Stands where nothing better is known; the workflow asks for the real address before it does anything."""


def new(directory: Path) -> tuple[Problem, ...]:
    """Fill ``directory``, which is made if it is not there; an error if there is anything in it.

    No file of anybody's is ever replaced. Raises MachineError where the folder cannot be written.
    """
    place = Location(str(directory))
    templates = resources.files(__package__).joinpath("site")
    try:
        there = mode(directory)
        if there is not None and not stat.S_ISDIR(there):
            return (error(place, "is a file, so no site can be made in it", "choose another name"),)
        if there is not None and (held := sorted(path.name for path in directory.iterdir())):
            what = f"'{held[0]}'" if len(held) == 1 else f"'{held[0]}' and {len(held) - 1} more"
            return (error(place, f"is not empty: it holds {what}", "name a folder that does not exist yet"),)
        for name, source in FILES.items():
            text = templates.joinpath(source).read_text(encoding="utf-8").replace("@REQUIREMENT@", requirement())
            path = directory / name
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)
    except OSError as cause:
        raise MachineError(f"cannot write the new site to {directory}") from cause
    return ()


def requirement() -> str:
    """The line of a requirements file that installs this sitegen again.

    pip notes where a package came from (https://packaging.python.org/en/latest/specifications/direct-url/). A folder
    or file of this machine means nothing elsewhere: then the line has a gap for its reader to fill.
    """
    try:
        noted = metadata.distribution(DISTRIBUTION).read_text("direct_url.json")
    except metadata.PackageNotFoundError:
        return _UNKNOWN
    if noted is None:
        return f"{DISTRIBUTION}=={__version__}"
    return requirement_from(noted)


def requirement_from(noted: str) -> str:
    """The requirement for what pip noted in a ``direct_url.json``."""
    origin = json.loads(noted)
    address = str(origin.get("url", ""))
    if not address.startswith("https://") or "@" in address:  # "@": somebody's password would come along
        return _UNKNOWN
    if origin.get("vcs_info", {}).get("vcs") == "git":
        return f"{DISTRIBUTION} @ git+{address}@{origin['vcs_info']['commit_id']}"
    return _UNKNOWN if "vcs_info" in origin else f"{DISTRIBUTION} @ {address}"
