"""What single values of settings must be, where a kind alone does not say it: slugs, days, languages."""

from __future__ import annotations

import re

from sitegen.config.schema import Checked, Fault, filled_text, text
from sitegen.day import Day
from sitegen.urls import is_slug, slugify

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")  # longer ones are reserved: BCP 47, section 2.1
# What a phrase cannot mean, and people know from other places that search.
_EXPRESSION = re.compile(r"\||\.[*+]|\\[a-zA-Z]|\[[^\]]*\w-\w[^\]]*\]")
_STAR = re.compile(r"\*(?=[\w-])|(?<!\w)\*|\*\*")
_UNWRITTEN = re.compile(r"TODO(?!\w)")
_DATE = re.compile(r"(?:\d{4}-)?\d\d-\d\d", re.ASCII)


def _slug(value: str) -> tuple[str, Fault]:
    """A paper's slug as its address shows it; whether there is such a paper is known only after merging."""
    if is_slug(value):
        return value, ""
    perhaps = slugify(value)
    message = f"is '{value[:60]}', but a slug has only a-z, 0-9 and single hyphens between them"
    return value, (message, f"perhaps '{perhaps}'" if perhaps != value else "")


def _new_slug(value: str) -> tuple[str, Fault]:
    """A slug that a file invents: one that becomes a file's name on every system and no link label."""
    wrong = _slug(value)[1]
    if not wrong and slugify(value) != value:
        wrong = f"is '{value[:60]}', which cannot be a file's name here", f"take '{slugify(value)}' or another"
    return value, wrong


def _language(value: str) -> tuple[str, Fault]:
    if _LANGUAGE.fullmatch(value):
        return value, ""
    perhaps = value.replace("_", "-").partition(".")[0]
    hint = f"write {perhaps}" if _LANGUAGE.fullmatch(perhaps) else "write one of BCP 47, such as en, de or pt-BR"
    return value, (f"is '{value[:40]}', which is no language tag", hint)


def _day(value: str) -> tuple[Day | None, Fault]:
    """A day with or without its year; 29 February is a day, in years that have it."""
    if not _DATE.fullmatch(value):
        return None, (f"is '{value[:40]}', which is no date", "write one such as 2024-04-03 or, without a year, 04-03")
    day = Day.parse(value)
    return day, "" if day else (f"is '{value}', a day that does not exist", "correct the month or the day")


def _full_day(value: str) -> tuple[Day | None, Fault]:
    """A day with its year."""
    if len(value) != len("2024-04-03"):
        return None, (f"is '{value[:40]}', which is no date", "write one such as 2024-04-03")
    return _day(value)


def _phrase(value: str) -> tuple[str, Fault]:
    """A phrase of a tag's rule, written so that a text can hold it (see `catalogue/tagging/phrases.py`)."""
    shown = f"'{value[:60]}'"
    if not any(mark.isalnum() for mark in value):
        return value, (f"is {shown}, which holds no word", "write the words to look for")
    if _EXPRESSION.search(value):
        hint = "write plain words, with '/' between two of which either may stand"
        return value, (f"is {shown}, a regular expression", hint)
    if _STAR.search(value):
        hint = "'*' stands for any ending, as in 'equivarian*'"
        return value, (f"is {shown}, with '*' in another place than the end of a word", hint)
    return value, ""


def _definition(value: str) -> tuple[str, Fault]:
    """What a tag means; a draft's place for it (`sitegen tags --propose`) says that nobody has read the tag yet."""
    if _UNWRITTEN.match(value):
        hint = "say in a sentence what the tag means, or delete the line"
        return value, ("still says TODO, so this tag of a draft was not read yet", hint)
    return value, ""


SLUG = Checked(_slug)
NEW_SLUG = Checked(_new_slug)
LANGUAGE = Checked(_language)
DAY = Checked(_day)
FULL_DAY = Checked(_full_day)
DEFINITION = Checked(_definition, of=text)
PHRASE = Checked(_phrase, of=filled_text)
