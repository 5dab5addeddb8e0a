"""The words in which settings are declared: kinds of values, lists, mappings, and the keys of a dataclass.

A kind takes a node and either returns the value or reports what is wrong with it and returns `INVALID`; it never
raises, so that every mistake of a file is found in one pass. Kinds are plain values whose fields say what they allow,
for whatever describes the settings to people or programs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, dataclass, field, fields, replace
from typing import TYPE_CHECKING, Any, Final, Protocol

from sitegen.config.nodes import excerpt, is_list, is_mapping, is_null, is_scalar, location
from sitegen.problem import Location, Problem, error
from sitegen.suggestion import did_you_mean
from sitegen.words.visible import visible

if TYPE_CHECKING:
    from yaml.nodes import MappingNode, Node


class _Invalid:
    def __repr__(self) -> str:
        return "INVALID"


INVALID: Final = _Invalid()

_NUMBER = re.compile(r"[-+]?(?:\d[\d_]*(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?|0x[0-9a-fA-F]+|0o[0-7]+")
_WHOLE = re.compile(r"[-+]?\d{1,15}")
_DECIMAL = re.compile(r"[-+]?\d{1,15}(?:\.\d{0,15})?")
_BETWEEN_NAMES = re.compile(r"\s*(?:[,;&]|\band\b)\s*(?:and\b\s*)?")
_FLAGS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
_TYPOGRAPHIC = frozenset("“”„‟«»‘’‚‹›")  # what word processors make of quotes
# YAML's escapes can write what its text cannot hold.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


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


class Kind(Protocol):
    """What a value may be."""

    def __call__(self, node: Node, path: str, findings: Findings, /) -> Any:
        """The value of the node at a key path, or `INVALID`."""


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a mapping: the kind of its value, the field it fills ("" = its own name), whether it must be given.

    ``help`` says in a sentence what it is for, ``example`` is a value as the file has it.
    """

    kind: Kind
    field: str = ""
    required: bool = False
    help: str = ""
    example: str = ""


def key(kind: Kind, help: str, example: str = "", default: Any = MISSING, *, name: str = "") -> Any:
    """A dataclass field that a key of the same name fills, or one called ``name``; without a default it must be given.

    This one statement is all that is said of a key: `keys_of` reads it for `Keyed`.
    """
    known = {"name": name, "key": Key(kind, required=default is MISSING, help=help, example=example)}
    if isinstance(default, dict):
        return field(default_factory=dict, metadata=known)
    return field(default=default, metadata=known)


def keys_of(declared: type) -> dict[str, Key]:
    """The keys of a dataclass, by name, in the order of its fields; fields that `key` does not declare have none."""
    found = ((f.metadata["name"] or f.name, f) for f in fields(declared) if "key" in f.metadata)
    return {name: replace(f.metadata["key"], field=f.name) for name, f in found}


def printable(text: str) -> str:
    """One line of a message: what comes from the file cannot move a terminal's cursor, nor flood it."""
    text = " ".join(visible(text).split())
    return text if len(text) <= 500 else f"{text[:500]}…"


def scalar(node: Node, path: str, findings: Findings) -> Any:
    """The source text of a single value, whatever YAML would make of it: for ids, slugs, dates."""
    if not is_scalar(node) or is_null(node):
        return findings.error(node, f"{path} must be a single value, not {excerpt(node)}")
    if control := _CONTROL.search(node.value):
        return findings.error(node, f"{path} holds the control character U+{ord(control.group()):04X}")
    return node.value


def text(node: Node, path: str, findings: Findings) -> Any:
    """Text, as it is shown; a bare number or truth value is reported, since quotes would say what was meant."""
    if not is_scalar(node) or is_null(node):
        return findings.error(node, f"{path} must be text, not {excerpt(node)}")
    value = node.value
    if not node.style and value and (value[0] in "+-.0123456789" or value[0] in "tTfF"):
        if _NUMBER.fullmatch(value):
            return findings.error(node, f"{path} must be text, not the number {value}", f'put it in quotes: "{value}"')
        if value.lower() in ("true", "false"):
            return findings.error(node, f"{path} must be text, not {value}", f'put it in quotes: "{value}"')
    if not node.style and value[:1] in _TYPOGRAPHIC and value[-1:] in _TYPOGRAPHIC:
        message = f"{path} stands between '{value[0]}' and '{value[-1]}', which YAML takes for letters of it"
        return findings.error(node, message, f'write "{value[1:-1][:60]}"; to keep them, "{value[:60]}"')
    value = scalar(node, path, findings)
    return value if value is INVALID else visible(value).strip()


