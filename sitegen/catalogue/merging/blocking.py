"""Which pairs of entries are worth comparing, found without comparing all with all.

Entries are candidates if their titles have the same key, or if their abstracts share enough rare phrases: a long word
and the two after it, about one in eight words of a text. So an abstract that was cut, revised or put
under another title is still found, and phrases that every second paper uses cost nothing. Memory and time grow with
the number of phrases (20 per abstract), not with the number of pairs.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from zlib import crc32

from sitegen.catalogue.merging.byline import NOTHING_STATED
from sitegen.catalogue.merging.entry_text import EntryText
from sitegen.catalogue.merging.kinship import CUT_FROM
from sitegen.catalogue.merging.titles import telling
from sitegen.words.normalise import normal_words, normalised

CROWD = 12
"""Entries; where more than this many have a phrase or a title in common, only neighbours in order are paired."""

SHARE = 0.2
"""The part of the phrases of the entry with fewer that both must have."""

_PHRASE = re.compile(r"(?<![a-z])([a-z]{8,}+)[^a-z]++([a-z]++)[^a-z]++([a-z]++)")
_FEW = 4
_NEXT = 4  # in a crowd
_RARE = 4  # words of a title
_NAMES = 4  # authors
_LONGEST_TITLE = 60  # words; leaving out each in turn grows with the square


def candidate_pairs(entries: Sequence[EntryText]) -> list[tuple[int, int]]:
    """Index pairs, each once, lower index first, in order. Pairs that are one paper but not in here are not found."""
    found = set(_same_title(entries))
    found.update(_same_id(entries))
    found.update(_shared_phrases(entries))
    return sorted(found)


def near_titles(entries: Sequence[EntryText], bare: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Pairs of an entry without abstract (one of ``bare``) and one whose title differs in a single word.

    Only their titles can show that these are one paper. Costs nothing where every entry has its abstract.
    """
    if not bare:
        return
    by_rest: defaultdict[int, list[int]] = defaultdict(list)
    for number in bare:
        for rest in _less_one_word(entries[number]):
            by_rest[rest].append(number)
    for number, entry in enumerate(entries):
        for rest in _less_one_word(entry):
            for other in by_rest.get(rest, ())[:CROWD]:
                if other != number:
                    yield min(number, other), max(number, other)


def _less_one_word(entry: EntryText) -> Iterator[int]:
    title = entry.title_words
    if 2 < len(title) <= _LONGEST_TITLE:
        for place in range(len(title)):
            yield crc32(" ".join((*title[:place], "", *title[place + 1 :])).encode())


def cut_titles(entries: Sequence[EntryText]) -> Iterator[tuple[int, int]]:
    """Pairs of an entry whose title breaks off in dots and one whose title begins so; of many, as many as a crowd."""
    cut = [number for number, entry in enumerate(entries) if entry.form.cut and len(entry.beginning) >= CUT_FROM]
    if not cut:
        return
    by_key = sorted((entry.key, number) for number, entry in enumerate(entries))
    for number in cut:
        begins = entries[number].beginning
        first = bisect_left(by_key, (begins, -1))
        for key, other in by_key[first : first + CROWD]:
            if not key.startswith(begins):
                break
            if other != number:
                yield min(number, other), max(number, other)


