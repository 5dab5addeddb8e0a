"""What a digest is called: ids from file names, and slugs that every file system holds.

Neither depends on the order of the inputs or on where the folders lie on this machine.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from sitegen.config.paths import printable_name
from sitegen.urls import slugify

_HASH_LENGTH = 6


def ids(files: Sequence[tuple[Path, bytes]]) -> list[str]:
    """The id of each file: its stem.

    Files that share a stem take the name of their folder in front (``march-000``, ``april-000``); if that is shared
    too, a hash of their contents behind; copies of one file, which no one could tell apart, are numbered.
    """
    stems = [_name(path.stem) for path, _ in files]
    with_folder = [f"{_name(path.parent.name)}-{stem}" for stem, (path, _) in zip(stems, files, strict=True)]
    found = _unless_unique(stems, with_folder)
    hashed = [f"{name}-{_hash(data)}" for name, (_, data) in zip(found, files, strict=True)]
    found = _unless_unique(found, hashed)
    order = sorted(range(len(files)), key=lambda index: (found[index], files[index][0]))
    met: Counter[str] = Counter()
    for index in order:
        met[found[index]] += 1
        if (copy := met[found[index]]) > 1:
            found[index] = f"{found[index]}-{copy}"
    return found


def slugs(names: Sequence[str]) -> list[str]:
    """A slug for each id; where two would get the same, the id that is its own slug keeps it, others take a hash."""
    plain = [slugify(name) for name in names]
    shared = Counter(plain)
    return [
        slug if shared[slug] == 1 or slug == name else slugify(f"{slug[:60]}-{_hash(name.encode())}")
        for slug, name in zip(plain, names, strict=True)
    ]


def _name(name: str) -> str:
    """A name as text, the same whether the file system composes its letters or not."""
    return unicodedata.normalize("NFC", printable_name(name))


def _unless_unique(names: Sequence[str], otherwise: Sequence[str]) -> list[str]:
    count = Counter(names)
    return [name if count[name] == 1 else other for name, other in zip(names, otherwise, strict=True)]


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:_HASH_LENGTH]
