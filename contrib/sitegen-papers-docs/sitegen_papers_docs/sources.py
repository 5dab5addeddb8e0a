"""Where catalogues are, as the settings of Sphinx and MkDocs say it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

RESERVED = ("arxiv", "doi")
"""What stands before a colon in a reference and is no catalogue's name."""

_ADDRESS = re.compile(r"https?://[^\s/?#]+(?:/[^\s?#]*)?", re.IGNORECASE)
_FILE = re.compile(r"(?<=/)[^/]+\.(?:json|html|inv)$")
_NAME = re.compile(r"[a-z][a-z0-9_-]*")


@dataclass(frozen=True, slots=True)
class Source:
    """One catalogue: its ``name`` in references (``""`` for one without), its address and the folder of its site.

    ``address`` ends in ``/``, or is ``""`` where the catalogue in ``folder`` is to say it; without a folder, the
    catalogue is read from its address.
    """

    name: str
    address: str
    folder: Path | None

    @property
    def place(self) -> str:
        """Where the catalogue is read from, for messages."""
        return str(self.folder) if self.folder else self.address


def sources(value: object, base: Path) -> tuple[Source, ...]:
    """The catalogues of a setting: an address, a folder, ``{"url": …, "folder": …}``, or such values by name.

    Folders are relative to ``base``. Raises `ValueError` with what is wrong.
    """
    if not value:
        raise ValueError("no catalogue is named; give the address of one, such as https://papers.example/cat/")
    if isinstance(value, Mapping) and not value.keys() <= {"url", "folder"}:
        return tuple(_source(_name(name), one, base) for name, one in value.items())
    return (_source("", value, base),)


def _name(name: object) -> str:
    if not isinstance(name, str) or not _NAME.fullmatch(name) or name in RESERVED:
        raise ValueError(
            f"a catalogue cannot be called {name!r}: names are of small letters, digits, '-' and '_', begin with a "
            f"letter, and are not {' or '.join(RESERVED)}"
        )
    return name


def _source(name: str, value: object, base: Path) -> Source:
    if isinstance(value, str) and value:
        return _source(name, {"url" if _ADDRESS.match(value) else "folder": value}, base)
    if not isinstance(value, Mapping) or not value or not value.keys() <= {"url", "folder"}:
        raise ValueError(f"{value!r} is no catalogue: give an address, a folder, or both as 'url' and 'folder'")
    url, folder = value.get("url") or "", value.get("folder") or ""
    if not isinstance(url, str) or not isinstance(folder, str):
        raise ValueError(f"{value!r} is no catalogue: 'url' and 'folder' are texts")
    if url and not _ADDRESS.fullmatch(url):
        raise ValueError(f"{url!r} is no address of a catalogue: it begins with https:// and has neither ? nor #")
    address = _FILE.sub("", url)
    return Source(name, f"{address.rstrip('/')}/" if address else "", (base / folder).resolve() if folder else None)
