"""How the files of a site are written into a fresh folder, and which of them the last site can lend.

A file that has not changed is linked from the old site instead of written: its time stamp stays, so that copies and
caches of it stay good, and the disk is spared (60,000 files are linked in 1 s of CPU, written in 3.7). The second name
goes with the old site; in the published folder every file has one name.

Where it is known what a file of the old site was made from, and that nobody touched it since, it is lent unread;
otherwise its bytes are compared.

On ext4 without a journal, as some virtual machines have it, new files are slow for minutes after a large removal:
before it takes an inode, the kernel looks at each that was freed lately (`recently_deleted` in its fs/ext4/ialloc.c;
3,700 files took 1.8 s, against 0.14 s with a journal or before the removal). Nothing done here would change that.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from sitegen.artifact import Artifact
from sitegen.built import Built, Made, state

_NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0)
_BINARY = getattr(os, "O_BINARY", 0)  # Windows would otherwise rewrite line ends
_WRITE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_FOLLOW | _BINARY
_READ = os.O_RDONLY | _NO_FOLLOW | _BINARY | getattr(os, "O_NONBLOCK", 0)  # a pipe in its place must not stall a build
_PIECE = 1 << 20  # bytes that are read at once where two large files are compared


@dataclass(slots=True)
class Staged:
    """What was staged so far: how many files and bytes, and how many of the files the old site had already."""

    files: int = 0
    size: int = 0
    unchanged: int = 0


class Stage:
    """A folder that fills with the files of a site; it must not exist yet. The paths of the files are checked before.

    ``lender`` is the published site, if any, and ``built`` what is known of it; ``seconds`` since 1970 becomes the time
    stamp of every file and folder. All methods raise OSError; what was written so far stays.
    """

    def __init__(self, folder: Path, *, lender: Path | None, built: Built | None = None, seconds: int | None) -> None:
        self.staged = Staged()
        self._folder = folder
        self._root = f"{folder}{os.sep}"
        self._lender = f"{lender}{os.sep}" if lender is not None and hasattr(os, "link") else ""
        self._built: Built = built if self._lender and built else {}
        self._seconds = seconds
        self._folders: set[str] = set()
        self._wanted: _Wanted | None = None
        self._make_folder("")

    def lends(self, path: str, key: bytes) -> bool:
        """Whether the published site holds a file that was made from the same, untouched."""
        made = self._built.get(path)
        return made is not None and bool(key) and made.key == key and self._is_lendable(path, made)

    def lend(self, path: str) -> None:
        """Take over a file of the published site that `lends` vouches for, unread."""
        self._make_parent(path)
        try:
            os.link(self._lender + path, self._root + path, follow_symlinks=False)
        except OSError:  # a file system without hard links, for one: copying works everywhere
            with open(self._lender + path, "rb") as source:  # noqa: PTH123
                self._write(path, iter(lambda: source.read(_PIECE), b""))
        self._count(self._built[path].state.size, unchanged=True)

    def add(self, artifact: Artifact) -> None:
        """Write a file, or lend it where the published site has it byte for byte."""
        path, data = artifact.path, artifact.data
        self._make_parent(path)
        if not isinstance(data, bytes):
            self._add_large(path, data)
        elif self._wanted and self._lender and _lend(self._lender + path, self._root + path, data, self._wanted):
            self._count(len(data), unchanged=True)
        else:
            self._write(path, (data,))
            self._count(len(data))

    def close(self) -> Staged:
        """All files are there: stamp the folders."""
        if self._seconds is not None:
            for parent, _, _ in os.walk(self._folder, topdown=False):
                os.utime(parent, (self._seconds, self._seconds))
        return self.staged

    def _add_large(self, path: str, pieces: Iterable[bytes]) -> None:
        """Write a file piece by piece; then let the published one take its place if it is the same."""
        size = self._write(path, pieces)
        target = self._root + path
        if self._wanted and self._lender and _same(self._lender + path, target, size, self._wanted):
            beside = f"{target}.lent"
            os.link(self._lender + path, beside, follow_symlinks=False)
            os.replace(beside, target)  # noqa: PTH105
            self._count(size, unchanged=True)
        else:
            self._count(size)

    def _is_lendable(self, path: str, made: Made) -> bool:
        try:
            status = os.lstat(self._lender + path)
        except OSError:
            return False
        if self._wanted is None:
            self._wanted = _probe(self._root, self._seconds)
        return state(status) == made.state and self._wanted.fits(status)

    def _write(self, path: str, pieces: Iterable[bytes]) -> int:
        size = 0
        descriptor = os.open(self._root + path, _WRITE, 0o644)
        try:
            for piece in pieces:
                view = memoryview(piece)
                size += len(view)
                while view:
                    view = view[os.write(descriptor, view) :]
            if self._wanted is None:
                self._wanted = _Wanted.like(os.fstat(descriptor), self._seconds)
        finally:
            os.close(descriptor)
        if self._seconds is not None:
            os.utime(self._root + path, (self._seconds, self._seconds))
        return size

    def _count(self, size: int, *, unchanged: bool = False) -> None:
        self.staged.files += 1
        self.staged.size += size
        self.staged.unchanged += unchanged

    def _make_parent(self, path: str) -> None:
        parent = path.rpartition("/")[0]
        if parent not in self._folders:
            self._make_folder(parent)

    def _make_folder(self, path: str) -> None:
        parent = path.rpartition("/")[0]
        if path and parent not in self._folders:
            self._make_folder(parent)
        (self._folder / path).mkdir(mode=0o755)
        self._folders.add(path)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What a file must look like to be lent: as this build would write it."""

    mode: int
    owner: int
    seconds: int | None

    @classmethod
    def like(cls, status: os.stat_result, seconds: int | None) -> _Wanted:
        return cls(status.st_mode, status.st_uid, seconds)

    def fits(self, status: os.stat_result) -> bool:
        # A file with a second name is somebody's hard-linked copy of the site: the two must not stay tied together.
        return (
            status.st_mode == self.mode
            and status.st_uid == self.owner
            and status.st_nlink == 1
            and (self.seconds is None or status.st_mtime == self.seconds)
            and stat.S_ISREG(status.st_mode)
        )


def _probe(root: str, seconds: int | None) -> _Wanted:
    """How this process writes files into the stage: mode and owner depend on the machine."""
    path = f"{root}.probe"
    descriptor = os.open(path, _WRITE, 0o644)
    try:
        return _Wanted.like(os.fstat(descriptor), seconds)
    finally:
        os.close(descriptor)
        os.unlink(path)  # noqa: PTH108


def _lend(source: str, path: str, data: bytes, wanted: _Wanted) -> bool:
    try:
        descriptor = os.open(source, _READ)
    except OSError:
        return False
    try:
        status = os.fstat(descriptor)
        if not wanted.fits(status) or status.st_size != len(data) or os.read(descriptor, len(data) + 1) != data:
            return False
        os.link(source, path, follow_symlinks=False)
    except OSError:
        return False  # a file system without hard links, for one: writing works everywhere
    finally:
        os.close(descriptor)
    return True


def _same(source: str, path: str, size: int, wanted: _Wanted) -> bool:
    """Whether a file of the published site could be lent in place of the one just written."""
    try:
        descriptor = os.open(source, _READ)
    except OSError:
        return False
    with os.fdopen(descriptor, "rb") as one, open(path, "rb") as other:  # noqa: PTH123
        status = os.fstat(descriptor)
        if not wanted.fits(status) or status.st_size != size:
            return False
        while piece := one.read(_PIECE):
            if piece != other.read(_PIECE):
                return False
    return True
