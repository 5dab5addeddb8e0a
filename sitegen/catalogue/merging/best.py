"""Which of a paper's copies to show: the rule for its title, and the one for its abstract."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from sitegen.catalogue.merging.boilerplate import says_nothing
from sitegen.catalogue.merging.cluster import RepairedEntry
from sitegen.catalogue.merging.entry_text import are_swapped
from sitegen.catalogue.merging.title_form import title_form
from sitegen.words.normalise import title_key

_END = 300  # characters: more than the longest address
_RESIDUE = re.compile(r"[\\{}$]|\b(?:math(?:cal|bb|bf|rm)|textbf)\b|\^|\ufffd")
_BROKEN_OFF = re.compile(r"(?:\.\.\.|…|\[(?:\.\.\.|…)\]|\btruncated\b[)\]]?|\bread more)$", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?。！？।۔؟][\"'”’»)\]]*$|[)\]”’\"]$|https?://\S+$")


def best_title(copies: Sequence[RepairedEntry]) -> int:
    """Index of the title to show.

    In this order: one was printed at all, and in its place; it is not broken off; nothing stands around it; no TeX is
    left in it; it is not all capitals or all small letters; it is not a part of another copy's title (a dropped
    subtitle); most copies have it; it is longer; and, so that the order of the copies never decides, the alphabet.
    """
    if len({copy.title for copy in copies}) == 1:
        return next((number for number, copy in enumerate(copies) if copy.printed_title), 0)
    keys = [title_key(copy.title) for copy in copies]
    times = Counter(copy.title for copy in copies)

    def rank(number: int) -> tuple[object, ...]:
        title = copies[number].title
        return (
            not copies[number].printed_title.strip(),
            are_swapped(title, copies[number].abstract),
            bool(_BROKEN_OFF.search(title[-_END:])),
            title_form(title).title != title,
            bool(_RESIDUE.search(title)),
            title in (title.upper(), title.lower()),
            any(keys[number] != other and keys[number] in other for other in keys),
            -times[title],
            -len(title),
            title,
            number,
        )

    return min(range(len(copies)), key=rank)


def best_abstract(copies: Sequence[RepairedEntry]) -> int:
    """Index of the abstract to show: the longest complete one.

    Not complete is what is missing, what says nothing, a title in its place, what ends in dots or in the middle of a
    sentence, and what is only the beginning of another copy's. Among equals the one with less TeX left in it, then the
    more frequent, then the alphabet decides.
    """
    texts = [copy.abstract.rstrip() for copy in copies]
    if len(set(texts)) == 1:
        return 0
    keys = {text: title_key(text) for text in set(texts)}
    times = Counter(texts)
    nothing = {text for text in times if says_nothing(text)}
    nothing |= {text for text, copy in zip(texts, copies, strict=True) if are_swapped(copy.title, text)}

    def rank(number: int) -> tuple[object, ...]:
        text = texts[number]
        end = text[-_END:]
        whole = bool(end) and not _BROKEN_OFF.search(end) and bool(_SENTENCE_END.search(end))
        begins = any(len(other) > len(keys[text]) and other.startswith(keys[text]) for other in keys.values())
        return (
            text in nothing,
            not whole or begins,
            -len(keys[text]),
            len(_RESIDUE.findall(text)),
            -times[text],
            text,
            number,
        )

    return min(range(len(copies)), key=rank)
