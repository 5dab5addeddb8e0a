"""What a build says while it runs: a bar on a terminal, one line in a log."""

from __future__ import annotations

import io

import pytest

from sitegen.progress import Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def run(stream: io.StringIO, *, quiet: bool = False) -> str:
    progress = Progress(stream=stream, total=2, quiet=quiet)
    with progress.running():
        progress.stage("read")
        progress.stage("merge")
    return stream.getvalue()


def test_a_log_gets_one_line() -> None:
    assert run(io.StringIO()) == "sitegen: read, merge\n"


def test_a_terminal_gets_a_bar_that_is_wiped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    said = run(Terminal())
    assert said.endswith("━━━━━━━━━━━━╌╌╌╌╌╌╌╌╌╌╌╌ merge\r\x1b[K")
    assert "\n" not in said


def test_a_log_that_looks_like_a_terminal_gets_one_line_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    assert run(Terminal()) == "sitegen: read, merge\n"


@pytest.mark.parametrize("stream", [io.StringIO(), Terminal()])
def test_nothing_is_said_where_quiet_is_asked_for(stream: io.StringIO) -> None:
    assert run(stream, quiet=True) == ""


def test_a_stage_that_fails_ends_the_line() -> None:
    stream = io.StringIO()
    progress = Progress(stream=stream)
    with pytest.raises(ValueError, match="x"), progress.running():
        progress.stage("read")
        raise ValueError("x")
    assert stream.getvalue() == "sitegen: read\n"
