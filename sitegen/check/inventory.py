"""What an `objects.inv` says: the names that other documentation links by, and where each leads.

The format is Sphinx's inventory version 2 (https://sphobjinv.readthedocs.io/en/stable/syntax.html): four lines of text,
then lines packed by zlib.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_FIRST_LINE = b"# Sphinx inventory version 2"
LARGEST = 64 * 1024 * 1024
"""Bytes that an inventory may unpack to."""

MOST = 500_000
"""Names that it may hold; a catalogue of 100,000 papers has 300,000."""

_LONGEST = 4000  # characters of an entry
_LINE = re.compile(r"[^\n]+")  # no other line ends: titles may hold what Unicode calls one


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
    return dict(_entries(text))


def _entries(text: str) -> Iterator[tuple[Name, str]]:
    for number, found in enumerate(_LINE.finditer(text), 1):
        if number > MOST:
            raise NotAnInventoryError(f"holds more than {MOST:,} names")
        line = found[0]
        entry = _entry(line) if len(line) <= _LONGEST else None
        if entry:
            yield entry
        elif line.strip():
            raise NotAnInventoryError(f"has an entry that cannot be read, number {number}: {line[:80]!r}")


def _entry(line: str) -> tuple[Name, str] | None:
    """``name domain:role priority address title``: a name may hold spaces, so the rest is found behind it.

    Word by word and not by an expression, which would try a hostile line in more ways than there is time for.
    """
    words = line.split()
    for place in range(1, len(words) - 2):
        domain, colon, role = words[place].partition(":")
        if domain and colon and role and words[place + 1].removeprefix("-").isdecimal():
            name, address = " ".join(words[:place]), words[place + 2]
            return Name(f"{domain}:{role}", name), address[:-1] + name if address.endswith("$") else address
    return None
