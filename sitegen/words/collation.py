"""How titles are put in order: the one place that knows what A–Z means."""

from __future__ import annotations

from functools import cache

from sitegen.words.letters import folded

_folded = cache(folded)


def collation_key(title: str) -> tuple[str, str]:
    """Sort key of a title: letters and digits first count, from the first of them on; then the title itself."""
    plain = _folded(title)
    start = next((i for i, c in enumerate(plain) if c.isalnum()), len(plain))
    return plain[start:], title


def initial(title: str) -> str:
    """The heading a title stands under in an A–Z list: ``A`` … ``Z``, ``#`` for digits, ``…`` for all other scripts."""
    first = collation_key(title)[0][:1]
    if "a" <= first <= "z":
        return first.upper()
    return "#" if not first or first.isdigit() else "…"
