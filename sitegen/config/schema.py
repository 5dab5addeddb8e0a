"""The words in which `keys.py` declares what `site.yaml` may say: kinds of values, lists, mappings, records.

A kind takes a node and either returns the value or reports what is wrong with it and returns `INVALID`; it never
raises, so that every mistake of a file is found in one pass.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from sitegen.config.source import excerpt, is_null, location
from sitegen.problem import Location, Problem, error
from sitegen.words.visible import visible


class _Invalid:
    def __repr__(self) -> str:
        return "INVALID"


INVALID: Final = _Invalid()

_NUMBER = re.compile(r"[-+]?(?:\d[\d_]*(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?|0x[0-9a-fA-F]+|0o[0-7]+")
_WHOLE = re.compile(r"[-+]?\d{1,15}")
_DECIMAL = re.compile(r"[-+]?\d{1,15}(?:\.\d{0,15})?")
_FLAGS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}


@dataclass(slots=True)
class Findings:
    """What one pass over the file has found: the problems, and which node stands at which key path."""

    file: str
    problems: list[Problem] = field(default_factory=list)
    nodes: dict[str, Node] = field(default_factory=dict)

    def at(self, path: str) -> Location:
        """Where the value of a key path such as ``tags[2].group`` stands; the file where it was not given."""
        node = self.nodes.get(path)
        return location(node, self.file) if node is not None else Location(self.file)

    def error(self, node: Node, message: str, hint: str = "") -> _Invalid:
        """Note a mistake at a node; the answer is what the kind returns."""
        self.problems.append(error(location(node, self.file), printable(message), printable(hint)))
        return INVALID


# YAML's escapes can write what its text cannot hold.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")

Kind = Callable[[Node, str, Findings], Any]


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a record: the kind of its value, the field it fills ("" = its own name), whether it must be given."""

    kind: Kind
    field: str = ""
    required: bool = False


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint with the closest known word, or with all of a short list of them."""
    from difflib import get_close_matches  # only a file with a mistake pays for it

    names = list(known)
    lowered = {name.lower(): name for name in names}
    if close := get_close_matches(word.lower(), lowered, n=1, cutoff=0.6):
        return f"did you mean '{lowered[close[0]]}'?"
    return f"known: {', '.join(names)}" if 0 < len(names) <= 20 else ""


def scalar(node: Node, path: str, findings: Findings) -> Any:
    """The source text of a single value, whatever YAML would make of it: for ids, slugs, dates."""
    if not isinstance(node, ScalarNode) or is_null(node):
        return findings.error(node, f"{path} must be a single value, not {excerpt(node)}")
    return _without_controls(node, path, findings)


def text(node: Node, path: str, findings: Findings) -> Any:
    """Text, as it is shown; a bare number or truth value is reported, since quotes would say what was meant."""
    if not isinstance(node, ScalarNode) or is_null(node):
        return findings.error(node, f"{path} must be text, not {excerpt(node)}")
    value = node.value
    if not node.style and value and (value[0] in "+-.0123456789" or value[0] in "tTfF"):
        if _NUMBER.fullmatch(value):
            return findings.error(node, f"{path} must be text, not the number {value}", f'put it in quotes: "{value}"')
        if value.lower() in ("true", "false"):
            return findings.error(node, f"{path} must be text, not {value}", f'put it in quotes: "{value}"')
    value = _without_controls(node, path, findings)
    return value if value is INVALID else visible(value).strip()


def _without_controls(node: ScalarNode, path: str, findings: Findings) -> Any:
    if control := _CONTROL.search(node.value):
        return findings.error(node, f"{path} holds the control character U+{ord(control.group()):04X}")
    return node.value


def printable(text: str) -> str:
    """One line of a message: what comes from the file cannot move a terminal's cursor, nor flood it."""
    text = " ".join(visible(text).split())
    return text if len(text) <= 500 else f"{text[:500]}…"


def filled_text(node: Node, path: str, findings: Findings) -> Any:
    """Text that is not empty."""
    value = text(node, path, findings)
    return findings.error(node, f"{path} is empty") if value == "" else value


def flag(node: Node, path: str, findings: Findings) -> Any:
    """``true`` or ``false``; YAML 1.1's yes, no, on, off are understood too."""
    if isinstance(node, ScalarNode) and not node.style and (value := _FLAGS.get(node.value.lower())) is not None:
        return value
    return findings.error(node, f"{path} must be true or false, not {excerpt(node)}")


def whole(minimum: int, maximum: int) -> Kind:
    """A whole number from minimum to maximum, both included."""

    def kind(node: Node, path: str, findings: Findings) -> Any:
        if isinstance(node, ScalarNode) and not node.style and _WHOLE.fullmatch(node.value):
            value = int(node.value)
            if minimum <= value <= maximum:
                return value
        return findings.error(node, f"{path} must be a whole number from {minimum} to {maximum}, not {excerpt(node)}")

    return kind


