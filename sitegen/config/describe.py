"""The settings as people read them, and as editors check them: made from the declarations in `model.py` alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import MISSING, fields, is_dataclass
from pathlib import Path
from typing import Any

from sitegen.config import checks, schema
from sitegen.config.model import (
    SITE,
    AuthorSettings,
    DigestSettings,
    ExportSettings,
    MergeSettings,
    NamesakeSettings,
    PaperSettings,
    SearchSettings,
    Settings,
    TagRule,
    TagSettings,
    VenueSettings,
)
from sitegen.config.schema import Checked, Choice, Key, Keyed, Kind, ListOf, MapOf, Number, Whole, keys_of

PARTS: tuple[tuple[str, str, tuple[type, ...]], ...] = (
    ("site.yaml", "The keys of the file itself.", (Settings,)),
    ("digests", "Under `digests:`, for each digest by its file's name without ending.", (DigestSettings,)),
    ("papers", "Under `papers:`, for each paper by the name of its page.", (PaperSettings,)),
    ("tags", "Under `tags:`, a list. The phrases are explained in [tags.md](tags.md).", (TagSettings, TagRule)),
    ("merge", "Under `merge:`, decisions by hand.", (MergeSettings,)),
    ("authors", "Under `authors:` ([authors.md](authors.md)).", (AuthorSettings,)),
    ("different", "Under `different:` of `authors:`, a list.", (NamesakeSettings,)),
    ("venues", "Under `venues:` ([authors.md](authors.md)).", (VenueSettings,)),
    ("exports", "Under `exports:`, the files for other programs ([data.md](data.md)).", (ExportSettings,)),
    ("search", "Under `search:`.", (SearchSettings,)),
)
"""The mappings of the file: name, what it is, and the classes whose keys it has together."""

_NAMED: dict[int, str] = {
    id(checks.SLUG): "slug",
    id(checks.NEW_SLUG): "slug",
    id(checks.DAY): "day",
    id(checks.FULL_DAY): "day with its year",
    id(checks.LANGUAGE): "language tag",
    id(checks.PHRASE): "phrase",
}


def markdown() -> str:
    """`docs/settings.md`: every key with its kind, default, meaning and an example."""
    head = (
        "# Settings\n\nAll that `site.yaml` may say. Every key is optional unless it says *required*; a key without a"
        " value counts as not given. `sitegen settings` prints this page, `sitegen settings --schema` a JSON Schema"
        " that editors complete and check by: save it as `site.schema.json` and begin `site.yaml` with the line"
        " `# yaml-language-server: $schema=site.schema.json`.\n"
    )
    return head + "".join(_part(*part) for part in PARTS)


def _part(name: str, text: str, declared: tuple[type, ...]) -> str:
    rows = "".join(_row(*row) for one in declared for row in _keys(one))
    return f"\n## {name}\n\n{text}\n\n| key | what for | kind | default | example |\n|---|---|---|---|---|\n{rows}"


def _keys(declared: type) -> Iterator[tuple[str, Key, str]]:
    """Each key of a class: its name, what is said of it, and its default as the file would have it."""
    by_field = {f.name: f for f in fields(declared)}
    for name, key in keys_of(declared).items():
        yield name, key, "*required*" if key.required else _default(by_field[key.field].default)


def _row(name: str, key: Key, default: str) -> str:
    text = re.sub(r"``([^`]*)``", r"`\1`", key.help)
    cells = (f"`{name}`", text, kind_of(key.kind), default, f"`{key.example}`" if key.example else "")
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |\n"


def _default(value: Any) -> str:
    if value is MISSING or value is None or value in ("", ()) or is_dataclass(value):
        return ""
    if isinstance(value, bool):
        return "`true`" if value else "`false`"
    if isinstance(value, tuple):
        return f"`[{', '.join(value)}]`"
    return f"`{value:g}`" if isinstance(value, float) else f"`{value.as_posix() if isinstance(value, Path) else value}`"


def kind_of(kind: Kind) -> str:
    """A kind in a few words."""
    if name := _NAMED.get(id(kind)):
        return name
    match kind:
        case ListOf(item=item, minimum=minimum):
            return f"list of {_plural(kind_of(item))}" + (f", at least {minimum}" if minimum else "")
        case MapOf(key=key):
            return f"mapping by {kind_of(key)}"
        case Keyed():
            return "mapping"
        case Choice(words=words):
            return " or ".join(f"`{word}`" for word in words)
        case Whole(minimum=minimum, maximum=maximum):
            return f"whole number from {minimum} to {maximum:,}"
        case Number(minimum=minimum):
            return f"number of at least {minimum:g}"
        case Checked(of=schema.text):
            return "text"
        case Checked():
            return "address" if "address" in kind.check.__name__ or "url" in kind.check.__name__ else "value"
    if kind is schema.flag:
        return "`true` or `false`"
    return "value" if kind is schema.scalar else "text"


def _plural(words: str) -> str:
    if words.startswith(("list of ", "`")):
        return re.sub(r"^list of", "lists of", words)
    return words if words == "text" else f"{words}s"


def json_schema() -> dict[str, Any]:
    """A JSON Schema (draft 2020-12) of `site.yaml`; it takes what the program takes, and a little more."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "site.yaml of sitegen",
        **_schema(SITE),
    }


def _schema(kind: Kind) -> dict[str, Any]:
    match kind:
        case ListOf(item=item, minimum=minimum):
            return {"type": "array", "items": _schema(item)} | ({"minItems": minimum} if minimum else {})
        case MapOf(item=item):
            return {"type": ["object", "null"], "additionalProperties": _schema(item)}
        case Keyed(keys=keys):
            required = [name for name, key in keys.items() if key.required]
            return {
                "type": "object" if required else ["object", "null"],
                "properties": {name: _described(key) for name, key in keys.items()},
                "additionalProperties": False,
            } | ({"required": required} if required else {})
        case Choice(words=words):
            return {"enum": list(words)}
        case Whole(minimum=minimum, maximum=maximum):
            return {"type": "integer", "minimum": minimum, "maximum": maximum}
        case Number(minimum=minimum):
            return {"type": "number", "minimum": minimum}
        case Checked(of=of) if of is not schema.scalar:
            return _schema(of)
    if kind is schema.flag:
        return {"type": "boolean"}
    if kind is schema.filled_text:
        return {"type": "string", "minLength": 1}
    # A slug or a day may look like a number or a date to YAML.
    return {"type": "string"} if kind is schema.text else {"type": ["string", "number"]}


def _described(key: Key) -> dict[str, Any]:
    """What one key takes: nothing stands for not given."""
    its = _schema(key.kind)
    if "enum" in its and not key.required:
        its["enum"] = [*its["enum"], None]
    elif isinstance(its["type"], str) and not key.required:
        its["type"] = [its["type"], "null"]
    elif not key.required and "null" not in its["type"]:
        its["type"] = [*its["type"], "null"]
    return {"description": key.help.replace("``", "`")} | its
