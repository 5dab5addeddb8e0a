"""Which entries are the same paper: every entry in exactly one cluster, whatever the order they come in.

Pairs worth a look (`blocking`) are compared (`matcher`), and those that are one paper are joined, most certain first,
unless that would bring together entries that cannot be one paper: two different papers may both resemble a third
entry that is cut short. What `site.yaml` decides (`decisions`) has the last word.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sitegen.catalogue.merging.best import best_abstract, best_title
from sitegen.catalogue.merging.blocking import candidate_pairs, cut_titles, near_titles, parts_alone, records_alike
from sitegen.catalogue.merging.boilerplate import UNRELATED_TITLES, boilerplate, unrelated
from sitegen.catalogue.merging.byline import Byline, byline
from sitegen.catalogue.merging.cluster import Cluster, Join, RepairedEntry
from sitegen.catalogue.merging.decisions import NOTHING_DECIDED, Decisions, Label, opposed
from sitegen.catalogue.merging.entry_text import entry_text
from sitegen.catalogue.merging.matcher import Verdict, compare, may_be_same
from sitegen.words.tokens import words

_WITNESSES = 6  # members of a cluster that are asked whether a newcomer may join

_SURE = 0.8  # the score of a pair below which all members of two clusters have to agree

_NOBODY: Label = frozenset()


def merge(copies: Sequence[RepairedEntry], decided: Decisions = NOTHING_DECIDED) -> tuple[Cluster, ...]:
    """Cluster the copies; each is in one cluster, clusters are ordered by their first copy (digest, position).

    100,000 entries take 30 seconds and 250 MB (benchmarks/merge_scale.py); the time grows as n log n.
    """
    ordered = sorted(copies, key=lambda copy: (copy.digest, copy.position))
    groups = _Groups(ordered, decided.labels)
    groups.join_matches()
    groups.join_decided(decided.same)
    return tuple(groups.clusters())


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two texts that are one paper."""

    one: int
    other: int
    verdict: Verdict


