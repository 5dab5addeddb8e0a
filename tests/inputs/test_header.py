"""The banner of a digest is told from its papers, and its day is read."""

from __future__ import annotations

import pytest
from builders import make_document

from sitegen.inputs import compact
from sitegen.inputs.dates import day

MAIL = "Get trending papers in your email inbox!"
ABSTRACT = "We study how narrow rivers carry sediment when rain comes late. A small model explains it well enough."


def titles(*lines: str) -> list[str]:
    return [entry.title for entry in compact.read(make_document(lines)).entries]


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("Apr 3", "04-03"),
        ("April 3", "04-03"),
        ("3 April", "04-03"),
        ("3rd April", "04-03"),
        ("Sept. 30", "09-30"),
        ("Apr 3, 2024", "2024-04-03"),
        ("3 April 2024", "2024-04-03"),
        ("2024-04-03", "2024-04-03"),
        ("Wednesday, April 3, 2024", "2024-04-03"),
        ("Feb 29", "02-29"),
        ("Feb 29, 2023", None),
        ("April 31", None),
        ("2024-13-01", None),
    ],
)
def test_a_day_is_read_with_the_year_only_where_one_is_printed(printed: str, expected: str | None) -> None:
    found = day(printed)
    assert (str(found) if found else None) == expected


@pytest.mark.parametrize(
    ("banner", "line", "title"),
    [
        ([MAIL], "SubscribeSediment in Rivers", "Sediment in Rivers"),
        ([MAIL], "SubscribenarrowNet: Rivers", "narrowNet: Rivers"),
        ([MAIL], "Subscribe(Un)steady Rivers", "(Un)steady Rivers"),
        ([MAIL], "Subscribe河流", "河流"),
        ([MAIL], "Subscribe and Save: Rivers", "Subscribe and Save: Rivers"),
        ([MAIL], "Subscribe: Rivers", "Subscribe: Rivers"),
        ([MAIL], "Subscribers of Rivers", "Subscribers of Rivers"),
        ([MAIL], "Subscribe\x08\x08 and Save: Rivers", "Subscribe\x08\x08 and Save: Rivers"),
        ([MAIL, "Subscribe"], "SubscribeNet: Rivers", "SubscribeNet: Rivers"),
        ([], "SubscribeNet: Rivers", "SubscribeNet: Rivers"),
    ],
)
def test_subscribe_is_cut_off_only_where_the_banner_lost_it(banner: list[str], line: str, title: str) -> None:
    assert titles(*banner, line, ABSTRACT) == [title]


def test_subscribe_stays_in_a_later_title() -> None:
    assert titles(MAIL, "SubscribeRivers", ABSTRACT, "SubscribeNet: More Rivers", ABSTRACT) == [
        "Rivers",
        "SubscribeNet: More Rivers",
    ]


def test_a_banner_further_down_is_no_paper() -> None:
    assert titles("Rivers", ABSTRACT, "new", MAIL, "Subscribe", "Apr 4", "Bees", ABSTRACT) == ["Rivers", "Bees"]


def test_a_short_word_further_down_is_a_paper() -> None:
    assert titles("Rivers", ABSTRACT, "New", ABSTRACT) == ["Rivers", "New"]


def test_a_short_title_with_a_number_behind_the_banner_is_no_day() -> None:
    assert titles(MAIL, "Subscribe", "River 50", "We measure.", "Bees", ABSTRACT) == ["River 50", "Bees"]
