"""Days as digests print them."""

from __future__ import annotations

import re

from sitegen.day import MONTHS, Day

_NUMBER = {name[:length].lower(): index + 1 for index, name in enumerate(MONTHS) for length in (3, len(name))}
_NUMBER["sept"] = 9

_MONTH = rf"(?P<month>{'|'.join(sorted(_NUMBER, key=len, reverse=True))})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\.?"
_YEAR = r"(?P<year>\d{4})"
_FORMS = tuple(
    re.compile(rf"(?:[a-z]{{3,9}}day,?\s+|(?:mon|tue|wed|thu|fri|sat|sun)[.,]{{0,2}}\s+)?{form}", re.IGNORECASE)
    for form in (
        rf"{_MONTH}\s+{_DAY}(?:,?\s+{_YEAR})?",
        rf"{_DAY}\s+{_MONTH}(?:,?\s+{_YEAR})?",
        rf"{_YEAR}-(?P<month>\d\d)-(?P<day>\d\d)",
    )
)
_UNCLEAR = re.compile(
    r"(?=.*\d)(?!\d{1,3}\Z)[\w.,/:-]+(?:\s+[\w.,/:-]+){0,3}|(?:to|yester|\w{3,6})day|this week", re.IGNORECASE
)


def is_day(line: str) -> bool:
    """Whether a line has the form of a day, be it one that exists or not."""
    return len(line) <= 40 and any(form.fullmatch(line) for form in _FORMS)


def may_be_day(line: str) -> bool:
    """Whether a line in a day's place could be meant as one: up to four words with a digit and more, ``yesterday``."""
    return len(line) <= 32 and _UNCLEAR.fullmatch(line) is not None


def day(line: str) -> Day | None:
    """The day that a line names; None for a line that is no day, or one that does not exist."""
    for form in _FORMS:
        if found := form.fullmatch(line):
            month = found["month"].lower()
            year = int(found["year"]) if found["year"] else None
            return Day.of(_NUMBER.get(month) or int(month), int(found["day"]), year)
    return None
