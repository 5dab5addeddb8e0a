"""Files that people write: guarded, opened, decoded and replaced in one way, whatever they are for.

What stands at a path is found out by opening it, and the failure is judged. `Path.exists` cannot tell: since Python
3.14 it says "no" of a file that is there but may not be looked at.
"""

from __future__ import annotations

import codecs
import contextlib
import errno
import os
import stat
from pathlib import Path

from sitegen.problem import Level, Location, Problem, error

_NOTHING_THERE = (FileNotFoundError, NotADirectoryError)
_SAVE = "save it as UTF-8"

_KINDS = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISBLK, "a device"),
    (stat.S_ISCHR, "a device"),
)

# UTF-32 first: its little-endian mark begins with UTF-16's.
_OTHER_ENCODINGS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)


def read_text(
    path: Path, name: str, *, inside: Path | None = None, odd: Level = Level.ERROR
) -> tuple[str | None, Problem | None]:
    """`read_bytes`, decoded."""
    data, problem = read_bytes(path, name, inside=inside, odd=odd)
    return (None, problem) if data is None else decode(data, name)


def read_bytes(
    path: Path, name: str, *, inside: Path | None = None, odd: Level = Level.ERROR
) -> tuple[bytes | None, Problem | None]:
    """What a file holds, or what is wrong with it; neither where there is nothing at ``path``.

    ``name`` is what problems call the file. A link that leads out of the folder ``inside`` is refused. ``odd`` is how
    bad it is when a folder or a pipe stands there; a pipe is not opened, which would wait for its writer.
    """
    at = Location(name)
    try:
        if inside is not None and leads_outside(path, inside):
            return None, error(at, "is a link that leads outside the site's folder", "copy the file here")
        if other := kind(path.stat().st_mode):
            hint = "it is left out" if odd is Level.WARNING else ""
            return None, Problem(odd, at, f"is {other}, not a file", hint)
        return path.read_bytes(), None
    except _NOTHING_THERE:
        return None, error(at, "is a link that leads nowhere") if path.is_symlink() else None
    except OSError as caught:
        return None, unreadable(caught, at)


def write_anew(path: Path, text: str, like: Path) -> None:
    """Write a file so that it is on the disk, with the permissions of another if there is one. Raises OSError.

    What stood at ``path`` is gone: this is for a file beside the real one, whose place it takes once it is complete.
    """
    with contextlib.suppress(FileNotFoundError):
        path.unlink()
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    with os.fdopen(descriptor, "w", encoding="utf-8", newline="") as file:
        with contextlib.suppress(FileNotFoundError):
            path.chmod(stat.S_IMODE(like.stat().st_mode))
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


def decode(data: bytes, name: str) -> tuple[str | None, Problem | None]:
    """UTF-8 text without its byte order mark, or where it is none."""
    for mark, encoding in _OTHER_ENCODINGS:
        if data.startswith(mark):
            return None, error(Location(name), f"is {encoding}, but must be UTF-8", _SAVE)
    if (nul := data.find(b"\0")) >= 0:
        if _is_bare_utf16(data):
            return None, error(Location(name), "is UTF-16, but must be UTF-8", _SAVE)
        return None, error(_place(data, nul, name), f"NUL byte at offset {nul}", "save it as plain text")
    try:
        return data.decode("utf-8-sig"), None
    except UnicodeDecodeError as caught:
        # utf-8-sig counts from behind the mark
        start = caught.start + (len(codecs.BOM_UTF8) if data.startswith(codecs.BOM_UTF8) else 0)
        message = f"is not UTF-8: byte 0x{data[start]:02x} at offset {start}"
        return None, error(_place(data, start, name), message, _SAVE)


def leads_outside(path: Path, folder: Path) -> bool:
    """Whether ``path`` is somewhere else than in ``folder`` once its links are followed."""
    return not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))


def mode(path: Path) -> int | None:
    """The file mode of what stands there, links followed; None where nothing does. Other failures raise OSError."""
    try:
        return path.stat().st_mode
    except _NOTHING_THERE:
        return None
    except OSError as caught:
        if caught.errno == errno.ELOOP:  # a link to itself leads to nothing
            return None
        raise


def kind(mode: int) -> str:
    """What a file mode says of anything but a plain file; "" for one."""
    return next((kind for test, kind in _KINDS if test(mode)), "")


def unreadable(caught: OSError, at: Location) -> Problem:
    """Why something of the user's cannot be read."""
    return error(at, f"cannot be read: {caught.strerror}")


def _is_bare_utf16(data: bytes) -> bool:
    """UTF-16 without its mark: ASCII text has a NUL as every second byte."""
    head = data[:200]
    return len(head) >= 4 and any(head[start::2].count(0) > 0.4 * len(head) for start in (0, 1))


def _place(data: bytes, offset: int, name: str) -> Location:
    """Line and column (in bytes) of an offset."""
    return Location(name, data.count(b"\n", 0, offset) + 1, offset - data.rfind(b"\n", 0, offset))
