"""Who may replace an output folder: one build at a time, across processes.

The lock is a file beside the output, held with flock(2), so that the kernel frees it when a build is killed; it is
removed with the lock. Taking it also puts right what a killed build left behind.
"""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sitegen.problem import MachineError
from sitegen.publish.swap import recover
from sitegen.words.visible import spelt_out

# Some network file systems know no locks; two builds at once are then the user's to avoid.
_NO_LOCKS = {errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP}

_TRIES = 100
"""How often a parent folder may vanish before it is the folder that takes no files, as in ``/proc``."""

_held: set[int] = set()  # descriptors of the locks that this process holds


@dataclass(frozen=True, slots=True)
class Claim:
    """The right to replace one output folder, and the names of the hidden folders beside it that this takes."""

    output: Path  # absolute and free of links

    @property
    def stage(self) -> Path:
        """Where the next site grows; what stands here is never needed."""
        return self._beside("stage")

    @property
    def old(self) -> Path:
        """Where the old site waits between two renames; if the output is missing, this is the site."""
        return self._beside("old")

    @property
    def lock(self) -> Path:
        """The file that carries the lock."""
        return self._beside("lock")

    def _beside(self, what: str) -> Path:
        return self.output.with_name(f".{self.output.name}.sitegen-{what}")


def _say_waiting(output: Path) -> None:
    print(spelt_out(f"waiting for another build of {output} to finish"), file=sys.stderr, flush=True)


@contextlib.contextmanager
def hold(output: Path, *, waiting: Callable[[Path], None] = _say_waiting) -> Iterator[Claim]:
    """Be the only build of ``output`` (which `check_output` found in order) until the block ends.

    Waits for another build of the same folder, and calls ``waiting`` once before it does. Missing parents of the
    output are made, and removed again where nothing was published. Raises MachineError where the place beside the
    output cannot be written.
    """
    claim = Claim(Path(os.path.realpath(output)))
    made: list[Path] = []
    try:
        descriptor = _acquire(claim, waiting, made)
    except OSError as cause:
        _remove_empty(made)
        raise MachineError(f"cannot write beside the output folder {output}") from cause
    try:
        recover(claim.output, claim.stage, claim.old)
        yield claim
    finally:
        with contextlib.suppress(OSError):
            claim.lock.unlink()
        _held.discard(descriptor)
        os.close(descriptor)
        _remove_empty(made)


@contextlib.contextmanager
def hold_folder(folder: Path, *, waiting: Callable[[Path], None] = _say_waiting) -> Iterator[None]:
    """Be the only build that works with a site's own folder, wherever its output goes; nothing is written for it.

    Waits like `hold`. Where folders cannot be locked (Windows, some network file systems) it does nothing.
    """
    if sys.platform == "win32":
        yield
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        try:
            if not _try_lock(descriptor):
                waiting(folder)
                _wait_lock(descriptor)
        except OSError as cause:
            if cause.errno != errno.EBADF:  # NFS wants to write what it locks
                raise
        _held.add(descriptor)
        yield
    finally:
        _held.discard(descriptor)
        os.close(descriptor)


def _acquire(claim: Claim, waiting: Callable[[Path], None], made: list[Path]) -> int:
    waited = False
    gone = 0
    while True:
        _make_parents(claim.output.parent, made)
        try:
            descriptor = os.open(claim.lock, os.O_RDONLY | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o644)
        except FileNotFoundError:
            gone += 1
            if gone == _TRIES:
                raise
            continue  # another build has just removed the parent that it had made
        try:
            if not _try_lock(descriptor):
                if not waited:
                    waiting(claim.output)
                    waited = True
                _wait_lock(descriptor)
            if _is_current(descriptor, claim.lock):
                _held.add(descriptor)
                return descriptor
        except BaseException:
            os.close(descriptor)
            raise
        os.close(descriptor)  # its owner removed the file while this build waited for it


def _is_current(descriptor: int, lock: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(descriptor), os.lstat(lock))
    except FileNotFoundError:
        return False


def _make_parents(folder: Path, made: list[Path]) -> None:
    missing = []
    while not folder.exists():
        missing.append(folder)
        folder = folder.parent
    for path in reversed(missing):
        path.mkdir(exist_ok=True)
        if path not in made:
            made.append(path)


def _remove_empty(folders: list[Path]) -> None:
    for folder in reversed(folders):
        try:
            folder.rmdir()
        except OSError:
            return  # in use, which is what it was made for


if sys.platform == "win32":  # no lock there: two builds at once are the user's to avoid

    def _try_lock(descriptor: int) -> bool:
        return True

    def _wait_lock(descriptor: int) -> None:
        pass

else:
    import fcntl

    def _try_lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError as cause:
            if cause.errno not in _NO_LOCKS:
                raise
        return True

    def _wait_lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX)

    def _let_go() -> None:
        # A forked worker shares the lock; if it outlives a killed build, nobody could build again.
        while _held:
            os.close(_held.pop())

    os.register_at_fork(after_in_child=_let_go)