def filled_text(node: Node, path: str, findings: Findings) -> Any:
    """Text that is not empty."""
    value = text(node, path, findings)
    return findings.error(node, f"{path} is empty", "fill it in, or delete it") if value == "" else value


def flag(node: Node, path: str, findings: Findings) -> Any:
    """``true`` or ``false``; YAML 1.1's yes, no, on, off are understood too."""
    if is_scalar(node) and not node.style and (value := _FLAGS.get(node.value.lower())) is not None:
        return value
    return findings.error(node, f"{path} must be true or false, not {excerpt(node)}")


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number from minimum to maximum, both included."""

    minimum: int
    maximum: int

    def __call__(self, node: Node, path: str, findings: Findings) -> Any:
        """The number."""
        if is_scalar(node) and not node.style and _WHOLE.fullmatch(node.value):
            value = int(node.value)
            if self.minimum <= value <= self.maximum:
                return value
        allowed = f"a whole number from {self.minimum} to {self.maximum}"
        return findings.error(node, f"{path} must be {allowed}, not {excerpt(node)}")


@dataclass(frozen=True, slots=True)
class Number:
    """A number, decimals allowed, of at least minimum."""

    minimum: float

    def __call__(self, node: Node, path: str, findings: Findings) -> Any:
        """The number."""
        if is_scalar(node) and not node.style and _DECIMAL.fullmatch(node.value):
            value = float(node.value)
            if value >= self.minimum:
                return value
        return findings.error(node, f"{path} must be a number of at least {self.minimum:g}, not {excerpt(node)}")


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few words."""

    words: tuple[str, ...]

    def __call__(self, node: Node, path: str, findings: Findings) -> Any:
        """The word."""
        if is_scalar(node) and node.value in self.words:
            return node.value
        allowed = " or ".join(f"'{word}'" for word in self.words)
        return findings.error(node, f"{path} must be {allowed}, not {excerpt(node)}")


Fault = str | tuple[str, str]
"""What is wrong with a value, as the rest of a sentence that begins with its key, or that and what to do; or ""."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A value that a plain function judges: it returns the value to keep and "", or anything and what is wrong."""

    check: Callable[[str], tuple[object, Fault]]
    of: Kind = scalar

    def __call__(self, node: Node, path: str, findings: Findings) -> Any:
        """The value to keep."""
        value = self.of(node, path, findings)
        if value is INVALID:
            return INVALID
        kept, wrong = self.check(value)
        if not wrong:
            return kept
        message, hint = (wrong, "") if isinstance(wrong, str) else wrong
        return findings.error(node, f"{path} {message}", hint)


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list of at least so many items, as a tuple; items that are wrong are reported one by one."""

    item: Kind
    minimum: int = 0

    def __call__(self, node: Node, path: str, findings: Findings) -> Any:
        """The items that are right."""
        if not is_list(node):
            hint = _as_list(node, path, self.item, self.minimum)
            return findings.error(node, f"{path} must be a list, not {excerpt(node)}", hint)
        values = []
        for index, part in enumerate(node.value):
            where = f"{path}[{index}]"
            findings.nodes[where] = part
            value = self.item(part, where, findings)
            if value is not INVALID:
                values.append(value)
        if len(node.value) < self.minimum:
            message = f"{path} needs at least {self.minimum} entries, not {len(node.value)}"
            return findings.error(node, message, "add what is missing, or delete the list")
        return tuple(values)


def _as_list(node: Node, path: str, item: Kind, minimum: int) -> str:
    """How to write a value as the list that it should be."""
    if isinstance(item, Keyed):
        return f"begin each item with a dash: - {', '.join(f'{name}: …' for name in [*item.keys][:2])}"
    if is_scalar(node) and path.endswith(".authors"):
        return f"write it as a list: [{', '.join(_BETWEEN_NAMES.split(node.value)[:6])}]"
    if is_scalar(node) and minimum > 1 and len(node.value) < 60:
        return f"write a list of at least {minimum}: [{node.value}, …]"
    if not is_scalar(node) or is_null(node):
        return "write it as a list: [first, second]"
    if not node.style and re.match(r"-\w", node.value):
        return "put a space behind each '-'"
    return f"write it as a list: [{node.value}]" if len(node.value) < 60 else "write it as a list: [first, second]"


@dataclass(frozen=True, slots=True)
class MapOf:
    """A mapping with free keys, in the file's order; an empty value stands for an empty record."""

    key: Kind
    item: Kind

    def __call__(self, node: Node, path: str, findings: Findings) -> Any:
        """The entries that are right."""
        if not is_mapping(node):
            hint = "write a name, a colon and its settings for each"
            return findings.error(node, f"{path or findings.file} must be a mapping, not {excerpt(node)}", hint)
        values = {}
        for name, name_node, part in _pairs(node, path, findings):
            where = f"{path}.{name}" if path else name
            findings.nodes[where] = part
            checked_name = self.key(name_node, f"a key of {path or findings.file}", findings)
            value = self.item(part, where, findings)
            if value is not INVALID and checked_name is not INVALID:
                values[checked_name] = value
        return values


