"""Records in JSON that strangers wrote: whatever stands where something else should, the answer is an empty value."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from sitegen.inputs.document import Document
from sitegen.inputs.json_file import BrokenJsonError
from sitegen.inputs.records import Record
from sitegen.problem import Location, Problem, error, warning


def read_records(
    document: Document, read: Callable[[dict[str, Any], Location], Iterator[Record | Problem]]
) -> Iterator[Record | Problem]:
    """What ``read`` makes of each object, and a problem for each value that is none, and where the file breaks off."""
    if document.json is None:
        return
    try:
        for row in document.json.records():
            at = Location(document.file, row.line)
            if isinstance(row.value, dict):
                yield from read(row.value, at)
            else:
                yield warning(at, "a value that is no record: left out")
    except BrokenJsonError as broken:
        yield broken_off(document.file, broken)


def broken_off(file: str, broken: BrokenJsonError) -> Problem:
    """What is said of a file that stops to be JSON."""
    at = Location(file, broken.line, broken.column)
    return error(at, f"is no JSON from here on: {broken}", "save the file anew; it may be cut off")


def member(value: object, *path: str) -> Any:
    """The member of an object that a path of names leads to; None where there is none."""
    for name in path:
        if not isinstance(value, dict):
            return None
        value = value.get(name)
    return value


def objects(value: object) -> list[dict[str, Any]]:
    """The objects in a list; none where there is no list."""
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
