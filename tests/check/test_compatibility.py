"""What was published before, from wherever it is read, against what a build would publish now."""

from __future__ import annotations

import threading
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from sitegen.check.compatibility import vanished
from sitegen.check.inventory import Name, NotAnInventoryError, read_inventory
from sitegen.check.published import PublishedSite, read_published
from sitegen.cli import main
from sitegen.config.model import Settings
from sitegen.exports import unwritten
from sitegen.problem import MachineError

HEADER = (
    b"# Sphinx inventory version 2\n# Project: Frogs\n# Version: \n"
    b"# The remainder of this file is compressed using zlib.\n"
)


def inventory(*lines: str) -> bytes:
    return HEADER + zlib.compress("".join(f"{line}\n" for line in lines).encode())


FROGS = ("paper-frogs std:label -1 papers/frogs.html Frogs", "papers/frogs std:doc -1 papers/frogs.html Frogs")
TOADS = ("paper-toads std:label -1 papers/toads.html Toads: A Study",)


def broken(published: PublishedSite | None, *paths: str, inventory: bytes | None = None) -> list[str]:
    assert published is not None
    files = {*paths, *(["objects.inv"] if inventory else [])}
    return [str(problem) for problem in vanished(published, files, inventory or b"")]


@contextmanager
def answering(status: int, body: bytes, headers: dict[str, str] | None = None) -> Iterator[str]:
    """A server on loopback that gives one answer to everything."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(status)
            for name, value in (headers or {}).items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/frogs"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def test_names_and_addresses_of_an_inventory_are_read() -> None:
    assert read_inventory(inventory(*FROGS, "index std:doc -1 $ -")) == {
        Name("std:label", "paper-frogs"): "papers/frogs.html",
        Name("std:doc", "papers/frogs"): "papers/frogs.html",
        Name("std:doc", "index"): "index",
    }


def test_sphinx_reads_the_same_names() -> None:
    util = pytest.importorskip("sphinx.util.inventory")
    data = inventory(*FROGS, *TOADS)
    theirs = util.InventoryFile.loads(data, uri="").data
    assert {(kind, name) for kind, names in theirs.items() for name in names} == {
        (name.kind, name.name) for name in read_inventory(data)
    }


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"<!doctype html>", "begins with"),
        (b"# Sphinx inventory version 1\n", "begins with"),
        (HEADER, "is cut short"),
        (HEADER + zlib.compress(b"x" * 1000)[:-8], "is cut short"),
        (HEADER + b"nonsense", "is damaged"),
        (inventory("a name without an address"), "cannot be read, number 1"),
    ],
)
def test_what_is_no_inventory_is_said_to_be_none(data: bytes, fault: str) -> None:
    with pytest.raises(NotAnInventoryError, match=fault):
        read_inventory(data)


def test_everything_that_was_published_may_lead_somewhere_else_now() -> None:
    with answering(200, inventory(*FROGS)) as address:
        published = read_published(address)
    assert broken(published, "papers/frogs.html", inventory=inventory(*FROGS, *TOADS)) == []


def test_a_page_that_is_gone_is_named_with_the_names_that_led_to_it() -> None:
    with answering(200, inventory(*FROGS, *TOADS)) as address:
        published = read_published(f"{address}/objects.inv")
    assert broken(published, "papers/toads.html", inventory=inventory(*TOADS)) == [
        f"{address}/objects.inv: error: papers/frogs.html was published and is gone, and with it the names"
        " 'paper-frogs', 'papers/frogs' (restore its block in permalinks.yaml)"
    ]


def test_a_name_that_is_gone_is_an_error_though_its_page_is_there(tmp_path: Path) -> None:
    (tmp_path / "objects.inv").write_bytes(inventory(*FROGS))
    published = read_published(str(tmp_path / "objects.inv"))
    assert broken(published, "papers/frogs.html", inventory=inventory(FROGS[1])) == [
        f"{tmp_path}/objects.inv: error: the name 'paper-frogs' (std:label) was published and is gone;"
        " it led to papers/frogs.html (if that is meant, publish once without this check)"
    ]


def test_without_an_inventory_every_name_is_gone(tmp_path: Path) -> None:
    (tmp_path / "objects.inv").write_bytes(inventory(*FROGS))
    published = read_published(str(tmp_path / "objects.inv"))
    assert broken(published, "papers/frogs.html") == [
        f"{tmp_path}/objects.inv: error: objects.inv was published and is gone, and with it every name"
        " (if that is meant, publish once without this check)"
    ]


def test_a_folders_pages_and_files_at_its_root_are_promises(tmp_path: Path) -> None:
    for path in ("index.html", "papers.html", "papers-2.html", "papers/frogs.html", "papers.json", "static/a.css"):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).touch()
    (tmp_path / ".sitegen").touch()
    assert broken(read_published(str(tmp_path)), "index.html", "papers.html") == [
        f"{tmp_path}: error: papers.json was published and is gone (if that is meant, publish once without this check)",
        f"{tmp_path}: error: papers/frogs.html was published and is gone (restore its block in permalinks.yaml)",
    ]


def test_a_permalinks_file_promises_each_of_its_names(tmp_path: Path) -> None:
    file = tmp_path / "permalinks.yaml"
    file.write_text("frogs:\n  title: Frogs\ntoads:\n  moved_to: frogs\n")
    assert broken(read_published(str(file)), "papers/frogs.html") == [
        f"{file}: error: papers/toads.html was published and is gone (restore its block in permalinks.yaml)"
    ]


def test_where_nothing_is_found_nothing_is_published_yet() -> None:
    with answering(404, b"") as address:
        assert read_published(address) is None


@pytest.mark.parametrize("status", [403, 410, 500, 503])
def test_any_other_refusal_is_a_failure(status: int) -> None:
    with answering(status, b"") as address, pytest.raises(MachineError, match=f"the server answers {status}"):
        read_published(address)


def test_a_server_that_is_not_there_is_a_failure() -> None:
    with answering(200, b"") as address:
        pass
    with pytest.raises(MachineError, match="cannot read"):
        read_published(address)


def test_a_page_in_place_of_an_inventory_is_a_failure() -> None:
    with answering(200, b"<!doctype html>") as address, pytest.raises(MachineError, match="is not an inventory"):
        read_published(address)


@pytest.mark.parametrize("target", ["file:///etc/hostname", "ftp://127.0.0.1/objects.inv"])
def test_no_redirect_leads_off_the_web(target: str) -> None:
    with answering(302, b"", {"Location": target}) as address, pytest.raises(MachineError, match="cannot read"):
        read_published(address)


def test_an_answer_without_end_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sitegen.check.published.LARGEST", 1000)
    with answering(200, b"x" * 2000) as address, pytest.raises(MachineError, match="is larger than 1,000 bytes"):
        read_published(address)


def test_a_file_that_is_not_there_is_a_failure(tmp_path: Path) -> None:
    with pytest.raises(MachineError, match="there is no file or folder"):
        read_published(str(tmp_path / "nowhere"))


def test_a_folder_without_a_site_is_a_failure(tmp_path: Path) -> None:
    with pytest.raises(MachineError, match="there is no index"):
        read_published(str(tmp_path))


@pytest.fixture
def small_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "digests").mkdir()
    text = "Frogs leap over networks, and networks carry what they have seen."
    (tmp_path / "digests" / "1.txt").write_text(f"Frogs and Their Networks\n\n{text}\n")
    (tmp_path / "site.yaml").write_text("input: [digests]\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("small_site")
def test_a_site_that_is_not_live_yet_passes_with_a_note(capsys: pytest.CaptureFixture[str]) -> None:
    with answering(404, b"") as address:
        assert main(["check", "--against", address]) == 0
    assert f"Nothing is published at {address} yet: nothing to compare with." in capsys.readouterr().out


@pytest.mark.usefixtures("small_site")
def test_a_live_site_that_cannot_be_asked_fails_with_the_cause(capsys: pytest.CaptureFixture[str]) -> None:
    with answering(503, b"") as address:
        assert main(["check", "--against", address]) == 1
    assert capsys.readouterr().err == (
        f"sitegen: error: cannot read {address}/objects.inv: the server answers 503 Service Unavailable\n"
        "sitegen: caused by: HTTP Error 503: Service Unavailable\n"
    )


@pytest.mark.usefixtures("small_site")
def test_a_live_site_whose_pages_are_gone_fails_with_their_names(capsys: pytest.CaptureFixture[str]) -> None:
    with answering(200, inventory(*FROGS)) as address:
        assert main(["check", "--quiet", "--against", address]) == 1
    assert (
        capsys.readouterr()
        .err.splitlines()[0]
        .startswith(f"{address}/objects.inv: error: papers/frogs.html was published and is gone")
    )


def test_without_a_base_url_a_feed_is_not_missed() -> None:
    published = PublishedSite("old", frozenset({"feed.xml", "tags.html"}))
    now = {"tags.html"}
    assert list(vanished(published, now, b"", unmissed=unwritten(Settings(root=Path("/nowhere"))))) == []
    assert len(list(vanished(published, now, b""))) == 1
