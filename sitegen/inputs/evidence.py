"""How much a line reads like an abstract, and how much like a title: length and form, in any script.

The evidence is a sum of points: positive for an abstract, negative for a title, about 8 where there is no doubt.

- Length, up to 6 points: the logarithm of its distance to the usual abstract and to the usual title of this digest
  (before they are known, 600 and 75 characters). A wide character, such as a Chinese one, counts three.
- A full stop at the end: +3; no sentence end at all: -1.5. Question and exclamation marks end titles too: 0.
- Sentences that end inside: +1.5 for one, +4 for more.
- Words of four letters and more mostly in capitals, as titles are set: -2.5; hardly any: +1.5.
- Words by which abstracts speak (*we propose*, *is*): +1, two of them +2. A web address: +3.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import log2

from sitegen.words.scripts import WIDE

_WIDE = re.compile(f"[{WIDE}]")
_WIDTH = 3  # a Chinese abstract takes about a third of the characters of its translation

_CLOSERS = "\"'”’»)]}*_ \t"
_FULL_STOPS = ".。．।۔։።…;:"
_OTHER_ENDS = "?!？！؟"
_INNER_END = re.compile(r"(?<=\w{2})[.!][)”\"]?\s+(?=[^\Wa-z\d_])|[。।۔](?=.)|[？！](?=.)")
_LONG_WORD = re.compile(r"(?<![\w'’])[^\W\d_]{4,}")
_SPEAKING = re.compile(
    r"\b(?:we|our|is|are|was|were|has|have|can|this (?:paper|work|article)|propose[sd]?|shows?|introduce[sd]?)\b"
)

# Beyond this a text's form is plain, and reading all of every abstract would cost more than parsing it.
_READ = 400


@dataclass(frozen=True, slots=True)
class TypicalLengths:
    """The usual length of a digest's titles and abstracts, in weighted characters."""

    title: float = 75.0
    abstract: float = 600.0
    measured: bool = False  # on this digest


def weight(text: str) -> int:
    """The length of a text, wide characters counted as what they say."""
    return len(text) if text.isascii() else len(text) + (_WIDTH - 1) * len(_WIDE.findall(text))


def evidence(text: str, usual: TypicalLengths) -> float:
    """Points for an abstract, negative for a title."""
    return _of_length(weight(text), usual) + _of_form(text)


def _of_length(length: int, usual: TypicalLengths) -> float:
    to_title = log2(max(length, 1) / usual.title)
    to_abstract = log2(usual.abstract / max(length, 1))
    return max(-6.0, min(6.0, 2 * (abs(to_title) - abs(to_abstract))))


def _of_form(text: str) -> float:
    end = text.rstrip(_CLOSERS)[-1:]
    points = 3.0 if end and end in _FULL_STOPS else 0.0 if end and end in _OTHER_ENDS else -1.5
    text = text[:_READ]
    points += (0.0, 1.5, 4.0)[min(2, len(_INNER_END.findall(text)))]
    words = _LONG_WORD.findall(text)
    cased = [word for word in words if word[0].lower() != word[0].upper()]
    if len(cased) >= 2:
        capitals = sum(word[0].isupper() for word in cased) / len(cased)
        points += -2.5 if capitals >= 0.6 else 1.5 if capitals <= 0.35 and len(cased) >= 5 else 0.0
    points += 3.0 if "://" in text else 0.0
    return points + min(2, len(_SPEAKING.findall(text)))
