"""The words of the interface in one language, and how a message is put together.

A message is text with *slots*: ``{name}`` stands for a value, ``{name}…{/name}`` for a stretch that is marked (a link,
say). Where it counts something it has a form for each plural category (`plurals`), chosen by the slot ``count``.
Everything else is text, other braces and ``<`` too: whoever writes a message into HTML escapes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from sitegen.day import Day
from sitegen.wording.plurals import category

MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
"""The names of the messages in the section ``months``, in order."""

_SLOT = re.compile(r"\{(/?)([a-z_]+)\}")
_RIGHT_TO_LEFT = frozenset(("ar", "ckb", "dv", "fa", "he", "iw", "ks", "ps", "sd", "syr", "ug", "ur", "yi"))

Forms = str | Mapping[str, str]
"""A message: its text, or a text for each plural category."""


class Slot(NamedTuple):
    """A place for a value; for what is marked, where it is a mark: ``inside`` is not None then."""

    name: str
    inside: tuple[Part, ...] | None = None


Part = str | Slot


def parts(text: str) -> tuple[Part, ...]:
    """A text taken apart into words and slots. A closing mark that nothing opened is text, an unclosed one a value."""
    found: list[Part] = []
    at = 0
    while match := _SLOT.search(text, at):
        closing = f"{{/{match[2]}}}"
        end = -1 if match[1] else text.find(closing, match.end())
        found += [text[at : match.end()]] if match[1] else [text[at : match.start()]]
        if not match[1]:
            found.append(Slot(match[2], parts(text[match.end() : end]) if end >= 0 else None))
        at = end + len(closing) if end >= 0 else match.end()
    found.append(text[at:])
    return tuple(part for part in found if part != "")


def slots(text: str) -> Iterator[tuple[str, bool]]:
    """The name of each slot in a text, and whether it is a mark."""
    open_parts = [*parts(text)]
    while open_parts:
        part = open_parts.pop()
        if isinstance(part, Slot):
            yield part.name, part.inside is not None
            open_parts += part.inside or ()


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of the interface. ``language`` is the site's, a tag of BCP 47; ``text_language`` that of the papers.

    ``messages`` has all of them by ``section.name``.
    """

    language: str
    messages: Mapping[str, Forms]
    text_language: str = "en"

    def say(self, message: str, **values: str | int) -> str:
        """A message with its values, as plain text; numbers are grouped, marks are passed over."""
        return "".join(self._filled(parts(self._form(message, values.get("count"))), values))

    def _form(self, message: str, count: str | int | None) -> str:
        forms = self.messages[message]
        if isinstance(forms, str):
            return forms
        assert isinstance(count, int), f"{message} needs a count"
        return forms.get(self.category(count), forms["other"])

    def _filled(self, text: tuple[Part, ...], values: Mapping[str, str | int]) -> Iterator[str]:
        for part in text:
            if isinstance(part, str):
                yield part
            elif part.inside is not None:
                yield from self._filled(part.inside, values)
            else:
                value = values[part.name]
                yield self.number(value) if isinstance(value, int) else value

    def category(self, count: int) -> str:
        """The plural category of a count in this language."""
        return category(self.language, count)

    def number(self, count: int) -> str:
        """A whole number as text, its digits in groups."""
        return str(count) if -1000 < count < 1000 else f"{count:,}".replace(",", self.say("numbers.group"))

    def decimal(self, value: float) -> str:
        """A number with one digit behind the point."""
        return f"{value:.1f}".replace(".", self.say("numbers.point"))

    def day(self, day: Day) -> str:
        """A day in words, with its year where that is known."""
        month = self.say(f"months.{MONTHS[day.month - 1]}")
        if day.year is None:
            return self.say("dates.day", day=str(day.number), month=month)
        return self.say("dates.day_of_year", day=str(day.number), month=month, year=str(day.year))

    @property
    def direction(self) -> str:
        """``rtl`` where the language is written from right to left, else ``""``."""
        tag = self.language.lower()
        base = tag.partition("-")[0]
        return "rtl" if base in _RIGHT_TO_LEFT and "-latn" not in tag else ""

    @property
    def foreign(self) -> str:
        """The language of the papers' own text where it is known and not that of the interface, else ``""``."""
        if self.text_language == "und" or _base(self.text_language) == _base(self.language):
            return ""
        return self.text_language


def _base(tag: str) -> str:
    return tag.partition("-")[0].lower()
