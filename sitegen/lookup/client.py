"""How services are asked: one request at a time to each, at its own pace, with patience, and never for too much.

urllib3 does the work: connections, redirects, timeouts, retries. What it does not know stands here: each service's
pause, the longest wait that is worth it, the largest answer that is read, and what to say when there is none.
"""

from __future__ import annotations

import platform
from collections.abc import Callable
from typing import Any, Self
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import urllib3
from urllib3 import exceptions as faults

from sitegen import __version__
from sitegen.lookup.model import Clock, Service

TIMEOUT = 30.0
"""Seconds in which a service must begin to answer; for the whole answer it has twice as many."""

LONGEST_WAIT = 120.0
"""Seconds; a service that asks to be left alone for longer is asked again in another run."""

LARGEST = 8_000_000
"""Bytes of an answer, unpacked; five records with all their authors and abstracts have a hundredth of it."""

_TIMES = 4  # that a request is repeated, after 0, 4, 8 and 16 seconds or when Retry-After says
_MISSES = 2  # the same where there is no connection, or no answer in time
_REDIRECTS = 2
_PIECE = 65_536  # bytes
_BUSY = (429, 500, 502, 503, 504)


class UnansweredError(Exception):
    """A service gave no answer that can be used; the message says why, as what follows its name.

    ``out_of_reach``: there is no use in asking it anything else now.
    """

    def __init__(self, why: str, *, out_of_reach: bool = False) -> None:
        super().__init__(why)
        self.out_of_reach = out_of_reach


class _TooLongError(faults.HTTPError):
    """A service asks to be left alone for longer than anybody would wait."""


class Client:
    """Connections to services, one to each. ``contact`` is an address for mail; ``wait`` is told of longer waits."""

    def __init__(
        self,
        contact: str,
        clock: Clock | None = None,
        waiting: Callable[[str, float], None] = lambda service, seconds: None,
        timeout: float = TIMEOUT,
    ) -> None:
        self._clock = clock or Clock()
        self._waiting = waiting
        self._timeout = timeout
        self._headers = {
            "User-Agent": f"sitegen-papers/{__version__} (mailto:{contact}) Python/{platform.python_version()}",
            "Accept-Encoding": "gzip",
        }
        self._managers: list[urllib3.PoolManager] = []
        self._pools: dict[str, urllib3.HTTPConnectionPool] = {}
        self._free_at: dict[str, float] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *caught: object) -> None:
        for manager in self._managers:
            manager.clear()

    def get(self, service: Service, path: str) -> bytes:
        """The body of the answer; ``b""`` where the service says that there is no such thing (404)."""
        self._keep_pace(service)
        try:
            response = self._pool(service.address).urlopen(
                "GET",
                path,
                headers=self._headers,
                retries=self._patience(service),
                timeout=urllib3.Timeout(connect=self._timeout, read=self._timeout),
                assert_same_host=True,
                preload_content=False,
            )
            with response:
                if response.status not in (200, 404):
                    raise UnansweredError(f"answers {response.status}")
                return self._body(response) if response.status == 200 else b""
        except faults.HTTPError as fault:
            raise _unanswered(fault, self._timeout) from fault
        except OSError as fault:
            raise UnansweredError(f"cannot be reached: {fault.strerror or type(fault).__name__}") from fault

    def _pool(self, address: str) -> urllib3.HTTPConnectionPool:
        if address not in self._pools:
            parts = urlsplit(address)
            proxy = getproxies().get(parts.scheme)
            one: dict[str, Any] = {"maxsize": 1, "block": True}
            if proxy and not proxy_bypass(parts.hostname or ""):
                manager: urllib3.PoolManager = urllib3.ProxyManager(proxy, **one)
            else:
                manager = urllib3.PoolManager(**one)
            self._managers.append(manager)
            self._pools[address] = manager.connection_from_url(address)
        return self._pools[address]

    def _keep_pace(self, service: Service) -> None:
        """Wait until the service may be asked again, and note when that will be next."""
        now = self._clock.now()
        free = self._free_at.get(service.name, now)
        if free > now:
            self._clock.sleep(free - now)
        self._free_at[service.name] = max(free, now) + service.pause

    def _wait(self, service: Service, seconds: float) -> None:
        """Wait before a request is repeated: as long as is asked for, and never less than the service's pause."""
        if seconds > LONGEST_WAIT:
            raise _TooLongError(f"asks to be left alone for {seconds:,.0f} s")
        if seconds > service.pause:
            self._waiting(service.name, seconds)
            self._clock.sleep(seconds)
        self._keep_pace(service)

    def _patience(self, service: Service) -> urllib3.Retry:
        wait = self._wait

        class Patience(urllib3.Retry):
            """urllib3's count of retries, with waits of ours."""

            def sleep_for_retry(self, response: urllib3.BaseHTTPResponse) -> bool:
                if asked := self.get_retry_after(response):
                    wait(service, asked)
                return bool(asked)

            def sleep(self, response: urllib3.BaseHTTPResponse | None = None) -> None:
                if response is None or not self.sleep_for_retry(response):
                    wait(service, self.get_backoff_time())

        return Patience(
            total=_TIMES,
            connect=_MISSES,
            read=_MISSES,
            redirect=_REDIRECTS,
            status_forcelist=_BUSY,
            backoff_factor=2,
            backoff_max=LONGEST_WAIT,
        )

    def _body(self, response: urllib3.BaseHTTPResponse) -> bytes:
        deadline = self._clock.now() + 2 * self._timeout
        body = bytearray()
        for piece in response.stream(_PIECE):
            body += piece
            if len(body) > LARGEST:
                raise UnansweredError(f"sends more than {LARGEST // 1_000_000} MB")
            if self._clock.now() > deadline:
                raise UnansweredError(f"has not sent its whole answer after {2 * self._timeout:g} s")
        return bytes(body)


def _unanswered(fault: faults.HTTPError, timeout: float) -> UnansweredError:
    """What to say of a fault; the texts of faults themselves name hosts, paths and objects of the program."""
    cause = fault.reason if isinstance(fault, faults.MaxRetryError) and fault.reason else fault
    match cause:
        case _TooLongError():
            return UnansweredError(str(cause), out_of_reach=True)
        case faults.ResponseError():  # "too many 503 error responses", "too many redirects"
            return UnansweredError(f"refuses again and again ({cause})")
        case faults.NameResolutionError():
            return UnansweredError("cannot be reached: nobody knows its name", out_of_reach=True)
        case faults.NewConnectionError() | faults.ProxyError():
            return UnansweredError(f"cannot be reached: {_system_says(cause)}", out_of_reach=True)
        case faults.TimeoutError():
            return UnansweredError(f"does not answer within {timeout:g} s")
        case faults.SSLError():
            return UnansweredError("offers no connection that is safe", out_of_reach=True)
        case faults.HostChangedError():
            return UnansweredError("leads to another host")
        case faults.DecodeError():
            return UnansweredError("sends an answer that cannot be unpacked")
        case faults.ProtocolError():
            return UnansweredError("breaks off its answer")
    return UnansweredError(f"gives no answer that can be used ({type(cause).__name__})")


def _system_says(fault: BaseException) -> str:
    """What the system said, at the bottom of a chain of causes."""
    deeper: BaseException | None = fault
    while deeper is not None:
        if isinstance(deeper, OSError) and deeper.strerror:
            return deeper.strerror
        deeper = deeper.__cause__ or deeper.__context__
    return "no connection"
