"""The Jinja environment of all templates: strict, escaping, and with no way out of ``site`` and ``page``."""

from __future__ import annotations

from collections.abc import Mapping

from jinja2 import DictLoader, Environment, StrictUndefined

from sitegen.render.markdown import markdown


def environment(templates: Mapping[str, str]) -> Environment:
    """An environment over templates by name. A name that a view lacks is an error, never an empty string.

    No bytecode cache: compiling the built-in templates takes about as long as reading their bytecode back
    would, and a cache would have to live somewhere.
    """
    env = Environment(
        loader=DictLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
    )
    env.globals.clear()
    env.filters["markdown"] = markdown
    return env
