"""Which abbreviations do papers define, and for what? As they write it: "long form (SHORT)".

After Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical text" (2003), but
stricter: each word of the long form gives a letter.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from sitegen.words.letters import folded
from sitegen.words.tokens import words

_BRACKET = re.compile(r"\(([A-Za-z][A-Za-z0-9-]{1,9})(?=[);,])")
_CAPITALS = 2  # that an abbreviation has at least
_SMALL = re.compile(r"(?:an?|and|as|at|by|for|from|in|of|on|or|the|to|via|with)\Z").match
_BREAK = re.compile(r"[.;:!?()\[\]]\s")


def defined(texts: Iterable[str]) -> list[tuple[str, str, int]]:
    """Each abbreviation that some text defines, its long form, and how many texts do so; in alphabetical order.

    Both are in small letters, the abbreviation without the plural's s and without hyphens, the words of the long form
    with a space between, parts of compounds too.
    """
    counts = Counter(pair for text in texts if "(" in text for pair in set(_pairs(text)))
    return [(short, long, count) for (short, long), count in sorted(counts.items())]


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    for found in _BRACKET.finditer(text):
        short = found[1].removesuffix("s")
        if sum(sign.isupper() for sign in short) < _CAPITALS:
            continue
        letters = "".join(words(folded(short)))
        before = _BREAK.split(text[: found.start()])[-1].rsplit(None, 2 * len(letters))[-2 * len(letters) :]
        long = _long_form(letters, words(folded(" ".join(before))))
        if long:
            yield letters, long


def _long_form(short: str, before: list[str]) -> str:
    """The last words of some that the abbreviation is made of: their first letters if it can be; ``""`` for none."""
    for match in (_initials, _letters):
        long = match(short, before)
        if len(long) > 1 and short not in long:
            return " ".join(long)
    return ""


def _initials(short: str, before: list[str]) -> list[str]:
    """The last words with these first letters; small words between them may have none."""
    place = len(before)
    for letter in reversed(short):
        place -= 1
        while place > 0 and not before[place].startswith(letter) and _SMALL(before[place]):
            place -= 1
        if place < 0 or not before[place].startswith(letter):
            return []
    return before[place:]


def _letters(short: str, before: list[str]) -> list[str]:
    """The last words that hold these letters in this order, each word one at least, the first word its first."""
    place, letters = len(before) - 1, list(short)
    while place >= 0 and letters:
        left = _left(letters, before[place])
        if len(left) == len(letters) and not _SMALL(before[place]):
            return []
        if not left and before[place].startswith(short[0]):
            return before[place:]
        letters = left or letters[:1]
        place -= 1
    return []


def _left(letters: list[str], word: str) -> list[str]:
    """The letters that are left when a word has taken what it holds of them, from the last on."""
    left, end = letters, len(word)
    while left and (end := word.rfind(left[-1], 0, end)) >= 0:
        left = left[:-1]
    return left
