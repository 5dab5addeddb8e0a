"""What single values of settings must be, where a kind alone does not say it: slugs, days, languages."""

from __future__ import annotations

import re

from sitegen.config.schema import Checked
from sitegen.day import Day
from sitegen.urls import is_slug, slugify

_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
_DATE = re.compile(r"(?:\d{4}-)?\d\d-\d\d", re.ASCII)


def _slug(value: str) -> tuple[str, str]:
    """A paper's slug as its address shows it; whether there is such a paper is known only after merging."""
    if not is_slug(value):
        return value, f"is '{value[:60]}', but a slug has only a-z, 0-9 and single hyphens between them"
    return value, ""


def _new_slug(value: str) -> tuple[str, str]:
    """A slug that a file invents: one that becomes a file's name on every system and no link label."""
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


SLUG = Checked(_slug)
NEW_SLUG = Checked(_new_slug)
LANGUAGE = Checked(_language)
DAY = Checked(_day)
FULL_DAY = Checked(_full_day)
