"""Which phrases return from paper to paper, and how they stand there: in titles, again and again, by themselves."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, pairwise
from typing import NamedTuple

from sitegen.reports.proposals.reading import Reading, Run, Word, key_of
from sitegen.words.scripts import is_unspaced
from sitegen.words.stem import root, spelling
from sitegen.words.stopwords import BEFORE_NOUNS, BEFORE_VERBS, LEAD_ON, STOP

LONGEST = 4  # words of a phrase
LONGEST_UNSPACED = 6  # characters of one in a script without spaces
WELDED, WELDED_PLACES = 0.5, 3
"""Of the places where an empty word stands: the part, and the number, from which on it is a phrase with a neighbour."""
BRIEF = 40  # words of an abstract of two sentences, in which nothing is said twice

Gram = tuple[str, ...]
"""Keys of words in a row."""

_LISTING = frozenset(("and", "or", "as", "versus", "vs"))  # behind these an adjective may stand without its noun


@dataclass(slots=True)
class Term:
    """A phrase: in which papers it stands, and how. ``mentions`` counts them by paper, ``titles`` are papers too.

    ``brief`` are those that have it in so short an abstract that to say it once is to speak of it. Of its ``places``,
    ``begins`` have no other word of a phrase before them and ``ends`` none behind; ``nested`` are part of a longer
    phrase that returns too; ``verbal`` stand where verbs and adjectives do, ``nominal`` where nouns do. ``forms`` are
    how it is written; ``final`` the same, where it ends a phrase.
    """

    key: Gram
    mentions: Counter[int] = field(default_factory=Counter)
    titles: set[int] = field(default_factory=set)
    brief: set[int] = field(default_factory=set)
    places: int = 0
    begins: int = 0
    ends: int = 0
    nested: int = 0
    verbal: int = 0
    nominal: int = 0
    forms: Counter[Gram] = field(default_factory=Counter)
    final: Counter[Gram] = field(default_factory=Counter)

    @property
    def central(self) -> set[int]:
        """The papers that it may be about: those with it in the title, more than once, or in a brief abstract."""
        return self.titles | self.brief | {paper for paper, times in self.mentions.items() if times > 1}

    @property
    def form(self) -> Gram:
        """How it is written most often."""
        return min(self.forms, key=lambda form: (-self.forms[form], form))

    @property
    def unspaced(self) -> bool:
        """Whether its script writes no spaces."""
        return is_unspaced(self.key[0])


def terms(readings: Sequence[Reading], least: int, abbreviations: Mapping[Gram, Gram]) -> list[Term]:
    """The phrases of at least so many papers, in the order of their keys.

    Forms of one phrase ("pre-trained model", "pretraining models") are one, and so are a phrase and what papers say
    abbreviates it: ``abbreviations`` are keys by the key of the short form. Cost: 2 ms a paper, and memory for the
    phrases of enough papers alone.
    """
    frequent = _frequent(readings, least)
    welded = _welded(readings, frequent)
    found: dict[Gram, Term] = {}
    for paper, reading in enumerate(readings):
        for in_title, run in _runs(reading):
            _note(run, paper, in_title, _spans(run, frequent, welded), found)
    by_roots = {_roots(key): term for key, term in found.items()}
    same: dict[str, list[Term]] = defaultdict(list)
    for key, term in found.items():
        spelt_out = by_roots.get(_roots(abbreviations[key])) if key in abbreviations else None
        same[_joined(spelt_out or term)].append(term)
    merged = [term for term in map(_merged, same.values()) if len(term.mentions) >= least]
    brief = {paper for paper, reading in enumerate(readings) if sum(map(len, reading.abstract)) <= BRIEF}
    for term in merged:
        term.brief = brief & term.mentions.keys()
    return sorted(merged, key=lambda term: term.key)


def _roots(key: Gram) -> str:
    return "".join(map(root, key))


def _joined(term: Term) -> str:
    """A phrase without spaces and hyphens: the same for "mixture of experts" and "mixture-of-experts"."""
    *most, last = term.form
    return "".join(spelling("".join(word.split("-"))) for word in most) + root(key_of(last))


def _runs(reading: Reading) -> Iterator[tuple[bool, Run]]:
    """A paper's runs, each with whether it stands in the title."""
    yield from ((True, run) for run in reading.title)
    yield from ((False, run) for run in reading.abstract)


def _frequent(readings: Sequence[Reading], least: int) -> set[Gram]:
    """Words in a row that stand in enough papers, size by size: a row can be frequent only if its parts are."""
    texts = [[tuple(word.key for word in run) for _, run in _runs(reading)] for reading in readings]
    having = Counter(key for text in texts for key in set(chain.from_iterable(text)))
    shorter: set[Gram] = {(key,) for key, papers in having.items() if papers >= least}
    frequent = set(shorter)
    for size in range(2, LONGEST_UNSPACED + 1):
        rows: Counter[Gram] = Counter()
        for text in texts:
            rows.update({gram for keys in text for gram in _grams(keys, size, shorter)})
        shorter = {gram for gram, papers in rows.items() if papers >= least}
        frequent |= shorter
    return frequent


