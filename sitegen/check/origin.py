"""Where a link of a page was written: the line of a note, of the settings or of a template that has to be mended."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from sitegen.config.paths import shown
from sitegen.problem import Location


def origin(page: str, link: str, root: Path, config: str) -> Location | None:
    """The place in the files of the site in ``root`` that puts ``link`` on ``page``; None where none of them holds it.

    ``config`` is the settings file's name. Only read where a link is broken.
    """
    bare = re.sub(r"^(?:\.\./)+", "", link)
    forms = "|".join(re.escape(form) for form in dict.fromkeys((link, bare, unquote(bare))) if form)
    written = re.compile(rf"(?<![\w.])/?(?:{forms})(?![\w/-])")
    for file in _files(page, root, config):
        for number, line in enumerate(_lines(file), 1):
            if found := written.search(line):
                return Location(shown(file, root), number, found.start() + 1)
    return None


def _files(page: str, root: Path, config: str) -> Iterator[Path]:
    """The files that may have put something on a page, those of this page alone first."""
    if page == "about.html":
        yield root / "about.md"
    elif page.startswith("papers/"):
        own = root / "notes" / f"{PurePosixPath(page).stem}.md"
        yield own
        yield from sorted(path for path in (root / "notes").glob("*.md") if path != own)
    yield root / config
    yield from sorted((root / "templates").rglob("*.html"))


def _lines(file: Path) -> list[str]:
    try:
        return file.read_text(encoding="utf-8-sig").split("\n") if file.is_file() else []
    except (OSError, UnicodeDecodeError):
        return []
