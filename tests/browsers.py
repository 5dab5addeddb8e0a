"""The browsers that the end-to-end tests drive: which of them this machine has, and how a missing one is had.

``make test`` runs this file: Chromium is the system's, or is fetched by Playwright into its own cache. Packages of the
system are installed only by ``make browsers`` (``--install``), and under CI as root where nothing else gave a Chromium;
then nothing is upgraded and nothing removed. Firefox is never fetched: where it is missing, its tests are skipped.
"""

from __future__ import annotations

import functools
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
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

NO_CHROMIUM = "there is no Chromium that starts: 'make browsers' installs one, or install Chromium or Google Chrome"
NO_FIREFOX = "there is no Firefox that starts: 'make browsers' installs one, or install it from its makers"

PLAYWRIGHT = (sys.executable, "-m", "playwright")
# libatomic1 is what Playwright's own program needs and small systems lack.
_CHROMIUM_PACKAGES = ("chromium", "libatomic1")
_FIREFOX_PACKAGES = ("firefox-esr",)
# A lock that an upgrade in the background holds is waited for, in seconds.
_APT = ("apt-get", "-y", "-o", "DPkg::Lock::Timeout=180", "--no-install-recommends")
_UPGRADED = re.compile(r"^Inst (\S+) \[", re.MULTILINE)


@functools.cache
def driver_fault() -> str:
    """Why Playwright, which drives Chromium, does not start itself; "" where it does."""
    try:
        done = subprocess.run([*PLAYWRIGHT, "--version"], capture_output=True, text=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired) as failure:
        return str(failure)
    return _reason(done.stderr) if done.returncode else ""


@functools.cache
def chromium() -> str | None:
    """The path of a Chromium that can be driven, or None: the system's first, then the one that Playwright fetched."""
    if driver_fault():
        return None
    return _first(CHROMIUM_NAMES, MAC_CHROMIUM) or _started(playwrights_chromium())


@functools.cache
def firefox() -> str | None:
    """The path of a stock Firefox, or None (Playwright's patched one does not have Firefox's own file:// rules)."""
    return _first(FIREFOX_NAMES, MAC_FIREFOX)


def required() -> bool:
    """Whether a missing Chromium fails the tests that need it, instead of skipping them: under CI."""
    return bool(os.environ.get("CI"))


def no_chromium() -> str:
    """Why there is no Chromium; "" where there is one."""
    if chromium():
        return ""
    return f"Playwright does not start ('make browsers' may help): {driver_fault()}" if driver_fault() else NO_CHROMIUM


def missing() -> list[str]:
    """A sentence for each browser that is missing."""
    return [sentence for sentence in (no_chromium(), "" if firefox() else NO_FIREFOX) if sentence]


def for_the_tests() -> None:
    """Have a Chromium, if that takes no change of the system; under CI, as root, if it takes new packages alone."""
    if not chromium() and not driver_fault():
        _fetch()
    if not chromium() and required() and _may_install():
        _install(*_CHROMIUM_PACKAGES, upgrades=False)


def for_good() -> None:
    """Have both browsers, by whatever it takes."""
    if not chromium() and _may_install():
        _install(*_CHROMIUM_PACKAGES, upgrades=True)
    if not chromium() and not driver_fault():
        _fetch("--with-deps")
    if not firefox() and _may_install():
        _install(*_FIREFOX_PACKAGES, upgrades=True)


def playwrights_chromium() -> str | None:
    """Where Playwright's Chromium stands once it was fetched."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def _first(names: Sequence[str], application: Path) -> str | None:
    paths = [*map(shutil.which, names), str(application)]
    return next(filter(None, map(_started, paths)), None)


def _started(path: str | None) -> str | None:
    """The path, if the program there starts: a stub or a browser without its libraries does not."""
    if path is None:
        return None
    try:
        done = subprocess.run(
            [path, "--version"], capture_output=True, stdin=subprocess.DEVNULL, timeout=60, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return path if done.returncode == 0 else None


def _fetch(*options: str) -> None:
    _say("Chromium is missing; Playwright fetches its own into its cache, a few hundred megabytes")
    _run(*PLAYWRIGHT, "install", "--no-shell", *options, "chromium")
    look_again()


def _may_install() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def look_again() -> None:
    """Forget what was found: something may have been installed."""
    for known in (driver_fault, chromium, firefox):
        known.cache_clear()


def _install(*packages: str, upgrades: bool) -> None:
    """Install packages of Debian's or Ubuntu's; what is there already is upgraded only where it may be."""
    _run("apt-get", "-qq", "update")  # the list of packages alone
    command = (*_APT, "install", "--no-upgrade", "--no-remove", *packages)
    tried, plan = _run(*command, "--simulate", quiet=True)
    upgraded = _UPGRADED.findall(plan)
    if tried and upgraded and not upgrades:
        _say(f"{packages[0]} is not installed: it would upgrade {', '.join(upgraded)}; 'make browsers' may do that")
        return
    _say(f"installing packages of the system: {' '.join(packages)}")
    _run(*command)
    look_again()


def _run(*command: str, quiet: bool = False) -> tuple[bool, str]:
    """Whether a command succeeded, and what a quiet one printed; why another failed is said in its own words."""
    if not quiet:
        print("$", *command, flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "NEEDRESTART_SUSPEND": "1", "LC_ALL": "C.UTF-8"}
    try:
        done = subprocess.run(
            command,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE if quiet else None,
            stderr=subprocess.PIPE,
            text=True,
            timeout=900,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as failure:
        _say(f"that failed: {failure}")
        return False, ""
    if done.returncode and not quiet:
        _say(f"that failed: {_reason(done.stderr)}")
    return done.returncode == 0, done.stdout or ""


def _reason(stderr: str) -> str:
    """The lines of a failed command that say why, each once."""
    lines = [line.strip() for line in stderr.splitlines() if line.strip()]
    errors = [line for line in lines if line.startswith(("E:", "Error:"))]
    return " ".join(dict.fromkeys(errors or lines[-3:])) or "it did not say why"


def _say(sentence: str) -> None:
    print(f"browsers: {sentence}", flush=True)


def main(*, explicit: bool) -> int:
    """Have what can be had and say what there is; only an explicit wish for both browsers can fail."""
    if explicit:
        for_good()
    else:
        for_the_tests()
    for name, found in (("Chromium", chromium()), ("Firefox", firefox())):
        if found:
            _say(f"{name} is {found}")
    for sentence in missing():
        _say(sentence)
    return 1 if explicit and missing() else 0


if __name__ == "__main__":
    sys.exit(main(explicit=sys.argv[1:] == ["--install"]))
