"""Words that name no topic: which ones end a phrase, and which ones count only beside another word."""

from __future__ import annotations

from pathlib import Path


def _lists(text: str) -> dict[str, frozenset[str]]:
    """The words under each ``[heading]`` of `stopwords.txt`, without its comments."""
    lists: dict[str, list[str]] = {}
    for line in text.splitlines():
        if line.startswith("["):
            current = lists.setdefault(line.strip("[]"), [])
        elif line and not line.startswith("#"):
            current += line.split()
    return {heading: frozenset(words) for heading, words in lists.items()}


_LISTS = _lists(Path(__file__).with_suffix(".txt").read_text("utf-8"))

STOP = _LISTS["english"] | _LISTS["other languages"]
"""Words of every text and of every abstract."""

GENERIC = _LISTS["generic"]
"""Words that every text of this field uses: a term only together with another word ("diffusion model")."""

EMPTY = STOP | GENERIC
"""Words that tell no subject by themselves."""

COMMONPLACE = _LISTS["every science"]
"""Words of every science, in the singular: part of a topic's name, never the whole of it."""

BEFORE_VERBS = _LISTS["before verbs"]
"""Words behind which verbs and adjectives stand."""

BEFORE_NOUNS = _LISTS["before nouns"]
"""Words behind which nouns stand, and what describes them."""

HALVES = _LISTS["halves"]
"""Halves of words: a topic with their other half ("multi-task", "few-shot"), never alone."""

LEAD_ON = _LISTS["lead on"]
"""Words, and halves of words, that no title ends on: a title that is cut there lacks the rest of a phrase."""
