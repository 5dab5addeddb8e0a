"""Text copied from PDF or mail: lines cut at one width, divided words, page numbers and running heads."""

from __future__ import annotations

import pytest
from lists import AUTHORS, PAPERS, TEXTS, authors, kind, papers, reading, wrapped

from sitegen.repair import repair
from sitegen.repair.inline import to_text


def cut(form: str, width: int = 78) -> str:
    return "".join(
        form.format(title=wrapped(paper.title, 60), authors=paper.authors, abstract=wrapped(paper.abstract, width))
        for paper in PAPERS
    )


@pytest.mark.parametrize("width", [50, 64, 78, 100])
@pytest.mark.parametrize("form", ["{title}\n\n{abstract}\n\n", "{title}\n{abstract}\n\n", "{title}\n{abstract}\n"])
def test_lines_that_were_cut_are_put_together(form: str, width: int) -> None:
    found = reading(cut(form, width))
    assert (papers(found), found.problems) == (TEXTS, ())


@pytest.mark.parametrize("form", ["{title}\n{authors}\n{abstract}\n\n", "{title}\n{authors}\n\n{abstract}\n\n"])
def test_authors_in_wrapped_text_are_facts(form: str) -> None:
    found = reading(cut(form))
    assert (papers(found), authors(found)) == (TEXTS, AUTHORS)


def test_a_title_that_was_cut_is_one() -> None:
    long = "Sediment in Narrow Rivers When Rain Comes Late: A Model with Two Parameters, and Four Valleys"
    text = cut("{title}\n\n{abstract}\n\n").replace(PAPERS[0].title, wrapped(long, 60))
    assert papers(reading(text)) == [(long, PAPERS[0].abstract), *TEXTS[1:]]


def test_words_divided_at_the_end_of_a_line_are_joined() -> None:
    divided = [("parameters", "param-\neters"), ("measured slopes", "meas-\nured slopes"), ("field", "ﬁeld")]
    text = cut("{title}\n\n{abstract}\n\n")
    for whole, parts in divided:
        text = text.replace(whole, parts)
    found = reading(text)
    assert to_text(repair(found.entries[0].abstract)) == PAPERS[0].abstract


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ("state-of-the-\nart", "state-of-the-art"),
        ("pre-\ntrained", "pre-trained"),
        ("well-\nknown rivers, well-known", "well-known rivers, well-known"),
        ("a tide-\nriver model of the tide of a river", "a tide- river model of the tide of a river"),
    ],
)
def test_compounds_keep_their_hyphen(parts: str, said: str) -> None:
    text = cut("{title}\n\n{abstract}\n\n").replace("measured slopes", f"slopes {parts}")
    assert said in to_text(repair(reading(text).entries[0].abstract))


def test_what_stands_on_every_page_is_named_and_left_out() -> None:
    parts = [f"{paper.title}\n\n{wrapped(paper.abstract)}\n\n" for paper in PAPERS]
    broken = (
        parts[1].replace("\n", "\n\n12\n\nJournal of Ponds\n\n", 3).replace("\n\n12\n\nJournal of Ponds\n\n", "\n", 2)
    )
    text = parts[0] + broken + parts[2] + "13\n\nJournal of Ponds\n\n" + parts[3] + "\f14\n\nJournal of Ponds\n"
    found = reading(text)
    assert papers(found) == TEXTS
    assert [problem.message for problem in found.problems if "invisible" not in problem.message] == [
        "6 lines say nothing that is kept of a paper: '12', 'Journal of Ponds', '13', …"
    ]


@pytest.mark.parametrize(
    "lines",
    [
        [paper.title for paper in PAPERS],
        [f"we count {paper.title.lower()}" for paper in PAPERS],
        [line for paper in PAPERS for line in (paper.title, paper.abstract)],
        ["Rivers", "They run", "down, and", "down."],
    ],
)
def test_short_lines_and_long_ones_are_not_put_together(lines: list[str]) -> None:
    assert kind("\n".join(lines)) == "compact"


@pytest.mark.parametrize("announced", ["The code is at", "Code:"])
def test_an_address_that_a_sentence_runs_on_to_stays_in_the_abstract(announced: str) -> None:
    told = f"{PAPERS[0].abstract} {announced}"
    parts = [f"{paper.title}\n\n{wrapped(paper.abstract)}\n\n" for paper in PAPERS[1:]]
    text = f"{PAPERS[0].title}\n\n{wrapped(told)}\nhttps://code.example/rivers-and-their-sediment\n\n" + "".join(parts)
    assert kind(text) == "wrapped"
    assert papers(reading(text)) == [
        (PAPERS[0].title, f"{told} https://code.example/rivers-and-their-sediment"),
        *TEXTS[1:],
    ]


def test_an_abstract_runs_on_behind_its_label() -> None:
    text = "".join(f"{paper.title}\n\n{wrapped('Abstract: ' + paper.abstract)}\n\n" for paper in PAPERS)
    assert kind(text) == "wrapped"
    assert papers(reading(text)) == TEXTS
