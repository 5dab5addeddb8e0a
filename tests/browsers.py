"""Finds the browsers that the end-to-end tests drive, and installs what is missing: ``python tests/browsers.py``.

Chromium and Firefox come from the system's packages where we are root on a Debian-like system, else through
Playwright's own installer (Chromium only); where neither works, a sentence says what to install.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
FIREFOX_NAMES = ("firefox-esr", "firefox")
MAC_CHROMIUM = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
MAC_FIREFOX = Path("/Applications/Firefox.app/Contents/MacOS/firefox")

# Quiet, offline and the same everywhere; the sandbox needs privileges that containers lack.
CHROMIUM_ARGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def chromium() -> str | None:
    """The path of a Chromium, or None: the system's first, then the one Playwright installed."""
    if found := _on_path(CHROMIUM_NAMES, MAC_CHROMIUM):
        return found
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def firefox() -> str | None:
    """The path of a stock Firefox, or None (Playwright's patched one does not have Firefox's own file:// rules)."""
    return _on_path(FIREFOX_NAMES, MAC_FIREFOX)


def _on_path(names: tuple[str, ...], application: Path) -> str | None:
    for name in names:
        if path := shutil.which(name):
            return path
    return str(application) if application.exists() else None


def _try(*command: str) -> bool:
    """Whether a command could be run and succeeded; its output goes to the terminal."""
    print("$", " ".join(command), flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        return subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, check=False).returncode == 0
    except OSError:
        return False


def _from_system(package: str) -> bool:
    if not (hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get")):
        return False
    return _try("apt-get", "update", "-qq") and _try("apt-get", "install", "-y", "-qq", package)


def ensure() -> list[str]:
    """Install what is missing; returns a sentence for each browser that is still missing then."""
    missing = []
    if not chromium():
        _from_system("chromium") or _try(sys.executable, "-m", "playwright", "install", "chromium")
        if not chromium():
            missing.append("Chromium is missing: install Debian's or Ubuntu's package chromium, or Google Chrome.")
    if not firefox():
        _from_system("firefox-esr")
        if not firefox():
            missing.append("Firefox is missing: install the package firefox-esr, or Firefox from its makers.")
    return missing


if __name__ == "__main__":
    problems = ensure()
    for sentence in problems:
        print(sentence, file=sys.stderr)
    sys.exit(1 if problems else 0)