def number(minimum: float) -> Kind:
    """A number, decimals allowed, of at least minimum."""

    def kind(node: Node, path: str, findings: Findings) -> Any:
        if isinstance(node, ScalarNode) and not node.style and _DECIMAL.fullmatch(node.value):
            value = float(node.value)
            if value >= minimum:
                return value
        return findings.error(node, f"{path} must be a number of at least {minimum:g}, not {excerpt(node)}")

    return kind


def choice(*words: str) -> Kind:
    """One of a few words."""

    def kind(node: Node, path: str, findings: Findings) -> Any:
        if isinstance(node, ScalarNode) and node.value in words:
            return node.value
        allowed = " or ".join(f"'{word}'" for word in words)
        return findings.error(node, f"{path} must be {allowed}, not {excerpt(node)}")

    return kind


def checked(check: Callable[[str], tuple[object, str]], of: Kind = scalar) -> Kind:
    """A value that a plain function judges: it returns the value to keep and "", or anything and what is wrong."""

    def kind(node: Node, path: str, findings: Findings) -> Any:
        value = of(node, path, findings)
        if value is INVALID:
            return INVALID
        kept, wrong = check(value)
        return findings.error(node, f"{path} {wrong}") if wrong else kept

    return kind


def list_of(item: Kind, minimum: int = 0) -> Kind:
    """A list, as a tuple; items that are wrong are reported one by one."""

    def kind(node: Node, path: str, findings: Findings) -> Any:
        if not isinstance(node, SequenceNode):
            short = isinstance(node, ScalarNode) and not is_null(node) and len(node.value) < 60
            hint = f"write it as a list: [{node.value}]" if short else ""
            return findings.error(node, f"{path} must be a list, not {excerpt(node)}", hint)
        values = []
        for index, part in enumerate(node.value):
            where = f"{path}[{index}]"
            findings.nodes[where] = part
            value = item(part, where, findings)
            if value is not INVALID:
                values.append(value)
        if len(node.value) < minimum:
            return findings.error(node, f"{path} needs at least {minimum} entries, not {len(node.value)}")
        return tuple(values)

    return kind


def map_of(key: Kind, item: Kind) -> Kind:
    """A mapping with free keys, in the file's order; an empty value stands for an empty record."""

    def kind(node: Node, path: str, findings: Findings) -> Any:
        if not isinstance(node, MappingNode):
            return findings.error(node, f"{path or findings.file} must be a mapping, not {excerpt(node)}")
        values = {}
        for name, name_node, part in _pairs(node, path, findings):
            where = f"{path}.{name}" if path else name
            findings.nodes[where] = part
            checked_name = key(name_node, f"a key of {path or findings.file}", findings)
            value = item(part, where, findings)
            if value is not INVALID and checked_name is not INVALID:
                values[checked_name] = value
        return values

    return kind


def record(keys: Mapping[str, Key], make: Callable[..., object]) -> Kind:
    """A mapping with known keys; ``make`` gets the values by field name, and ``location``.

    A key without a value counts as not given.
    """

    def kind(node: Node, path: str, findings: Findings) -> Any:
        if is_null(node):
            pairs: list[tuple[str, Node, Node]] = []
        elif isinstance(node, MappingNode):
            pairs = _pairs(node, path, findings)
        else:
            return findings.error(node, f"{path or findings.file} must be a mapping, not {excerpt(node)}")
        values: dict[str, Any] = {}
        missing = {name for name, key in keys.items() if key.required}
        complete = True
        for name, name_node, part in pairs:
            key = keys.get(name)
            where = f"{path}.{name}" if path else name
            if key is None:
                inside = f" in {path}" if path else ""
                findings.error(name_node, f"unknown key '{name}'{inside}", did_you_mean(name, keys))
                continue
            if is_null(part):
                continue
            missing.discard(name)
            findings.nodes[where] = part
            value = key.kind(part, where, findings)
            if value is not INVALID:
                values[key.field or name] = value
            elif key.required:
                complete = False
        for name in sorted(missing, key=list(keys).index):
            findings.error(node, f"{path or findings.file} lacks the key '{name}'")
        if missing or not complete:
            return INVALID
        return make(location=location(node, findings.file), **values)

    return kind


def _pairs(node: MappingNode, path: str, findings: Findings) -> list[tuple[str, Node, Node]]:
    """Each key's source text, its node and its value; what is not a plain key, or stands there twice, is reported."""
    first: dict[str, Node] = {}
    pairs: list[tuple[str, Node, Node]] = []
    inside = f" in {path}" if path else ""
    for key, value in node.value:
        if not isinstance(key, ScalarNode):
            findings.error(key, f"a key{inside} must be a single value, not {excerpt(key)}")
        elif key.value in first:
            line = first[key.value].start_mark.line + 1
            findings.error(key, f"duplicate key '{key.value}'{inside}", f"first given in line {line}")
        else:
            first[key.value] = key
            pairs.append((key.value, key, value))
    return pairs
