"""Which tags does a paper carry, and which is the best one? Decided by the phrases of `site.yaml`, without guessing.

Points: a ``strong`` phrase gives 2, an ``any`` phrase 1, in the title ``title_weight`` times that; all ``any`` phrases
together support a tag, they never decide. In the abstract the sentence decides what a hit is worth: one that says what
the paper does ("we propose", "this paper") counts half as much again, one that reports experiments or lists examples
counts half, for there stand the passing mentions; what comes directly after "unlike", "without" or "better than" counts
nothing. A phrase that returns gives less each time, and all of them give more in an abstract that is short. From
``threshold`` points on the paper carries the tag.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from sitegen.catalogue.model import Paper
from sitegen.catalogue.tagging.phrases import Phrases, Span, stops
from sitegen.config.model import TagRule, TagSettings
from sitegen.work import Task, Work

STRONG, WEAK = 2.0, 1.0
RETURNS = (1.0, 0.6, 0.4)
"""What the first, second and third hit of one phrase in an abstract count; later ones give nothing."""
ANNOUNCED, REPORTED = 1.5, 0.5
FULL_LENGTH, BRIEF = 130, 1.5
"""Words of a full abstract; in a shorter one each mention weighs more, up to so many times."""
SUPPORT, SUPPORT_IN_TITLE = 2.0, 2.5
"""What all ``any`` phrases together can add in an abstract and in a title."""
ALONE, AT_LENGTH = 0.75, 100
"""The part that stays of what a title gives, where an abstract of so many words never comes back to it."""
CLEAR = 3.0
"""At so many times its threshold a tag is beyond doubt: further points do not push others aside."""
BESIDE = 0.4
"""A tag is carried only if it has at least this part of the leading tag's share."""
NEAREST = 0.5
"""A paper that reaches no threshold carries the one tag that it is nearest to, from this share of the threshold on."""

_NOTHING: frozenset[int] = frozenset()
_CUES = {
    "announces": (
        "we propose/introduce/present/develop/study/investigate/explore/examine/analyse/design/describe/review/survey",
        "we show/prove/demonstrate/find/argue that",
        "this/our paper/work/article/study/survey/review",
        "in this paper/work/article/study",
        "is/are proposed/introduced/presented/studied",
    ),
    "reports": (
        "experiment*",
        "experiments show/demonstrate",
        "we evaluate/validate/test",
        "evaluated/validated/tested on",
        "outperform*",
        "state-of-the-art",
        "such as",
        "including",
        "for example/instance",
        "tasks like",
        "datasets",
        "downstream tasks",
    ),
    "sets apart": (
        "without",
        "no",
        "unlike",
        "instead of",
        "rather than",
        "than",
        "compared to/with",
        "in contrast to",
        "outperform/surpass/exceed/rival/beat/match",
    ),
}
"""What phrases say of their sentence, or of the words behind them."""


class TagScore(NamedTuple):
    """A tag that a paper carries (or nearly does): its points, the points it needs, the phrases that gave them."""

    slug: str
    score: float
    threshold: float
    phrases: tuple[str, ...]
    rank: float = 1.0

    @property
    def carried(self) -> bool:
        """Whether the points suffice."""
        return self.score >= self.threshold

    @property
    def share(self) -> float:
        """Points in thresholds, up to `CLEAR`."""
        return min(self.score / max(self.threshold, 1.0), CLEAR)

    @property
    def order(self) -> tuple[float, float]:
        """What the best tag has most of; points beyond `CLEAR` only decide between equals."""
        return self.share * self.rank, self.score / max(self.threshold, 1.0)


class _Use(NamedTuple):
    """One phrase in one tag's rule. ``kind`` is the list it stands in."""

    tag: int
    kind: str
    points: float
    most: float  # that one hit can give, in a title or in an abstract of full length


_Hit = tuple[bool, int, int, int, _Use]
"""A phrase of a tag's rule in a paper's text: whether in the title, the phrase, its first word, the word after it."""


class Rule(NamedTuple):
    """What tagging needs of a tag."""

    slug: str
    rule: TagRule


@dataclass(slots=True)
class _Evidence:
    """What the phrases in a paper's text say, tags by number."""

    hits: dict[int, list[_Hit]] = field(default_factory=dict)
    most: dict[int, float] = field(default_factory=dict)  # points if every hit counted in full
    required: dict[int, set[int]] = field(default_factory=dict)  # phrases of ``all`` that were found
    barred: set[int] = field(default_factory=set)
    cues: dict[str, list[int]] = field(default_factory=lambda: {"announces": [], "reports": []})
    denied: set[tuple[bool, int]] = field(default_factory=set)  # words of title or abstract behind "without" and such


