"""Which tags does a paper carry, and which is the best one? Decided by the phrases of `site.yaml`, without guessing.

Points: a ``strong`` phrase gives 2, an ``any`` phrase 1, in the title ``title_weight`` times that. In the abstract the
sentence decides what a hit is worth: one that says what the paper does ("we propose", "this paper") counts half as
much again, one that reports experiments or lists examples counts half, for there stand the passing mentions. A phrase
that returns gives less each time, and all of them give more in an abstract that is short. From ``threshold`` points
on the paper carries the tag.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sitegen.catalogue.model import Paper
from sitegen.catalogue.tagging.phrases import Phrases, stops
from sitegen.config.model import TagRule, TagSettings
from sitegen.work import Task, Work

STRONG, WEAK = 2.0, 1.0
RETURNS = (1.0, 0.6, 0.4)
"""What the first, second and third hit of one phrase in an abstract count; later ones give nothing."""
ANNOUNCED, REPORTED = 1.5, 0.5
FULL_LENGTH, BRIEF = 130, 1.5
"""Words of a full abstract; in a shorter one each mention weighs more, up to so many times."""
SUPPORT = 2.0
"""What all ``any`` phrases together can add in an abstract: they support, they do not decide."""
CLEAR = 3.0
"""At so many times its threshold a tag is beyond doubt: further points do not push others aside."""
BESIDE = 0.45
"""A tag is carried only if it has at least this part of the leading tag's share."""
NEAREST = 0.5
"""A paper that reaches no threshold carries the one tag that it is nearest to, from this share of the threshold on."""

_NOTHING: frozenset[str] = frozenset()
_ANNOUNCES = (
    "we propose/introduce/present/develop/study/investigate/explore/examine/analyse/design/describe/review/survey",
    "we show/prove/demonstrate/find/argue that",
    "this/our paper/work/article/study/survey/review",
    "in this paper/work/article/study",
    "is/are proposed/introduced/presented/studied",
)
_REPORTS = (
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
)


@dataclass(frozen=True, slots=True)
class TagScore:
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
    in_title: float  # the most it can give there
    in_abstract: float  # the most a hit can give there


_Hit = tuple[bool, int, int, int, _Use]
"""A phrase of a tag's rule in a paper's text: whether in the title, the phrase, its first word, the word after it."""


class Rule(NamedTuple):
    """What tagging needs of a tag."""

    slug: str
    rule: TagRule


