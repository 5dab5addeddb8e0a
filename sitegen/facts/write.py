"""How what was found gets into `facts.yaml`, a file that people write: it is added, and nothing else is touched.

The new text is made from the old one, line by line, and read again before it is written: all that the file said it
must still say. It takes the old one's place in one step.
"""

from __future__ import annotations

import codecs
import contextlib
import os
from bisect import bisect
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sitegen.config.nodes import is_list, is_mapping, is_null
from sitegen.config.source import parse
from sitegen.facts.model import SourcedFacts
from sitegen.facts.read import NAME, read_stated
from sitegen.facts.text import HEADER, entry, items
from sitegen.problem import MachineError, Problem, has_errors
from sitegen.user_file import decode, read_bytes, write_anew

if TYPE_CHECKING:
    from yaml.nodes import MappingNode, Node

PENDING = f".{NAME}.sitegen-next"
"""The file as it will be."""

Found = Mapping[str, Sequence[SourcedFacts]]
"""What was found of papers, by the name that the file has for them, or shall have."""


class Added(NamedTuple):
    """The file's text with what was found; ``left`` names the entries that cannot grow, since they are in brackets."""

    text: str
    left: tuple[str, ...]


class _Entry(NamedTuple):
    """An entry of the file. Lines count from 1; ``indent`` is that of the items to add, None where none can be."""

    first: int
    last: int
    indent: int | None = None
    behind: int = 0  # the line to add items behind
    heading: str = ""  # to be written above them


def write(root: Path, found: Found) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """Add what was found to the file beside the `site.yaml` of ``root``, as that file is now.

    The names of entries that cannot grow come back. A file that cannot be read stays as it is, and its mistakes come
    back. Raises `MachineError` where the disk does not take it.
    """
    if not any(found.values()):
        return (), ()
    file = root / NAME
    data, problem = read_bytes(file, NAME, inside=root)
    text, problem = (HEADER, problem) if data is None else decode(data, NAME)
    if problem or text is None:
        return (), (problem,) if problem else ()
    records, problems = read_stated(text)
    if has_errors(problems):
        return (), problems
    known = {one.paper: one.stated for one in records}  # another run may have been here
    done = add(text, {name: [one for one in found[name] if one not in known.get(name, ())] for name in found})
    mark = "\ufeff" if data is not None and data.startswith(codecs.BOM_UTF8) else ""
    _replace(Path(os.path.realpath(file)), mark + done.text)
    return done.left, ()


def add(text: str, found: Found) -> Added:
    """The text of a file without mistakes, with what was found in it.

    Each paper's is put behind what its entry has, or into an entry of its own: in its place in the alphabet where the
    entries are in order, else at the end.
    """
    lines = text.splitlines(keepends=True)
    end = "\r\n" if lines and lines[0].endswith("\r\n") else "\n"
    if lines and not lines[-1].endswith(("\n", "\r")):
        lines[-1] += end
    root, _ = parse(text, NAME)
    entries = _entries(root) if root is not None and is_mapping(root) else {}
    growing = root is None or not getattr(root, "flow_style", False)
    behind: dict[int, str] = {}
    left = []
    for name in sorted(filter(found.get, found), key=lambda name: (name not in entries, name)):  # entries grow first
        place, new = _addition(name, found[name], entries, lines) if growing else (0, "")
        behind[place] = behind.get(place, "") + new.replace("\n", end)
        if not new:
            left.append(name)
    whole = behind.get(0, "") + "".join(line + behind.get(number, "") for number, line in enumerate(lines, 1))
    _check(text, whole, {name: found[name] for name in found if name not in left})
    return Added(whole, tuple(left))


def _addition(
    name: str, found: Sequence[SourcedFacts], entries: Mapping[str, _Entry], lines: Sequence[str]
) -> tuple[int, str]:
    """What to add for one paper, and behind which line; ``""`` where its entry cannot grow."""
    if name not in entries:
        return _place(name, entries, lines), entry(name, found)
    known = entries[name]
    if known.indent is None:
        return 0, ""
    return known.behind, known.heading + items(found, known.indent)


def _place(name: str, entries: Mapping[str, _Entry], lines: Sequence[str]) -> int:
    """The line behind which a new entry goes."""
    names = list(entries)
    if not names or names != sorted(names):
        return len(lines)
    if before := bisect(names, name):
        return entries[names[before - 1]].last
    first = entries[names[0]].first
    above = first - 1
    while above and lines[above - 1].startswith("#"):
        above -= 1
    return above if above else first - 1  # comments above the first entry are its own only behind an empty line


def _entries(root: MappingNode) -> dict[str, _Entry]:
    found = {}
    for key, value in root.value:
        first, last = key.start_mark.line + 1, _last_line(value, key)
        found[" ".join(key.value.split())] = _Entry(first, last, *_growth(key, value))
    return found


def _growth(key: Node, value: Node) -> tuple[int | None, int, str]:
    """At which indent, behind which line and under which heading items can be added; None where they cannot."""
    if is_null(value) and not value.value:
        return key.start_mark.column, key.start_mark.line + 1, ""
    if getattr(value, "flow_style", True):
        return None, 0, ""
    if is_list(value):
        return value.start_mark.column, _last_line(value, key), ""
    for name, part in value.value:
        if name.value == "found":
            return _growth(name, part)
    indent = value.start_mark.column
    return indent, _last_line(value, key), f"{' ' * indent}found:\n"


def _last_line(node: Node, above: Node) -> int:
    """The line that a value ends in; of nothing, the line that its key, ``above``, ends in."""
    if is_null(node) and not node.value:
        return int(above.end_mark.line) + 1
    if not getattr(node, "flow_style", True) and node.value:
        last = node.value[-1]
        return _last_line(last[1], last[0]) if is_mapping(node) else _last_line(last, node)
    if getattr(node, "style", None) in ("|", ">"):
        return int(node.end_mark.line)  # its end is the beginning of what comes next
    return int(node.end_mark.line) + 1


def _check(text: str, whole: str, found: Found) -> None:
    """Hold the new text to its promise. Raises `MachineError`, so that nothing is written, where it breaks it."""
    before, _ = read_stated(text)
    after, problems = read_stated(whole)
    expected = {one.paper: one.stated for one in before}
    for name, new in found.items():
        expected[name] = (*expected.get(name, ()), *new)
    if has_errors(problems) or {one.paper: one.stated for one in after} != expected:
        raise MachineError(f"could not add to {NAME} without changing what it says; it is as it was")


def _replace(file: Path, text: str) -> None:
    pending = file.with_name(PENDING)
    try:
        write_anew(pending, text, like=file)
        pending.replace(file)
    except OSError as cause:
        raise MachineError(f"cannot write {NAME}; what was found is kept for the next run") from cause
    finally:
        with contextlib.suppress(OSError):
            pending.unlink()
