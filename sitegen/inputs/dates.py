"""Days as digests print them, with or without a year; a year is never invented."""

from __future__ import annotations

import re
from datetime import date

_MONTHS_IN_ORDER = "January February March April May June July August September October November December"
MONTHS = tuple(_MONTHS_IN_ORDER.split())
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
_UNCLEAR = re.compile(r"(?=.*\d)[\w.,/:-]+(?:\s+[\w.,/:-]+){0,3}|(?:to|yester|\w{3,6})day|this week", re.IGNORECASE)


def is_day(line: str) -> bool:
    """Whether a line has the form of a day, be it one that exists or not."""
    return len(line) <= 40 and any(form.fullmatch(line) for form in _FORMS)


def may_be_day(line: str) -> bool:
    """Whether a line in a day's place could be meant as one: up to four short words with a digit, or ``yesterday``."""
    return len(line) <= 32 and _UNCLEAR.fullmatch(line) is not None


def day(line: str) -> str | None:
    """``YYYY-MM-DD``, or ``MM-DD`` where no year is printed; None for a day that does not exist."""
    for form in _FORMS:
        if found := form.fullmatch(line):
            month = found["month"].lower()
            return checked(found["year"], _NUMBER.get(month) or int(month), int(found["day"]))
    return None


def checked(year: str | int | None, month: int, number: int) -> str | None:
    """The day in the form of `day`, None where it does not exist; without a year, 29 February does."""
    try:
        date(int(year or 2000), month, number)
    except ValueError:
        return None
    return (f"{int(year):04}-" if year else "") + f"{month:02}-{number:02}"


def in_words(when: str) -> str:
    """``3 April 2024`` or ``3 April``."""
    *year, month, number = (int(part) for part in when.split("-"))
    return " ".join(str(part) for part in (number, MONTHS[month - 1], *year))
