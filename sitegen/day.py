"""Days, with or without a year: digests print "Apr 3", and a year that nobody stated is never made up."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_MONTHS_IN_ORDER = "January February March April May June July August September October November December"
MONTHS = tuple(_MONTHS_IN_ORDER.split())

_FORM = re.compile(r"(?:(\d{4})-)?(\d\d)-(\d\d)", re.ASCII)
_LEAP = 2000  # has every day that some year has


@dataclass(frozen=True, slots=True)
class Day:
    """A day that exists; ``year`` is None where nobody stated it. As text: ``2024-04-03`` or ``04-03``."""

    month: int
    number: int
    year: int | None = None

    @classmethod
    def of(cls, month: int, number: int, year: int | None = None) -> Day | None:
        """The day, or None where there is no such day; without a year, 29 February is one."""
        try:
            date(_LEAP if year is None else year, month, number)
        except ValueError:
            return None
        return cls(month, number, year)

    @classmethod
    def parse(cls, text: str) -> Day | None:
        """The day that a text such as ``2024-04-03`` or ``04-03`` names; None for any other text."""
        form = _FORM.fullmatch(text)
        return cls.of(int(form[2]), int(form[3]), int(form[1]) if form[1] else None) if form else None

    def in_year(self, year: int) -> Day | None:
        """The same day of a year; None where that year does not have it."""
        return Day.of(self.month, self.number, year)

    @property
    def year_text(self) -> str:
        """The year in four digits; ``""`` where nobody stated it."""
        return "" if self.year is None else f"{self.year:04}"

    @property
    def in_words(self) -> str:
        """``3 April 2024`` or ``3 April``."""
        words = f"{self.number} {MONTHS[self.month - 1]}"
        return words if self.year is None else f"{words} {self.year}"

    def __str__(self) -> str:
        text = f"{self.month:02}-{self.number:02}"
        return text if self.year is None else f"{self.year:04}-{text}"
