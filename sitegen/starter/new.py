"""What a new site begins with, in an empty folder or in one that a code host has made, and what its owner does next."""

from __future__ import annotations

import stat
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from sitegen.problem import Location, MachineError, Problem, error
from sitegen.starter.requirement import UNKNOWN, requirement
from sitegen.user_file import mode

FILES = {
    "site.yaml": "site.yaml",
    "about.md": "about.md",
    "README.md": "README.md",
    "requirements.txt": "requirements.txt",
    "digests/.gitkeep": "gitkeep",
    "examples/first-steps.txt": "examples/first-steps.txt",
    ".gitignore": "gitignore",
    ".github/workflows/pages.yml": "workflows/pages.yml",
    ".github/dependabot.yml": "dependabot.yml",
}
"""What a new site holds, and where each file waits in this package: names with a dot would act on this project too."""

TAGS = ("example", "propose", "none")
"""What a new `site.yaml` says of tags: how they are written, behind ``#``; how they are drafted; or nothing."""

DRAFT = "tags-draft.yaml"
"""The file beside `site.yaml` for what `sitegen tags --propose` finds."""

# What stands in a folder that a code host has just made, beside `.git`.
_HOSTS = (".git", "readme", "license", "licence", "copying", ".gitignore", ".gitattributes", ".github", "cname")
_LISTS = "digests"
_TAGS_BEGIN = "\n# Tags, by group."
_PROPOSE = f"""
# Tags, by group. `sitegen tags --propose --write {DRAFT}` drafts them from the papers in {_LISTS}/: read the draft,
# edit it, and put its `groups` and `tags` here.
"""


@dataclass(frozen=True, slots=True)
class Made:
    """What became of it: the files written, those that were there and stay, or why nothing was done."""

    written: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def new(directory: Path, tags: str = "example") -> Made:
    """Fill ``directory``, which is made if it is not there, with what it lacks of a site.

    An error if it holds anything but lists in ``digests/`` and what a code host puts into a new repository. No file of
    anybody's is ever replaced. Raises MachineError where the folder cannot be written.
    """
    try:
        refused = _refused(directory)
        if refused:
            return Made(problems=(refused,))
        names = {name: not (directory / name).exists() for name in FILES}
        for name in (name for name, missing in names.items() if missing):
            path = directory / name
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("x", encoding="utf-8", newline="\n") as file:
                file.write(_text(name, tags))
    except OSError as cause:
        raise MachineError(f"cannot write the new site to {directory}") from cause
    written = tuple(name for name, missing in names.items() if missing)
    return Made(written, tuple(name for name, missing in names.items() if not missing))


def lists(directory: Path) -> bool:
    """Whether there are lists of papers already. Raises MachineError where the folder cannot be looked at."""
    folder = directory / _LISTS
    try:
        return any(not path.name.startswith(".") for path in folder.iterdir())
    except OSError as cause:
        raise MachineError(f"cannot look into {folder}") from cause


def next_steps(directory: Path, made: Made, *, drafted: bool = False) -> list[str]:
    """What its owner does now, in order; each begins with what to do. ``drafted``: there is a draft of tags already."""
    whose = "more" if drafted else "your own"
    draft = f"sitegen tags --propose --write {DRAFT}    (a draft of tags from your own papers)"
    steps = [
        f"cd {directory}",
        "sitegen serve --input examples    (a few papers to see how it looks; nothing of them is kept)",
        f"put {whose} lists into digests/, a text file each (README.md says how they are written), then: sitegen serve",
        f"read {DRAFT}, edit it, and put what is left into site.yaml" if drafted else draft,
        "make site.yaml yours: the title, the description, and tags if you want them",
    ]
    if "requirements.txt" in made.written and requirement() == UNKNOWN:
        steps.append("requirements.txt: write the address of the repository that you got sitegen from")
    if ".gitignore" in made.kept:
        steps.append("add the lines _site/ and .venv/ to .gitignore, which was there already")
    steps.append("on GitHub, in the repository's Settings under Pages: choose GitHub Actions as the source")
    return [*steps, "git add . && git commit -m 'A catalogue of papers' && git push"]


def _refused(directory: Path) -> Problem | None:
    place = Location(str(directory))
    there = mode(directory)
    if there is None:
        return None
    if not stat.S_ISDIR(there):
        return error(place, "is a file, so no site can be made in it", "choose another name")
    if (directory / "site.yaml").exists():
        return error(place, "is a site already: it has a site.yaml", "name another folder, or edit that file")
    names = (path.name for path in directory.iterdir() if path.name != _LISTS or not path.is_dir())
    held = sorted(name for name in names if not name.lower().startswith(_HOSTS))
    if not held:
        return None
    what = f"'{held[0]}'" if len(held) == 1 else f"'{held[0]}' and {len(held) - 1} more"
    hint = "name a folder that does not exist yet, or one that a code host has just made"
    return error(place, f"is not empty: it holds {what}", hint)


def _text(name: str, tags: str) -> str:
    text = resources.files(__package__).joinpath("site").joinpath(FILES[name]).read_text(encoding="utf-8")
    if name == "site.yaml" and tags != "example":
        text = text[: text.index(_TAGS_BEGIN)] + (_PROPOSE if tags == "propose" else "")
    return text.replace("@REQUIREMENT@", requirement())
