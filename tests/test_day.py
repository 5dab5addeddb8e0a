from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.day import Day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-04-03", Day(4, 3, 2024)),
        ("04-03", Day(4, 3)),
        ("02-29", Day(2, 29)),
        ("2023-02-29", None),
        ("13-01", None),
        ("0000-01-01", None),
        ("4-3", None),
        ("2024-04-03T00:00", None),
        ("٢٠٢٤-04-03", None),
        ("", None),
    ],
)
def test_a_day_is_read_from_its_text_or_not_at_all(text: str, day: Day | None) -> None:
    assert Day.parse(text) == day


@given(st.dates())
def test_every_day_is_read_back_from_its_text(date: object) -> None:
    assert str(Day.parse(str(date))) == str(date)


def test_a_day_in_words_names_no_year_that_nobody_stated() -> None:
    assert (Day(4, 3).in_words, Day(12, 31, 2025).in_words) == ("3 April", "31 December 2025")


def test_a_year_completes_a_day_that_it_has() -> None:
    assert Day(2, 29).in_year(2024) == Day(2, 29, 2024)
    assert Day(2, 29).in_year(2023) is None
    assert (Day(2, 29).year_text, Day(1, 1, 987).year_text) == ("", "0987")
