"""The preview over HTTP: to this machine only, with the live reload added on the way out."""

from __future__ import annotations

import contextlib
import json
import os
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib import resources
from urllib.parse import unquote, urlsplit

from sitegen.exports import media_types
from sitegen.serve.preview import Preview, Shown

HOST = "127.0.0.1"
OWN = "/__sitegen/"
"""Where the preview's own files stand; nothing of the site can, for an address of the site has no such folder."""

_PORTS = 20  # how many are tried, from the wanted one on
_PING = 15.0  # seconds after which an idle stream is used, so that a closed one is noticed

_TYPES = {
    ".css": "text/css",
    ".gif": "image/gif",
    ".html": "text/html",
    ".ico": "image/x-icon",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": "text/javascript",
    ".json": "application/json",
    ".md": "text/markdown",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
    ".zip": "application/zip",
    **media_types(),
}  # anything else, Pagefind's own files among them, is application/octet-stream, as on GitHub Pages

_HOOK = f'<script src="{OWN}reload.js" defer></script>'.encode()
_NO_SITE = (
    b"<!doctype html>\n<html lang=en><head><meta charset=utf-8><title>No site yet</title></head>"
    b"<body><p>There is no site yet: the first build has not succeeded.</p></body></html>\n"
)


class Server(ThreadingHTTPServer):
    """Serves one preview; each request has a thread, which dies with the program."""

    daemon_threads = True
    allow_reuse_address = os.name != "nt"  # there it would share the port with another program

    def __init__(self, preview: Preview, port: int) -> None:
        self.preview = preview
        super().__init__((HOST, port), _Handler)
        self.hosts = {f"{name}:{self.server_port}" for name in (HOST, "localhost")}
        if self.server_port == 80:
            self.hosts |= {HOST, "localhost"}

    @property
    def address(self) -> str:
        """Where the site's first page is."""
        return f"http://{HOST}:{self.server_port}{self.preview.shown.base_path}"

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a browser that went away in the middle of an answer."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


def start(preview: Preview, port: int) -> Server:
    """A server on ``port`` or the first free one of the next twenty; raises OSError where there is none."""
    for number in range(port, port + _PORTS - 1):
        with contextlib.suppress(OSError):
            return Server(preview, number)
    return Server(preview, port + _PORTS - 1)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "sitegen"
    sys_version = ""
    server: Server

    def do_GET(self) -> None:
        # A page of another site could otherwise have its own name point here and read a private catalogue.
        if self.headers.get("Host") not in self.server.hosts:
            self._answer(403, "text/plain; charset=utf-8", f"This preview is at {self.server.address} only.\n".encode())
            return
        path = unquote(urlsplit(self.path).path, errors="replace")
        if path.startswith(OWN):
            self._own(path.removeprefix(OWN))
        else:
            self._site(path, self.server.preview.shown)

    def do_HEAD(self) -> None:
        self.do_GET()

    def _site(self, path: str, shown: Shown) -> None:
        base = shown.base_path
        if path in {"/", base.rstrip("/")} and path != base:
            self._answer(302, "text/plain; charset=utf-8", b"", Location=base)
            return
        name = path.removeprefix(base) if path.startswith(base) else "/"  # no file of a site has that name
        if not name or name.endswith("/"):
            name += "index.html"
        status, body = 200, self.server.preview.file(name)
        if body is None:
            status, name = 404, "404.html"
            body = self.server.preview.file(name) or b"Not found.\n"
        if not shown.paths:
            status, body = 503, _NO_SITE
        if name.endswith(".html"):
            body = _hooked(body)
        self._answer(status, _type(name), body)

    def _own(self, name: str) -> None:
        if name == "events":
            self._events()
        elif name in {"reload.js", "overlay.css"}:
            body = resources.files(__package__).joinpath("client", name).read_bytes()
            self._answer(200, _type(name), body)
        else:
            self._answer(404, "text/plain; charset=utf-8", b"Not found.\n")

    def _events(self) -> None:
        """One event now and one after each build (https://html.spec.whatwg.org/multipage/server-sent-events.html)."""
        self.close_connection = True
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        version = -1
        while self.command == "GET":
            shown = self.server.preview.wait(version, _PING)
            if shown.version == version:
                self.wfile.write(b": still here\n\n")
                continue
            version = shown.version
            self.wfile.write(b"data: %b\n\n" % json.dumps({"version": version, "errors": shown.errors}).encode())

    def _answer(self, status: int, kind: str, body: bytes, **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Keep the terminal for what builds have to say."""


def _type(name: str) -> str:
    """A file's media type, by the longest ending that is known; texts are UTF-8."""
    ending = max((ending for ending in _TYPES if name.lower().endswith(ending)), key=len, default="")
    kind = _TYPES.get(ending, "application/octet-stream")
    return f"{kind}; charset=utf-8" if kind.startswith(("text/", "application/x-")) else kind


def _hooked(page: bytes) -> bytes:
    """The page with the script for the live reload, which no published page has."""
    head, end, rest = page.partition(b"</head>")
    return head + _HOOK + end + rest if end else page + _HOOK