def parts_alone(entries: Sequence[EntryText], bare: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Pairs of an entry without abstract (one of ``bare``) and one of whose title its own is a part.

    Records that state authors are left to `records_alike`, which asks them.
    """
    alone: defaultdict[str, list[int]] = defaultdict(list)
    for number in bare:
        if entries[number].byline is NOTHING_STATED:
            alone[entries[number].key].append(number)
    if not alone:
        return
    for number, entry in enumerate(entries):
        for part in entry.title_parts:
            for other in alone.get(part, ())[:CROWD]:
                if other != number:
                    yield min(number, other), max(number, other)


def records_alike(entries: Sequence[EntryText], bare: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Pairs of an entry without abstract and one with which it shares rare things of title and authors.

    Those are two telling words in a row, and a telling word beside a name. So titles that were cut or misspelt are
    found, and lists of authors that were. Costs nothing where no list states authors.
    """
    if not bare or not any(entry.byline.authors for entry in entries):
        return
    times = Counter(word for entry in entries for word in set(telling(entry.title_words)))
    postings: list[int] = []
    counts: list[int] = []
    for number, entry in enumerate(entries):
        keys = {crc32(key.encode()) for key in _rare_things(entry, times)}
        counts.append(len(keys))
        postings.extend(key << 32 | number for key in keys)
    postings.sort()
    lacking = frozenset(bare)
    common: Counter[int] = Counter()
    for group in _groups(postings):
        if len(group) <= CROWD:
            common.update(
                one << 32 | other for one, other in combinations(group, 2) if one in lacking or other in lacking
            )
    for pair, shared in common.items():
        one, other = pair >> 32, pair & 0xFFFFFFFF
        if shared >= SHARE * min(counts[one], counts[other]):
            yield one, other


def _rare_things(entry: EntryText, times: Counter[str]) -> Iterator[str]:
    said = telling(entry.title_words)[:_LONGEST_TITLE]
    yield from map(" ".join, pairwise(said))
    rare = sorted(set(said), key=lambda word: (times[word], word))[:_RARE]
    for name in entry.byline.authors[:_NAMES]:
        for part in name:
            if len(part) > 1:
                yield from (f"{part}/{word}" for word in rare)


def _same_id(entries: Sequence[EntryText]) -> Iterator[tuple[int, int]]:
    by_id: defaultdict[str, list[int]] = defaultdict(list)
    for number, entry in enumerate(entries):
        for id in entry.byline.ids:
            by_id[id].append(number)
    for group in by_id.values():
        if len(group) > 1:
            yield from combinations(group, 2) if len(group) <= CROWD else pairwise(group)


def _same_title(entries: Sequence[EntryText]) -> Iterator[tuple[int, int]]:
    by_title: defaultdict[str, list[int]] = defaultdict(list)
    for number, entry in enumerate(entries):
        by_title[entry.key].append(number)
    for title, group in by_title.items():
        if title and 1 < len(group) <= CROWD:
            yield from combinations(group, 2)
        elif title and len(group) > CROWD:
            yield from _neighbours(sorted(group, key=lambda number: (entries[number].byline, number)))


def _neighbours(group: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Those that follow each other in a crowd: of one year, and of one author."""
    for place, one in enumerate(group):
        for other in group[place + 1 : place + 1 + _NEXT]:
            yield min(one, other), max(one, other)


def _shared_phrases(entries: Sequence[EntryText]) -> Iterator[tuple[int, int]]:
    postings: list[int] = []  # phrase and entry in one number each: a tenth of the memory of a table of lists
    counts: list[int] = []
    for number, entry in enumerate(entries):
        said = {crc32(phrase.encode()) for phrase in phrases(entry)}
        counts.append(len(said))
        postings.extend(phrase << 32 | number for phrase in said)
    postings.sort()
    common: Counter[int] = Counter()
    for group in _groups(postings):
        for one, other in combinations(group, 2) if len(group) <= CROWD else pairwise(group):
            common[one << 32 | other] += 1
    for pair, times in common.items():
        one, other = pair >> 32, pair & 0xFFFFFFFF
        if times >= SHARE * min(counts[one], counts[other]):
            yield one, other


def _groups(postings: Sequence[int]) -> Iterator[list[int]]:
    """Runs of entries that share a phrase, two or more."""
    last = -1
    group: list[int] = []
    for posting in postings:
        phrase = posting >> 32
        if phrase != last:
            if len(group) > 1:
                yield group
            group = []
            last = phrase
        group.append(posting & 0xFFFFFFFF)
    if len(group) > 1:
        yield group


def phrases(entry: EntryText) -> list[str]:
    """The telling phrases of an abstract, in order: a long word and the two after it."""
    text = normalised(entry.abstract)
    found = [" ".join(match) for match in _PHRASE.findall(text)]
    if len(found) >= _FEW:
        return found
    said = normal_words(entry.abstract)  # a short text, or another script: every run of four words, thinned out if many
    runs = [" ".join(said[start : start + 4]) for start in range(len(said) - 3)]
    return found + (runs if len(runs) < 40 else [run for run in runs if crc32(run.encode()) % 4 == 0])
