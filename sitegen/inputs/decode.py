"""A digest's bytes as lines, or the reason why they are no text."""

from __future__ import annotations

from sitegen import user_file
from sitegen.problem import Problem


def decode(data: bytes, file: str) -> tuple[list[str] | None, Problem | None]:
    """The lines without their ends, or the problem.

    Lines end at LF or CR LF and nowhere else: U+2028, form feeds, NEL and a lone CR are characters of a line. A byte
    order mark at the beginning is skipped. What follows the last line end is a line only if it is not empty.
    """
    text, problem = user_file.decode(data, file)
    if text is None:
        return None, problem
    lines = text.split("\n")
    if not lines[-1]:
        lines.pop()
    return [line[:-1] if line.endswith("\r") else line for line in lines], None
