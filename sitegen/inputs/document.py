"""A file's bytes as a text, or the reason why they are none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from sitegen import user_file
from sitegen.inputs.header import Header, header
from sitegen.inputs.json_file import JsonFile
from sitegen.problem import Problem
from sitegen.words.visible import is_blank

_LONE_CR = re.compile(r"\r(?!\r*\n)")
_FEWEST = 3  # lines that end with CR alone, in a file that has LF too


@dataclass(frozen=True)
class Document:
    """An input file as text; ``file`` is how messages name it. Not slotted: what is asked of it is kept."""

    file: str
    text: str

    @cached_property
    def lines(self) -> list[str]:
        """The lines without their ends.

        Lines end at LF or CR LF and nowhere else: U+2028, form feeds, NEL and a lone CR are characters of a line,
        unless CR alone ends the lines, as on old Macs: all of them, or at least three and more than LF does. What
        follows the last line end is a line only if it is not empty.
        """
        text = self.text
        if "\r" in text and _has_lines_of_old_macs(text):
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        lines = text.split("\n")
        if not lines[-1]:
            lines.pop()
        return [line[:-1] if line.endswith("\r") else line for line in lines]

    def too_long(self, most: int) -> int:
        """The number of the first line with more characters than ``most``; 0 where none has."""
        return next((number for number, line in enumerate(self.lines, 1) if len(line) > most), 0)

    @cached_property
    def header(self) -> Header:
        """Which lines are banner, and the day that they print."""
        return header(self.lines, self.file)

    @cached_property
    def body(self) -> list[tuple[int, str]]:
        """The lines that are neither blank nor banner, stripped, each with its number, from 1."""
        banner, glued = self.header.banner, self.header.glued
        return [
            (index + 1, text[glued.get(index, 0) :].strip())
            for index, text in enumerate(self.lines)
            if index not in banner and not is_blank(text)
        ]

    @cached_property
    def head(self) -> str:
        """The beginning, enough to tell most formats by, without white space in front."""
        return self.text[:8000].lstrip()[:4000]

    @cached_property
    def json(self) -> JsonFile | None:
        """The file as JSON, read as far as it is asked for; None for what begins like nothing of the kind."""
        return JsonFile(self.text) if self.head[:1] in ("{", "[") else None


def _has_lines_of_old_macs(text: str) -> bool:
    alone = len(_LONE_CR.findall(text))
    return "\n" not in text or alone >= max(_FEWEST, text.count("\n") + 1)


def decode(data: bytes, file: str) -> tuple[Document | None, Problem | None]:
    """The text without its byte order mark, or the problem."""
    text, problem = user_file.decode(data, file)
    return (None, problem) if text is None else (Document(file, text), None)