class Tagger:
    """The rules of all tags, compiled once for any number of papers.

    Cost: 30 ms for the rules of 48 tags with 5,000 phrases, then 0.35 ms a paper.
    """

    def __init__(self, tags: Sequence[Rule | TagSettings]) -> None:
        self.tags = tuple(tags)
        self._numbers: dict[str, int] = {}
        self._weighed: tuple[list[list[_Use]], list[list[_Use]]] = ([], [])  # by phrase: in the abstract, in the title
        self._other: dict[int, list[tuple[str, int]]] = {}  # by phrase: what else it says, and of which tag
        for number, tag in enumerate(self.tags):
            self._add(number, tag.rule)
        for kind, phrases in _CUES.items():
            for phrase in phrases:
                self._other.setdefault(self._number(phrase), []).append((kind, -1))
        self._written = tuple(self._numbers)
        self._phrases = Phrases(self._written)
        self._needed = {
            number: frozenset(self._numbers[phrase] for phrase in tag.rule.all)
            for number, tag in enumerate(self.tags)
            if tag.rule.all
        }
        self._near = [NEAREST * tag.rule.threshold for tag in self.tags]
        self._places = {tag.slug: number for number, tag in enumerate(self.tags)}

    def _add(self, tag: int, rule: TagRule) -> None:
        in_abstract, in_title = self._weighed
        for kind, phrases, points in (
            ("in_title", rule.in_title, STRONG),
            ("strong", rule.strong, STRONG),
            ("any", rule.any, WEAK),
            ("ignore", rule.ignore, 0.0),
        ):
            for phrase in map(self._number, phrases):
                in_title[phrase].append(_Use(tag, kind, points, points * rule.title_weight))
                if kind != "in_title":
                    in_abstract[phrase].append(_Use(tag, kind, points, points * ANNOUNCED))
        for kind, phrases in (("all", rule.all), ("none", rule.none)):
            for phrase in map(self._number, phrases):
                self._other.setdefault(phrase, []).append((kind, tag))

    def _number(self, phrase: str) -> int:
        number = self._numbers.setdefault(phrase, len(self._numbers))
        for uses in self._weighed:
            if number == len(uses):
                uses.append([])
        return number

    def score(self, title: str, abstract: str) -> tuple[TagScore, ...]:
        """Every tag that comes near its threshold, best first (carried or not); see `carried`."""
        evidence = _Evidence()
        body = self._phrases.read(abstract)
        each = max(1.0, min(BRIEF, FULL_LENGTH / max(len(body), 1)))
        self._gather(self._phrases.find(self._phrases.read(title)), True, 1.0, evidence)
        self._gather(self._phrases.find(body), False, each, evidence)
        sentences = _Sentences(len(body), each, stops(body), evidence.cues)
        scores = [
            self._total(tag, evidence.hits[tag], sentences, evidence.denied)
            for tag, points in evidence.most.items()
            if points > 0 and points >= self._near[tag] and self._may(tag, evidence)
        ]
        return tuple(sorted(scores, key=lambda s: (s.order, -self._places[s.slug]), reverse=True))

    def _gather(self, spans: Iterable[Span], in_title: bool, each: float, evidence: _Evidence) -> None:
        """Adds what ``spans`` say; a hit counts ``each`` times what it does in a text of full length."""
        hits, most, weighed = evidence.hits, evidence.most, self._weighed[in_title]
        for phrase, start, end in spans:
            for use in weighed[phrase]:
                tag = use.tag
                if tag in hits:
                    hits[tag].append((in_title, phrase, start, end, use))
                    most[tag] += use.most * each
                else:
                    hits[tag] = [(in_title, phrase, start, end, use)]
                    most[tag] = use.most * each
            if phrase not in self._other:
                continue
            for kind, tag in self._other[phrase]:
                if kind == "all":
                    evidence.required.setdefault(tag, set()).add(phrase)
                elif kind == "none":
                    evidence.barred.add(tag)
                elif kind == "sets apart":
                    evidence.denied.add((in_title, end))
                elif not in_title:
                    evidence.cues[kind].append(start)

    def _may(self, tag: int, evidence: _Evidence) -> bool:
        """Whether ``all`` and ``not`` let a paper carry the tag."""
        return tag not in evidence.barred and self._needed.get(tag, _NOTHING) <= evidence.required.get(tag, _NOTHING)

    def _total(self, number: int, rows: list[_Hit], sentences: _Sentences, denied: set[tuple[bool, int]]) -> TagScore:
        tag = self.tags[number]
        rows = [row for row in _apart(rows) if row[4].kind != "ignore" and (row[0], row[2]) not in denied]
        title = _points_of_title(rows)
        body = sentences.points(rows)
        if not body and sentences.many:
            title *= ALONE
        phrases = dict.fromkeys([self._written[row[1]] for row in rows])
        return TagScore(tag.slug, round(title + body, 3), tag.rule.threshold, tuple(phrases), tag.rule.rank)


