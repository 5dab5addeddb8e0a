"""What is asked of a YAML node: its kind, its place, and how a message quotes it. Loads no YAML parser."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, TypeGuard

from sitegen.problem import Location

if TYPE_CHECKING:
    from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode


def _kind(node: Node) -> str:
    return getattr(node, "id", "")  # of the class; its stub does not say so


def is_scalar(node: Node) -> TypeGuard[ScalarNode]:
    """Whether a node is a single value."""
    return _kind(node) == "scalar"


def is_list(node: Node) -> TypeGuard[SequenceNode]:
    """Whether a node is a list."""
    return _kind(node) == "sequence"


def is_mapping(node: Node) -> TypeGuard[MappingNode]:
    """Whether a node is a mapping."""
    return _kind(node) == "mapping"


def is_null(node: Node) -> bool:
    """Whether nothing is said: ``key:`` without a value, ``~`` or ``null``."""
    return is_scalar(node) and not node.style and node.value in ("", "~", "null", "Null", "NULL")


def location(node: Node, file: str) -> Location:
    """Where a node begins, counted from 1."""
    return Location(file, node.start_mark.line + 1, node.start_mark.column + 1)


def children(node: Node) -> list[Node]:
    """The nodes right under one: items, or keys and values in turn."""
    if is_list(node):
        return list(node.value)
    if is_mapping(node):
        return [part for pair in node.value for part in pair]
    return []


def excerpt(node: Node, length: int = 40) -> str:
    """A node as a message quotes it: its text in quotes, cut; a list or mapping by its kind."""
    if is_list(node):
        return "a list"
    if is_mapping(node):
        return "a mapping"
    if is_null(node):
        return "nothing"
    text = " ".join(islice(str(node.value).split(), 20))
    return f"'{text[:length]}…'" if len(text) > length else f"'{text}'"
