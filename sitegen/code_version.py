"""Which code is running: what was worked out by other code is worked out again.

The program's own files and those of the packages it stands on count, and Python itself: templates, formulas and
addresses may come out otherwise with any of them.
"""

from __future__ import annotations

import os
import sys
from functools import cache
from hashlib import blake2b
from pathlib import Path

from sitegen import __version__


@cache
def code_version() -> bytes:
    """16 bytes that differ where the code does. 2 ms."""
    hashed = blake2b(f"{__version__}\n{sys.implementation.cache_tag}\n{sys.hexversion}".encode(), digest_size=16)
    package = Path(__file__).parent
    installed = sorted(package.parent.glob("*.dist-info/RECORD")) if "packages" in package.parent.name else []
    own = [record for record in installed if _lists_us(record)]
    if own:  # it holds a hash of each file, and is the same wherever this very wheel is installed
        hashed.update(own[0].read_bytes())
    else:
        for path, size, stamp in sorted(_files(os.fspath(package))):
            hashed.update(f"{path}\0{size}\0{stamp}\n".encode("utf-8", "surrogateescape"))
    hashed.update("\n".join(_packages()).encode("utf-8", "surrogateescape"))
    return hashed.digest()


def _lists_us(record: Path) -> bool:
    try:
        return "\nsitegen/code_version.py," in f"\n{record.read_text(encoding='utf-8')}"
    except (OSError, UnicodeDecodeError):
        return False


def _files(folder: str) -> list[tuple[str, int, int]]:
    """Path, size and time stamp of every source file of a checkout."""
    found = []
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                found += _files(entry.path) if entry.name != "__pycache__" else []
            elif not entry.name.endswith(".pyc"):
                status = entry.stat()
                found.append((entry.path, status.st_size, status.st_mtime_ns))
    return found


def _packages() -> list[str]:
    """Names and versions of what is installed, as the names of its folders say."""
    names: set[str] = set()
    for folder in sys.path:
        if folder.endswith("-packages"):
            try:
                names.update(name for name in os.listdir(folder) if name.endswith(".dist-info"))  # noqa: PTH208
            except OSError:
                continue
    return sorted(names)
