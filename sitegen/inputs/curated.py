"""Text that people write for the site itself: `about.md` and a note per paper, all Markdown."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sitegen import user_file
from sitegen.problem import Level, Location, Problem, warning
from sitegen.suggestion import no_such_paper

ABOUT = "about.md"
NOTES = "notes"
_NO_NOTES = (".txt", ".markdown", ".mdown", ".html", ".docx", ".rtf")  # what people may take for the names of some


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
    Links that lead out of ``root`` are refused, as are files that are not UTF-8; what is no file is left out.
    """
    aliases = aliases or {}
    problems: list[Problem] = []
    about = _text(root / ABOUT, root, problems)
    notes: dict[str, str] = {}
    for path in sorted(_notes(root, problems), key=lambda path: (path.stem in aliases, path.name)):
        slug = aliases.get(path.stem, path.stem)
        if slug not in papers:
            problems.append(no_such_paper(_place(path, root), path.stem, papers))
        elif text := _text(path, root, problems):
            notes[slug] = f"{notes[slug]}\n\n{text}" if slug in notes else text
    return Curated(about, notes), tuple(problems)


def _place(path: Path, root: Path) -> Location:
    return Location(path.relative_to(root).as_posix())


def _notes(root: Path, problems: list[Problem]) -> list[Path]:
    """The Markdown files among the notes; none where there is no such folder."""
    try:
        found = sorted((root / NOTES).iterdir())
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as caught:
        problems.append(user_file.unreadable(caught, Location(NOTES)))
        return []
    for path in found:
        if path.suffix in _NO_NOTES:
            hint = f"write it as Markdown, in a file called {path.stem}.md"
            problems.append(warning(_place(path, root), "skipped: the names of notes end with .md", hint))
    return [path for path in found if path.suffix == ".md"]


def _text(path: Path, root: Path, problems: list[Problem]) -> str:
    text, problem = user_file.read_text(path, _place(path, root).file, inside=root, odd=Level.WARNING)
    if problem:
        problems.append(problem)
    return (text or "").strip()
