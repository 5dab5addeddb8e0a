"""A stock Firefox, driven through Marionette, its own protocol: just enough to open pages and run scripts.

Playwright's Firefox is patched and geckodriver is on no package index; either would also set
``security.fileuri.strict_origin_policy=false``, with which pages on file:// may read their neighbours and no test of
them proves anything. Here Firefox keeps its own rules (``remote.prefs.recommended`` is off).
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import Any

PREFERENCES = {
    "remote.prefs.recommended": False,
    "app.update.auto": False,
    "browser.aboutwelcome.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "extensions.getAddons.cache.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "data:,",
    "toolkit.telemetry.reportingpolicy.firstRun": False,
}

_RUN = """
const done = arguments[arguments.length - 1];
const args = [...arguments].slice(0, -1);
(async () => { %s })().then((value) => done({ value }), (failure) => done({ failure: `${failure}` }));
"""


class Firefox:
    """One headless browser with one window; a context manager."""

    def __init__(self, binary: str) -> None:
        self._home = Path(tempfile.mkdtemp(prefix="firefox-"))
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        lines = [
            f"user_pref({json.dumps(k)}, {json.dumps(v)});"
            for k, v in (PREFERENCES | {"marionette.port": port}).items()
        ]
        (self._home / "user.js").write_text("\n".join(lines), encoding="utf-8")
        command = [binary, "--headless", "--marionette", "--no-remote", "--profile", str(self._home)]
        self._process = subprocess.Popen(
            command,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            env={**os.environ, "HOME": str(self._home)},
        )
        self._socket = self._connect(port)
        self._stream = self._socket.makefile("rb")
        self._count = 0
        self._read()
        capabilities = {"alwaysMatch": {"timeouts": {"script": 120_000}}}
        self._call("WebDriver:NewSession", {"capabilities": capabilities})

    def goto(self, url: str) -> None:
        """Open an address and wait until it has loaded."""
        self._call("WebDriver:Navigate", {"url": url})

    def run(self, body: str, *args: object) -> Any:
        """The value of an async function's body (arguments in ``args``), run in the page; its failure is raised."""
        asked = {"script": _RUN % body, "args": list(args), "sandbox": None}
        answer = self._call("WebDriver:ExecuteAsyncScript", asked)["value"]
        if "failure" in answer:
            raise RuntimeError(answer["failure"])
        return answer.get("value")

    def __enter__(self) -> Firefox:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with contextlib.suppress(OSError, RuntimeError, ValueError):
            self._call("Marionette:Quit", {"flags": ["eForceQuit"]})
        self._stream.close()
        self._socket.close()
        try:
            self._process.wait(20)
        except subprocess.TimeoutExpired:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
        shutil.rmtree(self._home, ignore_errors=True)

    def _connect(self, port: int) -> socket.socket:
        for _ in range(300):
            with contextlib.suppress(OSError):
                return socket.create_connection(("127.0.0.1", port), timeout=180)
            time.sleep(0.1)
        raise RuntimeError("Firefox did not open its Marionette port within 30 s")

    def _read(self) -> Any:
        """One message: its length in digits, a colon, JSON."""
        length = b""
        while (sign := self._stream.read(1)) != b":":
            if not sign:
                raise RuntimeError("Firefox closed the connection")
            length += sign
        return json.loads(self._stream.read(int(length)))

    def _call(self, command: str, parameters: dict[str, Any]) -> Any:
        self._count += 1
        data = json.dumps([0, self._count, command, parameters]).encode()
        self._socket.sendall(str(len(data)).encode() + b":" + data)
        _, _, error, result = self._read()
        if error:
            raise RuntimeError(f"{command}: {error.get('error')}: {error.get('message')}")
        return result
