"""A service is asked at its own pace, with patience, and every fault of it ends in a sentence."""

from __future__ import annotations

import gzip
import itertools
import socket
from collections.abc import Sequence
from dataclasses import replace

import pytest
from scholarly import SECONDS, Answer, FakeTime, Server, arxiv, nobody, serving

from sitegen.lookup.client import Client, UnansweredError
from sitegen.lookup.model import Clock, Question
from sitegen.lookup.services import SERVICES

QUESTION = Question("pebbles", "Sorting Pebbles")


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """The server on this machine is asked directly."""
    monkeypatch.setenv("NO_PROXY", "*")


def get(server: Server, clock: Clock, times: int = 1, service: int = 0) -> bytes:
    asked = server.services[service]
    with Client("me@example.org", clock, timeout=SECONDS) as client:
        for _ in range(times - 1):
            client.get(asked, asked.request(QUESTION))
        return client.get(asked, asked.request(QUESTION))


def refusal(*answers: Answer) -> tuple[str, FakeTime, int]:
    """What is said of a service that answers like this, how long was waited, and how often it was asked."""
    time = FakeTime()
    with serving(arXiv=answers) as server:
        with pytest.raises(UnansweredError) as caught:
            get(server, time.clock)
        return str(caught.value), time, len(server.requests)


def test_an_answer_comes_back_as_it_was_sent() -> None:
    with serving() as server:
        assert get(server, FakeTime().clock) == arxiv().body


def test_whoever_asks_says_who_it_is_and_where_to_write_to() -> None:
    with serving() as server:
        get(server, FakeTime().clock)
        (agent,) = server.agents
    assert agent.startswith("sitegen-papers/")
    assert "(mailto:me@example.org)" in agent


@pytest.mark.parametrize(("service", "pause"), [(0, 3.0), (1, 2.0), (2, 1.0)], ids=["arXiv", "DBLP", "Crossref"])
def test_each_service_is_asked_at_its_own_pace(service: int, pause: float) -> None:
    time = FakeTime()
    with serving() as server:
        get(server, time.clock, times=3, service=service)
    assert time.slept == [pause, pause]


def test_time_that_has_passed_is_not_waited_for_again() -> None:
    time = FakeTime()
    with serving() as server, Client("me@example.org", time.clock, timeout=SECONDS) as client:
        service = server.services[0]
        client.get(service, service.request(QUESTION))
        time.seconds += 2
        client.get(service, service.request(QUESTION))
    assert time.slept == [1.0]


def test_too_many_requests_are_followed_by_the_wait_that_is_asked_for() -> None:
    time = FakeTime()
    told: list[tuple[str, float]] = []
    busy = Answer(status=429, headers={"Retry-After": "40"})
    with serving(arXiv=[busy, arxiv()]) as server:
        service = server.services[0]
        with Client("me@example.org", time.clock, lambda *wait: told.append(wait), SECONDS) as client:
            assert client.get(service, service.request(QUESTION)) == arxiv().body
        assert len(server.requests) == 2
    assert (time.slept, told) == ([40], [("arXiv", 40)])


def test_a_service_that_recovers_is_asked_again_ever_more_slowly() -> None:
    time = FakeTime()
    with serving(arXiv=[Answer(status=503), Answer(status=502), Answer(status=503), arxiv()]) as server:
        assert get(server, time.clock) == arxiv().body
    assert time.slept == [3.0, 4.0, 8.0]


def test_nothing_found_under_an_id_is_an_answer() -> None:
    with serving(arXiv=[Answer(b"Resource not found.", status=404)]) as server:
        assert get(server, FakeTime().clock) == b""


@pytest.mark.parametrize(
    ("answers", "said", "asked"),
    [
        ([Answer(status=429)], "refuses again and again (too many 429 error responses)", 5),
        ([Answer(status=503)], "refuses again and again (too many 503 error responses)", 5),
        ([Answer(status=429, headers={"Retry-After": "7200"})], "asks to be left alone for 7,200 s", 1),
        ([Answer(status=429, headers={"Retry-After": "soon"})], "gives no answer that can be used (InvalidHeader)", 1),
        ([Answer(hangs=True)], "does not answer within 0.3 s", 3),
        ([Answer(b"half", length=100)], "breaks off its answer", 1),
        ([Answer(status=400)], "answers 400", 1),
        ([Answer(b"x" * 8_000_001)], "sends more than 8 MB", 1),
        ([Answer(gzip.compress(bytes(50_000_000)), headers={"Content-Encoding": "gzip"})], "sends more than 8 MB", 1),
        ([Answer(b"no gzip", headers={"Content-Encoding": "gzip"})], "sends an answer that cannot be unpacked", 1),
        (
            [Answer(status=302, headers={"Location": "/arXiv/round"})],
            "refuses again and again (too many redirects)",
            3,
        ),
        ([Answer(status=302, headers={"Location": "http://localhost:1/"})], "leads to another host", 1),
        ([Answer(status=302, headers={"Location": "file:///etc/passwd"})], "leads to another host", 1),
    ],
    ids=["429", "503", "long", "soon", "hang", "half", "400", "large", "bomb", "gzip", "round", "host", "file"],
)
def test_a_fault_ends_in_a_sentence(answers: Sequence[Answer], said: str, asked: int) -> None:
    sentence, time, requests = refusal(*answers)
    assert (sentence, requests) == (said, asked)
    assert sum(time.slept) <= 31


def test_an_answer_that_never_ends_is_given_up() -> None:
    ticks = itertools.count(step=0.2)
    with serving(arXiv=[Answer(b"x" * 1_000_000)]) as server, pytest.raises(UnansweredError) as caught:
        get(server, Clock(lambda: next(ticks), lambda seconds: None))
    assert str(caught.value) == "has not sent its whole answer after 0.6 s"


def test_a_service_that_refuses_connections_is_out_of_reach() -> None:
    assert unreachable(nobody()) == ("cannot be reached: Connection refused", True, [3.0, 4.0])


def test_a_service_without_an_address_is_out_of_reach(monkeypatch: pytest.MonkeyPatch) -> None:
    def nowhere(*asked: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", nowhere)
    assert unreachable("http://nosuch.invalid") == ("cannot be reached: nobody knows its name", True, [3.0, 4.0])


def unreachable(address: str) -> tuple[str, bool, list[float]]:
    """What is said of a service there, whether it is given up, and the waits before that."""
    time = FakeTime()
    with Client("me@example.org", time.clock, timeout=SECONDS) as client, pytest.raises(UnansweredError) as caught:
        client.get(replace(SERVICES[0], address=address), "/")
    return str(caught.value), caught.value.out_of_reach, time.slept
