"""The headings of an A–Z: which one a name stands under, and the links to them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sitegen.wording.model import Wording
from sitegen.words.collation import initial

_SCRIPTS = {"CJK": "Chinese", "HIRAGANA": "Japanese", "KATAKANA": "Japanese", "HANGUL": "Korean"}


class Letter(NamedTuple):
    """A heading of the A–Z, and the file and anchor where it begins. ``here``: it stands on the open page."""

    name: str
    href: str
    here: bool


def letters(starts: Mapping[str, int], here: int, hrefs: Sequence[str], words: Wording) -> tuple[Letter, ...]:
    """The links on page ``here``, given the page on which each heading begins, and the address of each page."""
    return tuple(
        Letter(shown(name, words), f"{hrefs[start - 1] if start != here else ''}#{anchor(name)}", start == here)
        for name, start in starts.items()
    )


def letter_of(title: str) -> str:
    """The heading a title is filed under: ``0–9``, ``A`` … ``Z``, or the name of its script."""
    name = initial(title)
    if name == "#":
        return "0–9"
    if len(name) == 1 and name.isascii():
        return name
    first = next((c for c in unicodedata.normalize("NFKC", title) if c.isalnum()), "")
    script = unicodedata.name(first, "OTHER").split()[0].partition("-")[0]
    return _SCRIPTS.get(script, script.capitalize())


def shown(name: str, words: Wording) -> str:
    """A heading in the interface's language, as far as that has a name for the script."""
    message = f"scripts_of_writing.{name.lower()}"
    return words.say(message) if message in words.messages else name


def rank(name: str) -> tuple[int, str]:
    """Digits and signs, then Latin letters, then other scripts by name."""
    return (0 if name == "0–9" else 1 if len(name) == 1 else 2), name


def anchor(name: str) -> str:
    """The id of a heading on its page."""
    return "letter-" + (re.sub(r"[^a-z]+", "-", name.lower()).strip("-") or "0-9")
