"""Whether what a service holds is the paper that was asked for: merging's own judge, and the authors.

A paper of one title may have a namesake, so a title alone settles nothing. It is the same paper if

- the judge of merging says so with both abstracts before it, and the authors that are known do not object; or
- it says so of the titles, one abstract missing, and the authors agree; or
- both have the same id, and the titles are alike.

What only may be the paper is doubtful: somebody has to look.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sitegen.catalogue.merging.authors import Authors, compared, names
from sitegen.catalogue.merging.byline import byline, same_id
from sitegen.catalogue.merging.entry_text import EntryText, entry_text
from sitegen.catalogue.merging.matcher import Verdict, compare, likeness
from sitegen.catalogue.prepare import Printed, prepare
from sitegen.facts.model import NOTHING_KNOWN, Facts, Person
from sitegen.facts.reconcile import combined
from sitegen.lookup.model import Candidate, Judged, Question, Standing

ALIKE = 0.85
"""Likeness of two titles, 0 to 1, from which a candidate that is not the paper is worth a look."""


@dataclass(frozen=True, slots=True)
class Matches:
    """What the candidates come to: the question with all that is known now, and what each service states for certain.

    ``doubtful`` may be the paper; it holds nothing of a service that is sure of its record.
    """

    question: Question
    stated: Mapping[str, Facts]
    doubtful: tuple[Judged, ...] = ()


def matched(question: Question, heard: Mapping[str, Sequence[Candidate]]) -> Matches:
    """Judge the candidates of each service; the authors that one gives tell the records of the others apart."""
    stated: dict[str, Facts] = {}
    while True:
        asked = replace(question, known=combined(question.known, *stated.values()))
        doubtful: list[Judged] = []
        for service in (name for name in heard if name not in stated):
            facts, open_ones = _settled([judge(asked, service, candidate) for candidate in heard[service]])
            if facts is not None:
                stated[service] = facts
                break
            doubtful += open_ones
        else:
            in_order = {service: stated[service] for service in heard if service in stated}
            return Matches(asked, in_order, tuple(doubtful))


def judge(question: Question, service: str, candidate: Candidate) -> Judged:
    """What one candidate is. Its text is repaired as that of a digest is, so that TeX makes no difference."""
    text = prepare(Printed(candidate.title, candidate.abstract))
    ours, theirs = entry_text(question.title, question.abstract), entry_text(text.title_text, text.abstract_text)
    verdict = compare(ours, theirs)
    near = verdict.same or likeness(ours, theirs) >= ALIKE
    standing, reason = _standing(question.known, candidate.facts, verdict, near, _both_abstracts(ours, theirs))
    return Judged(service, candidate, standing, verdict.score, reason)


def _settled(judged: Sequence[Judged]) -> tuple[Facts | None, Sequence[Judged]]:
    """What a service states of the paper; or None, and what may be it, best first.

    It may have several records of one paper: of the preprint, and of what was published. Two that would both be the
    paper and do not have the same authors make each other doubtful.
    """
    best_first = sorted(judged, key=lambda one: (-one.score, not one.candidate.facts.venue))
    same = [one for one in best_first if one.standing is Standing.SAME]
    if same and all(agree(same[0].candidate.facts.authors, one.candidate.facts.authors) is not False for one in same):
        return combined(NOTHING_KNOWN, *(one.candidate.facts for one in same)), ()
    return None, [one for one in best_first if one.standing is not Standing.OTHER]


def agree(ours: Sequence[Person], theirs: Sequence[Person]) -> bool | None:
    """Whether two lists of authors are of one paper, as merging compares them; None where one of them is empty."""
    found, _ = compared(names(ours), names(theirs))
    return None if found is Authors.UNKNOWN else found is Authors.SAME


def _standing(known: Facts, stated: Facts, verdict: Verdict, near: bool, abstracts: bool) -> tuple[Standing, str]:
    if _same_id(known, stated):
        if near:
            return Standing.SAME, "has the id that is known"
        return Standing.DOUBTFUL, "has the id that is known, under another title"
    if not near:
        return Standing.OTHER, verdict.reason
    authors = agree(known.authors, stated.authors)
    if authors is False:
        return Standing.DOUBTFUL, f"{verdict.reason}; other authors"
    if verdict.same and (abstracts or authors):
        return Standing.SAME, verdict.reason if abstracts else f"{verdict.reason}; the authors agree"
    return Standing.DOUBTFUL, verdict.reason


def _both_abstracts(one: EntryText, other: EntryText) -> bool:
    return one.has_abstract and other.has_abstract


def _same_id(known: Facts, stated: Facts) -> bool:
    return bool(same_id(byline(known), byline(stated))) or bool(known.url and known.url == stated.url)
