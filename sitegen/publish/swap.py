"""How a staged folder takes the place of the published one, and how a killed swap is put right.

On Linux both folders change places in one system call, so that a reader never meets a missing file. Elsewhere, and
on file systems that refuse (some network ones), two renames leave a gap of microseconds between them; a build that
dies in that gap leaves no site but the old one beside it, which the next build moves back.
"""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import sys
from pathlib import Path

from sitegen.problem import MachineError

_AT_FDCWD = -100  # linux/fcntl.h
_RENAME_EXCHANGE = 2  # linux/fs.h
_SYS_RENAMEAT2 = {"x86_64": 316, "aarch64": 276, "riscv64": 276}  # for a libc without the wrapper, such as older musl

# What "this file system or kernel cannot exchange" looks like, as opposed to "you may not".
_CANNOT = {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EPERM}


def swap(stage: Path, output: Path, old: Path) -> Path | None:
    """Put ``stage`` in the place of ``output``; the answer is where the old site stands now, None if there was none.

    All three lie in one folder. Raises MachineError, and leaves the old site in place.
    """
    try:
        if not output.exists():
            stage.rename(output)
            return None
        if exchange(stage, output):
            return stage
        output.rename(old)
        try:
            stage.rename(output)
        except BaseException:  # Ctrl+C too
            old.rename(output)
            raise
    except OSError as cause:
        raise MachineError(f"cannot put the new site in the place of {output}; the old one is untouched") from cause
    return old


def exchange(one: Path, other: Path) -> bool:
    """Let two folders change places in one step, or say that this machine cannot (False); other failures raise."""
    if sys.platform != "linux":
        return False
    import ctypes

    libc = ctypes.CDLL(None, use_errno=True)
    arguments = (_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), ctypes.c_uint(_RENAME_EXCHANGE))
    number = _SYS_RENAMEAT2.get(os.uname().machine)
    if hasattr(libc, "renameat2"):
        failed = libc.renameat2(*arguments)
    elif number is not None:
        failed = libc.syscall(ctypes.c_long(number), *arguments)
    else:
        return False
    if not failed:
        return True
    code = ctypes.get_errno()
    if code in _CANNOT:
        return False
    raise OSError(code, os.strerror(code), str(other))


def recover(output: Path, stage: Path, old: Path) -> None:
    """Put right what a killed build left: the old site back if there is none, and no leftovers.

    Call it with the lock held. Raises MachineError where a leftover cannot be removed.
    """
    try:
        if os.path.lexists(old) and not os.path.lexists(output):
            old.rename(output)
        for leftover in (stage, old):
            if os.path.lexists(leftover):
                remove(leftover)
    except OSError as cause:
        raise MachineError(f"cannot clear away what an interrupted build left beside {output}") from cause


def remove(folder: Path) -> None:
    """Delete ``folder`` with all that is in it; links are deleted, never followed."""
    if folder.is_dir() and not folder.is_symlink():
        shutil.rmtree(folder)
    else:
        folder.unlink()


def discard(folder: Path) -> bool:
    """Delete ``folder`` if possible; the next build tries again what fails here."""
    with contextlib.suppress(OSError):
        if os.path.lexists(folder):
            remove(folder)
        return True
    return False
