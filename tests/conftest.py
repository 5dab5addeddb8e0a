"""What holds for every test: fixtures that all may use, the order of the tests, and what is said of those left out."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import browsers
import pytest
from hypothesis import settings

CHECKOUT = Path(__file__).resolve().parent.parent

# Hypothesis fails a test whose example takes longer than 200 ms; how fast a busy machine is, no test asserts.
settings.register_profile("sitegen", deadline=None)
settings.load_profile("sitegen")

# On GitHub the programs under test would tell it what they find, beside what the tests read; and what they print is
# compared as plain text, whatever the shell asks for.
for _variable in ("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "FORCE_COLOR"):
    os.environ.pop(_variable, None)

# A shell starts its background jobs with Ctrl+C ignored, and programs inherit that: tests of Ctrl+C would then wait.
signal.signal(signal.SIGINT, signal.default_int_handler)

# What takes longest comes last: whole processes, then browsers.
_LATE = ("cli", "publish", "docs_tools", "e2e")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let fast tests run first."""

    def lateness(item: pytest.Item) -> int:
        folder = item.path.relative_to(CHECKOUT / "tests").parts[0] if item.path.is_relative_to(CHECKOUT) else ""
        return _LATE.index(folder) if folder in _LATE else -1

    items.sort(key=lateness)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say at the end which browser's tests did not run, so that a green run does not pass for a whole one."""
    skipped = [str(report.longrepr) for report in terminalreporter.getreports("skipped")]
    for sentence in browsers.missing() if skipped else ():
        if number := sum(sentence in reason for reason in skipped):
            terminalreporter.write_line(f"{number} tests did not run: {sentence}", yellow=True, bold=True)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real digests and labelled examples beside the checkout; a failure where CI lacks it."""
    folder = CHECKOUT.parent / "shared"
    if not (folder / "digests").is_dir():
        message = f"needs the real digests in {folder.name}/ beside the checkout"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    return folder


@pytest.fixture(scope="session")
def checkout() -> Path:
    """The root of the checkout."""
    return CHECKOUT
