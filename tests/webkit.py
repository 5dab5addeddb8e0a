"""WebKit, Safari's engine, driven through WebDriver: just enough to open pages and run scripts.

Debian's `webkit2gtk-driver` brings the driver and a small browser, which needs a display: Xvfb gives it one. WebKit
keeps its own rules for pages on file://, which differ from those of the other engines.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path
from types import TracebackType
from typing import Any

MISSING = "there is no WebKit to drive: install webkit2gtk-driver and xvfb (Debian, Ubuntu)"

_RUN = """
const done = arguments[arguments.length - 1];
const args = [...arguments].slice(0, -1);
(async () => { %s })().then((value) => done({ value }), (failure) => done({ failure: `${failure}` }));
"""
# No GPU, no sandbox (which containers forbid), no session of a desktop.
_ENVIRONMENT = {
    "GDK_BACKEND": "x11",
    "LIBGL_ALWAYS_SOFTWARE": "1",
    "WEBKIT_DISABLE_COMPOSITING_MODE": "1",
    "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1",
}


def browser() -> Path | None:
    """The browser that the driver starts, or None where something is missing."""
    found = sorted(Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser"))
    return found[-1] if found and shutil.which("WebKitWebDriver") and shutil.which("Xvfb") else None


class WebKit:
    """One browser with one window, on a display of its own; a context manager."""

    def __init__(self, binary: Path) -> None:
        self._home = Path(tempfile.mkdtemp(prefix="webkit-"))
        self._running: list[subprocess.Popen[bytes]] = []
        display = self._display()
        environment = os.environ | _ENVIRONMENT | {"DISPLAY": display, "HOME": str(self._home)}
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self._port = probe.getsockname()[1]
        self._start(["WebKitWebDriver", f"--port={self._port}"], environment)
        options = {"binary": str(binary), "args": ["--automation"]}
        wanted = {"timeouts": {"script": 120_000}, "webkitgtk:browserOptions": options}
        self._session = ""
        self._session = f"/session/{self._first({'capabilities': {'alwaysMatch': wanted}})['sessionId']}"

    def goto(self, url: str) -> None:
        """Open an address and wait until it has loaded."""
        self._call("POST", "/url", {"url": url})

    def run(self, body: str, *args: object) -> Any:
        """The value of an async function's body (arguments in ``args``), run in the page; its failure is raised."""
        answer = self._call("POST", "/execute/async", {"script": _RUN % body, "args": list(args)})
        if "failure" in answer:
            raise RuntimeError(answer["failure"])
        return answer.get("value")

    def __enter__(self) -> WebKit:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with contextlib.suppress(OSError, RuntimeError):
            self._call("DELETE", "")
        for process in reversed(self._running):
            process.terminate()
            process.wait(20)
        shutil.rmtree(self._home, ignore_errors=True)

    def _display(self) -> str:
        """The name of a display of our own; Xvfb chooses a free one."""
        read, write = os.pipe()
        command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x900x24", "-nolisten", "tcp"]
        self._start(command, dict(os.environ), keep=write)
        os.close(write)
        with os.fdopen(read) as told:
            return f":{told.readline().strip()}"

    def _start(self, command: list[str], environment: dict[str, str], keep: int | None = None) -> None:
        silent = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        kept = (keep,) if keep is not None else ()
        self._running.append(subprocess.Popen(command, env=environment, pass_fds=kept, **silent))  # type: ignore[call-overload]

    def _first(self, asked: dict[str, Any]) -> Any:
        """The answer to the first call, as soon as the driver listens."""
        for _ in range(300):
            with contextlib.suppress(ConnectionError, urllib.error.URLError):
                return self._call("POST", "/session", asked)
            time.sleep(0.1)
        raise RuntimeError("WebKitWebDriver did not listen within 30 s")

    def _call(self, method: str, path: str, asked: dict[str, Any] | None = None) -> Any:
        request = urllib.request.Request(
            f"http://127.0.0.1:{self._port}{self._session}{path}",
            method=method,
            data=json.dumps(asked).encode() if asked is not None else None,
            headers={"Content-Type": "application/json"},
        )
        try:
            with urllib.request.urlopen(request, timeout=180) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as failure:
            raise RuntimeError(failure.read().decode("utf-8", "replace")) from failure
