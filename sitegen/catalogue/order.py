"""How titles are put in order: the one place that knows what A–Z means."""

from __future__ import annotations

import unicodedata
from functools import cache

# Latin letters that no decomposition leads back to an ASCII letter, where alphabets file them.
_STROKED = str.maketrans({"ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ı": "i"})


@cache
def _plain(text: str) -> str:
    """Case, accents and compatibility forms taken away; other scripts keep their letters."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c)).translate(_STROKED)


def title_key(title: str) -> tuple[str, str]:
    """Sort key of a title: letters and digits first count, from the first of them on; then the title itself."""
    plain = _plain(title)
    start = next((i for i, c in enumerate(plain) if c.isalnum()), len(plain))
    return plain[start:], title


def initial(title: str) -> str:
    """The heading a title stands under in an A–Z list: ``A`` … ``Z``, ``#`` for digits, ``…`` for all other scripts."""
    first = title_key(title)[0][:1]
    if "a" <= first <= "z":
        return first.upper()
    return "#" if not first or first.isdigit() else "…"
