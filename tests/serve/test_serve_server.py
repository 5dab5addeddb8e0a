"""What the preview answers, over real sockets."""

from __future__ import annotations

import http.client
import json
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from sitegen.serve.preview import Preview
from sitegen.serve.server import Server, start

PAGE = b"<!doctype html><html lang=en><head><title>x</title></head><body>home</body></html>"
HOOKED = PAGE.replace(b"</head>", b'<script src="/__sitegen/reload.js" defer></script></head>')
SITE = {
    "index.html": PAGE,
    "404.html": b"lost",
    "papers/a.html": PAGE,
    "deep/index.html": b"deep",
    "static/a b.js": b"let x",
}


@pytest.fixture
def preview(tmp_path: Path) -> Preview:
    for name, data in SITE.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(data)
    (tmp_path / ".sitegen").write_bytes(b"the output's own mark")
    preview = Preview(tmp_path)
    preview.succeed(SITE, "/")
    return preview


@pytest.fixture
def server(preview: Preview) -> Iterator[Server]:
    server = start(preview, free_port())
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def ask(server: Server, path: str, method: str = "GET", **headers: str) -> tuple[int, str, bytes]:
    """Status, content type (or where it redirects to) and body."""
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=10)
    try:
        connection.request(method, path, headers=headers)
        answer = connection.getresponse()
        return answer.status, answer.headers.get("Location") or answer.headers["Content-Type"], answer.read()
    finally:
        connection.close()


def test_a_page_is_served_with_the_reload_script(server: Server) -> None:
    assert ask(server, "/papers/a.html") == (200, "text/html; charset=utf-8", HOOKED)


def test_the_root_is_the_first_page(server: Server) -> None:
    assert ask(server, "/") == (200, "text/html; charset=utf-8", HOOKED)


def test_a_query_is_not_part_of_the_name_and_escapes_are(server: Server) -> None:
    assert ask(server, "/static/a%20b.js?v=1") == (200, "text/javascript; charset=utf-8", b"let x")


def test_a_head_request_has_no_body(server: Server) -> None:
    assert ask(server, "/papers/a.html", "HEAD") == (200, "text/html; charset=utf-8", b"")


@pytest.mark.parametrize(
    "path",
    [
        "/none.html",
        "/papers",
        "/papers/",
        "/../etc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "//etc/passwd",
        "/%00",
        "/%ff",
        "/.sitegen",
        "/papers/../.sitegen",
    ],
)
def test_what_is_not_in_the_site_is_the_page_for_lost_readers(server: Server, path: str) -> None:
    status, _, body = ask(server, path)
    assert (status, body[:4]) == (404, b"lost")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_nothing_can_be_written(server: Server, method: str) -> None:
    assert ask(server, "/index.html", method)[0] == 501


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8000", "127.0.0.1.evil.example", ""])
def test_a_foreign_name_for_this_machine_is_refused(server: Server, host: str) -> None:
    status, _, body = ask(server, "/", Host=host)
    assert (status, body) == (403, f"This preview is at http://127.0.0.1:{server.server_port}/ only.\n".encode())


def test_localhost_is_this_machine(server: Server) -> None:
    assert ask(server, "/", Host=f"localhost:{server.server_port}")[0] == 200


def test_the_preview_listens_on_loopback_alone(server: Server) -> None:
    assert server.server_address[0] == "127.0.0.1"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.css", "text/css; charset=utf-8"),
        ("a.wasm", "application/wasm"),
        ("en.unknown.pagefind", "application/octet-stream"),
        ("a.pf_meta", "application/octet-stream"),
        ("a.svg", "image/svg+xml"),
        ("a.woff2", "font/woff2"),
        ("papers.json", "application/json"),
        ("objects.inv", "application/octet-stream"),
        ("IMAGE.PNG", "image/png"),
        ("papers/a.csl.json", "application/vnd.citationstyles.csl+json"),
        ("tags/a.feed.xml", "application/atom+xml"),
        ("sitemap.xml", "application/xml"),
        ("papers.bib", "application/x-bibtex; charset=utf-8"),
    ],
)
def test_files_have_their_types(server: Server, preview: Preview, tmp_path: Path, name: str, kind: str) -> None:
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_bytes(b"x")
    preview.succeed([name], "/")
    assert ask(server, f"/{name}") == (200, kind, b"x")


def test_a_site_for_a_path_is_previewed_under_that_path(server: Server, preview: Preview) -> None:
    preview.succeed(SITE, "/repo/")
    assert ask(server, "/repo/papers/a.html") == (200, "text/html; charset=utf-8", HOOKED)
    assert ask(server, "/") == (302, "/repo/", b"")
    assert ask(server, "/repo") == (302, "/repo/", b"")
    assert ask(server, "/papers/a.html")[0] == 404
    assert server.address == f"http://127.0.0.1:{server.server_port}/repo/"


def test_a_taken_port_leads_to_the_next(server: Server, preview: Preview) -> None:
    with start(preview, server.server_port) as other:
        assert other.server_port > server.server_port


def test_a_failed_build_leaves_the_last_good_site(server: Server, preview: Preview) -> None:
    preview.fail(["site.yaml:1:1: error: no"])
    assert ask(server, "/papers/a.html")[0] == 200


def test_before_the_first_good_build_there_is_a_page_that_can_show_why(server: Server, tmp_path: Path) -> None:
    server.preview = Preview(tmp_path)
    status, kind, body = ask(server, "/")
    assert (status, kind) == (503, "text/html; charset=utf-8")
    assert b'<script src="/__sitegen/reload.js" defer>' in body


def test_a_site_that_is_being_replaced_is_waited_for(server: Server, tmp_path: Path) -> None:
    (tmp_path / "papers").rename(tmp_path / "elsewhere")
    threading.Timer(0.005, lambda: (tmp_path / "elsewhere").rename(tmp_path / "papers")).start()
    assert ask(server, "/papers/a.html")[0] == 200


def test_the_preview_serves_its_own_files_and_no_others(server: Server) -> None:
    assert ask(server, "/__sitegen/reload.js")[:2] == (200, "text/javascript; charset=utf-8")
    assert ask(server, "/__sitegen/overlay.css")[:2] == (200, "text/css; charset=utf-8")
    assert ask(server, "/__sitegen/../server.py")[0] == 404


def test_each_build_is_one_event(server: Server, preview: Preview) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=10)
    connection.request("GET", "/__sitegen/events")
    answer = connection.getresponse()
    assert answer.headers["Content-Type"] == "text/event-stream"

    def event() -> dict[str, object]:
        line = answer.readline()
        assert answer.readline() == b"\n"
        return json.loads(line.removeprefix(b"data: "))

    first = event()
    preview.fail(["a <b>bold</b> mistake", "caf\u00e9"])
    second = event()
    preview.succeed(SITE, "/")
    third = event()
    answer.close()
    connection.close()
    assert [state["errors"] for state in (first, second, third)] == [[], ["a <b>bold</b> mistake", "caf\u00e9"], []]
    assert len({state["version"] for state in (first, second, third)}) == 3
