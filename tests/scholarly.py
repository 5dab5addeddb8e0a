"""A server on this machine that answers as arXiv, DBLP and Crossref document it, well or badly."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit
from xml.sax.saxutils import escape

from sitegen.lookup.model import Clock, Service
from sitegen.lookup.services import SERVICES

SECONDS = 0.3
"""How long tests let a client wait for an answer."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server sends. ``length`` is what it claims to send; ``hangs``: it sends nothing at all."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    length: int | None = None
    hangs: bool = False


@dataclass(slots=True)
class Server:
    """A running server. ``answers`` has, by service, what it sends in turn, the last one for good."""

    address: str
    answers: dict[str, list[Answer | Callable[[str], Answer]]]
    requests: list[tuple[str, str]] = field(default_factory=list)  # service, path with query
    agents: set[str] = field(default_factory=set)

    @property
    def services(self) -> tuple[Service, ...]:
        """The services, each moved to this server."""
        return tuple(replace(s, request=_under(s), address=self.address) for s in SERVICES)

    def asked(self, service: str) -> list[str]:
        """What the service was asked, in order: paths and queries."""
        return [path for name, path in self.requests if name == service]


@dataclass(slots=True)
class FakeTime:
    """A clock on which time passes only by sleeping."""

    seconds: float = 1000.0
    slept: list[float] = field(default_factory=list)

    def _sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.seconds += seconds

    @property
    def clock(self) -> Clock:
        return Clock(lambda: self.seconds, self._sleep)


@contextmanager
def serving(**answers: Sequence[Answer | Callable[[str], Answer]]) -> Iterator[Server]:
    """A server for ``arXiv``, ``DBLP`` and ``Crossref``; whoever has no answers knows no papers."""
    nothing: dict[str, list[Answer | Callable[[str], Answer]]] = {
        "arXiv": [arxiv()],
        "DBLP": [dblp()],
        "Crossref": [crossref()],
    }
    stop = threading.Event()
    handler = type("Handler", (_Handler,), {"stop": stop})
    http = _Http(("127.0.0.1", 0), handler)
    server = Server(f"http://127.0.0.1:{http.server_port}", nothing | {k: list(v) for k, v in answers.items()})
    http.server = server
    thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        stop.set()
        http.shutdown()
        http.server_close()
        thread.join()


def nobody() -> str:
    """An address that refuses connections."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{free.getsockname()[1]}"


def arxiv(*entries: Mapping[str, Any]) -> Answer:
    """An Atom feed: entries of ``id``, ``title``, ``summary``, ``published``, ``authors``, maybe ``doi``."""
    parts = []
    for one in entries:
        names = "".join(f"<author><name>{escape(name)}</name></author>" for name in one.get("authors", ()))
        doi = f"<arxiv:doi>{escape(one['doi'])}</arxiv:doi>" if "doi" in one else ""
        parts.append(
            f"<entry><id>http://arxiv.org/abs/{one['id']}v2</id><title>{escape(one['title'])}</title>"
            f"<updated>2020-01-01T00:00:00Z</updated><published>{one['published']}T17:59:37Z</published>"
            f"<summary>  {escape(one['summary'])}\n</summary>{names}{doi}"
            f'<link href="https://arxiv.org/abs/{one["id"]}v2" rel="alternate" type="text/html"/>'
            '<arxiv:primary_category term="cs.LG"/></entry>'
        )
    feed = (
        "<?xml version='1.0' encoding='UTF-8'?>\n"
        '<feed xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/" xmlns:arxiv="http://arxiv.org/schemas/atom"'
        ' xmlns="http://www.w3.org/2005/Atom"><id>https://arxiv.org/api/x</id><title>arXiv Query</title>'
        f"<opensearch:totalResults>{len(parts)}</opensearch:totalResults>{''.join(parts)}</feed>"
    )
    return Answer(feed.encode(), headers={"Content-Type": "application/atom+xml; charset=utf-8"})


def dblp(*records: Mapping[str, Any]) -> Answer:
    """An answer of DBLP's search: records of ``title``, ``authors``, ``venue``, ``year``, ``ee``, maybe ``doi``."""
    hits = []
    for number, one in enumerate(records):
        authors = [{"@pid": f"1/{place}", "text": name} for place, name in enumerate(one["authors"])]
        info = {**one, "title": f"{one['title']}.", "authors": {"author": authors[0] if len(authors) == 1 else authors}}
        hits.append({"@score": "3", "@id": str(number), "info": info, "url": f"URL#{number}"})
    count = str(len(hits))
    found: dict[str, Any] = {"@total": count, "@computed": count, "@sent": count, "@first": "0"}
    if hits:
        found["hit"] = hits
    return _json({"result": {"query": "x*", "status": {"@code": "200", "text": "OK"}, "hits": found}})


def crossref(*works: Mapping[str, Any]) -> Answer:
    """An answer of Crossref's search: works as its own documentation has them."""
    message = {"facets": {}, "total-results": len(works), "items": list(works), "items-per-page": 5}
    return _json({"status": "ok", "message-type": "work-list", "message-version": "1.0.0", "message": message})


def crossref_work(work: Mapping[str, Any]) -> Answer:
    """An answer of Crossref for one DOI."""
    return _json({"status": "ok", "message-type": "work", "message-version": "1.0.0", "message": dict(work)})


def by_title(found: Mapping[str, Answer], nothing: Answer) -> Callable[[str], Answer]:
    """Whatever is found for the first title whose words stand in the query."""

    def answer(path: str) -> Answer:
        asked = " ".join(value for values in parse_qs(urlsplit(path).query).values() for value in values)
        return next((one for title, one in found.items() if title in asked), nothing)

    return answer


def _json(value: object) -> Answer:
    return Answer(json.dumps(value).encode(), headers={"Content-Type": "application/json"})


def _under(service: Service) -> Callable[[Any], str]:
    return lambda question: f"/{service.name}{service.request(question)}"


class _Http(ThreadingHTTPServer):
    daemon_threads = True
    server: Server

    def handle_error(self, request: object, client_address: object) -> None:
        """Whoever asked has gone away: tests do that."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    stop: threading.Event

    def do_GET(self) -> None:
        assert isinstance(self.server, _Http)
        server = self.server.server
        service, _, path = self.path.removeprefix("/").partition("/")
        server.requests.append((service, f"/{path}"))
        server.agents.add(self.headers["User-Agent"])
        waiting = server.answers[service]
        answer = waiting.pop(0) if len(waiting) > 1 else waiting[0]
        if not isinstance(answer, Answer):
            answer = answer(path)
        if answer.hangs:
            self.stop.wait(20)
            self.close_connection = True
            return
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(answer.body) if answer.length is None else answer.length))
        self.end_headers()
        self.wfile.write(answer.body)
        self.close_connection = answer.length is not None

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""
