"""A file on the web, read so that no answer takes too long or too much. Nothing is sent but requests to read."""

from __future__ import annotations

import gzip
import http.client
import urllib.request
import zlib
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Thread
from typing import IO, cast
from urllib.error import HTTPError, URLError
from urllib.parse import urljoin, urlsplit

from sitegen_papers_docs import __version__

SECONDS = 30.0
"""How long an answer may take, redirects included."""

LARGEST = 64 * 1024 * 1024
"""Bytes of an answer at most, unpacked: a `papers.json` of 30,000 papers."""

_SILENCE = 10  # seconds without a byte
_REDIRECTS = 5
_PIECE = 64 * 1024
_MOVED = (301, 302, 303, 307, 308)
_UNCHANGED = 304


class UnreadError(Exception):
    """The file cannot be had; the message says why, for people."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said; ``body`` is None where it says that nothing has changed since ``etag`` or ``modified``."""

    body: bytes | None
    etag: str
    modified: str


def fetch(address: str, etag: str = "", modified: str = "", seconds: float = SECONDS) -> Answer:
    """What stands at an address, unless it is what had the given ETag or date (RFC 9110, 13). Raises `UnreadError`."""
    outcome: SimpleQueue[Answer | BaseException] = SimpleQueue()

    def run() -> None:
        try:
            outcome.put(_followed(address, etag, modified))
        except BaseException as failure:
            outcome.put(failure)

    # No timeout of a socket covers all that can take long: a server may send a byte every nine seconds.
    Thread(target=run, daemon=True).start()
    try:
        found = outcome.get(timeout=seconds)
    except Empty:
        raise UnreadError(f"it has not answered to the end within {seconds:g} seconds") from None
    if isinstance(found, Answer):
        return found
    if isinstance(found, UnreadError):
        raise found
    if isinstance(found, (OSError, http.client.HTTPException, EOFError, zlib.error, ValueError)):
        raise UnreadError(_reason(found)) from found
    raise found


def _followed(address: str, etag: str, modified: str) -> Answer:
    place = address
    for _ in range(_REDIRECTS + 1):
        try:
            with _opener().open(_request(place, etag, modified), timeout=_SILENCE) as answer:
                headers = answer.headers
                return Answer(_whole(answer), headers.get("ETag") or "", headers.get("Last-Modified") or "")
        except HTTPError as refusal:
            refusal.close()
            if refusal.code == _UNCHANGED:
                return Answer(None, etag, modified)
            if refusal.code not in _MOVED:
                raise UnreadError(f"the server answers {refusal.code}") from refusal
            place = urljoin(place, refusal.headers.get("Location") or "")
            if urlsplit(place).scheme not in ("http", "https"):
                raise UnreadError("it leads to a place that is not on the web") from refusal
    raise UnreadError(f"it leads on more than {_REDIRECTS} times")


def _whole(answer: http.client.HTTPResponse) -> bytes:
    packed = (answer.headers.get("Content-Encoding") or "").strip().lower() in ("gzip", "x-gzip")
    stream = gzip.GzipFile(fileobj=cast("IO[bytes]", answer)) if packed else answer
    data = bytearray()
    while piece := stream.read(_PIECE):
        data += piece
        if len(data) > LARGEST:
            raise UnreadError(f"it is larger than {LARGEST:,} bytes")
    return bytes(data)


def _request(address: str, etag: str, modified: str) -> urllib.request.Request:
    headers = {"User-Agent": f"sitegen-papers-docs/{__version__}", "Accept-Encoding": "gzip"}
    if etag:
        headers["If-None-Match"] = etag
    if modified:
        headers["If-Modified-Since"] = modified
    return urllib.request.Request(address, headers=headers)


def _opener() -> urllib.request.OpenerDirector:
    """Opens what is on the web alone, and follows nothing: the body of a redirect may be endless, too."""
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


def _reason(failure: BaseException) -> str:
    inner = failure.reason if isinstance(failure, URLError) else failure
    return (inner.strerror if isinstance(inner, OSError) else None) or str(inner) or type(inner).__name__
