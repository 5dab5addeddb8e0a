"""Which words does the catalogue know? Misspelt words are corrected with this list, loaded when too little is found."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping

from sitegen.catalogue.model import Paper

_WORD = re.compile(r"\w+(?:[-\u2010-\u2015'’./]\w+)*")
_JOINTS = re.compile(r"[-\u2010-\u2015'’./]")
_LONGEST = 40  # of a word that anybody might type; longer ones are addresses


def script(papers: Iterable[Paper]) -> bytes:
    """The classic script that hands the vocabulary to the page: ``sitegenSearchFile("words", "…")``.

    Words stand folded, sorted, front-coded (a digit says how many characters a word shares with the one before it) and
    followed by in how many papers they occur, where that is more than one.
    """
    counts: Counter[str] = Counter()
    for paper in papers:
        counts.update(words(f"{paper.title_text}\n{paper.abstract_text}"))
    known = {word: count for word, count in counts.items() if 1 < len(word) <= _LONGEST and not word.isdigit()}
    return b'sitegenSearchFile("words",' + json.dumps(_coded(known), ensure_ascii=False).encode() + b");\n"


def words(text: str) -> set[str]:
    """The different words of a text, folded as for the search; a compound whole without its joints, and in parts."""
    found = set(_WORD.findall(_fold(text)))
    for compound in [word for word in found if not word.isalnum()]:
        parts = _JOINTS.split(compound)
        found.discard(compound)
        found.update(parts)
        found.add("".join(parts))
    return found


def _fold(text: str) -> str:
    """Lower case without accents, as Pagefind compares words."""
    decomposed = unicodedata.normalize("NFD", text.lower())
    return decomposed if decomposed.isascii() else re.sub(r"[\u0300-\u036f]", "", decomposed)


def _coded(counts: Mapping[str, int]) -> str:
    lines = []
    before = ""
    for word in sorted(counts):
        shared = 0
        limit = min(len(word), len(before), 35)
        while shared < limit and word[shared] == before[shared]:
            shared += 1
        lines.append(_DIGITS[shared] + word[shared:] + (f" {counts[word]}" if counts[word] > 1 else ""))
        before = word
    return "\n".join(lines)


_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
