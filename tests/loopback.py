"""Servers on loopback: sites as they are on the web, and servers that mean no good."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


@dataclass(frozen=True)
class Said:
    """One answer; a body that is a function writes itself, for as long as anybody reads."""

    status: int = 200
    body: bytes | Callable[[Callable[[bytes], object]], None] = b""
    headers: Mapping[str, str] = field(default_factory=dict)


NOTHING = Said(404)


@contextmanager
def answering(files: Mapping[str, Said], otherwise: Said = NOTHING) -> Iterator[tuple[str, list[str]]]:
    """A server on loopback: the address of a site on it (without a slash at the end), and what it was asked for.

    ``files`` are its answers by path in the site, ``""`` being the home page.
    """
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = self.path.removeprefix("/cat").removeprefix("/")
            asked.append(path)
            said = files.get(path, otherwise)
            self.send_response(said.status)
            for name, value in said.headers.items():
                self.send_header(name, value)
            self.end_headers()
            try:
                self.wfile.write(said.body) if isinstance(said.body, bytes) else said.body(self.wfile.write)
            except OSError:  # nobody reads any more
                self.close_connection = True

        def log_message(self, *_: object) -> None:
            pass

    with _running(Handler) as root:
        yield f"{root}/cat", asked


@contextmanager
def hosting(folder: Path) -> Iterator[str]:
    """The files of a folder on the web, as Pages shows them; the address has no slash at the end."""

    class Quiet(SimpleHTTPRequestHandler):
        def list_directory(self, path: object) -> None:
            self.send_error(404)

        def log_message(self, *_: object) -> None:
            pass

    with _running(partial(Quiet, directory=str(folder))) as root:
        yield root


@contextmanager
def _running(handler: Callable[..., BaseHTTPRequestHandler]) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)  # type: ignore[arg-type]
    server.daemon_threads = True
    server.block_on_close = False  # an endless answer has no end to wait for
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
