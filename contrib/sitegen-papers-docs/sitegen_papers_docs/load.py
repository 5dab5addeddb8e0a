"""Catalogues are read once a build; what came over the web is kept for the next ones.

A kept copy is taken as it is for ten minutes, then the server is asked whether it has changed. Names last, so an old
copy is a good one: it serves where the catalogue cannot be reached.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import msgspec
import platformdirs

from sitegen_papers_docs.catalogue import FILE, Catalogue, read
from sitegen_papers_docs.published import LARGEST, UnreadError, fetch
from sitegen_papers_docs.sources import Source

FRESH = 600
"""Seconds for which a kept copy is not asked about; as long as GitHub Pages lets browsers keep a file."""

FOLDER = "SITEGEN_PAPERS_CACHE"
"""The variable of the environment that names another folder for the copies."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A source and what it holds: None where it cannot be read, and then ``fault`` says why.

    ``address`` is where links lead, ``""`` where nobody says. ``notice`` is something that is good to know, or ``""``.
    """

    source: Source
    address: str
    catalogue: Catalogue | None
    fault: str = ""
    notice: str = ""


class _Asked(msgspec.Struct, frozen=True):
    """The first line of a copy: what was asked for and when, in seconds since 1970, and what tells the answer apart."""

    address: str
    when: float
    etag: str = ""
    modified: str = ""


@dataclass(frozen=True, slots=True)
class _Copy:
    """A copy that is kept, as it came and as it was read."""

    asked: _Asked
    body: bytes
    catalogue: Catalogue


def load(source: Source, cache: Path | None = None) -> Loaded:
    """What a source holds; ``cache`` is the folder of copies, by default one of the user's own."""
    if source.folder:
        return _from_folder(source, source.folder)
    return _from_web(source, copy_of(source.address, cache or default_cache()))


def default_cache() -> Path:
    """The folder in which copies are kept."""
    return Path(os.environ.get(FOLDER) or platformdirs.user_cache_path("sitegen-papers-docs", appauthor=False))


def copy_of(address: str, cache: Path) -> Path:
    """The file in which the copy of the catalogue at an address is kept."""
    return cache / f"{sha256(address.encode()).hexdigest()[:32]}.json"


def _from_folder(source: Source, folder: Path) -> Loaded:
    file = folder / FILE
    try:
        with file.open("rb") as stream:
            body = stream.read(LARGEST + 1)
        if len(body) > LARGEST:
            raise ValueError(f"it is larger than {LARGEST:,} bytes")
        catalogue = read(body)
    except OSError as failure:
        return Loaded(source, source.address, None, f"{file} cannot be read: {failure.strerror}")
    except ValueError as failure:
        return Loaded(source, source.address, None, f"{file} cannot be used: {failure}")
    address = source.address or catalogue.address
    fault = "" if address else f"{file} does not say where the catalogue stands on the web: name its 'url' too"
    return Loaded(source, address, catalogue, fault)


def _from_web(source: Source, file: Path) -> Loaded:
    address, now = source.address, time.time()
    kept = _kept(file, address)
    if kept and 0 <= now - kept.asked.when < FRESH:
        return Loaded(source, address, kept.catalogue)
    try:
        copy = _asked_for(address, kept, now)
    except (UnreadError, ValueError) as failure:
        fault = f"{address}{FILE} cannot be read: {failure}"
        if kept is None:
            return Loaded(source, address, None, fault)
        day = datetime.fromtimestamp(kept.asked.when, UTC).date()
        return Loaded(source, address, kept.catalogue, notice=f"{fault}; the copy of {day} serves in its place")
    _keep(file, copy)
    return Loaded(source, address, copy.catalogue)


def _asked_for(address: str, kept: _Copy | None, now: float) -> _Copy:
    """What the server has now. Raises `UnreadError` and `ValueError`."""
    answer = fetch(address + FILE, kept.asked.etag, kept.asked.modified) if kept else fetch(address + FILE)
    asked = _Asked(address, now, answer.etag, answer.modified)
    if answer.body is not None:
        return _Copy(asked, answer.body, read(answer.body))
    if kept is None:
        raise UnreadError("the server says that nothing has changed, to somebody who has nothing")
    return _Copy(asked, kept.body, kept.catalogue)


def _kept(file: Path, address: str) -> _Copy | None:
    """The copy in a file; None where there is none that can be used."""
    try:
        head, _, body = file.read_bytes().partition(b"\n")
        asked = msgspec.json.decode(head, type=_Asked)
        return _Copy(asked, body, read(body)) if asked.address == address else None
    except (OSError, ValueError):
        return None


def _keep(file: Path, copy: _Copy) -> None:
    """Keep a copy, whole or not at all; where nothing can be written, the next build asks again."""
    with contextlib.suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=file.parent, prefix=".", suffix=".new")
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(msgspec.json.encode(copy.asked) + b"\n" + copy.body)
            Path(name).replace(file)
        except OSError:
            Path(name).unlink(missing_ok=True)
            raise
