"""The look-up itself: each question to the services in their order, until what is wanted is known."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from sitegen.day import Day
from sitegen.facts.model import Facts, SourcedFacts
from sitegen.facts.reconcile import combined
from sitegen.lookup.answers import Answers
from sitegen.lookup.client import Client, UnansweredError
from sitegen.lookup.judge import Matches, matched
from sitegen.lookup.model import Candidate, Outcome, Question, Service
from sitegen.lookup.questions import lacks

GIVE_UP = 3
"""Questions in a row that a service may leave unanswered before the run goes on without it."""


class LookUp:
    """Asks services; what they do not answer is said once (``say``), and a service that is out of reach is left alone.

    ``counts`` is how many requests went to each service, ``lost`` the services that the run goes on without.
    """

    def __init__(
        self, services: Sequence[Service], client: Client, answers: Answers, day: Day, say: Callable[[str], None]
    ) -> None:
        self._services = services
        self._client = client
        self._answers = answers
        self._day = day
        self._say = say
        self._failed: dict[str, int] = {}
        self.counts: dict[str, int] = {}
        self.lost: set[str] = set()

    def outcomes(self, questions: Iterable[Question], most: int | None = None) -> Iterator[Outcome]:
        """What is found out about each paper, as soon as it is; services are asked about ``most`` papers at most."""
        asked = 0
        for question in questions:
            if asked == most:
                return
            before = self.requests
            yield self.outcome(question)
            asked += self.requests > before

    @property
    def requests(self) -> int:
        """How many questions the services were asked."""
        return sum(self.counts.values())

    def outcome(self, question: Question) -> Outcome:
        """Ask one service after the other; what one settles helps to judge what the others hold."""
        heard: dict[str, Sequence[Candidate]] = {}
        unanswered: list[str] = []
        matches = Matches(question, {})
        for service in self._services:
            if _enough(matches.question.known):
                break
            candidates = self._candidates(service, matches.question)
            if candidates is None:
                unanswered.append(service.name)
            else:
                heard[service.name] = candidates
                matches = matched(question, heard)
        found = _news(question.known, matches.stated)
        return Outcome(
            question,
            tuple(SourcedFacts(facts, (service,), self._day) for service, facts in found),
            matches.doubtful if lacks(matches.question.known) else (),
            tuple(unanswered),
        )

    def _candidates(self, service: Service, question: Question) -> Sequence[Candidate] | None:
        """What the service holds, from the disk or from itself; None where it does not say."""
        path = service.request(question)
        kept = self._answers.get(service.name, path)
        if kept is not None or service.name in self.lost:
            return kept
        self.counts[service.name] = self.counts.get(service.name, 0) + 1
        try:
            candidates = self._answer(service, path)
        except UnansweredError as why:
            self._note(service, question, why)
            return None
        self._failed[service.name] = 0
        self._answers.keep(service.name, path, candidates)
        return candidates

    def _answer(self, service: Service, path: str) -> Sequence[Candidate]:
        body = self._client.get(service, path)
        try:
            return service.read(body) if body else ()
        except ValueError as cause:
            raise UnansweredError(f"sends an answer that {cause}") from cause

    def _note(self, service: Service, question: Question, why: UnansweredError) -> None:
        self._failed[service.name] = self._failed.get(service.name, 0) + 1
        self._say(f"{service.name} {why} (asked for {question.slug})")
        if why.out_of_reach or self._failed[service.name] >= GIVE_UP:
            self.lost.add(service.name)
            self._say(f"{service.name} is not asked again in this run")


def _enough(known: Facts) -> bool:
    return bool(known.authors and known.href and known.year and known.venue)


def _news(known: Facts, stated: Mapping[str, Facts]) -> list[tuple[str, Facts]]:
    """What each service states and nobody before it; a venue brings its year along, whoever has given one."""
    news = []
    for service, facts in stated.items():
        new = {
            name: value
            for name in facts.__struct_fields__
            if (value := getattr(facts, name)) and not getattr(known, name)
        }
        if "venue" in new and facts.year:
            new["year"] = facts.year
        elif known.venue:
            new.pop("year", None)
        if new:
            news.append((service, Facts(**new)))
            known = combined(known, facts)
    return news
