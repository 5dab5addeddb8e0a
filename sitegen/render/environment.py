"""The Jinja environment of all templates: strict, escaping, and with no way out of ``site`` and ``page``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial
from typing import Any, cast

from jinja2 import BytecodeCache, Environment, FunctionLoader, StrictUndefined, Template, nodes
from markupsafe import Markup, escape

from sitegen.render.fragment_cache import FragmentCache
from sitegen.render.markdown import markdown
from sitegen.render.template_errors import FOLDER
from sitegen.render.words import put_in
from sitegen.wording.model import Wording

_needs_escape = re.compile("[&<>\"']").search


def escaped(value: Any) -> str:
    """The value as text that is safe in HTML: what `markupsafe.escape` gives, without a wrapper around each piece.

    The sample's pages are made of 100,000 pieces, and wrapping them took a third of the time of rendering.
    """
    kind = type(value)
    if kind is Markup or (kind is str and not _needs_escape(value)):
        return cast(str, value)
    return escape(value)


class PageTemplate(Template):
    """A template whose pieces are escaped by `escaped`."""

    @classmethod
    def from_code(cls, *args: Any, **kwargs: Any) -> Template:
        """As Jinja's own; its compiled code finds ``escape`` among its module's names."""
        template = super().from_code(*args, **kwargs)
        template.root_render_func.__globals__["escape"] = escaped
        return template


class PageEnvironment(Environment):
    """Makes `PageTemplate`s in one language. Compiled templates call ``number`` and ``plural``."""

    template_class = PageTemplate

    def __init__(self, wording: Wording, **options: Any) -> None:
        super().__init__(**options)
        self.wording = wording
        self.number = self.filters["number"] = wording.number
        self.plural = wording.category

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        return put_in(super()._parse(source, name, filename), self.wording, name, filename)


def environment(templates: Mapping[str, str], wording: Wording, compiled: BytecodeCache | None = None) -> Environment:
    """An environment over templates by name. A name that a view lacks is an error, never an empty string."""

    def source(name: str) -> tuple[str, str, None] | None:
        return (templates[name], FOLDER + name, None) if name in templates else None

    env = PageEnvironment(
        wording,
        loader=FunctionLoader(source),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=compiled,
        auto_reload=False,
        optimized=False,  # folding constants costs more than it saves here
        extensions=[FragmentCache],
        cache_size=-1,
    )
    env.globals.clear()
    env.filters["markdown"] = partial(markdown, table=wording.say("prose.table"))
    return env
