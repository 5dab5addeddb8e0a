"""What `site.yaml` may say, key by key: the place to add one.

A new key is one line here and one field in `model.py`. A key whose name differs from its field names the field.
"""

from __future__ import annotations

import re
from dataclasses import fields
from typing import Any

from sitegen.config.addresses import base_url, https_address, web_address
from sitegen.config.model import (
    DigestSettings,
    ExportSettings,
    MergeSettings,
    PaperSettings,
    SearchSettings,
    TagRule,
    TagSettings,
)
from sitegen.config.schema import (
    Key,
    checked,
    choice,
    filled_text,
    flag,
    list_of,
    map_of,
    number,
    record,
    scalar,
    text,
    whole,
)
from sitegen.day import Day
from sitegen.problem import Location
from sitegen.urls import is_slug, slugify

_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
_DATE = re.compile(r"(?:\d{4}-)?\d\d-\d\d", re.ASCII)


def _slug(value: str) -> tuple[str, str]:
    """A paper's slug as its address shows it; whether there is such a paper is known only after merging."""
    if not is_slug(value):
        return value, f"is '{value[:60]}', but a slug has only a-z, 0-9 and single hyphens between them"
    return value, ""


def _new_slug(value: str) -> tuple[str, str]:
    """A slug that this file invents: one that becomes a file's name on every system and no link label."""
    wrong = _slug(value)[1]
    if not wrong and slugify(value) != value:
        wrong = f"is '{value[:60]}', which cannot be a file's name here: take '{slugify(value)}' or another"
    return value, wrong


def _language(value: str) -> tuple[str, str]:
    return value, "" if _LANGUAGE.fullmatch(value) else f"is '{value[:40]}', not a language tag such as en or pt-BR"


def _day(value: str) -> tuple[Day | None, str]:
    """A day with or without its year; 29 February is a day, in years that have it."""
    if not _DATE.fullmatch(value):
        return None, f"is '{value[:40]}', not a date such as 2024-04-03 or, without a year, 04-03"
    day = Day.parse(value)
    return day, "" if day else f"is '{value}', a day that does not exist"


def _full_day(value: str) -> tuple[Day | None, str]:
    """A day with its year."""
    if len(value) != len("2024-04-03"):
        return None, f"is '{value[:40]}', not a date such as 2024-04-03"
    return _day(value)


FULL_DAY = checked(_full_day)
SLUG = checked(_slug)
NEW_SLUG = checked(_new_slug)
PHRASES = list_of(filled_text)

# A tag's rule stands in the tag itself; each key fills the field of TagRule with its name.
RULE = {
    "in_title": Key(PHRASES),
    "strong": Key(PHRASES),
    "any": Key(PHRASES),
    "all": Key(PHRASES),
    "not": Key(PHRASES, "none"),
    "ignore": Key(PHRASES),
    "title_weight": Key(number(0)),
    "threshold": Key(number(0)),
    "rank": Key(number(0)),
}
_RULE_FIELDS = frozenset(key.field or name for name, key in RULE.items())


def _tag(location: Location, **given: Any) -> TagSettings:
    rule = TagRule(**{name: given.pop(name) for name in _RULE_FIELDS & given.keys()})
    return TagSettings(rule=rule, location=location, **({"short": given["name"], "definition": ""} | given))


TAG = record(
    {
        "slug": Key(NEW_SLUG, required=True),
        "name": Key(filled_text, required=True),
        "short": Key(filled_text),
        "group": Key(filled_text, required=True),
        "definition": Key(text),
        **RULE,
    },
    _tag,
)

DIGEST = record(
    {
        "title": Key(text),
        "date": Key(checked(_day)),
        "year": Key(whole(1000, 9999)),
        "description": Key(text),
        "source": Key(checked(web_address)),
    },
    DigestSettings,
)

PAPER = record({"tags": Key(list_of(SLUG)), "exclude": Key(flag)}, PaperSettings)

EXPORTS = record(
    {field.name: Key(flag) for field in fields(ExportSettings)}, lambda location, **given: ExportSettings(**given)
)

_ONE_PAPER = list_of(list_of(filled_text, minimum=2))

SITE = record(
    {
        "title": Key(filled_text),
        "description": Key(text),
        "language": Key(checked(_language)),
        "base_url": Key(checked(base_url)),
        "repository": Key(checked(https_address)),
        "noindex": Key(flag),
        "input": Key(list_of(filled_text)),
        "output": Key(filled_text),
        "papers_per_page": Key(whole(1, 10_000)),
        "digests": Key(map_of(scalar, DIGEST)),
        "papers": Key(map_of(SLUG, PAPER)),
        "exclude": Key(list_of(SLUG)),
        "groups": Key(list_of(filled_text)),
        "tags": Key(list_of(TAG)),
        "merge": Key(record({"same": Key(_ONE_PAPER), "different": Key(_ONE_PAPER)}, MergeSettings)),
        "exports": Key(EXPORTS),
        "search": Key(
            record({"offline": Key(choice("both", "only"))}, lambda location, **given: SearchSettings(**given))
        ),
    },
    lambda location, **given: given,
)
