"""What an `objects.inv` says: the names that other documentation links by, and where each leads.

The format is Sphinx's inventory version 2 (https://sphobjinv.readthedocs.io/en/stable/syntax.html): four lines of text,
then lines packed by zlib.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

_FIRST_LINE = b"# Sphinx inventory version 2"
_ENTRY = re.compile(r"(\S.*?)\s+(\S+):(\S+)\s+(-?\d+)\s+(\S*)(?:\s+(.*))?", re.DOTALL)
LARGEST = 256 * 1024 * 1024
"""Bytes that an inventory may unpack to: two million names."""


class NotAnInventoryError(ValueError):
    """The data is something else, or damaged."""


@dataclass(frozen=True, slots=True)
class Name:
    """One name as other sites use it: ``std:doc`` and ``papers/x``, say. ``str`` shows the name alone."""

    kind: str
    name: str

    def __str__(self) -> str:
        return self.name


def looks_like_inventory(data: bytes) -> bool:
    """Whether the first line says so; of an older version too."""
    return data.startswith(b"# Sphinx inventory version")


def read_inventory(data: bytes) -> Mapping[Name, str]:
    """Each name and the address it leads to, relative to the inventory's own. Raises NotAnInventoryError."""
    lines = data.split(b"\n", 4)
    if lines[0].rstrip() != _FIRST_LINE:
        raise NotAnInventoryError(f"begins with {lines[0][:60]!r}, not with {_FIRST_LINE.decode()!r}")
    if len(lines) < 5 or b"zlib" not in lines[3]:
        raise NotAnInventoryError("ends before its list of names, or does not say that it is packed by zlib")
    try:
        unpacking = zlib.decompressobj()
        text = unpacking.decompress(lines[4], LARGEST).decode("utf-8")
    except (zlib.error, UnicodeDecodeError) as cause:
        raise NotAnInventoryError(f"is damaged: {cause}") from cause
    if unpacking.unconsumed_tail:
        raise NotAnInventoryError(f"unpacks to more than {LARGEST:,} bytes")
    if not unpacking.eof:
        raise NotAnInventoryError("is cut short")
    names: dict[Name, str] = {}
    for number, line in enumerate(text.split("\n"), 1):  # no other line ends: titles may hold what Unicode calls one
        if not line.strip():
            continue
        entry = _ENTRY.fullmatch(line)
        if not entry:
            raise NotAnInventoryError(f"has an entry that cannot be read, number {number}: {line[:80]!r}")
        name, domain, role, _, address, _ = entry.groups()
        names[Name(f"{domain}:{role}", name)] = address[:-1] + name if address.endswith("$") else address
    return names
