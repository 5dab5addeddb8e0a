"""Which phrases are topics, and which few of them tell a catalogue's papers apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from math import ceil, sqrt

from sitegen.reports.likelihood import likelihood_ratio
from sitegen.reports.proposals.likeness import Likeness
from sitegen.reports.proposals.reading import key_of
from sitegen.reports.proposals.terms import Gram, Term
from sitegen.words.stopwords import COMMONPLACE, GENERIC, HALVES

FEWEST, FEWEST_PART, FEWEST_TITLES = 2, 0.015, 0.01
"""Papers that must have a topic's phrase: so many, such a part of all, and of titles alone."""
WIDEST_PART = 0.3  # of all papers: the part that a topic may be about
MOST, BY_ROOT = 40, 3.3  # topics in all, and times the root of the number of papers
WORTH, LEAST_WORTH = 0.0004, 0.15  # what a topic must add to those before it: of all papers, and at least
AGAIN = (1.0, 0.4, 0.15, 0.05)  # what a paper counts that no topic has yet, or one, or two
TAKEN_OVER = 0.65  # of a phrase's papers: the part with one longer phrase from which on that stands for it
SAME = 0.5  # two topics that have this part of their papers in common are one

LIFT = 1.5  # how many times as often as by chance a topic's papers have it in the title
TITLE_HALF = 0.25  # of a phrase's papers: the part with it in the title at which that counts half
ALONE, PHRASE = 0.8, 1.1  # what a single word and a phrase count
NESTED = 0.6  # of a word's places: the part in longer phrases from which on it is only a part of them
GENERIC_PHRASE, FIELD = 0.4, 0.12
"""What a phrase of words that any text has counts, and the part of all papers from which on it is the field itself."""
FEW, LOOSE, LOOSE_WORD = 3, 0.3, 0.5
"""A word of few papers that have little else in common ("donors", of a kidney or of money), and what it counts."""

TIED, MOSTLY, COMPANIONS = 10.8, 0.5, 3
"""Companions of a topic: how strongly they are tied to it, the part of their papers that are about it, how many."""

_GENERIC = frozenset(map(key_of, GENERIC | HALVES))
_COMMONPLACE = frozenset(map(key_of, COMMONPLACE))
_ADJECTIVE = re.compile(r".{3,}(?:al|ic|ive|ous|able|ible|ary|ory|ed|ish|ful|less|ar|ant|ent|ate|ign|ine)").fullmatch


@dataclass(frozen=True, slots=True)
class Topic:
    """A phrase that becomes a tag; shorter and longer ones that say the same; others that its papers often have."""

    term: Term
    variants: tuple[Term, ...]
    companions: tuple[Term, ...] = ()


def topics(terms: Sequence[Term], papers: int, by_chance: float, likeness: Likeness) -> list[Topic]:
    """The topics of so many papers, the most useful first.

    ``by_chance`` is how often a word that names no topic stands in the title, of the papers that have it. Each topic is
    the one that says most of papers that none before it is about.
    """
    rated = _rated(terms, papers, by_chance, likeness)
    parts = _take_over(rated, terms)
    having: Counter[int] = Counter()
    found: list[Topic] = []
    while rated and len(found) < min(MOST, BY_ROOT * sqrt(papers)):
        key, gain = max(((key, _gain(*rated[key], having)) for key in rated), key=lambda pair: pair[1])
        if gain < max(WORTH * papers, LEAST_WORTH):
            break
        term, _ = rated.pop(key)
        same = [other for other, _ in rated.values() if _overlap(other.central, term.central) > SAME]
        for other in same:
            del rated[other.key]
        kin = [other for other in same if len(other.key) > 1 and set(other.key) & set(key)]
        found.append(Topic(term, (*parts.get(key, ()), *kin), _companions(term, terms, papers)))
        having.update(term.central)
    return found


def _rated(terms: Sequence[Term], papers: int, by_chance: float, likeness: Likeness) -> dict[Gram, tuple[Term, float]]:
    """The phrases that may be topics, each with how good a topic it looks."""
    fewest = max(FEWEST, ceil((FEWEST_PART if by_chance else FEWEST_TITLES) * papers))
    rated: dict[Gram, tuple[Term, float]] = {}
    for term in terms:
        if (
            len(term.mentions) >= fewest
            and FEWEST <= len(term.central) <= max(WIDEST_PART * papers, FEWEST)
            and len(term.titles) >= LIFT * by_chance * len(term.mentions)
            and _is_noun(term)
            and (quality := _quality(term, papers, likeness))
        ):
            rated[term.key] = term, quality
    return rated


