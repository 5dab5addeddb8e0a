"""What is wrong with a template of the site's own: Jinja's exceptions as problems with file and line.

The same exception from a built-in template alone is a bug of this program, and none of the reader's business here.
"""

from __future__ import annotations

import importlib
import re
import traceback
from collections.abc import Collection, Iterable

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError
from jinja2.filters import FILTERS
from jinja2.tests import TESTS

from sitegen.problem import Location, Problem, error
from sitegen.suggestion import did_you_mean
from sitegen.wording.load import built_in

# How Jinja says what is not there.
_NO_ATTRIBUTE = re.compile(r"'(sitegen\.[\w.]+)\.(\w+) object' has no attribute '(\w+)'")
_NO_NAME = re.compile(r"'(\w+)' is undefined")
_NO_MESSAGE = re.compile(r"no words '([\w.]+)'")
_NO_FILTER = re.compile(r"No (?:filter|test) named '(\w+)'")

FOLDER = "templates/"
"""What Jinja calls its files by, in front of a template's name; so it stands in messages, and in tracebacks."""


def template_error(raised: Exception, own: Collection[str]) -> Problem | None:
    """The exception as an error in one of the site's ``own`` templates (their names); None where none took part.

    The place is the innermost line of an own template. Where an own template merely lacks what a built-in one asks
    for, the place is in the built-in one, and the hint says so.
    """
    if not own:
        return None
    if isinstance(raised, TemplateSyntaxError):
        name = raised.name or ""
        return _problem(name, raised.lineno, raised, own) if name in own else None
    lines = [
        (frame.f_code.co_filename.removeprefix(FOLDER), line)
        for frame, line in traceback.walk_tb(raised.__traceback__)
        if frame.f_code.co_filename.startswith(FOLDER)
    ]
    ours = [place for place in lines if place[0] in own]
    if not ours and not (lines and isinstance(raised, TemplateError)):
        return None
    return _problem(*(ours or lines)[-1], raised, own)


def _problem(name: str, line: int, raised: Exception, own: Collection[str]) -> Problem:
    message, hint = _words(raised), _hint(str(raised))
    if missing := _NO_ATTRIBUTE.search(message):
        message = f"a {missing[2]} has no '{missing[3]}'"
    if name not in own:
        hint = f"it is built in, and works with the site's own {', '.join(sorted(own))}"
    return error(Location(FOLDER + name, line), message, hint)


def _hint(said: str) -> str:
    """What was probably meant, of what a template may name."""
    if missing := _NO_ATTRIBUTE.search(said):
        view = getattr(importlib.import_module(missing[1]), missing[2])
        return did_you_mean(missing[3], _public(dir(view)))
    if missing := _NO_NAME.search(said):
        return did_you_mean(missing[1], ("site", "page", "say"))
    if missing := _NO_MESSAGE.search(said):
        return did_you_mean(missing[1], built_in("en"), most=0)
    if missing := _NO_FILTER.search(said):
        return did_you_mean(missing[1], {*FILTERS, *TESTS, "markdown", "number"}, most=0)
    return ""


def _public(names: Iterable[str]) -> list[str]:
    return [name for name in names if not name.startswith("_")]


def _words(raised: Exception) -> str:
    if isinstance(raised, TemplateNotFound):
        return f"there is no template '{raised.name}'" if raised.name else "a template is missing"
    if isinstance(raised, RecursionError):
        return "includes or calls itself without end"
    if isinstance(raised, TemplateError):
        return " ".join(str(raised.message or "is not understood").split()).rstrip(".")
    return f"{type(raised).__name__}: {' '.join(str(raised).split())}".rstrip(": ")
