"""One form for each letter, so that spelling, script and fonts make no difference.

Two traps are avoided here: folding to ASCII gives every Chinese title the same empty form, and dropping all combining
marks makes different Hindi words alike. Only the accents of Latin, Greek and Arabic letters are dropped.
"""

from __future__ import annotations

import re
import unicodedata

# Latin letters that no decomposition leads back to an ASCII letter, where alphabets file them.
_STROKED = str.maketrans({"ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ı": "i"})
_PILES = re.compile("([\u0300-\u036f]{4})[\u0300-\u036f]+")
_OPTIONAL_MARKS = re.compile(r"(?<=[a-z\u0370-\u03ff])[\u0300-\u036f]+|[\u064b-\u065f\u0670\u0640]")
_TYPOGRAPHY = {"‘": "'", "’": "'", "“": '"', "”": '"', "…": "...", "·": "-", "–": "--", "—": "--"}
_TYPOGRAPHY |= dict.fromkeys("‐‑‒−", "-")
_TYPOGRAPHIC = re.compile(f"[{''.join(_TYPOGRAPHY)}]")


def folded(text: str) -> str:
    """The text in small letters without accents, ligatures, full-width and other compatibility forms."""
    if text.isascii():
        return text.lower()
    text = decomposed(text).casefold()
    return unicodedata.normalize("NFC", _OPTIONAL_MARKS.sub("", text)).translate(_STROKED)


def decomposed(text: str) -> str:
    """Unicode's form NFKD, of at most four marks on a letter: sorting a pile of them takes the square of its height."""
    return unicodedata.normalize("NFKD", _PILES.sub(r"\1", text))


def typewritten(text: str) -> str:
    """The text with a typewriter's quotes, dashes and dots in place of a typesetter's."""
    return text if text.isascii() else _TYPOGRAPHIC.sub(lambda sign: _TYPOGRAPHY[sign[0]], text)
