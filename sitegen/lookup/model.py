"""The values of a look-up: what is asked of whom, what comes back, and what becomes of it."""

from __future__ import annotations

import enum
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sitegen.facts.model import NOTHING_KNOWN, Facts, SourcedFacts


@dataclass(frozen=True, slots=True)
class Question:
    """A paper that something is to be found out about: its text as it is shown, and what is known of it."""

    slug: str
    title: str
    abstract: str = ""
    known: Facts = NOTHING_KNOWN


@dataclass(frozen=True, slots=True)
class Candidate:
    """A paper that a service holds, as the service describes it; ``abstract`` is ``""`` where it gives none."""

    title: str
    facts: Facts
    abstract: str = ""


@dataclass(frozen=True, slots=True)
class Service:
    """A public service: where it is, how often it may be asked, how to ask it, and how its answers are read.

    ``pause`` is in seconds, from the beginning of one request to that of the next, as the service's own terms have it.
    ``request`` gives the path and query of a question, ``read`` the candidates of an answer's body, best first; it
    raises `ValueError` for what is no answer, and says in a few words why.
    """

    name: str  # as people call it, and as `facts.yaml` names it
    address: str  # the host, without a slash at its end
    pause: float
    request: Callable[[Question], str]
    read: Callable[[bytes], Sequence[Candidate]]


class Standing(enum.Enum):
    """Whether a candidate is the paper that was asked for."""

    SAME = "same"
    DOUBTFUL = "doubtful"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Judged:
    """A candidate of a service, what was made of it, and in words why; ``score`` is 0 to 1."""

    service: str
    candidate: Candidate
    standing: Standing
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the services gave for one question.

    ``found`` is certain and new, by source; ``doubtful`` may be the paper, and nothing of it is in ``found``;
    ``unanswered`` names the services that could not be asked.
    """

    question: Question
    found: tuple[SourcedFacts, ...] = ()
    doubtful: tuple[Judged, ...] = ()
    unanswered: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Clock:
    """Time, in seconds, and how to let it pass."""

    now: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
