"""Titles and abstracts find each other, also where one of them is missing or odd."""

from __future__ import annotations

import pytest
from builders import make_document

from sitegen.inputs import read_document
from sitegen.inputs.parsed import ParsedDigest

TITLES = ("Sediment in Narrow Rivers", "Do Bees Count Flowers?", "Broken Tablets: Where Clay Gives Way", "Slow Tides")
ABSTRACTS = (
    "We study how narrow rivers carry sediment when rain comes late. A small model explains the measured slopes, and "
    "field work in four valleys agrees with it. Its two parameters can be read off a map by anyone.",
    "This paper asks whether bees count flowers before they choose one. Over three summers we filmed a meadow and "
    "found that they do, up to four. Beyond that they guess, better than chance in bright light only.",
    "Clay tablets often break along the lines that scribes drew. We scanned ninety of them and show that the depth of "
    "a line predicts the break. The finding helps to order fragments that were found apart.",
    "Tides in closed bays are slow, and nobody had measured how slow. Ten gauges in one bay give the answer for a year "
    "of calm weather. The delay grows with the square of the distance from the mouth.",
)
T1, T2, T3, T4 = TITLES
A1, A2, A3, A4 = ABSTRACTS
BANNER = ("new", "Get trending papers in your email inbox!", "Subscribe", "byAK and the research community", "Apr 3")


def read(lines: list[str]) -> ParsedDigest:
    document = make_document(lines)
    return read_document(document)


def spaced(*texts: str) -> list[str]:
    return [line for text in texts for line in (text, "")]


def pairs(reading: ParsedDigest) -> list[tuple[str, str]]:
    return [(entry.title, entry.abstract) for entry in reading.entries]


BOTH = pytest.mark.parametrize("lay_out", [spaced, lambda *texts: list(texts)], ids=["spaced", "compact"])


@BOTH
@pytest.mark.parametrize("gone", range(8))
def test_a_missing_line_leaves_its_neighbours_alone(lay_out, gone: int) -> None:
    texts = [text for pair in zip(TITLES, ABSTRACTS, strict=True) for text in pair]
    lines = lay_out(*texts[:gone], *texts[gone + 1 :])
    expected = list(zip(TITLES, ABSTRACTS, strict=True))
    title, abstract = expected[gone // 2]
    expected[gone // 2] = (title, "") if gone % 2 else ("", abstract)
    reading = read(lines)
    assert pairs(reading) == expected
    assert len(reading.problems) == 1
    assert reading.problems[0].location.line == lines.index(abstract if not title or not gone % 2 else title) + 1


@BOTH
@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        pytest.param((T1, T2, T3, A3), [(T1, ""), (T2, ""), (T3, A3)], id="two-abstracts-missing-in-a-row"),
        pytest.param((T1, A1, A2, A3, T4, A4), [(T1, A1), ("", A2), ("", A3), (T4, A4)], id="two-titles-missing"),
        pytest.param((T1, T2), [(T1, ""), (T2, "")], id="titles-alone"),
        pytest.param((A1,), [("", A1)], id="an-abstract-alone"),
        pytest.param((T1, "We count.", T2, A2), [(T1, "We count."), (T2, A2)], id="a-very-short-abstract"),
        pytest.param((T1, A1, T2, "See https://example.org"), [(T1, A1), (T2, "See https://example.org")], id="a-link"),
        pytest.param((f"{T1}.", A1, f"{T2}.", A2), [(f"{T1}.", A1), (f"{T2}.", A2)], id="titles-with-full-stops"),
        pytest.param((T1, A1, f"{T2}.", T3, A3), [(T1, A1), (f"{T2}.", ""), (T3, A3)], id="full-stop-no-abstract"),
        pytest.param(
            (T1, A1, " ".join([T3] * 9), A3, T4, A4), [(T1, A1), (" ".join([T3] * 9), A3), (T4, A4)], id="long-title"
        ),
        pytest.param(
            (
                "窄河中的泥沙输运",
                "我们研究窄河如何输运泥沙。" * 8,
                "蜜蜂会数花吗",
                "黏土板的断裂",
                "黏土板常沿线断裂。" * 9,
            ),
            [
                ("窄河中的泥沙输运", "我们研究窄河如何输运泥沙。" * 8),
                ("蜜蜂会数花吗", ""),
                ("黏土板的断裂", "黏土板常沿线断裂。" * 9),
            ],
            id="chinese",
        ),
        pytest.param(
            (
                "الرواسب في الأنهار الضيقة",
                "ندرس كيف تحمل الأنهار الضيقة الرواسب. " * 6 + "ثم نقيس.",
                "هل يعد النحل",
                T1,
                A1,
            ),
            [
                ("الرواسب في الأنهار الضيقة", "ندرس كيف تحمل الأنهار الضيقة الرواسب. " * 6 + "ثم نقيس."),
                ("هل يعد النحل", ""),
                (T1, A1),
            ],
            id="arabic",
        ),
    ],
)
def test_length_and_form_decide(lay_out, texts: tuple[str, ...], expected: list[tuple[str, str]]) -> None:
    assert pairs(read(lay_out(*texts))) == expected


