"""The theme: built-in templates and static files, with a site's own in their place, under names made of their content.

A site overrides file by file: ``templates/paper.html`` beside its `site.yaml` stands in for the built-in one, and
``static/css/extra.css`` joins the style sheet after the built-in components.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sitegen import user_file
from sitegen.artifact import Artifact
from sitegen.config.paths import real_path
from sitegen.own_files import plain_files
from sitegen.problem import MachineError, Problem
from sitegen.sources import built_in_theme
from sitegen.wording.load import english
from sitegen.wording.model import Wording
from sitegen.wording.scripts import with_words

SHEET = "css/site.css"
"""The style sheet that all pages link: all of ``static/css`` in the order of `_sheet_order`, but for `PAGES`."""

PAGES = "css/pages/"
"""Style sheets that one kind of page links beside it."""

FINGERPRINTED = ("css/", "js/", "fonts/")
"""Folders of ``static/`` whose files get names made of their content. Curated text may name files in others."""

_DIGITS = 10  # of the SHA-256 in a file name: 40 bits
_FIRST_SHEETS = ("css/tokens.css", "css/base.css", "css/layout.css")
_LAST_SHEET = "css/print.css"
_CSS_COMMENT = re.compile(rb"""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|/\*.*?\*/""", re.DOTALL)
_CSS_JOINTS = ((b": ", b":"), (b", ", b","), (b"; ", b";"), (b"{ ", b"{"), (b" {", b"{"), (b" }", b"}"))
_SCRIPT_TYPES = re.compile(rb"/\*\*.*?\*/ ?", re.DOTALL)
_INDENT = re.compile(rb"[ \t]*\n\s*")
_CSS_URL = re.compile(rb"""url\(\s*(["']?)([^"')]+)\1\s*\)""")
_TEMPLATE_SUFFIXES = (".html", ".xml", ".txt")


@dataclass(frozen=True, slots=True)
class Theme:
    """What pages are made with. ``names`` leads from a path below ``static/`` to the published path.

    ``own`` are the names of the templates that the site brought itself, ``words`` those of the interface.
    """

    templates: Mapping[str, str]
    artifacts: tuple[Artifact, ...]
    names: Mapping[str, str]
    own: frozenset[str] = frozenset()
    words: Wording = field(default_factory=english)


def load(root: Path, words: Wording | None = None) -> tuple[Theme, tuple[Problem, ...]]:
    """The theme of the site whose `site.yaml` stands in ``root``, and what is wrong with the site's own files.

    ``words`` are those of its interface, English ones where none are given; scripts are published with them.

    Raises `MachineError` where the built-in theme is missing. Same files, same names and bytes.
    """
    built_in = built_in_theme()
    problems: list[Problem] = []
    own: dict[str, bytes] = {}
    templates = dict(plain_files(built_in / "templates", problems))
    ours = dict(plain_files(built_in / "static", problems))
    static = {name: _published(name, data) for name, data in ours.items()}
    if not templates or not static:
        raise MachineError(f"the built-in theme is missing: no templates/ and static/ in {built_in}")
    if real_path(root) != real_path(built_in):
        own = dict(plain_files(root / "templates", problems))
        templates |= own
        static |= {
            name: data for name, data in plain_files(root / "static", problems) if ours.get(name) != data
        }  # a copy that nobody changed travels like the original
    sources: dict[str, str] = {}
    for name in sorted(templates):
        if name.endswith(_TEMPLATE_SUFFIXES):
            text, problem = user_file.decode(templates[name], f"templates/{name}")
            if text is not None:
                sources[name] = text
            elif problem:
                problems.append(problem)
    words = words or english()
    artifacts, names = _publish(static, words)
    theme = Theme(sources, artifacts, names, frozenset(own), words)
    return theme, tuple(problems)


def _publish(static: Mapping[str, bytes], words: Wording) -> tuple[tuple[Artifact, ...], dict[str, str]]:
    """The static files as they are published, and their names."""
    names: dict[str, str] = {}
    artifacts: list[Artifact] = []

    def add(name: str, data: bytes) -> None:
        names[name] = f"static/{_fingerprinted(name, data) if name.startswith(FINGERPRINTED) else name}"
        artifacts.append(Artifact(names[name], data))

    for name in sorted(static):
        if not name.endswith(".css"):
            add(name, with_words(static[name], words) if name.endswith(".js") else static[name])
    sheets = sorted((name for name in static if name.endswith(".css")), key=_sheet_order)
    compact = {name: _compact(_with_published_urls(name, static[name], names)) for name in sheets}
    for name in sheets:
        if name.startswith(PAGES):
            add(name, compact.pop(name))
    add(SHEET, b"\n".join(compact.values()))
    return tuple(artifacts), names


def _sheet_order(name: str) -> tuple[int, str]:
    """Tokens, base, layout; then components and a site's own sheets by name; print last."""
    if name in _FIRST_SHEETS:
        return _FIRST_SHEETS.index(name), name
    if name == _LAST_SHEET:
        return 99, name
    return (10 if name.startswith("css/components/") else 20), name


def _fingerprinted(name: str, data: bytes) -> str:
    stem, suffix = posixpath.splitext(name)
    if suffix == ".txt":  # a licence beside its fonts: found by its name
        return name
    return f"{stem}.{hashlib.sha256(data).hexdigest()[:_DIGITS]}{suffix}"


def _with_published_urls(sheet: str, css: bytes, names: Mapping[str, str]) -> bytes:
    """The sheet's relative ``url()`` addresses as they must read in the joined sheet, with fingerprinted names."""

    def rewrite(match: re.Match[bytes]) -> bytes:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(sheet), match[2].decode("utf-8", "replace")))
        if target not in names:
            return match[0]
        folder = PAGES if sheet.startswith(PAGES) else "css"
        return f'url("{posixpath.relpath(names[target], f"static/{folder}")}")'.encode()

    return _CSS_URL.sub(rewrite, css)


def _published(name: str, data: bytes) -> bytes:
    """A file of the built-in theme as it travels: without types, comments, indentation and needless space.

    Scripts are a fifth lighter. The rules know our own style alone (no text holds `` // `` or
    ``: ``, none has lines whose indentation counts): a site's own files are left alone.
    """
    if name.endswith(".css"):
        for joint, tight in _CSS_JOINTS:
            data = data.replace(joint, tight)
        return data
    if not name.endswith(".js"):
        return data
    lines = (line.strip().partition(b" // ")[0].rstrip() for line in _SCRIPT_TYPES.sub(b"", data).split(b"\n"))
    return b"\n".join(line for line in lines if line and not line.startswith(b"//")) + b"\n"


def _compact(css: bytes) -> bytes:
    """The sheet without comments and indentation: an eighth of what travels."""
    return _INDENT.sub(b"\n", _CSS_COMMENT.sub(lambda match: match[1] or b" ", css)).strip()
