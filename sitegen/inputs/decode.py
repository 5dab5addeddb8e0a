"""A digest's bytes as lines, or the reason why they are no text."""

from __future__ import annotations

import codecs

from sitegen.problem import Location, Problem, error

# UTF-32 first: its little-endian mark begins with UTF-16's.
_OTHER_ENCODINGS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
_SAVE = "save it as UTF-8"


def decode(data: bytes, file: str) -> tuple[list[str] | None, Problem | None]:
    """The lines without their ends, or the problem.

    Lines end at LF or CR LF and nowhere else: U+2028, form feeds, NEL and a lone CR are characters of a line. A byte
    order mark at the beginning is skipped. What follows the last line end is a line only if it is not empty.
    """
    for mark, name in _OTHER_ENCODINGS:
        if data.startswith(mark):
            return None, error(Location(file), f"is {name}, but must be UTF-8", _SAVE)
    if (nul := data.find(b"\0")) >= 0:
        if _is_bare_utf16(data):
            return None, error(Location(file), "is UTF-16, but must be UTF-8", _SAVE)
        return None, error(_place(data, nul, file), f"NUL byte at offset {nul}", "a digest is plain text")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as caught:
        # utf-8-sig counts from behind the mark
        start = caught.start + (len(codecs.BOM_UTF8) if data.startswith(codecs.BOM_UTF8) else 0)
        message = f"is not UTF-8: byte 0x{data[start]:02x} at offset {start}"
        return None, error(_place(data, start, file), message, _SAVE)
    lines = text.split("\n")
    if not lines[-1]:
        lines.pop()
    return [line[:-1] if line.endswith("\r") else line for line in lines], None


def _is_bare_utf16(data: bytes) -> bool:
    """UTF-16 without its mark: ASCII text has a NUL as every second byte."""
    head = data[:200]
    return len(head) >= 4 and any(head[start::2].count(0) > 0.4 * len(head) for start in (0, 1))


def _place(data: bytes, offset: int, file: str) -> Location:
    """Line and column (in bytes) of an offset."""
    return Location(file, data.count(b"\n", 0, offset) + 1, offset - data.rfind(b"\n", 0, offset))
