"""The offline pack: a built site in one zip file that opens anywhere, the same bytes for the same site."""

from __future__ import annotations

import contextlib
import json
import os
import time
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sitegen import offline_copy, publish
from sitegen.offline_copy import NAME
from sitegen.problem import Location, MachineError, Problem, error
from sitegen.publish.output import MARKER
from sitegen.source_date import source_date
from sitegen.user_file import kind, mode

READ_ME = "READ ME.txt"

_OLDEST = 315_532_800  # 1980-01-01, where the time stamps of zip files begin
_COMPRESSED = (".woff2", ".png", ".jpg", ".webp", ".zip")
_TEXT = """\
{title}
{line}

This folder is the whole catalogue{papers}. It asks for no installation and no internet.

1. Unpack the archive first: the pages do not work from inside it.
2. Open index.html, with a double click for instance. The search works too.
{online}"""


@dataclass(frozen=True, slots=True)
class Packed:
    """A pack that was written: where, with how many files of the site, and its size in bytes."""

    file: Path
    files: int
    size: int


def pack(site: Path, target: Path | None = None, *, title: str = "") -> Packed | tuple[Problem, ...]:
    """Zip the site that a build left in the folder ``site``; ``target`` is `NAME` in that folder unless given.

    The archive holds one folder, named like the file, with the site sorted by path and `READ_ME`. The pack itself and
    the site's marker are left out. A pack in its default place is told to the site's pages (`offline_copy`). All time
    stamps are SOURCE_DATE_EPOCH or the oldest that a zip can hold. ``title`` serves where the site's own files do not
    say what it is called. A pack that stood there is replaced in one step.
    Problems where there is no site, or something else stands in the pack's place; `MachineError` where it cannot be
    written. 15 MB take 0.7 s of CPU.
    """
    target = target or site / NAME
    try:
        if fault := _fault(site, target):
            return (fault,)
    except OSError as cause:
        raise MachineError(f"cannot look at the site {site} or the pack {target}") from cause
    made = target.with_name(f".{target.name}.sitegen-pack")
    try:
        with publish.hold(site):
            not_packed = {os.path.realpath(file) for file in (target, made)}
            files = [file for file in _files(site) if os.path.realpath(file) not in not_packed]
            try:
                _write(made, target.stem, site, files, title)
                made.replace(target)
                if target == site / NAME:
                    _tell(site, target.stat().st_size)
            except BaseException:
                with contextlib.suppress(OSError):
                    made.unlink()
                raise
            return Packed(target, len(files), target.stat().st_size)
    except OSError as cause:
        raise MachineError(f"cannot write the pack {target}") from cause


def _fault(site: Path, target: Path) -> Problem | None:
    if not _is_file(site / MARKER) or not _is_file(site / "index.html"):
        return error(Location(str(site)), "holds no site", "'sitegen build' makes one")
    there = mode(target)
    if there is not None and (kind(there) or not zipfile.is_zipfile(target)):
        return error(Location(str(target)), "is there already and is no zip file", "choose another name")
    return None


def _is_file(path: Path) -> bool:
    there = mode(path)
    return there is not None and not kind(there)


def _files(folder: Path) -> Iterator[Path]:
    """The site's plain files, sorted by their paths in it; without the marker, which is for builds alone."""
    found = [Path(parent, name) for parent, _, names in os.walk(folder) for name in names]
    found = [file for file in found if file.is_file() and not file.is_symlink() and file != folder / MARKER]
    yield from sorted(found, key=lambda file: file.relative_to(folder).as_posix())


def _write(archive: Path, name: str, site: Path, files: list[Path], title: str) -> None:
    stamp = time.gmtime(max(source_date() or 0, _OLDEST))[:6]
    with zipfile.ZipFile(archive, "x") as into:

        def add(path: str, data: bytes) -> None:
            entry = zipfile.ZipInfo(f"{name}/{path}", stamp)
            entry.create_system = 3  # Unix, wherever it is made
            entry.external_attr = 0o100644 << 16
            kept = path.endswith(_COMPRESSED)
            into.writestr(entry, data, zipfile.ZIP_STORED if kept else zipfile.ZIP_DEFLATED, None if kept else 6)

        add(READ_ME, _read_me(site, title).replace("\n", "\r\n").encode())  # every editor shows these line ends
        for file in files:
            path = file.relative_to(site).as_posix()
            add(path, offline_copy.EMPTY if path == offline_copy.SCRIPT else file.read_bytes())


def _tell(site: Path, size: int) -> None:
    """Say to the pages of the site how large its pack is, if they listen."""
    script = site / offline_copy.SCRIPT
    if _is_file(script):
        beside = script.with_name(f".{script.name}.sitegen-pack")
        beside.write_bytes(offline_copy.said(size))
        beside.replace(script)


def _read_me(site: Path, title: str) -> str:
    """What the pack says of itself, as far as the site's own `papers.json` tells."""
    address = papers = ""
    with contextlib.suppress(OSError, ValueError, LookupError, TypeError):
        data = json.loads((site / "papers.json").read_bytes())
        papers = f": {len(data['papers'])} papers"
        title, address = str(data["site"]["title"]), str(data["site"]["base_url"] or "")
    title = title or "Paper catalogue"
    online = f"\nThe same catalogue online: {address}\n" if address else ""
    return _TEXT.format(title=title, line="=" * len(title), papers=papers, online=online)
