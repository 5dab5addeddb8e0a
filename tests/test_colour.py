"""Colour on a terminal: where it is shown, and that nobody else's control characters come along."""

from __future__ import annotations

import io

import pytest

from sitegen.colour import Span, printed, wanted


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "environment", "colour"),
    [
        (Terminal(), {}, True),
        (Terminal(), {"TERM": "xterm-256color"}, True),
        (Terminal(), {"TERM": "dumb"}, False),
        (Terminal(), {"NO_COLOR": "1"}, False),
        (Terminal(), {"NO_COLOR": ""}, True),
        (Terminal(), {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
        (Terminal(), {"FORCE_COLOR": "0"}, False),
        (io.StringIO(), {}, False),
        (io.StringIO(), {"FORCE_COLOR": "1"}, True),
        (io.StringIO(), {"CI": "true"}, False),
    ],
)
def test_colour_is_shown_where_it_is_wanted(
    monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, environment: dict[str, str], colour: bool
) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM", "CI"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert wanted(stream) is colour


def test_styles_are_seen_in_colour_alone() -> None:
    line = (Span("site.yaml:2:", "place"), Span(" error:", "error"), Span(" x"))
    assert printed(line, colour=False) == "site.yaml:2: error: x"
    assert printed(line, colour=True) == "\x1b[1msite.yaml:2:\x1b[0m\x1b[1;31m error:\x1b[0m x"


def test_control_characters_of_a_text_are_spelt_out_in_colour_too() -> None:
    assert printed((Span("a\x1b[31mb", "hint"),), colour=True) == "\x1b[36ma[U+001B][31mb\x1b[0m"
