"""A file's bytes as a text, or the reason why they are none."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from sitegen import user_file
from sitegen.inputs.json_file import JsonFile
from sitegen.problem import Problem


@dataclass(frozen=True)
class Document:
    """An input file as text; ``file`` is how messages name it. Not slotted: what is asked of it is kept."""

    file: str
    text: str

    @cached_property
    def lines(self) -> list[str]:
        """The lines without their ends.

        Lines end at LF or CR LF and nowhere else: U+2028, form feeds, NEL and a lone CR are characters of a line,
        unless CR alone ends all lines, as on old Macs. What follows the last line end is a line only if it is not
        empty.
        """
        text = self.text
        if "\n" not in text:
            text = text.replace("\r", "\n")
        lines = text.split("\n")
        if not lines[-1]:
            lines.pop()
        return [line[:-1] if line.endswith("\r") else line for line in lines]

    def too_long(self, most: int) -> int:
        """The number of the first line with more characters than ``most``; 0 where none has."""
        return next((number for number, line in enumerate(self.lines, 1) if len(line) > most), 0)

    @cached_property
    def head(self) -> str:
        """The beginning, enough to tell most formats by, without white space in front."""
        return self.text[:8000].lstrip()[:4000]

    @cached_property
    def json(self) -> JsonFile | None:
        """The file as JSON, read as far as it is asked for; None for what begins like nothing of the kind."""
        return JsonFile(self.text) if self.head[:1] in ("{", "[") else None


def decode(data: bytes, file: str) -> tuple[Document | None, Problem | None]:
    """The text without its byte order mark, or the problem."""
    text, problem = user_file.decode(data, file)
    return (None, problem) if text is None else (Document(file, text), None)