class Tagger:
    """The rules of all tags, compiled once for any number of papers.

    Cost: 20 ms for the rules of 48 tags with 2,500 phrases, then 0.15 ms a paper.
    """

    def __init__(self, tags: Sequence[Rule | TagSettings]) -> None:
        self.tags = tuple(tags)
        uses: dict[str, list[_Use]] = {}
        self._needed = {number: frozenset(tag.rule.all) for number, tag in enumerate(tags) if tag.rule.all}
        for number, tag in enumerate(tags):
            rule = tag.rule
            for kind, phrases, points in (
                ("in_title", rule.in_title, STRONG),
                ("strong", rule.strong, STRONG),
                ("any", rule.any, WEAK),
                ("all", rule.all, 0.0),
                ("none", rule.none, 0.0),
                ("ignore", rule.ignore, 0.0),
            ):
                use = _Use(number, kind, points, points * rule.title_weight, points * ANNOUNCED * BRIEF)
                for phrase in phrases:
                    uses.setdefault(phrase, []).append(use)
        for kind, phrases in (("announces", _ANNOUNCES), ("reports", _REPORTS)):
            for phrase in phrases:
                uses.setdefault(phrase, []).append(_Use(-1, kind, 0.0, 0.0, 0.0))
        self._written = tuple(uses)
        self._uses = tuple(tuple(use) for use in uses.values())
        self._phrases = Phrases(self._written)
        self._near = [NEAREST * tag.rule.threshold for tag in tags]
        self._places = {tag.slug: number for number, tag in enumerate(tags)}

    def score(self, title: str, abstract: str) -> tuple[TagScore, ...]:
        """Every tag that comes near its threshold, best first (carried or not); see `carried`."""
        hits: dict[int, list[_Hit]] = {}
        most: dict[int, float] = {}  # points if every hit counted in full
        found: dict[int, set[str]] = {}
        barred: set[int] = set()
        cues: list[tuple[int, str]] = []
        texts = (self._phrases.read(title), self._phrases.read(abstract))
        for in_title, text in zip((True, False), texts, strict=True):
            for phrase, start, end in self._phrases.find(text):
                for use in self._uses[phrase]:
                    tag, kind, _, full_title, full_abstract = use
                    if tag < 0:
                        if not in_title:
                            cues.append((start, kind))
                    elif kind == "none":
                        barred.add(tag)
                    elif kind == "all":
                        found.setdefault(tag, set()).add(self._written[phrase])
                    elif in_title or kind != "in_title":
                        hits.setdefault(tag, []).append((in_title, phrase, start, end, use))
                        most[tag] = most.get(tag, 0.0) + (full_title if in_title else full_abstract)
        sentences = _Sentences(len(texts[1]), stops(texts[1]), cues)
        scores = [
            self._total(tag, hits[tag], sentences)
            for tag, points in most.items()
            if points > 0
            and points >= self._near[tag]
            and tag not in barred
            and self._needed.get(tag, _NOTHING) <= found.get(tag, _NOTHING)
        ]
        return tuple(sorted(scores, key=lambda s: (s.order, -self._places[s.slug]), reverse=True))

    def _total(self, number: int, rows: list[_Hit], sentences: _Sentences) -> TagScore:
        tag = self.tags[number]
        total = support = 0.0
        seen: dict[int, int] = {}
        phrases: dict[str, None] = {}
        for in_title, phrase, start, _, (_, kind, points, _, _) in _apart(rows):
            if kind == "ignore":
                continue
            phrases[self._written[phrase]] = None
            if in_title:
                total += points * tag.rule.title_weight
                continue
            times = seen.get(phrase, 0)
            seen[phrase] = times + 1
            if times < len(RETURNS):
                points *= RETURNS[times] * sentences.weight(start)
                if kind == "any":
                    support += points
                else:
                    total += points
        total += min(support, SUPPORT)
        return TagScore(tag.slug, round(total, 3), tag.rule.threshold, tuple(phrases), tag.rule.rank)


class _Sentences:
    """What a hit in an abstract is worth, by the sentence in which it stands."""

    def __init__(self, length: int, ends: list[int], cues: list[tuple[int, str]]) -> None:
        self._ends = ends
        self._each = max(1.0, min(BRIEF, FULL_LENGTH / max(length, 1)))
        self._announced = {bisect_left(ends, at) for at, kind in cues if kind == "announces"}
        self._reported = {bisect_left(ends, at) for at, kind in cues if kind == "reports"}

    def weight(self, at: int) -> float:
        sentence = bisect_left(self._ends, at)
        announced = ANNOUNCED if sentence in self._announced else 1.0
        return self._each * announced * (REPORTED if sentence in self._reported else 1.0)


def _apart(rows: list[_Hit]) -> list[_Hit]:
    """The hits without overlaps, in order: of two that overlap the longer one stays, else the one worth more."""
    if len(rows) == 1:
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


def _longest_first(row: _Hit) -> tuple[int, float, int]:
    _, _, start, end, use = row
    return start - end, -use.points, start


def carried(scores: Sequence[TagScore]) -> tuple[TagScore, ...]:
    """Of a paper's scores, best first, those whose tags it carries: all that suffice, else the nearest one."""
    least = BESIDE * max((score.share for score in scores), default=0.0)
    enough = tuple(score for score in scores if score.carried and score.share >= least)
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
