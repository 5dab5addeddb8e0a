"""`site.yaml` as a tree of nodes that still know their line and column.

PyYAML's safe loader composes the nodes and never constructs a value: a scalar stays its source text, so that a
digest called ``000`` is not the number 0, ``no`` is a language and not false, and no tag can run anything.
"""

from __future__ import annotations

import re
from typing import Any

import yaml
from yaml.nodes import Node

from sitegen.config.nodes import children, location
from sitegen.config.syntax import syntax_error
from sitegen.problem import Location, Problem, error

try:
    from yaml import CSafeLoader as SafeLoader
except ImportError:  # a PyYAML without libyaml: slower, the same tree
    from yaml import SafeLoader  # type: ignore[assignment]

# What YAML 1.2 allows in a document (https://yaml.org/spec/1.2.2/#51-character-set).
_FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

# libyaml composes recursively in C, where 100,000 open brackets end in a segmentation fault (20,000 do not).
MAX_DEPTH = 100
_BRACKETS_WITHOUT_HARM = 2_000
_DEEP_INDENT = re.compile(r"^[ \-?:]{400}", re.MULTILINE)

# Aliases multiply: nine lines can stand for a thousand million nodes.
MAX_NODES = 500_000

_STANDARD_TAGS = frozenset(
    f"tag:yaml.org,2002:{name}" for name in ("str", "int", "float", "bool", "null", "seq", "map")
)


class _TextLoader(SafeLoader):
    """The safe loader without its guesses about what a bare word means."""

    yaml_implicit_resolvers = {}  # noqa: RUF012  (the base class's own type)


def parse(text: str, file: str) -> tuple[Node | None, tuple[Problem, ...]]:
    """The document's root node (None where it is empty or a problem was found) and what keeps it from being read.

    Found here: characters YAML forbids, syntax errors, several documents, unknown tags, recursive anchors, nesting
    deeper than `MAX_DEPTH`, aliases that expand to more than `MAX_NODES` nodes.
    """
    if bad := _FORBIDDEN.search(text):
        before = text[: bad.start()]
        at = Location(file, before.count("\n") + 1, bad.start() - before.rfind("\n"))
        return None, (error(at, f"the character U+{ord(bad.group()):04X} is not allowed in YAML", "delete it"),)
    try:
        if deep := _too_deep(text, file):
            return None, (deep,)
        root = yaml.compose(text, Loader=_TextLoader)
    except yaml.MarkedYAMLError as caught:
        return None, (syntax_error(text, file, caught),)
    except RecursionError:  # PyYAML's own parser, where libyaml is missing
        return None, (error(Location(file), f"nested more than {MAX_DEPTH} levels deep"),)
    if root is None:
        return None, ()
    problems = _unsound(root, file)
    return (None if problems else root), problems


def _too_deep(text: str, file: str) -> Problem | None:
    """Nesting beyond `MAX_DEPTH`, found from the event stream, which needs no recursion."""
    if text.count("[") + text.count("{") < _BRACKETS_WITHOUT_HARM and not _DEEP_INDENT.search(text):
        return None
    depth = 0
    for event in yaml.parse(text, Loader=_TextLoader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > MAX_DEPTH:
                mark: Any = event.start_mark
                at = Location(file, mark.line + 1, mark.column + 1)
                return error(at, f"nested more than {MAX_DEPTH} levels deep")
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
    return None


def _unsound(root: Node, file: str) -> tuple[Problem, ...]:
    """Unknown tags, and aliases that recur or multiply; each node is looked at once."""
    problems: list[Problem] = []
    seen = {id(root)}
    shared = False
    open_nodes = [root]
    while open_nodes:
        node = open_nodes.pop()
        if node.tag not in _STANDARD_TAGS:
            shown = node.tag.replace("tag:yaml.org,2002:", "!!")
            problems.append(error(location(node, file), f"unknown YAML tag '{shown}'", "remove it: plain values only"))
        for child in children(node):
            if id(child) in seen:
                shared = True
            else:
                seen.add(id(child))
                open_nodes.append(child)
    if shared and (expanded := _expansion(root, file)):
        problems.append(expanded)
    return tuple(problems)


def _expansion(root: Node, file: str) -> Problem | None:
    """What is wrong with the aliases: one that contains itself, or a tree too large once they are written out."""
    sizes: dict[int, int] = {}
    entered: set[int] = set()
    stack = [root]
    while stack:
        node = stack[-1]
        if id(node) in sizes:
            stack.pop()
            continue
        parts = children(node)
        if id(node) in entered:
            stack.pop()
            size = sizes[id(node)] = 1 + sum(sizes[id(part)] for part in parts)
            if size > MAX_NODES:
                return error(location(node, file), f"aliases expand to more than {MAX_NODES:,} values")
            continue
        entered.add(id(node))
        for part in parts:
            if id(part) in entered and id(part) not in sizes:
                return error(location(part, file), "an anchor that contains itself")
        stack.extend(part for part in parts if id(part) not in sizes)
    return None
