"""What templates see, as people who write their own read it: made from the declarations of the values alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from inspect import cleandoc, getdoc, signature
from types import FunctionType, ModuleType, NoneType
from typing import Any, get_args, get_origin, get_type_hints

from markupsafe import Markup

from sitegen.pages import KINDS
from sitegen.pages.heading_index import HeadingIndexView
from sitegen.pages.heading_page import HeadingView
from sitegen.pages.map.page import MapView
from sitegen.pages.page import Page
from sitegen.site import Site

_PLAIN: dict[Any, str] = {
    str: "text",
    int: "number",
    float: "number",
    bool: "true or false",
    Markup: "HTML",
    NoneType: "nothing",
    object: "the view, below",
}

_ELSEWHERE: dict[str, type] = {
    "author.html": HeadingView,
    "venue.html": HeadingView,
    "authors.html": HeadingIndexView,
    "venues.html": HeadingIndexView,
    "map.html": MapView,
}
"""Templates whose views stand in no module of their name."""

_INTRO = """\
# What templates see

A template sees two values, `page` and `site`, the words of the interface as `say`, and the macros it imports; a name
that they lack is an error that names the template and its line. Text is escaped where it is written; what is HTML
already says so below. Values may gain parts in any version; a part that goes, or means something else, is named in the
changelog. How to use them: [theming.md](theming.md). `sitegen settings --views` prints this page.
"""


def markdown() -> str:
    """`docs/views.md`: `page`, `site`, the view of each template, and the values that these are made of."""
    views = dict(sorted(_views()))
    parts = _parts((Page, Site, *views.values()))
    return "\n".join(
        [
            _INTRO,
            _section("## `page`", Page),
            _section("## `site`", Site),
            "## `page.view`\n\nOne kind for each template; `404.html` has none.\n",
            *[_section(f"### {template}", view) for template, view in views.items()],
            "## Values inside them\n",
            *[_section(f"### {name}", part) for name, part in sorted(parts.items())],
        ]
    )


def _views() -> Iterator[tuple[str, type]]:
    """Each template's name and the class of its view: module and template are called the same."""
    for module in KINDS:
        assert isinstance(module, ModuleType)
        name = module.__name__.rpartition(".")[2]
        for value in vars(module).values():
            if _is_view(value) and value.__module__ == module.__name__:
                yield f"{name}.html", value
    yield from _ELSEWHERE.items()


def _is_view(value: object) -> bool:
    return isinstance(value, type) and value.__name__.endswith("View")


def _parts(roots: tuple[type, ...]) -> Mapping[str, type]:
    """The classes that the fields of these lead to, and so on; without these."""
    found: dict[str, type] = {}
    open_classes = [*roots]
    while open_classes:
        for kind in _kinds(open_classes.pop()).values():
            for part in _classes(kind):
                if part not in roots and part.__name__ not in found:
                    found[part.__name__] = part
                    open_classes.append(part)
    return found


def _kinds(holder: type) -> dict[str, Any]:
    """The fields, properties and methods of a class, in order, each with its type."""
    kinds = {name: kind for name, kind in get_type_hints(holder).items() if not name.startswith("_")}
    for name, value in vars(holder).items():
        function = value.fget if isinstance(value, property) else value
        if isinstance(function, FunctionType) and not name.startswith("_"):
            kinds[name] = get_type_hints(function)["return"]
    return kinds


def _classes(kind: Any) -> Iterator[type]:
    """The classes of ours that a type names."""
    for part in get_args(kind):
        yield from _classes(part)
    if isinstance(kind, type) and not get_args(kind) and kind.__module__.startswith("sitegen."):
        yield kind


def _section(heading: str, holder: type) -> str:
    rows = "".join(
        f"| `{name}{_given(vars(holder).get(name))}` | {_in_words(kind)}{_said(vars(holder).get(name))} |\n"
        for name, kind in _kinds(holder).items()
    )
    return f"{heading}\n\n{_prose(getdoc(holder) or '')}\n\n| part | what |\n|---|---|\n{rows}"


def _given(value: object) -> str:
    """What a method is to be given."""
    return f"({', '.join([*signature(value).parameters][1:])})" if isinstance(value, FunctionType) else ""


def _said(value: object) -> str:
    """What the docstring of a property or method says."""
    if not isinstance(value, property | FunctionType):
        return ""
    return ": " + " ".join(_prose(getdoc(value) or "").split()).replace("|", "\\|")


def _prose(docstring: str) -> str:
    return re.sub(r"``([^`]*)``", r"`\1`", cleandoc(docstring))


def _in_words(kind: Any) -> str:
    """A type as a theme's author would say it."""
    parts = get_args(kind)
    if not parts:
        return _PLAIN.get(kind) or f"[{kind.__name__}](#{kind.__name__.lower()})"
    match get_origin(kind):
        case origin if origin is tuple and parts[-1] is Ellipsis:
            return f"list of {_in_words(parts[0])}"
        case origin if origin is tuple:
            return f"({', '.join(map(_in_words, parts))})"
        case origin if origin is Mapping:
            return f"mapping from {_in_words(parts[0])} to {_in_words(parts[1])}"
    return " or ".join(map(_in_words, parts))