@dataclass(frozen=True, slots=True)
class Keyed:
    """A mapping with known keys; ``make`` gets the values by field name, and ``location``.

    A key without a value counts as not given.
    """

    keys: Mapping[str, Key]
    make: Callable[..., object]

    def __call__(self, node: Node, path: str, findings: Findings) -> Any:
        """What ``make`` makes of the values that are right; `INVALID` where a required one is not."""
        if not is_null(node) and not is_mapping(node):
            some = ", ".join(f"{name}: …" for name in list(self.keys)[:2])
            hint = f"write keys and values: {some}" if path else "each line is a key, a colon, a space and a value"
            return findings.error(node, f"{path or findings.file} must be a mapping, not {excerpt(node)}", hint)
        given = {name: part for name, part in self._given(node, path, findings) if not is_null(part)}
        for name, key in self.keys.items():
            if key.required and name not in given:
                hint = f"such as {name}: {key.example}" if key.example else ""
                findings.error(node, f"{path or findings.file} lacks the key '{name}'", hint)
        found = {name: self._value(name, part, path, findings) for name, part in given.items()}
        right = {name: value for name, value in found.items() if value is not INVALID}
        if any(key.required and name not in right for name, key in self.keys.items()):
            return INVALID
        named = {self.keys[name].field or name: value for name, value in right.items()}
        return self.make(location=location(node, findings.file), **named)

    def _given(self, node: Node, path: str, findings: Findings) -> Iterator[tuple[str, Node]]:
        """The known keys of a mapping, in the file's order; the others are reported."""
        for name, name_node, part in _pairs(node, path, findings) if is_mapping(node) else ():
            if name in self.keys:
                yield name, part
            else:
                hint = did_you_mean(name, self.keys, most=len(self.keys))
                findings.error(name_node, f"unknown key '{name}'{f' in {path}' if path else ''}", hint)

    def _value(self, name: str, node: Node, path: str, findings: Findings) -> Any:
        where = f"{path}.{name}" if path else name
        findings.nodes[where] = node
        return self.keys[name].kind(node, where, findings)


def _pairs(node: MappingNode, path: str, findings: Findings) -> list[tuple[str, Node, Node]]:
    """Each key's source text, its node and its value; what is not a plain key, or stands there twice, is reported."""
    first: dict[str, Node] = {}
    pairs: list[tuple[str, Node, Node]] = []
    inside = f" in {path}" if path else ""
    for key, value in node.value:
        if not is_scalar(key):
            findings.error(key, f"a key{inside} must be a single value, not {excerpt(key)}")
        elif key.value in first:
            line = first[key.value].start_mark.line + 1
            findings.error(key, f"duplicate key '{key.value}'{inside}", f"first given in line {line}")
        else:
            first[key.value] = key
            pairs.append((key.value, key, value))
    return pairs
