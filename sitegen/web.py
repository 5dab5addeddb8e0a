"""What stands on the web, read so that no answer takes too long or too much: an endless one, a bomb, a circle.

One visit has one deadline for all that it reads. Nothing is sent but requests to read, nothing is asked of an address
that is not http or https, and nothing that answers is run.
"""

from __future__ import annotations

import http.client
import re
import time
import zlib
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import urljoin

from sitegen.problem import MachineError

if TYPE_CHECKING:
    import urllib.request
    from urllib.error import HTTPError

ADDRESS = re.compile(r"https?://[^\s/]", re.IGNORECASE)
"""How an address on the web begins, for telling it from a folder's name."""

SECONDS = 120
"""How long a visit takes at most."""

LARGEST = 64 * 1024 * 1024
"""Bytes of an answer at most, unpacked: a `papers.json` of 30,000 papers."""

GONE = (404, 410)
"""What a server says where nothing stands."""

SILENCE = 30  # seconds without a byte
REDIRECTS = 5
_PIECE = 64 * 1024
_MOVED = (301, 302, 303, 307, 308)
_PACKED = {"gzip": 31, "x-gzip": 31, "deflate": 15}  # zlib's wbits; nobody is asked to pack, and some do

_T = TypeVar("_T")


class Visit:
    """A visit to the web, begun when it is made. All methods raise `MachineError` where an answer cannot be had."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._end = time.monotonic() + seconds

    def read(self, address: str) -> bytes | None:
        """What stands at an address; None where the server says that nothing does."""
        return self._in_time(address, lambda: self._followed(address, self._whole, _nothing))

    def status(self, address: str) -> int:
        """What the server says of an address (RFC 9110, 15); what stands there is not read."""
        return self._in_time(address, lambda: self._followed(address, lambda answer, _: answer.status, _code))

    def _in_time(self, address: str, work: Callable[[], _T]) -> _T:
        """What ``work`` comes to, before the visit's end: no timeout of a socket covers all that can take long."""
        from queue import Empty, SimpleQueue
        from threading import Thread

        outcome: SimpleQueue[tuple[_T | None, BaseException | None]] = SimpleQueue()

        def run() -> None:
            try:
                outcome.put((work(), None))
            except BaseException as failure:
                outcome.put((None, failure))

        Thread(target=run, daemon=True).start()
        try:
            found, failure = outcome.get(timeout=max(0.0, self._end - time.monotonic()))
        except Empty:
            raise MachineError(f"{address} has not answered to the end within {self._seconds:g} seconds") from None
        if isinstance(failure, MachineError):
            raise failure
        if failure is not None:
            raise MachineError(f"cannot read {address}") from failure
        return found  # type: ignore[return-value]

    def _followed(
        self,
        address: str,
        use: Callable[[http.client.HTTPResponse, str], _T],
        refused: Callable[[HTTPError, str], _T],
    ) -> _T:
        """What is made of the answer that an address gives in the end, or of its refusal."""
        from urllib.error import HTTPError

        place = address
        for _ in range(REDIRECTS + 1):
            request = _request(place)
            try:
                with _opener().open(request, timeout=SILENCE) as answer:
                    return use(answer, place)
            except HTTPError as refusal:
                refusal.close()
                if refusal.code not in _MOVED:
                    return refused(refusal, place)
                place = _next(place, refusal.headers.get("Location", ""))
        raise MachineError(f"cannot read {address}: it leads on more than {REDIRECTS} times, last to {place}")

    def _whole(self, answer: http.client.HTTPResponse, place: str) -> bytes:
        """All of an answer, unpacked."""
        data = bytearray()
        for piece in _unpacked(answer, place):
            if time.monotonic() > self._end:
                raise TimeoutError  # whoever waited for it has gone
            data += piece
            if len(data) > LARGEST:
                raise MachineError(f"{place} is larger than {LARGEST:,} bytes")
        return bytes(data)


def _unpacked(answer: http.client.HTTPResponse, place: str) -> Iterator[bytes]:
    packing = (answer.headers.get("Content-Encoding") or "identity").strip().lower()
    if packing == "identity":
        return _pieces(answer, place)
    if packing in _PACKED:
        return _unzipped(answer, place, _PACKED[packing])
    raise MachineError(f"cannot read {place}: the server packs it as '{packing[:40]}', which nobody asked for")


def _pieces(answer: http.client.HTTPResponse, place: str) -> Iterator[bytes]:
    """What the server sends, as it comes: waiting for more would let a slow one take all the time in the world."""
    while piece := answer.read1(_PIECE):
        yield piece
    if answer.length:
        raise MachineError(f"cannot read {place}: the answer is cut short")


def _unzipped(answer: http.client.HTTPResponse, place: str, window: int) -> Iterator[bytes]:
    """The same unpacked, in pieces of which none is large, whatever it is packed from; may be empty ones."""
    unpacking = zlib.decompressobj(window)
    for piece in _pieces(answer, place):
        yield unpacking.decompress(piece, _PIECE)
        while unpacking.unconsumed_tail:
            yield unpacking.decompress(unpacking.unconsumed_tail, _PIECE)
        if unpacking.eof:
            return
    yield unpacking.flush()
    if not unpacking.eof:
        raise MachineError(f"cannot read {place}: its packed answer is cut short")


def _nothing(refusal: HTTPError, address: str) -> None:
    if refusal.code not in GONE:
        raise MachineError(f"cannot read {address}: the server answers {refusal.code} {refusal.reason}")


def _code(refusal: HTTPError, address: str) -> int:
    return refusal.code


def _request(address: str) -> urllib.request.Request:
    import urllib.request

    from sitegen import __version__

    headers = {"User-Agent": f"sitegen/{__version__}", "Accept-Encoding": "identity", "Cache-Control": "no-cache"}
    return urllib.request.Request(address, headers=headers)


def _opener() -> urllib.request.OpenerDirector:
    """Opens what is on the web alone, and follows nothing: the body of a redirect may be endless, too."""
    import urllib.request

    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
        urllib.request.UnknownHandler(),
    ):
        opener.add_handler(handler)
    opener.addheaders = []
    return opener


def _next(address: str, location: str) -> str:
    """Where a redirect leads."""
    place = urljoin(address, location) if location else ""
    if not ADDRESS.match(place):
        raise MachineError(f"cannot read {address}: it leads to '{location[:200]}', which is not on the web")
    return place
