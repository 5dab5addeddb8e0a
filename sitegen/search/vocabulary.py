"""Which words does the catalogue know? Misspelt words are corrected with this list, loaded when a word is not found."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

_JOINT = re.compile(r"[-'./]")
_SIGNS = re.compile(r"[^\w\s'./-]+")
_ENDS = "-'./"
_LONGEST = 40  # of a word that anybody might type; longer ones are addresses
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_SIGN_TABLE = str.maketrans(dict.fromkeys('!"#$%&()*+,:;<=>?@[\\]^`{|}~', " "))


def coded(contents: Iterable[str]) -> str:
    """The words of the texts (`SearchRecord.content`), and in how many of them each occurs.

    Words stand sorted, one in a line, front-coded (a digit says how many characters a word shares with the one before
    it) and followed by the number of texts, where that is more than one.
    """
    return _coded(counted(contents))


def counted(contents: Iterable[str]) -> Mapping[str, int]:
    """In how many texts each word occurs; a compound counts whole without its joints, and in parts."""
    tokens: Counter[str] = Counter()
    for content in contents:
        plain = content.translate(_SIGN_TABLE) if content.isascii() else _SIGNS.sub(" ", content)
        tokens.update(set(plain.split()))
    found: Counter[str] = Counter()
    for token, count in tokens.items():
        for word in [token] if token.isalnum() else _parts(token.strip(_ENDS)):
            found[word] += count
    return {word: count for word, count in found.items() if 1 < len(word) <= _LONGEST and not word.isdigit()}


def _parts(token: str) -> set[str]:
    parts = _JOINT.split(token)
    return {*parts, "".join(parts)}


def _coded(counts: Mapping[str, int]) -> str:
    lines = []
    before = ""
    for word in sorted(counts):
        shared = 0
        limit = min(len(word), len(before), len(_DIGITS) - 1)
        while shared < limit and word[shared] == before[shared]:
            shared += 1
        lines.append(_DIGITS[shared] + word[shared:] + (f" {counts[word]}" if counts[word] > 1 else ""))
        before = word
    return "\n".join(lines)
