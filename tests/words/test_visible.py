"""What is shown of a text: everything but what hides, turns or splits it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.words.visible import invisible, is_blank, spelt_out, visible, visible_lines

FAMILY = "👩\u200d👩\u200d👧"
PERSIAN = "می\u200cخواهم"
HINDI = "क्\u200dष"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Rivers", "Rivers"),
        ("Ri\u00advers", "Rivers"),
        ("Ri\u200bvers\ufeff", "Rivers"),
        ("\u202eRivers\u202c", "Rivers"),
        ("\u2066Rivers\u2069", "Rivers"),
        ("Riv\x00ers\x07\x9f", "Rivers"),
        ("Rivers\U000e0041", "Rivers"),
        ("Rivers\ufffe\U0001ffff\U0010ffff", "Rivers"),
        ("two\twords", "two words"),
        ("two\u2028words", "two words"),
        ("two\x0bwords", "two words"),
        ("two\nlines", "two\nlines"),
        ("Ri\u200d\u200cvers", "Rivers"),
        ("Rivers\u200e", "Rivers"),
        (FAMILY, FAMILY),
        (PERSIAN, PERSIAN),
        (HINDI, HINDI),
        ("שלום\u200f!", "שלום\u200f!"),
        ("❤\ufe0f\u200d🔥", "❤\ufe0f\u200d🔥"),
    ],
)
def test_only_what_prints_or_shapes_is_shown(text: str, shown: str) -> None:
    assert visible(text) == shown


MARKS = st.text(st.sampled_from("a ب😀\u200b\u200c\u200d\u200e\u202e\ufe0f\n\t"))


@given(st.text() | MARKS)
def test_showing_twice_changes_nothing_more(text: str) -> None:
    assert visible(visible(text)) == visible(text)


@given(st.text() | MARKS)
def test_what_is_counted_is_what_is_taken_out(text: str) -> None:
    assert len(text) - len(visible(text)) == invisible(text).total()


def test_a_text_of_invisible_characters_is_blank() -> None:
    assert [is_blank(text) for text in ("", " \t", "\u200b\ufeff", "\u200b.", "\u2028")] == [
        True,
        True,
        True,
        False,
        True,
    ]


def test_a_long_run_of_joiners_takes_no_long_time() -> None:
    assert visible("a" + "\u200d" * 200_000 + "ب") == "aب"


@pytest.mark.parametrize(
    ("printed", "spelt"),
    [
        ("Rivers and Δ", "Rivers and Δ"),
        ("\u202eRivers\u202c", "[U+202E]Rivers[U+202C]"),
        ("T\x08Th\x08he\x1b[1m", "T[U+0008]Th[U+0008]he[U+001B][1m"),
        ("two\x0bwords\r", "two[U+000B]words[U+000D]"),
        ("two\twords\nand lines", "two\twords\nand lines"),
        ("Ri\u200d\u200cvers\u200e", "Ri[U+200D][U+200C]vers[U+200E]"),
        (FAMILY + PERSIAN, FAMILY + PERSIAN),
        ("\U0010ffff", "[U+10FFFF]"),
    ],
)
def test_what_is_not_shown_is_spelt_out_in_the_printed_text(printed: str, spelt: str) -> None:
    assert spelt_out(printed) == spelt


@given(st.text())
def test_what_is_spelt_out_hides_nothing(text: str) -> None:
    assert not set(invisible(spelt_out(text)))
    assert not set(spelt_out(text)) & set("\v\f\r\x1c\x1d\x1e\x1f\x85\u2028\u2029")


def test_lines_and_tabs_of_markdown_stay() -> None:
    assert visible_lines("a\u202e\n\tb\x1b\tc\r\n") == "a\n\tb\tc \n"


def test_no_character_is_let_through_for_what_stands_beside_it() -> None:
    characters = [chr(code) for code in (*range(0x20000), *range(0xE0000, 0xE0100))]
    assert [one for one in characters if visible(f"a{one}b\x00") != visible(f"a{one}b")] == []
