"""Spaces that are missing or too many: ``tasks.The``, ``i.e.word``, ``to1.5B``, `` .``; ligatures become letters.

A glued sentence is told from a dotted name by what follows (a word that starts sentences) or by what surrounds it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.repair.edits import Edit, matches
from sitegen.repair.placeholders import Draft
from sitegen.repair.rule import Rule

_STARTERS = frozenset(
    re.findall(
        r"\w+",
        """The This These That Those There Then They Thus Therefore To Towards Through Our Ours We With When While What
        Which Why In Inspired Instead Indeed It Its If Is For From First Finally Further Furthermore Following However
        Hence Here How Moreover Motivated Most Many More Meanwhile Additionally Also Although Another Among As At After
        All An And Based Because Both But By Beyond Besides Code Compared Consequently Can Current Despite Due During
        Each Empirical Empirically Even Existing Experiment Experiments Experimental Extensive Evaluations Given Results
        Recent Recently Remarkably Specifically Since Second Secondly Such Some So Surprisingly Similarly Using Unlike
        Unfortunately Under Nevertheless Nonetheless Notably No Not Next Now On One Once Overall Other Previous Project
        Simulation Source Training Two Three Yet You""",
    )
)
_LIBRARIES = frozenset(
    ("torch", "tensorflow", "keras", "numpy", "scipy", "pandas", "sklearn", "system", "java", "react")
)
_STOP = re.compile(r"[.?!](?=[A-Z])(?<=[\w%)\]”’'\"].)([A-Za-z]+)(?![\w./(-]|\s*=)")
_BEFORE = re.compile(r"(?:[a-z%)\]”’'\"\d/]{2}|[^\x00-\x7f]|[A-Z]{3}|[a-z][A-Z])$")
_LONG_WORD = re.compile(r"(?:^|[\s(])([a-z]{5,})$")
# "i.e" and "e.g", from their first stop on, which a search finds fast.
_ABBREVIATION = re.compile(r"\.[eg](?<=i\.e|e\.g)(?<![\w.]i\.e)(?<![\w.]e\.g)(?:(\.)(?=[A-Za-z]{2})|(?= [A-Za-z]))")
_DECIMAL = re.compile(r"\.(?<=\d\.)\d+(?:%|[A-Z]?\b)")
_GLUED_TO_NUMBER = re.compile(r"(?:^|[^A-Za-z])(?:to|of|by|with|from|than|at|over|and|only)$")
_LOOSE_STOP = re.compile(r" (?<=[\w)\]”’%′] )([,.;:])(?=\s|$)(?! ?[.)(])")
_SPACES = re.compile(" {2,}")
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st"}
_LIGATURE = re.compile("[" + "".join(_LIGATURES) + "]")


def _repair(text: str, draft: Draft) -> str:
    if not text.isascii() and any(ligature in text for ligature in _LIGATURES):
        text = _LIGATURE.sub(lambda found: _LIGATURES[found[0]], text)
    text = draft.edit(text, _sentences)
    text = draft.edit(text, _abbreviations)
    text = draft.edit(text, _numbers)
    if " ," in text or " ." in text or " ;" in text or " :" in text:
        text = draft.edit(text, _loose_stops)
    return (_SPACES.sub(" ", text) if "  " in text else text).strip()


def _sentence(found: re.Match[str]) -> str:
    text, at, word = found.string, found.start(), found[1]
    before = text[max(0, at - 40) : at]
    if word in _STARTERS and _BEFORE.search(before):
        return f"{found[0][0]} {word}"
    long_word = _LONG_WORD.search(before)
    new_sentence = text[found.end() : found.end() + 1] == " " and text[found.end() + 1 : found.end() + 2].islower()
    if long_word and new_sentence and long_word[1] not in _LIBRARIES and len(word) > 1:
        return f"{found[0][0]} {word}"
    return found[0]


def _numbers(text: str) -> Iterator[Edit]:
    """A space before the numbers that a short word is glued to: ``to1.5B``."""
    for found in _DECIMAL.finditer(text):
        start = found.start()
        while start and text[start - 1].isdigit():
            start -= 1
        if text[start - 1 : start].islower() and _GLUED_TO_NUMBER.search(text, max(0, start - 6), start):
            yield start, start, " "


_sentences = matches(_STOP, _sentence)
_abbreviations = matches(_ABBREVIATION, lambda found: f"{found[0]} " if found[1] else f"{found[0]}.")
_loose_stops = matches(_LOOSE_STOP, lambda found: found[1])

RULE = Rule("spacing", (), _repair)
