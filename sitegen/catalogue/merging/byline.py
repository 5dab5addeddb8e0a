"""Who, when and where a list says that a paper is from, and its ids: what tells papers apart beside title and abstract.

Venues are known by their kind alone, and by their words where two are compared: the many ways to write one are no
reason to take a paper for two.
"""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass
from functools import lru_cache

from sitegen.catalogue.merging.authors import Name, names
from sitegen.facts.ids import without_version
from sitegen.facts.model import NOTHING_KNOWN, Facts
from sitegen.facts.reconcile import is_preprint_doi, is_preprint_venue
from sitegen.words.letters import folded
from sitegen.words.tokens import words


class Kind(enum.Enum):
    """What kind of place a paper appeared in."""

    UNKNOWN = "unknown"
    PREPRINT = "preprint"
    MEETING = "meeting"
    JOURNAL = "journal"


_JOURNAL = re.compile(
    r"\b(?:journals?|j|transactions?|trans|letters|record|review|magazine|annals|acta|bulletin|quarterly|zeitschrift"
    r"|revue|revista|communications of|computing surveys|surveys|archiv\w*)\b"
)
_MEETING = re.compile(
    r"\b(?:proc|proceedings|conference|conf|symposium|symp|workshops?|meeting|congress|convention|colloquium"
    r"|seminar|intl|advances in neural information processing systems)\b"
)


@dataclass(frozen=True, slots=True, order=True)
class Byline:
    """Authors (folded names), year (0: not stated), the venue's words and kind, and ids as ``kind:id``."""

    year: int = 0
    authors: tuple[Name, ...] = ()
    venue: str = ""
    kind: str = Kind.UNKNOWN.value
    ids: tuple[str, ...] = ()
    doi: str = ""
    arxiv: str = ""
    acl: str = ""


NOTHING_STATED = Byline()
"""Of an entry that is a title and an abstract alone."""


def byline(facts: Facts) -> Byline:
    """What the facts of an entry say of its identity."""
    if facts == NOTHING_KNOWN:
        return NOTHING_STATED
    doi, arxiv = facts.doi.lower(), without_version(facts.arxiv).lower()
    ids = (("doi", doi), ("arxiv", arxiv), ("acl", facts.acl.lower()), ("openreview", facts.openreview))
    return Byline(
        year=facts.year or 0,
        authors=names(facts.authors),
        venue=" ".join(words(folded(facts.venue))),
        kind=_kind(facts).value,
        ids=tuple(f"{name}:{id}" for name, id in ids if id),
        doi="" if is_preprint_doi(doi) else doi,
        arxiv=arxiv,
        acl=facts.acl.lower(),
    )


def _kind(facts: Facts) -> Kind:
    said = folded(facts.venue)
    if is_preprint_venue(said) or (not said and facts.arxiv and not facts.acl):
        return Kind.PREPRINT
    if facts.acl or _MEETING.search(said):
        return Kind.MEETING
    return Kind.JOURNAL if _JOURNAL.search(said) else Kind.UNKNOWN


def years_apart(one: Byline, other: Byline) -> int:
    """The years between two; 0 where one is not stated."""
    return abs(one.year - other.year) if one.year and other.year else 0


def different_kinds(one: Byline, other: Byline) -> bool:
    """Whether one appeared in a journal and the other elsewhere, but not as a preprint."""
    kinds = {one.kind, other.kind}
    if len(kinds) == 1 or Kind.PREPRINT.value in kinds or Kind.JOURNAL.value not in kinds:
        return False
    if not (one.venue and other.venue):
        return False
    return Kind.MEETING.value in kinds or not _is_acronym(one.venue, other.venue)


def _is_acronym(one: str, other: str) -> bool:
    """Whether one venue is the other's acronym; "VLDB" is that of a meeting, beside "The VLDB Journal"."""
    (short, long) = sorted((one, other), key=len)
    said = [word for word in long.split() if word not in ("the", "j", "journal", "of", "on")]
    initials = {"".join(word[0] for word in said), "".join(word[0] for word in long.split())}
    return said != [short] and (short in said or short in initials or _in_order(short, said))


def _in_order(short: str, said: list[str]) -> bool:
    """Whether an acronym takes its letters from the words in turn: "TODS" of "Transactions on Database Systems"."""
    letters = iter("".join(said))
    return " " not in short and all(letter in letters for letter in short) and short[0] in {w[0] for w in said}


_SMALL_WORDS = """
    the of on in for and an a international intl int acm ieee annual proceedings proc conference conf journal
    transactions trans symposium workshop th st nd rd j
"""
_VENUE_WORDS = frozenset(_SMALL_WORDS.split())


@lru_cache(maxsize=1 << 14)
def _letters(venue: str) -> tuple[frozenset[str], str]:
    said = [word for word in venue.split() if word not in _VENUE_WORDS and not word.isdigit()]
    return frozenset(word[:4] for word in said), "".join(word[0] for word in said)


def same_venue(one: Byline, other: Byline) -> bool:
    """Whether two venues may be one: by the beginnings of their words, or one is the other's acronym."""
    if not one.venue or not other.venue:
        return False
    ours, theirs = _letters(one.venue), _letters(other.venue)
    common = len(ours[0] & theirs[0])
    if ours[0] and theirs[0] and common * 2 >= min(len(ours[0]), len(theirs[0])):
        return True
    return one.venue == theirs[1] or other.venue == ours[1]


def same_id(one: Byline, other: Byline) -> str:
    """An id that both have, as ``arxiv:1706.03762``; ``""`` where there is none."""
    return next((id for id in one.ids if id in other.ids), "") if one.ids and other.ids else ""


def different_id(one: Byline, other: Byline) -> str:
    """The kind of id that says these are two papers: one paper has one on arXiv, and one in the ACL Anthology."""
    for name in ("arxiv", "acl"):
        ours, theirs = getattr(one, name), getattr(other, name)
        if ours and theirs and ours != theirs:
            return name
    return ""