class _Groups:
    """A growing partition of the copies. Copies of one wording are one *text*, and texts are what is compared."""

    def __init__(self, copies: Sequence[RepairedEntry], labels: Mapping[RepairedEntry, Label]) -> None:
        texts: defaultdict[tuple[str, str, Label, Byline], list[int]] = defaultdict(list)
        for number, copy in enumerate(copies):
            label = labels.get(copy, _NOBODY) if labels else _NOBODY
            texts[copy.title, copy.abstract, label, byline(copy.facts)].append(number)
        keys = sorted(texts, key=lambda key: (key[0], key[1], sorted(key[2]), key[3]))
        self.copies = copies
        self.members = [texts[key] for key in keys]  # copies of each text
        self.labels = [key[2] for key in keys]
        nothing = boilerplate((title, abstract) for title, abstract, _, _ in keys if abstract)
        self.entry_texts = [
            entry_text(title, "" if abstract in nothing else abstract, stated) for title, abstract, _, stated in keys
        ]
        self.group_of = list(range(len(keys)))
        self.groups: dict[int, list[int]] = {text: [text] for text in range(len(keys))}
        self.joins: defaultdict[int, list[tuple[int, int, Verdict]]] = defaultdict(list)

    def join_matches(self) -> None:
        """Join what the matcher holds for one paper.

        Texts with abstracts first. A text without one goes by its title alone, so it follows: to one paper only, of
        several with its title to the one with the most copies. What has but a part of a title comes last.
        """
        lacking = [number for number, text in enumerate(self.entry_texts) if not text.has_abstract]
        without = set(lacking)
        with_both: list[_Pair] = []
        with_one: list[_Pair] = []
        with_none: list[_Pair] = []
        fitting: list[_Pair] = []
        pairs = set(candidate_pairs(self.entry_texts))
        pairs.update(near_titles(self.entry_texts, lacking))
        pairs.update(cut_titles(self.entry_texts))
        pairs.update(parts_alone(self.entry_texts, lacking))
        pairs.update(records_alike(self.entry_texts, lacking))
        for one, other in pairs:
            texts = self.entry_texts[one], self.entry_texts[other]
            if not may_be_same(*texts):
                continue
            verdict = compare(*texts)
            if verdict.same:
                found = (with_both, with_one, with_none)[(one in without) + (other in without)]
                found.append(_Pair(one, other, verdict))
            elif verdict.fits:
                fitting.append(_Pair(one, other, verdict))
        for pair in sorted(self._without_boilerplate(with_both), key=lambda p: (-p.verdict.score, p.one, p.other)):
            if not self._opposed(pair.one, pair.other):
                self._join(pair.one, pair.other, pair.verdict)
        self._attach(with_none, without)
        self._attach(with_one, without)
        self._attach_fitting(fitting)

    def _without_boilerplate(self, found: Sequence[_Pair]) -> list[_Pair]:
        """Leave out pairs whose abstracts alone speak for one paper, where they do so for too many unrelated titles.

        What `boilerplate` finds for one abstract under several titles, this finds for abstracts that are almost the
        same: a form letter with a number or a title filled in.
        """
        neighbours: defaultdict[int, set[int]] = defaultdict(set)
        for pair in found:
            if pair.verdict.renamed:
                neighbours[pair.one].add(pair.other)
                neighbours[pair.other].add(pair.one)
        forms: set[int] = set()
        unseen = set(neighbours)
        while unseen:
            reached, edge = set(), [min(unseen)]
            while edge:
                text = edge.pop()
                if text not in reached:
                    reached.add(text)
                    edge += neighbours[text]
            unseen -= reached
            if unrelated(self.entry_texts[text].title for text in reached) >= UNRELATED_TITLES:
                forms |= reached
        return [pair for pair in found if not (pair.verdict.renamed and pair.one in forms)]

    def _attach(self, found: Iterable[_Pair], without: set[int]) -> None:
        size = {number: sum(len(self.members[t]) for t in texts) for number, texts in self.groups.items()}

        def rank(pair: _Pair) -> tuple[float, int, int, int]:
            sizes = [size[self.group_of[text]] for text in (pair.one, pair.other) if text not in without]
            return (-pair.verdict.score, -max(sizes, default=0), pair.one, pair.other)

        for pair in sorted(found, key=rank):
            sides = [self.groups[self.group_of[text]] for text in (pair.one, pair.other)]
            if all(any(text not in without for text in side) for side in sides) or self._opposed(pair.one, pair.other):
                continue
            if pair.verdict.score < _SURE and not self._agreed(*sides):
                continue
            self._join(pair.one, pair.other, pair.verdict)

    def _attach_fitting(self, found: Iterable[_Pair]) -> None:
        """Join groups that have but a part of a title with the one paper that it fits; where it fits two, with none."""
        fits: defaultdict[int, list[_Pair]] = defaultdict(list)
        for pair in sorted(found, key=lambda pair: (-pair.verdict.score, pair.one, pair.other)):
            fits[self.group_of[self._lesser(pair)]].append(pair)
        named = self._holders(name for group in fits if (name := self._lone_word(group)))
        for group, pairs in sorted(fits.items()):
            papers = {self.group_of[text] for pair in pairs for text in (pair.one, pair.other)} - {group}
            holding = {self.group_of[text] for text in named.get(self._lone_word(group), ())}
            alone = len(papers) == 1 and holding <= papers | {group}
            if alone and not self._opposed(pairs[0].one, pairs[0].other):
                self._join(pairs[0].one, pairs[0].other, pairs[0].verdict)

    def _lesser(self, pair: _Pair) -> int:
        """The text of a pair that has but a part of the other's title."""
        return min((pair.one, pair.other), key=lambda text: (len(self.entry_texts[text].key), text))

    def _lone_word(self, group: int) -> str:
        """The title of a group that is one word, ``""`` where it is more: if others have it too, it is no name.

        A word with capitals inside ("WISE") is a name in these letters alone.
        """
        text = self.entry_texts[group]
        if len(text.title_words) != 1:
            return ""
        return text.title if text.title[1:] != text.title[1:].lower() else text.title_words[0]

    def _holders(self, names: Iterable[str]) -> dict[str, list[int]]:
        """The texts in whose titles each of these words stands, as printed or folded."""
        holders: dict[str, list[int]] = {name: [] for name in names}
        for number, text in enumerate(self.entry_texts) if holders else ():
            for word in {*words(text.title), *text.title_words} & holders.keys():
                holders[word].append(number)
        return holders

    def join_decided(self, same: Sequence[Sequence[RepairedEntry]]) -> None:
        """Join what `site.yaml` calls the same, unless it also calls it different."""
        text_of = {self.copies[c]: text for text, members in enumerate(self.members) for c in members} if same else {}
        for group in same:
            texts = sorted({text_of[copy] for copy in group})
            for other in texts[1:]:
                if not self._forbidden(self.groups[self.group_of[texts[0]]], self.groups[self.group_of[other]]):
                    self._join(texts[0], other, Verdict(True, 1.0, "decided in site.yaml"))

    def _opposed(self, one: int, other: int) -> bool:
        if self.group_of[one] == self.group_of[other]:
            return False
        left, right = self.groups[self.group_of[one]], self.groups[self.group_of[other]]
        if self._forbidden(left, right):
            return True
        if len(left) == len(right) == 1:
            return False
        ours, theirs = sorted(left)[:_WITNESSES], sorted(right)[:_WITNESSES]
        return any(compare(self.entry_texts[a], self.entry_texts[b]).opposed for a in ours for b in theirs)

    def _agreed(self, left: Sequence[int], right: Sequence[int]) -> bool:
        """Whether each member is one paper with each: two papers may both lack what tells them apart in a third."""
        ours, theirs = sorted(left)[:_WITNESSES], sorted(right)[:_WITNESSES]
        return all(compare(self.entry_texts[a], self.entry_texts[b]).same for a in ours for b in theirs)

    def _forbidden(self, left: Iterable[int], right: Sequence[int]) -> bool:
        return any(opposed(self.labels[a], self.labels[b]) for a in left if self.labels[a] for b in right)

    def _join(self, one: int, other: int, verdict: Verdict) -> None:
        keep, drop = sorted((self.group_of[one], self.group_of[other]))
        if keep == drop:
            return
        for text in self.groups[drop]:
            self.group_of[text] = keep
        self.groups[keep] += self.groups.pop(drop)
        self.joins[keep] += [*self.joins.pop(drop, []), (one, other, verdict)]

    def clusters(self) -> Iterator[Cluster]:
        """The partition as it stands."""
        for number, texts in sorted(self.groups.items(), key=lambda item: min(self.members[t][0] for t in item[1])):
            numbers = sorted(copy for text in texts for copy in self.members[text])
            place = {copy: index for index, copy in enumerate(numbers)}
            copies = tuple(self.copies[copy] for copy in numbers)
            reasons = [
                Join(place[members[0]], place[copy], 1.0, "same title and abstract")
                for members in (self.members[text] for text in sorted(texts))
                for copy in members[1:]
            ]
            for one, other, verdict in self.joins.get(number, ()):
                first, second = sorted(place[self.members[text][0]] for text in (one, other))
                reasons.append(Join(first, second, verdict.score, verdict.reason))
            yield Cluster(copies, best_title(copies), best_abstract(copies), tuple(reasons))
