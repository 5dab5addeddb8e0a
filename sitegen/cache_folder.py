"""Where builds keep what they may need again: a folder beside `site.yaml` that may be deleted at any time."""

from __future__ import annotations

from pathlib import Path

FOLDER = ".sitegen-cache"
"""Stands beside `site.yaml`, outside the output; its name keeps inputs, previews and version control away from it."""


def make_folder(folder: Path) -> Path:
    """The folder, made so that version control and backups pass over it. Raises OSError."""
    if not folder.is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        (folder / ".gitignore").write_text("*\n", encoding="utf-8")
        # https://bford.info/cachedir/
        (folder / "CACHEDIR.TAG").write_bytes(b"Signature: 8a477f597d28d172789f06886806bc55\n")
    return folder
