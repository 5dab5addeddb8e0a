"""Which phrases might a tag's rule be missing? Those that are frequent among its papers, rare elsewhere, not covered.

The papers that no rule reaches form a group of their own (the tag ``""``): what they share may ask for a new tag.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sitegen.catalogue.model import Paper
from sitegen.catalogue.tagging.phrases import Phrases, words
from sitegen.catalogue.tagging.tag import Tagger, carried
from sitegen.config.model import TagRule, TagSettings
from sitegen.reports.likelihood import likelihood_ratio
from sitegen.reports.runs import is_empty, phrase_parts
from sitegen.words.stem import spelling, stem
from sitegen.words.stopwords import GENERIC

LONGEST = 3
"""Words of a suggested phrase."""
LEAST = 3
"""Papers of the tag in which a suggested phrase must stand."""
TELLING = 6.6
"""Log-likelihood ratio from which a phrase is tied to a tag: chance alone goes beyond it in one case of a hundred."""
ELSEWHERE = 3
"""A phrase that stands in more than so many times as many other papers does not tell the tag."""

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A phrase as it is written most often, in how many papers of the tag it stands and in how many others."""

    tag: str  # "" = papers without a tag
    phrase: str
    papers: int
    elsewhere: int
    weight: float  # log-likelihood ratio of being tied to the tag


def suggest(papers: Sequence[Paper], tags: Sequence[TagSettings], most: int = 5) -> tuple[Suggestion, ...]:
    """At most ``most`` phrases per tag, the most telling first; tags in the order of `site.yaml`, untagged last.

    Cost: about 2 ms a paper, in memory one entry per distinct phrase of up to three words.
    """
    tagger = Tagger(tags)
    within: dict[str, Counter[str]] = defaultdict(Counter)
    everywhere: Counter[str] = Counter()
    written: dict[str, Counter[str]] = defaultdict(Counter)
    sizes: Counter[str] = Counter()
    for paper in papers:
        rows = carried(tagger.score(paper.title_text, paper.abstract_text))
        groups = [row.slug for row in rows if row.carried] or [""]
        sizes.update(groups)
        seen = dict(_candidates(f"{paper.title_text} . {paper.abstract_text}"))
        everywhere.update(seen.keys())
        for key, form in seen.items():
            written[key][form] += 1
        for group in groups:
            within[group].update(seen.keys())
    found: list[Suggestion] = []
    for group, rule in [*((tag.slug, tag.rule) for tag in tags), ("", TagRule())]:
        rows_of_group = []
        for key, count in within[group].items():
            others = everywhere[key] - count
            if count < LEAST or others > ELSEWHERE * count:
                continue
            weight = likelihood_ratio(count, others, sizes[group], len(papers) - sizes[group])
            if weight >= TELLING:
                form = min(written[key].items(), key=lambda item: (-item[1], item[0]))[0]
                rows_of_group.append(Suggestion(group, form, count, others, round(weight, 2)))
        rows_of_group.sort(key=lambda row: (-row.weight, -len(row.phrase), row.phrase))
        found += _fresh(rows_of_group, rule, most)
    return tuple(found)


def suggestions_text(rows: Sequence[Suggestion]) -> str:
    """What `sitegen tags --suggest` prints, ready to be copied into a rule."""
    if not rows:
        return "No phrase is frequent, telling and not yet covered."
    lines: list[str] = []
    for number, row in enumerate(rows):
        if number == 0 or rows[number - 1].tag != row.tag:
            lines += ["", row.tag or "papers without a tag"] if lines else [row.tag or "papers without a tag"]
        lines.append(f"  {row.phrase}  ({row.papers} of its papers, {row.elsewhere} others)")
    return "\n".join(lines)


def _candidates(text: str) -> Iterator[tuple[str, str]]:
    """Phrases of one to three words that neither begin nor end with an empty word: (key, as written)."""
    for part in phrase_parts(text):
        yield from _runs(_WORD.findall(part))


def _runs(run: Sequence[str]) -> Iterator[tuple[str, str]]:
    empty = [is_empty(word) for word in run]
    forms = [word if word[1:] != word[1:].lower() else word.lower() for word in run]
    keys = [_stems(word) for word in run]
    for start in range(len(run)):
        for end in range(start + 1, min(start + LONGEST, len(run)) + 1):
            if not (empty[start] or empty[end - 1] or (end == start + 1 and run[start].lower() in GENERIC)):
                yield " ".join(keys[start:end]), " ".join(forms[start:end])


def _stems(text: str) -> str:
    return " ".join(stem(spelling(word)) for word in words(text))


def _fresh(rows: Sequence[Suggestion], rule: TagRule, most: int) -> list[Suggestion]:
    """The first rows that neither hold a phrase of the rule, nor are a part of one, nor repeat one another's words."""
    phrases = (*rule.in_title, *rule.strong, *rule.any, *rule.ignore)
    covered = Phrases(phrases)
    parts = [f" {_stems(phrase)} " for phrase in phrases]
    kept: list[Suggestion] = []
    for row in rows:
        if len(kept) == most:
            break
        stems = _stems(row.phrase)
        if covered.find(covered.read(row.phrase)) or any(f" {stems} " in part for part in parts):
            continue
        if not any(set(stems.split()) & set(_stems(other.phrase).split()) for other in kept):
            kept.append(row)
    return kept
