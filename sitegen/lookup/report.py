"""What a look-up says at its end: what was found, what somebody must look at, what was left unasked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sitegen.facts.model import Facts
from sitegen.lookup.model import Judged, Outcome

NAMED = 3
"""Authors of a candidate that are named; of more, the rest is counted."""

LISTED = 5
"""Candidates of a paper that are listed."""


def report(outcomes: Sequence[Outcome], counts: Mapping[str, int], total: int) -> str:
    """The lines, without the last line's end; ``total`` is how many papers there were to ask about."""
    found = sum(bool(one.found) for one in outcomes)
    doubtful = [one for one in outcomes if one.doubtful]
    unanswered = [one for one in outcomes if one.unanswered and not one.found and not one.doubtful]
    nothing = len(outcomes) - sum(bool(one.found or one.doubtful or one.unanswered) for one in outcomes)
    rows = [
        ("asked", ", ".join(f"{service} {_times(number)}" for service, number in counts.items()) or "nobody"),
        ("found", _papers(found)),
        ("doubtful", _papers(len(doubtful))),
        ("nothing", _papers(nothing)),
    ]
    if unanswered:
        rows.append(("unanswered", f"{_papers(len(unanswered))}: run it again"))
    if left := total - len(outcomes):
        rows.append(("left", f"{_papers(left)}: run it again"))
    return "\n".join([*(f"{name:<10}  {value}" for name, value in rows), *_doubts(doubtful)])


def _doubts(doubtful: Iterable[Outcome]) -> Iterator[str]:
    """What may be each paper, so that somebody can decide and write down its id."""
    heading = (
        "To decide: write the id of the right one into facts.yaml, or 'found: []' where none is, and run it again."
    )
    for number, outcome in enumerate(doubtful):
        if not number:
            yield f"\n{heading}"
        yield f"\n{outcome.question.slug}\n  {outcome.question.title}"
        for judged in outcome.doubtful[:LISTED]:
            yield f"  - {judged.service}: {_shown(judged)}\n    {judged.reason}"


def _shown(judged: Judged) -> str:
    facts = judged.candidate.facts
    when = " ".join(filter(None, (facts.venue, str(facts.year or ""))))
    return " · ".join(filter(None, (judged.candidate.title, _names(facts), when, _id(facts))))


def _names(facts: Facts) -> str:
    names = [person.name for person in facts.authors]
    more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
    return ", ".join(names[:NAMED]) + more


def _id(facts: Facts) -> str:
    """What to write into `facts.yaml` for this one."""
    fields = ("arxiv", "doi", "acl", "openreview", "url")
    return next((f"{name}: {value}" for name in fields if (value := getattr(facts, name))), "")


def _papers(number: int) -> str:
    return f"{number:,} {'paper' if number == 1 else 'papers'}"


def _times(number: int) -> str:
    return "once" if number == 1 else f"{number:,} times"
