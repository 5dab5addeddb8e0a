"""``{% cached key, … %} … {% endcached %}``: a part of a template that is rendered once for each key.

For the parts that are the same on hundreds of pages: head, navigation, foot. The key must name everything of ``page``
that the body looks at.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jinja2 import Environment, nodes
from jinja2.ext import Extension
from jinja2.parser import Parser
from markupsafe import Markup


class FragmentCache(Extension):
    """Remembers for as long as its environment lives: one build."""

    tags = {"cached"}  # noqa: RUF012 - as Jinja declares it

    def __init__(self, environment: Environment) -> None:
        super().__init__(environment)
        self._rendered: dict[tuple[object, ...], Markup] = {}

    def parse(self, parser: Parser) -> nodes.Node:
        """The tag becomes a call of `_cached` with its body as the caller."""
        line = next(parser.stream).lineno
        key = [nodes.Const(parser.name), nodes.Const(line), parser.parse_expression()]
        while parser.stream.skip_if("comma"):
            key.append(parser.parse_expression())
        body = parser.parse_statements(("name:endcached",), drop_needle=True)
        return nodes.CallBlock(self.call_method("_cached", key), [], [], body).set_lineno(line)

    def _cached(self, *key: Any, caller: Callable[[], Markup]) -> Markup:
        rendered = self._rendered.get(key)
        if rendered is None:
            rendered = self._rendered[key] = caller()
        return rendered
