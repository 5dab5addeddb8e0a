"""The shipped catalogue, built once by the command line, over http under a base path and over file://, in Chromium."""

from __future__ import annotations

import functools
import http.server
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import browsers
import pytest
from playwright.sync_api import Browser, Page, sync_playwright

BASE = "x/y"  # the site must not care how deep it lies


def run_sitegen(*arguments: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """The command line as a user runs it."""
    command = [sys.executable, "-m", "sitegen", *map(str, arguments)]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)


@pytest.fixture(scope="session")
def web_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the test server serves; sites lie below it."""
    return tmp_path_factory.mktemp("web")


@pytest.fixture(scope="session")
def sample_site(web_root: Path, checkout: Path, server: str) -> Path:
    """The shipped catalogue's output folder, built for where `server` shows it; read it, don't write to it."""
    output = web_root / BASE
    done = run_sitegen("build", "--quiet", "--output", output, "--base-url", f"{server}{BASE}/", cwd=checkout)
    assert done.returncode == 0, done.stderr
    return output


class _Pages(http.server.SimpleHTTPRequestHandler):
    """A file server that answers a miss with the site's own 404.html, as GitHub Pages does."""

    def log_message(self, format: str, *args: object) -> None:
        pass

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / BASE / "404.html"
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(page.read_bytes())


@pytest.fixture(scope="session")
def server(web_root: Path) -> Iterator[str]:
    """The address of a plain file server over `web_root`, ending in ``/``."""
    handler = functools.partial(_Pages, directory=str(web_root))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as httpd:
        threading.Thread(target=httpd.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{httpd.server_address[1]}/"
        httpd.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One headless Chromium for the whole run."""
    if reason := browsers.no_chromium():
        if browsers.required():
            pytest.fail(reason)
        pytest.skip(reason)
    path = browsers.chromium()
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=list(browsers.CHROMIUM_ARGS))
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh page that fails the test on console errors, page errors and requests to any other host."""
    context = browser.new_context()
    tab = context.new_page()
    trouble: list[str] = []
    tab.on("console", lambda m: trouble.append(f"console: {m.text}") if m.type in ("error", "warning") else None)
    tab.on("pageerror", lambda e: trouble.append(f"page error: {e}"))
    tab.on("request", lambda r: trouble.append(f"request: {r.url}") if not _ours(r.url) else None)
    yield tab
    context.close()
    assert not trouble, "\n".join(trouble)


def _ours(url: str) -> bool:
    return url.startswith(("http://127.0.0.1:", "file://", "blob:", "data:"))
