"""Nothing of a digest is lost: every line is banner, blank, in an entry, or named in a problem."""

from __future__ import annotations

from pathlib import Path

import pytest
from builders import make_document
from hypothesis import given
from hypothesis import strategies as st

from sitegen.inputs import read_document
from sitegen.inputs.document import decode
from sitegen.inputs.header import header
from sitegen.inputs.parsed import ParsedDigest
from sitegen.inputs.roles import Role
from sitegen.words.visible import is_blank

LINES = st.one_of(
    st.sampled_from(
        [
            "",
            " ",
            "new",
            "Subscribe",
            "SubscribeRivers",
            "Apr 3",
            "Feb 30",
            "Day 7",
            "# A Marked Title",
            "> marked",
            "#",
            ">",
            "Get trending papers in your email inbox!",
            "byAK and the research community",
            "\\# Sharp",
            "\u200b",
            "\x0b",
        ]
    ),
    st.text(st.characters(codec="utf-8", exclude_characters="\n\r\0"), max_size=40),
    st.integers(1, 60).map(lambda n: "Narrow rivers carry sediment. " * n),
)


def read(lines: list[str]) -> ParsedDigest:
    document = make_document(lines)
    return read_document(document)


def lines_of(data: bytes) -> list[str]:
    document, _ = decode(data, "a.txt")
    assert document is not None
    return document.lines


def unaccounted(lines: list[str], reading: ParsedDigest) -> list[int]:
    """The lines (from 1) of which no trace is left."""
    texts = "\n".join(text for entry in reading.entries for text in (entry.title, entry.abstract)).split("\n")
    kept = iter([text for text in texts if text])
    named = {problem.location.line for problem in reading.problems}
    glued = header(lines, "").glued
    lost = []
    for number, (line, role) in enumerate(zip(lines, reading.lines, strict=True), 1):
        text = line[glued.get(number - 1, 0) :].strip()
        if role is Role.BLANK:
            accounted = is_blank(line)
        elif role is Role.BANNER:
            accounted = number - 1 in header(lines, "").banner
        else:
            bare = text.lstrip("#>\\").strip()
            accounted = not bare or bare in next(kept) or number in named
        if not accounted:
            lost.append(number)
    return lost


@given(st.lists(LINES, max_size=30))
def test_every_line_is_accounted_for_in_its_order(lines: list[str]) -> None:
    assert unaccounted(lines, read(lines)) == []


@given(st.lists(LINES, max_size=30))
def test_entries_are_numbered_in_the_order_of_their_lines(lines: list[str]) -> None:
    entries = read(lines).entries
    assert [entry.position for entry in entries] == list(range(1, len(entries) + 1))
    assert [entry.line for entry in entries] == sorted({entry.line for entry in entries})


@given(st.lists(LINES, max_size=30))
def test_every_half_entry_is_named_with_its_line(lines: list[str]) -> None:
    reading = read(lines)
    named = {problem.location.line for problem in reading.problems}
    assert [
        entry for entry in reading.entries if not (entry.title and entry.abstract) and entry.line not in named
    ] == []


@given(st.binary(max_size=300))
def test_any_bytes_give_lines_or_a_problem(data: bytes) -> None:
    document, problem = decode(data, "a.txt")
    assert (document is None) != (problem is None)


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "bom"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n"], ids=["lf", "crlf"])
def test_lines_end_at_lf_and_cr_lf(mark: bytes, end: bytes) -> None:
    assert lines_of(mark + end.join([b"one", b"", b"two", b""])) == ["one", "", "two"]


@pytest.mark.parametrize("character", ["\r", "\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029"])
def test_nothing_else_ends_a_line(character: str) -> None:
    assert lines_of(f"one{character}two\n".encode()) == [f"one{character}two"]


def test_a_file_without_any_lf_has_the_line_ends_of_old_macs() -> None:
    assert lines_of(b"one\r\rtwo\r") == ["one", "", "two"]


def test_lines_of_old_macs_may_end_with_one_lf() -> None:
    assert lines_of(b"one\r\rtwo\r\rthree\n") == ["one", "", "two", "", "three"]


@pytest.mark.real
def test_the_real_digests_hold_397_entries_and_no_problem(shared: Path) -> None:
    counts = []
    for path in sorted((shared / "digests").glob("*.txt")):
        lines = lines_of(path.read_bytes())
        reading = read(lines)
        assert reading.problems == ()
        assert unaccounted(lines, reading) == []
        counts.append(len(reading.entries))
    assert counts == [86, 251, 60]


def test_the_sample_holds_585_entries_and_no_problem(checkout: Path) -> None:
    counts = []
    for path in sorted((checkout / "digests").glob("*.txt")):
        lines = lines_of(path.read_bytes())
        reading = read(lines)
        assert reading.problems == ()
        counts.append(len(reading.entries))
    assert counts == [86, 144, 251, 60, 44]
