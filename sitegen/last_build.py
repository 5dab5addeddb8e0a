"""What the last build of a site was made from, and what it left: so that nothing is done where nothing has changed.

The record stands in the memory's folder and may be deleted like it. It is written when a build has published, and read
twice: before anything else is imported, to see whether all is as it was, and by the next build, to lend files.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Collection, Mapping, Sequence
from hashlib import blake2b
from pathlib import Path

import msgspec

from sitegen.built import Made, stands
from sitegen.cache_folder import FOLDER, make_folder
from sitegen.offline_copy import BESIDE
from sitegen.problem import Problem
from sitegen.sources import State, changed

_FORMAT = b"sitegen build 2\n"


class LastBuild(msgspec.Struct, frozen=True, array_like=True):
    """``sources`` and ``contents`` are what it read (`sitegen.sources`), ``built`` and ``anchors`` what it left.

    Paths of this machine are bytes: not all are text. ``problems`` are what it reported, ``summary`` is what it came to
    in one line.
    """

    output: bytes
    sources: dict[bytes, State]
    contents: dict[bytes, bytes]
    built: dict[str, Made]
    anchors: dict[str, list[str]]
    problems: tuple[Problem, ...]
    summary: str

    @classmethod
    def nothing(cls) -> LastBuild:
        """There was none."""
        return cls(b"", {}, {}, {}, {}, (), "")

    def with_files(self, built: Mapping[str, Made], anchors: Mapping[str, Collection[str]] | None = None) -> LastBuild:
        """The same build, having left other files."""
        named = self.anchors if anchors is None else {path: list(names) for path, names in anchors.items()}
        return msgspec.structs.replace(self, built=dict(built), anchors=named)


_decode = msgspec.msgpack.Decoder(LastBuild).decode


def options_key(version: bytes, options: Sequence[object]) -> str:
    """What tells builds apart that were asked for in different ways; the environment's part is in it."""
    asked = "\0".join([ascii(options), os.environ.get("SOURCE_DATE_EPOCH", "")])
    return blake2b(version + asked.encode("utf-8", "surrogateescape"), digest_size=8).hexdigest()


def find_unchanged(root: Path, key: str) -> LastBuild | None:
    """The last build that was asked for in the same way, if everything it read and left is as it was."""
    for file in _kept(root, f"site-*-{key}.msgpack"):
        last = _read(file)
        if last and last.sources and not _changed(last) and _stands(last):
            return last
    return None


def _kept(root: Path, pattern: str) -> list[Path]:
    """The records of such names; none in a folder that this user may not look into."""
    try:
        return sorted((root / FOLDER).glob(pattern))
    except OSError:
        return []


def _changed(last: LastBuild) -> bool:
    return changed(
        {os.fsdecode(path): state for path, state in last.sources.items()},
        {os.fsdecode(path): content for path, content in last.contents.items()},
    )


def _stands(last: LastBuild) -> bool:
    built = {path: made for path, made in last.built.items() if path not in BESIDE}
    return stands(Path(os.fsdecode(last.output)), built, BESIDE)


def find(root: Path, output: Path) -> LastBuild | None:
    """The last build that went to ``output``, however it was asked for."""
    for file in _kept(root, f"site-{_name(output)}-*.msgpack"):
        if last := _read(file):
            return last
    return None


def record(root: Path, key: str, build: LastBuild) -> None:
    """Keep what a build came to, in the place of what an earlier one of the same output did. Never raises."""
    with contextlib.suppress(OSError):
        folder = make_folder(root / FOLDER)
        name = _name(Path(os.fsdecode(build.output)))
        file = folder / f"site-{name}-{key}.msgpack"
        beside = folder / f"{file.name}.{os.getpid()}"
        beside.write_bytes(_FORMAT + msgspec.msgpack.encode(build))
        beside.replace(file)
        for other in folder.glob(f"site-{name}-*.msgpack"):
            if other != file:
                other.unlink()


def _read(file: Path) -> LastBuild | None:
    try:
        data = file.read_bytes()
        return _decode(memoryview(data)[len(_FORMAT) :]) if data.startswith(_FORMAT) else None
    except (OSError, msgspec.MsgspecError):
        return None


def _name(output: Path) -> str:
    return blake2b(os.fsencode(os.path.realpath(output)), digest_size=6).hexdigest()
