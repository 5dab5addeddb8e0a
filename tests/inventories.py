"""Small inventories."""

from __future__ import annotations

import zlib

HEADER = (
    b"# Sphinx inventory version 2\n# Project: Frogs\n# Version: \n"
    b"# The remainder of this file is compressed using zlib.\n"
)
FROGS = ("paper-frogs std:label -1 papers/frogs.html Frogs", "papers/frogs std:doc -1 papers/frogs.html Frogs")
TOADS = ("paper-toads std:label -1 papers/toads.html Toads: A Study",)


def inventory(*lines: str) -> bytes:
    return HEADER + zlib.compress("".join(f"{line}\n" for line in lines).encode())
