"""`permalinks.yaml` from disk, and what is wrong with it. A file that is wrong anywhere is not used at all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen.config.checks import FULL_DAY
from sitegen.config.paths import shown
from sitegen.config.schema import Checked, Findings, Key, Keyed, MapOf, filled_text
from sitegen.permalinks.model import NAME, OTHER_KINDS, Fingerprint, PermalinkRecord, Permalinks
from sitegen.permalinks.text import FINGERPRINT, quick
from sitegen.problem import Location, Problem, error
from sitegen.suggestion import did_you_mean
from sitegen.urls import TAKEN, is_device, is_slug
from sitegen.user_file import read_text

if TYPE_CHECKING:
    from yaml.nodes import Node

_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})(?: .*)?$", re.MULTILINE)
_FINGERPRINT = re.compile(FINGERPRINT)
# Labels of pages that were there from the beginning; to other labels, papers of those names had the elder claim.
_RESERVED = ("paper-", "tag-", "digest-")
_LONGEST = 100  # characters of a slug; those that builds give have 79 at most


def read(root: Path) -> tuple[Permalinks | None, tuple[Problem, ...]]:
    """The file beside the `site.yaml` of ``root``; None where it cannot be used, and then there is an error.

    A file that is not there is an empty one. The sample's 508 records take 2 ms, YAML in another style 60 ms.
    """
    return read_file(root / NAME, root)


def read_file(file: Path, root: Path) -> tuple[Permalinks | None, tuple[Problem, ...]]:
    """As `read`, for a file that lies anywhere; messages name it as seen from ``root``."""
    name = shown(file, root)
    if file.is_symlink():
        return None, (error(Location(name), "is a link, not a file", "builds write it: put the file itself here"),)
    text, problem = read_text(file, name, inside=file.parent)
    if problem:
        return None, (problem,)
    if text is None:
        return Permalinks(file=name), ()
    return parse(text.replace("\r\n", "\n") if "\r" in text else text, name)


def parse(text: str, name: str = NAME) -> tuple[Permalinks | None, tuple[Problem, ...]]:
    """The records of a file's text; every mistake is found at once, but for a merge conflict, which stands alone."""
    if conflict := _conflict(text, name):
        return None, (conflict,)
    records: Mapping[str, PermalinkRecord] | None = quick(text)
    if records is None or not all(map(_right_name, records)):
        findings = Findings(name)
        records = _parsed(text, findings)
        if records is None:
            return None, tuple(findings.problems)
    permalinks = Permalinks(
        {slug: record for slug, record in records.items() if "/" not in slug},
        name,
        text,
        exists=True,
        others={slug: record for slug, record in records.items() if "/" in slug},
    )
    problems = tuple(_wrong_moves(permalinks))
    return (None if problems else permalinks), problems


def _conflict(text: str, name: str) -> Problem | None:
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return None
    lines = [text.count("\n", 0, mark.start()) + 1 for mark in _CONFLICT.finditer(text)]
    if not lines:
        return None
    hint = "keep the blocks of both sides: each name was published"
    more = f", and {len(lines) - 1} more of its lines" if len(lines) > 1 else ""
    return error(Location(name, lines[0], 1), f"holds a merge conflict that is not settled{more}", hint)


def _parsed(text: str, findings: Findings) -> dict[str, PermalinkRecord] | None:
    """The long way, which knows lines and columns; None where anything is wrong."""
    from sitegen.config.source import parse as parse_yaml

    root, problems = parse_yaml(text, findings.file)
    findings.problems.extend(problems)
    if root is None:
        return None if problems else {}
    given = MapOf(_key, Keyed(_KEYS, lambda location, **given: given))(root, "", findings)
    records: dict[str, PermalinkRecord] = {}
    for slug, found in given.items() if isinstance(given, dict) else ():
        if not found.get("title") and not found.get("moved_to"):
            findings.error(findings.nodes[slug], f"{slug} needs a title, or 'moved_to' with the name it leads to")
        printed = _FINGERPRINT.fullmatch(found.pop("text", ""))
        records[slug] = PermalinkRecord(
            slug,
            found.pop("title", ""),
            first_seen=str(found.pop("first_seen", "")),
            removed=str(found.pop("removed", "")),
            fingerprint=Fingerprint(printed[1], int(printed[2]), printed[3]) if printed else None,
            **found,
        )
    return None if findings.problems else records


def _key(node: Node, path: str, findings: Findings) -> object:
    """A slug as it stands there: one paper is called ``null``, and that is no missing value."""
    kept, wrong = _name(node.value)
    return findings.error(node, f"{path} {wrong}") if wrong else kept


def _right_name(slug: str) -> bool:
    return not _name(slug)[1]


def _name(value: str) -> tuple[str, str]:
    """A paper's slug, or that of another kind of page behind its folder."""
    folder, slash, slug = value.partition("/")
    return value, _slug(slug if folder in OTHER_KINDS and slash else value)[1]


def _slug(value: str) -> tuple[str, str]:
    if not is_slug(value) or is_device(value):
        return value, f"is '{value[:60]}', but a name has only a-z, 0-9 and single hyphens between them"
    if value in TAKEN or len(value) > _LONGEST:
        return value, f"is '{value[:60]}', which cannot be a page's name"
    if value.startswith(_RESERVED):
        return value, f"is '{value[:60]}', but names that begin with {', '.join(_RESERVED)} are link labels"
    return value, ""


def _print(value: str) -> tuple[str, str]:
    if not _FINGERPRINT.fullmatch(value):
        return value, "is not a fingerprint as builds write it: delete the line, and the next build writes it anew"
    return value, ""


_KEYS = {
    "title": Key(filled_text),
    "first_seen": Key(FULL_DAY),
    "text": Key(Checked(_print)),
    "moved_to": Key(Checked(_name)),
    "removed": Key(FULL_DAY),
    "reason": Key(filled_text),
}


def _wrong_moves(permalinks: Permalinks) -> Iterator[Problem]:
    """Names that lead to a name that is not there, or round in a circle."""
    records = permalinks.all
    for slug, found in records.items():
        if found.moved_to and found.moved_to.rpartition("/")[0] != slug.rpartition("/")[0]:
            yield error(permalinks.at(slug), f"{slug} has moved to '{found.moved_to}', which is another kind of page")
            continue
        seen = {slug}
        target = found.moved_to
        while target and target in records and target not in seen:
            seen.add(target)
            target = records[target].moved_to
        if not target:
            continue
        if found.moved_to not in records:
            message = f"{slug} has moved to '{found.moved_to}', which is no name in this file"
            yield error(permalinks.at(slug), message, did_you_mean(found.moved_to, records))
        elif target in seen:
            message = f"{slug} has moved to '{found.moved_to}', which leads back to it"
            yield error(permalinks.at(slug), message, "take one of the two moved_to away")
