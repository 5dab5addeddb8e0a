"""Which reader a file goes to: by what it holds, and by its name only where that leaves a doubt.

A reader is a module here that knows one format. It is imported when the beginning of some file looks like it might be
of that format: a folder of plain digests needs none but the last two.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from typing import Protocol, cast

from sitegen.inputs.document import Document
from sitegen.inputs.parsed import ParsedDigest


class Format(Protocol):
    """What the module of a format has."""

    def recognises(self, document: Document) -> bool:
        """Whether a file is of this format, by what it holds."""

    def read(self, document: Document) -> ParsedDigest:
        """Its entries, and what was odd."""


@dataclass(frozen=True)
class Reader:
    """The module called ``name``, and which files may be its.

    ``begins`` is found in the beginning (`Document.head`) of every file of its format. ``suffixes`` decide about files
    that nobody recognises. ``long_lines``: all records may stand in one line.
    """

    name: str
    begins: re.Pattern[str]
    suffixes: tuple[str, ...] = ()
    long_lines: bool = False

    @cached_property
    def format(self) -> Format:
        """The module."""
        return cast(Format, import_module(f"sitegen.inputs.{self.name}"))

    def recognises(self, document: Document) -> bool:
        """Whether a file is of this format, by what it holds."""
        return self.begins.search(document.head) is not None and self.format.recognises(document)


_JSON = re.compile(r"\A[\[{]")
_ANYTHING = re.compile("")

READERS: tuple[Reader, ...] = (
    Reader("front_matter", re.compile(r"\A---\s")),
    Reader("bibtex", re.compile(r"@\s*\w+\s*[{(]"), (".bib", ".bibtex")),
    Reader("ris", re.compile(r"^\s*TY  ?-", re.MULTILINE), (".ris",)),
    Reader("arxiv_atom", re.compile(r"\A[<\[{]"), long_lines=True),
    Reader("catalogue_json", _JSON, long_lines=True),
    Reader("daily_papers", _JSON, long_lines=True),
    Reader("openalex", _JSON, long_lines=True),
    Reader("csl_json", _JSON, long_lines=True),
    Reader("table", re.compile(r"\A[^\n]*[,;\t|]"), (".csv", ".tsv", ".tab")),
    Reader("reading_list", re.compile(r"\]\(\s*<?https?://"), (".md", ".markdown")),
    Reader(
        "foreign",
        re.compile(r"\A[{\[]|<|^PMID|^%[0A-Z] |MIME|^\\(?:documentclass|begin|bibitem)\b|^Subject: ", re.MULTILINE),
        (".json", ".xml", ".atom"),
        long_lines=True,
    ),
    Reader(
        "labelled",
        re.compile(
            r"^\W{0,12}(?:(?:paper |article )?title|titel|titre|título|titolo|标题|题目|タイトル)\W{0,6}[:：]",
            re.IGNORECASE | re.MULTILINE,
        ),
    ),
    Reader(
        "copied_page",
        re.compile(
            r"\d authors?\b|cited by\s+year|upvote|submitted by\b|cited by \d|\d citations?\b|view pdf|view arxiv"
            r"|cite as:|readers:|show details",
            re.IGNORECASE,
        ),
    ),
    Reader(
        "references",
        re.compile(
            r"^(?:[\[(]?\d{1,4}[\]).]\s*)?[^\W\d_][\w'’-]*(?:,|\.| [A-Z]{1,3},)[^\n]*(?:19|20)\d\d", re.MULTILINE
        ),
    ),
    Reader("headed", re.compile(r"^\s*(?:#{1,6}\s|[-*+•]\s|[\[(]?\d{1,4}[\]).]|\*\*|__|={3}|-{3})", re.MULTILINE)),
    Reader("lone_ids", re.compile(r"\A[^\n]{0,20}?(?:https?://|www\.|arxiv|doi|10\.|\d{4}\.\d)", re.IGNORECASE)),
)
"""Each format of data; the first that recognises a file reads it, else the first that its name speaks for."""

PLAIN: tuple[Reader, ...] = (
    Reader("wrapped", re.compile(r"\A(?:[^\n]{0,130}\n)*+[^\n]{0,130}\Z")),
    Reader("detailed", _ANYTHING),
    Reader("spaced", _ANYTHING, (".txt",)),
    Reader("compact", _ANYTHING),
)
"""Text with titles and abstracts, whatever its name; the last one takes everything."""

SUFFIXES = frozenset(suffix for reader in (*READERS, *PLAIN) for suffix in reader.suffixes)
"""What the names of digests end with."""


def reader_of(document: Document) -> Reader:
    """Whose a file is."""
    name = document.file.lower()
    return (
        next((reader for reader in READERS if reader.recognises(document)), None)
        or next((reader for reader in READERS if name.endswith(reader.suffixes)), None)
        or next(reader for reader in PLAIN if reader.recognises(document))
    )