def _grams(keys: Gram, size: int, shorter: set[Gram]) -> Iterator[Gram]:
    """The rows of so many words of which both rows of one word less are frequent."""
    before = len(keys) >= size and keys[: size - 1] in shorter
    for start in range(len(keys) - size + 1):
        after = keys[start + 1 : start + size] in shorter
        if before and after and (size <= LONGEST or is_unspaced(keys[start])):
            yield keys[start : start + size]
        before = after


def _welded(readings: Sequence[Reading], frequent: set[Gram]) -> set[Gram]:
    """Pairs in which a word that is empty elsewhere is not: most of its places are in this pair ("dark matter").

    Only pairs that stand in a title, or that are written as names are ("Milky Way").
    """
    places: Counter[str] = Counter()
    pairs: Counter[Gram] = Counter()
    named: set[Gram] = set()
    for in_title, run in (row for reading in readings for row in _runs(reading)):
        places.update(word.key for word in run if _may_weld(word))
        for one, other in pairwise(run):
            if one.empty != other.empty and (_may_weld(one) or _may_weld(other)):
                pairs[one.key, other.key] += 1
                if in_title or (one.written[0].isupper() and other.written[0].isupper()):
                    named.add((one.key, other.key))
    return {
        pair
        for pair in named & frequent
        if pairs[pair] >= max(WELDED_PLACES, WELDED * places[pair[0]], WELDED * places[pair[1]])
    }


def _may_weld(word: Word) -> bool:
    low = word.written.lower()
    return word.empty and len(low) > 2 and low in STOP and low not in LEAD_ON


class _Span(NamedTuple):
    """A phrase in a run: its key, its first word, the word behind it, whether another phrase could not go on there."""

    key: Gram
    start: int
    end: int
    begins: bool
    ends: bool


def _spans(run: Run, frequent: set[Gram], welded: set[Gram]) -> list[_Span]:
    """Every frequent phrase of a run that no empty word begins or ends."""
    keys = tuple(word.key for word in run)
    empty = [word.empty for word in run]
    for place, pair in enumerate(pairwise(keys)):
        if pair in welded:
            empty[place] = empty[place + 1] = False
    found = []
    for start in (place for place, is_empty in enumerate(empty) if not is_empty):
        for end in range(start + 1, min(start + LONGEST_UNSPACED, len(run)) + 1):
            if end - start > 2 and empty[end - 2] and not _ties(run[end - 2]):
                break
            key = keys[start:end]
            if key in frequent and not empty[end - 1] and (end - start > 1 or not run[start].empty):
                begins = start == 0 or empty[start - 1]
                found.append(_Span(key, start, end, begins, end == len(run) or (empty[end] and _closes(run[end]))))
    return found


def _ties(word: Word) -> bool:
    """Whether an empty word may stand inside a phrase: "mixture of experts", "type 2 diabetes"."""
    low = word.written.lower()
    return low == "of" or low.isdigit() or (len(low) < 3 and low not in STOP)


def _closes(word: Word) -> bool:
    """Whether an empty word says that a phrase before it is complete."""
    return not word.written.isdigit() and word.written not in _LISTING


def _note(run: Run, paper: int, in_title: bool, spans: Sequence[_Span], found: dict[Gram, Term]) -> None:
    """Add what a run says of its phrases."""
    for span in spans:
        term = found.get(span.key) or found.setdefault(span.key, Term(span.key))
        written = tuple(word.written for word in run[span.start : span.end])
        term.mentions[paper] += 1
        term.places += 1
        term.begins += span.begins
        term.ends += span.ends
        term.nested += any(
            other.start <= span.start and span.end <= other.end and len(other.key) > len(span.key) for other in spans
        )
        term.forms[written] += 1
        if span.ends:
            term.final[written] += 1
        if in_title:
            term.titles.add(paper)
        elif span.start:
            before = run[span.start - 1].written.lower()
            term.verbal += before in BEFORE_VERBS
            term.nominal += before in BEFORE_NOUNS


def _merged(forms: list[Term]) -> Term:
    """Terms that are written differently as one, under the key of the longest: that of an abbreviation is short."""
    first, *others = sorted(forms, key=lambda term: (-len(term.key), -len(term.mentions), term.key))
    for term in others:
        first.mentions.update(term.mentions)
        first.titles |= term.titles
        first.forms.update(term.forms)
        first.final.update(term.final)
        first.places += term.places
        first.begins += term.begins
        first.ends += term.ends
        first.nested += term.nested
    return first