def _points_of_title(rows: Iterable[_Hit]) -> float:
    total = support = 0.0
    for in_title, _, _, _, use in rows:
        if in_title and use.kind == "any":
            support += use.most
        elif in_title:
            total += use.most
    return total + min(support, SUPPORT_IN_TITLE)


class _Sentences:
    """What a hit in an abstract is worth, by the sentence in which it stands."""

    def __init__(self, length: int, each: float, ends: list[int], cues: dict[str, list[int]]) -> None:
        self._ends = ends
        self._each = each
        self._announced = {bisect_left(ends, at) for at in cues["announces"]}
        self._reported = {bisect_left(ends, at) for at in cues["reports"]}
        self.many = length >= AT_LENGTH

    def points(self, rows: Iterable[_Hit]) -> float:
        """What the hits in the abstract give together."""
        total = support = 0.0
        times: dict[int, int] = {}
        for in_title, phrase, start, _, use in rows:
            if in_title:
                continue
            before = times.get(phrase, 0)
            times[phrase] = before + 1
            if before < len(RETURNS):
                points = use.points * RETURNS[before] * self._weight(start)
                if use.kind == "any":
                    support += points
                else:
                    total += points
        return total + min(support, SUPPORT)

    def _weight(self, at: int) -> float:
        sentence = bisect_left(self._ends, at)
        announced = ANNOUNCED if sentence in self._announced else 1.0
        return self._each * announced * (REPORTED if sentence in self._reported else 1.0)


def _apart(rows: list[_Hit]) -> list[_Hit]:
    """The hits without overlaps, in order: of two that overlap the longer one stays, else the one worth more.

    ``rows`` are in order of their first words, those of the title first.
    """
    if len(rows) == 1 or not _overlap(rows):
        return rows
    kept: list[_Hit] = []
    taken: tuple[set[int], set[int]] = (set(), set())  # words of the abstract, of the title
    for row in sorted(rows, key=_longest_first):
        in_title, _, start, end, _ = row
        span = range(start, end)
        if taken[in_title].isdisjoint(span):
            taken[in_title].update(span)
            kept.append(row)
    return sorted(kept, key=lambda row: (not row[0], row[2]))


def _overlap(rows: list[_Hit]) -> bool:
    in_title, reached = True, 0
    for row in rows:
        if row[0] != in_title:
            in_title, reached = False, 0
        if row[2] < reached:
            return True
        reached = row[3]
    return False


def _longest_first(row: _Hit) -> tuple[int, float, int]:
    _, _, start, end, use = row
    return start - end, -use.points, start


def carried(scores: Sequence[TagScore]) -> tuple[TagScore, ...]:
    """Of a paper's scores, best first, those whose tags it carries: all that suffice, else the nearest one."""
    shares = [score.share for score in scores]
    least = BESIDE * max(shares, default=0.0)
    enough = tuple(score for score, share in zip(scores, shares, strict=True) if score.carried and share >= least)
    return enough or tuple(score for score in scores[:1] if score.score >= NEAREST * score.threshold)


def tag(papers: Iterable[Paper], tags: Iterable[TagSettings], work: Work | None = None) -> dict[str, tuple[str, ...]]:
    """The tags of each paper (by slug), best first; empty where no rule speaks."""
    papers = list(papers)
    rules = tuple(Rule(tag.slug, tag.rule) for tag in tags)
    found = (work or Work()).each(_TAG, rules, ((paper.title_text, paper.abstract_text) for paper in papers))
    return {paper.slug: its for paper, its in zip(papers, found, strict=True)}


def _tagging(rules: tuple[Rule, ...]) -> Callable[[tuple[str, str]], tuple[str, ...]]:
    tagger = Tagger(rules)
    return lambda text: tuple(score.slug for score in carried(tagger.score(*text)))


_TAG = Task(_tagging, tuple[Rule, ...], tuple[str, str], tuple[str, ...])
