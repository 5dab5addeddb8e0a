"""Text that people write for the site itself: `about.md` and a note per paper, all Markdown."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sitegen.config.paths import real_path
from sitegen.problem import Location, Problem, error, warning

ABOUT = "about.md"
NOTES = "notes"


@dataclass(frozen=True, slots=True)
class Curated:
    """Markdown as written; ``""`` and no row where there is none. ``notes`` is keyed by paper slug."""

    about: str = ""
    notes: Mapping[str, str] = field(default_factory=dict)


def read_curated(
    root: Path, papers: Collection[str], aliases: Mapping[str, str] | None = None
) -> tuple[Curated, tuple[Problem, ...]]:
    """The curated text beside a `site.yaml`; a note whose name is no paper's slug is a warning.

    ``aliases`` leads from earlier slugs to present ones: a note under an earlier slug follows one under the present.
    Links that lead out of ``root`` are refused, as are files that are not UTF-8.
    """
    aliases = aliases or {}
    problems: list[Problem] = []
    about = _text(root / ABOUT, root, problems)
    notes: dict[str, str] = {}
    for path in sorted((root / NOTES).glob("*.md"), key=lambda path: (path.stem in aliases, path.name)):
        slug = aliases.get(path.stem, path.stem)
        if slug not in papers:
            hint = "notes are named like the paper's page in papers/, with .md"
            problems.append(warning(_place(path, root), f"no paper has the slug '{path.stem}'", hint))
        elif text := _text(path, root, problems):
            notes[slug] = f"{notes[slug]}\n\n{text}" if slug in notes else text
    return Curated(about, notes), tuple(problems)


def _place(path: Path, root: Path) -> Location:
    return Location(path.relative_to(root).as_posix())


def _text(path: Path, root: Path, problems: list[Problem]) -> str:
    if not path.exists() and not path.is_symlink():
        return ""
    if not real_path(path).is_relative_to(real_path(root)):
        problems.append(error(_place(path, root), "is a link that leads outside the site's folder", "copy it there"))
        return ""
    if not path.is_file():
        problems.append(warning(_place(path, root), "is not a plain file and is left out"))
        return ""
    try:
        return path.read_text(encoding="utf-8-sig").strip()
    except UnicodeDecodeError:
        problems.append(error(_place(path, root), "is not UTF-8 text"))
    except OSError as caught:
        problems.append(error(_place(path, root), f"cannot be read: {caught.strerror}"))
    return ""
