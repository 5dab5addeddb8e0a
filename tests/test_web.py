"""A visit to the web ends, whatever answers: in time, in memory, and with a sentence."""

from __future__ import annotations

import gzip
import itertools
import time
import tracemalloc
import zlib
from collections.abc import Callable

import pytest
from loopback import Said, answering

from sitegen import web
from sitegen.problem import MachineError
from sitegen.web import Visit

Write = Callable[[bytes], object]


def forever(piece: bytes, pause: float = 0.0) -> Callable[[Write], None]:
    def body(write: Write) -> None:
        for _ in itertools.repeat(None):
            write(piece)
            time.sleep(pause)

    return body


def read(said: Said, seconds: float = 10) -> bytes | None:
    with answering({"": said}) as (address, _):
        return Visit(seconds).read(address)


def refusal(said: Said, seconds: float = 10) -> str:
    with pytest.raises(MachineError) as caught:
        read(said, seconds)
    cause = caught.value.__cause__
    return f"{caught.value}: {cause}" if cause else str(caught.value)


def test_what_stands_at_an_address_is_read() -> None:
    assert read(Said(200, b"frogs")) == b"frogs"
    assert read(Said(200, b"frogs", {"Content-Length": "5"})) == b"frogs"


@pytest.mark.parametrize("status", [404, 410])
def test_nothing_is_no_failure(status: int) -> None:
    assert read(Said(status, b"Not here!")) is None


@pytest.mark.parametrize("status", [400, 401, 403, 429, 500, 503])
def test_any_other_refusal_is_one(status: int) -> None:
    assert f"/cat: the server answers {status}" in refusal(Said(status))


@pytest.mark.parametrize("coding", ["gzip", "x-gzip", "GZIP"])
def test_an_answer_that_is_packed_unasked_is_unpacked(coding: str) -> None:
    assert read(Said(200, gzip.compress(b"frogs" * 99), {"Content-Encoding": coding})) == b"frogs" * 99


def test_deflate_is_unpacked_too() -> None:
    assert read(Said(200, zlib.compress(b"frogs"), {"Content-Encoding": "deflate"})) == b"frogs"


def test_other_packings_are_refused_by_name() -> None:
    said = refusal(Said(200, b"??", {"Content-Encoding": "br"}))
    assert said.endswith("/cat: the server packs it as 'br', which nobody asked for")


def test_what_is_said_to_be_packed_and_is_not_is_a_failure() -> None:
    assert "incorrect header check" in refusal(Said(200, b"frogs", {"Content-Encoding": "gzip"}))


def test_half_an_answer_is_none() -> None:
    assert refusal(Said(200, b"fro", {"Content-Length": "5"})).endswith("/cat: the answer is cut short")
    half = gzip.compress(b"frogs" * 99)[:-9]
    assert refusal(Said(200, half, {"Content-Encoding": "gzip"})).endswith("/cat: its packed answer is cut short")


def test_an_answer_without_end_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "LARGEST", 1_000_000)
    assert refusal(Said(200, forever(b"x" * 65536))).endswith("/cat is larger than 1,000,000 bytes")


def test_a_bomb_is_never_unpacked_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    """200 megabytes in 0.2: gzip in gzip's best case."""
    monkeypatch.setattr(web, "LARGEST", 4_000_000)
    packing = zlib.compressobj(9, wbits=31)
    bomb = b"".join(packing.compress(bytes(1_000_000)) for _ in range(200)) + packing.flush()
    tracemalloc.start()
    try:
        assert refusal(Said(200, bomb, {"Content-Encoding": "gzip"})).endswith("/cat is larger than 4,000,000 bytes")
        assert tracemalloc.get_traced_memory()[1] < 20_000_000
    finally:
        tracemalloc.stop()


def test_nothing_is_read_behind_the_end_of_what_is_packed() -> None:
    def body(write: Write) -> None:
        write(gzip.compress(b"frogs"))
        forever(b"x" * 65536)(write)

    assert read(Said(200, body, {"Content-Encoding": "gzip"})) == b"frogs"