def _is_noun(term: Term) -> bool:
    """Whether a phrase stands where nouns do, and says more than the words of every paper."""
    if term.unspaced:
        return len(term.key) > 1
    form = term.form
    begins, ends = term.begins / term.places, term.ends / term.places
    if form[0].endswith("ly") or (term.verbal > 1 and 2 * term.verbal > term.nominal):
        return False
    if len(term.key) > 1:
        return begins >= 0.25 and ends >= 0.4
    if _words(form) <= _GENERIC or term.key[0] in _COMMONPLACE or len(term.key[0]) < 2:
        return False
    describes = _ADJECTIVE(form[0].lower()) and not any(other[0].endswith("s") for other in term.forms)
    least = 0.3 if not describes else 1.1 if form[0].endswith("ed") else 0.8
    return begins >= 0.1 and ends >= least


def _quality(term: Term, papers: int, likeness: Likeness) -> float:
    """How much a phrase looks like a topic: its papers have it in the title, and say it again."""
    said = len(term.mentions)
    by_title = len(term.titles) / (said + 1)
    quality = len(term.central) / (said + 1) * (by_title / (by_title + TITLE_HALF)) ** 2
    if term.unspaced:
        return quality
    if len(term.key) > 1:
        generic = _words(term.form) <= _GENERIC
        return quality * PHRASE * (1 if not generic else GENERIC_PHRASE if said < FIELD * papers else 0)
    if term.nested > NESTED * term.places:
        return 0.0
    loose = len(term.central) <= FEW and likeness.coherence(term.central, term.key) < LOOSE
    return quality * ALONE * (1 - term.nested / term.places / 2) * (LOOSE_WORD if loose else 1)


def _words(form: Gram) -> set[str]:
    return {key_of(part) for word in form for part in word.split("-")}


def _take_over(rated: dict[Gram, tuple[Term, float]], terms: Sequence[Term]) -> dict[Gram, list[Term]]:
    """Remove phrases that mostly stand in one longer phrase that is a topic; they are its variants."""
    known = {term.key: term for term in terms}
    parts: dict[Gram, list[Term]] = {}
    for longer in sorted(rated, key=len):
        term = rated[longer][0]
        for size in range(1, len(longer)):
            for start in range(len(longer) - size + 1):
                part = known.get(longer[start : start + size])
                if part and len(term.mentions.keys() & part.mentions.keys()) >= TAKEN_OVER * len(part.mentions):
                    rated.pop(part.key, None)
                    parts.setdefault(longer, []).extend([part, *parts.pop(part.key, [])])
    return {key: [part for part in its if len(part.key) > 1 and _is_noun(part)] for key, its in parts.items()}


def _companions(term: Term, terms: Sequence[Term], papers: int) -> tuple[Term, ...]:
    """Phrases that stand mostly in papers about a topic, the most strongly tied first."""
    about, words = term.central, set(term.key)
    found = []
    for other in terms:
        inside = len(about & other.mentions.keys())
        outside = len(other.mentions) - inside
        if inside < FEW or inside < MOSTLY * len(other.mentions) or not _is_noun(other):
            continue
        if words <= set(other.key) or words >= set(other.key):
            continue
        tie = likelihood_ratio(inside, outside, len(about), papers - len(about))
        if tie >= TIED:
            found.append((-tie, -len(other.key), other.key, other))
    return tuple(_apart([other for *_, other in sorted(found, key=lambda row: row[:3])]))


def _apart(terms: Sequence[Term]) -> list[Term]:
    """The first few that share no word with those before them."""
    kept: list[Term] = []
    for term in terms:
        if len(kept) < COMPANIONS and not any(set(term.key) & set(other.key) for other in kept):
            kept.append(term)
    return kept


def _gain(term: Term, quality: float, having: Counter[int]) -> float:
    return quality * sum(AGAIN[min(having[paper], len(AGAIN) - 1)] for paper in term.central)


def _overlap(one: Collection[int], other: Collection[int]) -> float:
    both = len(set(one) & set(other))
    return both / (len(one) + len(other) - both)
