"""A draft of tags for a catalogue that has none: phrases that tell its papers apart, in groups, with their papers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import NamedTuple

from sitegen.catalogue.model import Paper
from sitegen.catalogue.tagging.tag import Rule, Tagger, carried
from sitegen.config.model import TagRule
from sitegen.reports.proposals.groups import groups
from sitegen.reports.proposals.likeness import Likeness
from sitegen.reports.proposals.reading import Reading, key_of, names, read
from sitegen.reports.proposals.rules import name, phrase, rule, slugs
from sitegen.reports.proposals.terms import Gram, terms
from sitegen.reports.proposals.topics import WIDEST_PART, Topic, topics
from sitegen.search.abbreviations import defined

RAREST, RAREST_PART = 2, 0.01  # papers, and part of all: phrases of fewer are not looked at, tags of fewer not proposed
STRICT = 2.0  # a tag of more than `WIDEST_PART` of all papers needs so many times as many points


@dataclass(frozen=True, slots=True)
class Proposed:
    """A tag with its rule, and the papers that it would be on, those that it fits best first.

    ``phrase`` is what it comes from, ``mentions`` and ``titles`` how many papers have that at all and in the title.
    """

    slug: str
    name: str
    phrase: str
    rule: TagRule
    papers: tuple[Paper, ...]
    mentions: int
    titles: int


@dataclass(frozen=True, slots=True)
class Proposal:
    """Tags in named groups.

    ``papers`` is how many there are; ``near`` of them carry a tag only since it is the nearest one, ``bare`` none.
    """

    groups: tuple[tuple[str, tuple[Proposed, ...]], ...]
    papers: int
    near: int
    bare: tuple[Paper, ...]

    @property
    def tags(self) -> tuple[Proposed, ...]:
        """The tags of all groups."""
        return tuple(tag for _, tags in self.groups for tag in tags)


def propose(papers: Sequence[Paper]) -> Proposal:
    """Tags for these papers, the same in whatever order they come. Cost: 4 ms a paper."""
    papers = sorted(papers, key=lambda paper: paper.slug)
    readings = [read((paper.title_text, paper.abstract_text)) for paper in papers]
    likeness = Likeness(readings)
    found = terms(readings, _fewest(len(papers)), _abbreviations(papers))
    picked = topics(found, len(papers), _by_chance(readings), likeness)
    tags = _tags(picked, frozenset(names(readings)), papers)
    carrying = _carrying(papers, [Rule(tag.slug, tag.rule) for tag in tags])
    places = [[place for place, _ in rows] for rows in carrying.papers]
    tags = [
        replace(tag, papers=tuple(papers[place] for place, _ in sorted(rows, key=lambda row: (-row[1], row[0]))))
        for tag, rows in zip(tags, carrying.papers, strict=True)
    ]
    named = [[tags[number] for number in group] for group in groups(likeness, places)]
    return Proposal(
        tuple((_group_name(group), tuple(group)) for group in named),
        len(papers),
        len(carrying.near),
        tuple(papers[place] for place in carrying.bare),
    )


def _fewest(papers: int) -> int:
    return max(RAREST, ceil(RAREST_PART * papers))


def _by_chance(readings: Sequence[Reading]) -> float:
    """The part of all words that stand in titles; 0 where there are no abstracts."""
    in_titles = sum(len(run) for reading in readings for run in reading.title)
    in_abstracts = sum(len(run) for reading in readings for run in reading.abstract)
    return in_titles / (in_titles + in_abstracts) if in_abstracts else 0.0


def _abbreviations(papers: Sequence[Paper]) -> dict[Gram, Gram]:
    """What papers say that abbreviates a phrase, by the keys of words; of several phrases the most frequent."""
    found: dict[Gram, tuple[int, Gram]] = {}
    for short, long, times in defined(paper.abstract_text for paper in papers):
        key, spelt_out = (key_of(short),), tuple(map(key_of, long.split()))
        if (times, spelt_out) > found.get(key, (0, ())):
            found[key] = times, spelt_out
    return {key: spelt_out for key, (_, spelt_out) in found.items()}


def _tags(picked: Sequence[Topic], known: frozenset[str], papers: Sequence[Paper]) -> list[Proposed]:
    """The topics as tags without their papers: those whose rules find enough, with a higher threshold for wide ones."""
    phrases = [phrase(topic.term, known) for topic in picked]
    tags = [
        Proposed(slug, name(its), its, rule(topic, known), (), len(topic.term.mentions), len(topic.term.titles))
        for slug, its, topic in zip(slugs(phrases), phrases, picked, strict=True)
    ]
    carrying = _carrying(papers, [Rule(tag.slug, tag.rule) for tag in tags])
    return [
        replace(tag, rule=replace(tag.rule, threshold=STRICT * tag.rule.threshold))
        if len(rows) > WIDEST_PART * len(papers)
        else tag
        for tag, rows in zip(tags, carrying.papers, strict=True)
        if len(rows) >= _fewest(len(papers))
    ]


class _Carrying(NamedTuple):
    """What rules come to, papers by their places: those of each tag with points, of a nearest tag alone, of none."""

    papers: list[list[tuple[int, float]]]
    near: list[int]
    bare: list[int]


def _carrying(papers: Sequence[Paper], tags: Sequence[Rule]) -> _Carrying:
    tagger = Tagger(tags)
    numbers = {tag.slug: number for number, tag in enumerate(tags)}
    found = _Carrying([[] for _ in tags], [], [])
    for place, paper in enumerate(papers):
        rows = carried(tagger.score(paper.title_text, paper.abstract_text))
        for row in rows:
            found.papers[numbers[row.slug]].append((place, row.score))
        if not rows:
            found.bare.append(place)
        elif not rows[0].carried:
            found.near.append(place)
    return found


def _group_name(tags: Sequence[Proposed]) -> str:
    """A group's name until somebody finds a better one: those of its largest tags."""
    first, *others = (tag.name for tag in tags)
    if not others:
        return first
    second = others[0] if others[0][1:] != others[0][1:].lower() else others[0].lower()
    return f"{first} & {second}"
