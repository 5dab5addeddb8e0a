"""What somebody probably meant who wrote a name that there is not."""

from __future__ import annotations

from collections.abc import Iterable

from sitegen.problem import Location, Problem, warning

LONGEST_HINT = 20
"""Known names that a hint lists, where nothing says that there are few."""

_CLOSE = 60  # of 100: how alike two names are, one of which may be meant by the other


def did_you_mean(word: str, known: Iterable[str], most: int = LONGEST_HINT) -> str:
    """A hint with the closest known word, or with all of them where there are at most so many.

    20,000 known words take 10 ms.
    """
    names = list(known)
    if close := closest(word, names):
        return f"did you mean '{close}'?"
    return f"known: {', '.join(names)}" if 0 < len(names) <= most else ""


def closest(word: str, known: Iterable[str]) -> str:
    """The known word that is most like ``word``, whatever its capitals; ``""`` where none is like it."""
    from rapidfuzz import fuzz, process  # only a file with a mistake pays for it

    names: dict[str, str] = {}
    for name in known:
        names.setdefault(name.lower(), name)
    found = process.extractOne(word.lower(), names.keys(), scorer=fuzz.ratio, score_cutoff=_CLOSE)
    return names[found[0]] if found else ""


def no_such_paper(at: Location, slug: str, slugs: Iterable[str]) -> Problem:
    """A warning that no paper is called so, with the likeliest one."""
    hint = did_you_mean(slug, slugs, most=0) or "a paper is called as its page in papers/ is, without .html"
    return warning(at, f"no paper has the slug '{slug}'", hint)
