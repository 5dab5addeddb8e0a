"""What is wrong with a template of the site's own: Jinja's exceptions as problems with file and line.

The same exception from a built-in template alone is a bug of this program, and none of the reader's business here.
"""

from __future__ import annotations

import traceback
from collections.abc import Collection

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

from sitegen.problem import Location, Problem, error

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
        return _problem(name, raised.lineno, _words(raised), own) if name in own else None
    lines = [
        (frame.f_code.co_filename.removeprefix(FOLDER), line)
        for frame, line in traceback.walk_tb(raised.__traceback__)
        if frame.f_code.co_filename.startswith(FOLDER)
    ]
    ours = [place for place in lines if place[0] in own]
    if not ours and not (lines and isinstance(raised, TemplateError)):
        return None
    return _problem(*(ours or lines)[-1], _words(raised), own)


def _problem(name: str, line: int, message: str, own: Collection[str]) -> Problem:
    hint = "" if name in own else f"it is built in, and works with the site's own {', '.join(sorted(own))}"
    return error(Location(FOLDER + name, line), message, hint)


def _words(raised: Exception) -> str:
    if isinstance(raised, TemplateNotFound):
        return f"there is no template '{raised.name}'" if raised.name else "a template is missing"
    if isinstance(raised, RecursionError):
        return "includes or calls itself without end"
    if isinstance(raised, TemplateError):
        return " ".join(str(raised.message or "is not understood").split()).rstrip(".")
    return f"{type(raised).__name__}: {' '.join(str(raised).split())}".rstrip(": ")
