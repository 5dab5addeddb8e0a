"""Reads a .bib with bibtexparser and pybtex, every warning an error; prints keys and names of fields as JSON."""

from __future__ import annotations

import json
import logging
import sys
import warnings

warnings.simplefilter("error")

import bibtexparser  # noqa: E402
import pybtex.errors  # noqa: E402
from pybtex.database import parse_file  # noqa: E402


class _Raise(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        if record.levelno >= logging.WARNING:
            raise AssertionError(record.getMessage())


def main(path: str) -> None:
    logging.getLogger().addHandler(_Raise())
    library = bibtexparser.parse_file(path, encoding="utf-8")
    assert not library.failed_blocks, library.failed_blocks[:3]
    pybtex.errors.set_strict_mode(True)
    database = parse_file(path, bib_format="bibtex", encoding="utf-8")
    persons = {key: len(entry.persons.get("author", ())) for key, entry in database.entries.items()}
    found = {
        "bibtexparser": {entry.key: {field.key: field.value for field in entry.fields} for entry in library.entries},
        "pybtex": {key: dict(entry.fields) for key, entry in database.entries.items()},
        "persons": persons,
    }
    json.dump(found, sys.stdout)


main(sys.argv[1])