@pytest.mark.parametrize(
    "said",
    [
        Said(200, forever(b"x", pause=0.05)),
        Said(200, forever(b"", pause=0.05)),
        Said(200, forever(b"x", pause=0.05), {"Content-Encoding": "gzip"}),
        Said(302, forever(b"x", pause=0.05), {"Location": "/cat"}),
    ],
    ids=["a byte at a time", "silence", "packed", "redirects"],
)
def test_a_slow_answer_takes_no_longer_than_the_visit(said: Said) -> None:
    start = time.monotonic()
    refusal(said, seconds=0.5)
    assert time.monotonic() - start < 5


def test_the_end_of_a_visits_time_is_said_in_seconds() -> None:
    assert refusal(Said(200, forever(b"x", pause=0.05)), seconds=0.5).endswith(
        "/cat has not answered to the end within 0.5 seconds"
    )


def test_all_answers_of_a_visit_share_its_time() -> None:
    def body(write: Write) -> None:
        time.sleep(0.3)

    with answering({"": Said(200, body)}) as (address, _):
        visit = Visit(0.5)
        visit.read(address)
        with pytest.raises(MachineError, match=r"within 0\.5 seconds"):
            visit.read(address)


def test_redirects_are_followed() -> None:
    moved = {"a": Said(301, b"", {"Location": "b"}), "b": Said(307, b"", {"Location": "/cat/c"}), "c": Said(200, b"c")}
    with answering(moved) as (address, asked):
        assert Visit().read(f"{address}/a") == b"c"
        assert asked == ["a", "b", "c"]


def test_a_circle_of_redirects_is_left() -> None:
    with answering({"a": Said(302, b"", {"Location": "b"}), "b": Said(302, b"", {"Location": "a"})}) as (
        address,
        asked,
    ):
        with pytest.raises(MachineError, match=r"/cat/a: it leads on more than 5 times, last to http://127.*/cat/a$"):
            Visit().read(f"{address}/a")
        assert len(asked) == 6


def test_the_body_of_a_redirect_is_not_read() -> None:
    moved = Said(302, forever(b"x" * 65536), {"Location": "b"})
    with answering({"a": moved, "b": Said(200, b"there")}) as (address, _):
        assert Visit(5).read(f"{address}/a") == b"there"


@pytest.mark.parametrize("target", ["file:///etc/hostname", "ftp://127.0.0.1/x", "gopher://127.0.0.1", ""])
def test_no_redirect_leads_off_the_web(target: str) -> None:
    said = refusal(Said(302, b"", {"Location": target}))
    assert said.endswith(f"/cat: it leads to '{target}', which is not on the web")


def test_a_status_is_had_without_the_rest() -> None:
    files = {"a": Said(200, forever(b"x" * 65536)), "b": Said(403), "c": Said(302, b"", {"Location": "a"})}
    with answering(files) as (address, _):
        visit = Visit(5)
        assert [visit.status(f"{address}/{path}") for path in "abcd"] == [200, 403, 200, 404]


def test_a_server_that_is_not_there_is_a_failure() -> None:
    with answering({}) as (address, _):
        pass
    with pytest.raises(MachineError, match=r"^cannot read http://127"):
        Visit().read(address)


def test_what_answers_in_another_language_is_a_failure() -> None:
    import socket
    import threading

    listening = socket.create_server(("127.0.0.1", 0))

    def answer() -> None:
        connection, _ = listening.accept()
        connection.recv(4096)
        connection.sendall(b"220 frogs.example ESMTP\r\n")
        connection.close()

    threading.Thread(target=answer, daemon=True).start()
    with pytest.raises(MachineError, match="cannot read"):
        Visit(5).read(f"http://127.0.0.1:{listening.getsockname()[1]}/")
    listening.close()