@BOTH
def test_short_abstracts_and_long_titles_alternate_without_a_word(lay_out) -> None:
    title = "On the Long and Winding Question of Whether Anything at All May Be Said About the Matter at Hand Today"
    texts = [f"{title} {n}" if odd else f"We answer {n} times." for n in range(9) for odd in (True, False)]
    reading = read(lay_out(*texts))
    assert pairs(reading) == list(zip(texts[::2], texts[1::2], strict=True))
    assert reading.problems == ()


@BOTH
def test_markers_settle_what_form_would_read_otherwise(lay_out) -> None:
    reading = read(lay_out(f"# {A1}", f"> {T1}", f"# {T2}", f"# {T3}", f"> {A3}", f"> {A4}"))
    assert pairs(reading) == [(A1, T1), (T2, ""), (T3, f"{A3}\n\n{A4}")]
    assert [problem.location.line for problem in reading.problems] == [lay_out("", "", "x").index("x") + 1]


def test_a_marker_without_text_stands_for_a_missing_title() -> None:
    reading = read([T1, A1, "#", f"> {A2}"])
    assert pairs(reading) == [(T1, A1), ("", A2)]


def test_a_marker_before_characters_that_print_nothing_stands_for_a_missing_title() -> None:
    reading = read([T1, A1, "# \x08\u200b", f"> {A2}", "# Rivers", "> \x08"])
    assert pairs(reading) == [(T1, A1), ("", A2), ("Rivers", "")]
    assert [str(problem.location) for problem in reading.problems] == ["a.txt:4:1", "a.txt:5:1"]


def test_a_digest_of_markers_alone_is_read() -> None:
    reading = read(["# ", "> "] * 5)
    assert reading.entries == ()
    assert len(reading.problems) == 5


@pytest.mark.parametrize(
    ("line", "title"),
    [
        (r"\# Sharp", "# Sharp"),
        (r"\> Great", "> Great"),
        (r"\\# Both", r"\# Both"),
        (r"\alpha Rivers", r"\alpha Rivers"),
    ],
)
def test_a_backslash_keeps_what_looks_like_a_marker(line: str, title: str) -> None:
    assert pairs(read([line, A1])) == [(title, A1)]


@pytest.mark.parametrize("title", ["#1 in Rivers", "## Rivers", ">30 Rivers"])
def test_a_sign_without_a_space_is_text(title: str) -> None:
    assert pairs(read([title, A1])) == [(title, A1)]


def test_a_wrapped_abstract_is_one_text() -> None:
    wrapped = [
        "We study how narrow rivers carry sediment",
        "when rain comes late, and explain the",
        "slopes that we measured.",
    ]
    reading = read([T1, "", *wrapped, "", T2, "", A2])
    assert pairs(reading) == [(T1, "\n".join(wrapped)), (T2, A2)]


def test_an_abstract_that_runs_on_in_a_second_block_stays_whole() -> None:
    reading = read(spaced(T1, A1[:130], A1[130:].strip(), T2, A2))
    assert pairs(reading) == [(T1, f"{A1[:130].strip()}\n\n{A1[130:].strip()}"), (T2, A2)]
    assert [problem.location.line for problem in reading.problems] == [5]


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param([T1, A1, "", T2, A2, "", T3, A3], id="blank-lines-between-papers-only"),
        pytest.param(["", "", T1, "", "", A1, "", T2, "  ", A2, T3, "", "", A3, ""], id="irregular-blank-lines"),
        pytest.param([f"  {T1} \t", f"{A1}  ", T2, A2, T3, f" {A3}"], id="spaces-around"),
        pytest.param(spaced(*BANNER, T1, A1, T2, A2, T3, A3), id="banner"),
        pytest.param(spaced(*reversed(BANNER), T1, A1, T2, A2, T3, A3), id="banner-in-another-order"),
        pytest.param(["\u200b", T1, A1, "\x0c", T2, A2, T3, A3, "\u2028"], id="lines-of-nothing-visible"),
    ],
)
def test_odd_forms_of_one_digest_read_the_same(lines: list[str]) -> None:
    reading = read(lines)
    assert pairs(reading) == [(T1, A1), (T2, A2), (T3, A3)]
    assert reading.problems == ()
