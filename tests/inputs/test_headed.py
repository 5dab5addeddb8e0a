"""Lists whose titles are headings, numbered, bold or underlined."""

from __future__ import annotations

import pytest
from lists import AUTHORS, IDS, PAPERS, TEXTS, authors, kind, papers, printed, reading, said, wrapped

MARKS = [
    "## {title}",
    "{number}.{title}",
    "### {number}. {title}",
    "{number}. {title}",
    "{number}) {title}",
    "[{number}] {title}",
]
MARKS += ["({number}) {title}", "**{title}**", "{title}\n------", "- {title}"]


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize(
    "below",
    ["\n{abstract}\n", "\n\n{abstract}\n\n", "\n{authors}\n{abstract}\n\n", "\n\n*{authors}*\n\n{abstract}\n\n"],
)
def test_headings_are_titles(mark: str, below: str) -> None:
    found = reading(printed(mark + below))
    assert [str(problem) for problem in found.problems] == []
    assert papers(found) == TEXTS
    assert authors(found) == (AUTHORS if "authors" in below else [""] * 4)


@pytest.mark.parametrize("mark", MARKS)
def test_below_a_heading_lines_that_were_cut_are_one_abstract(mark: str) -> None:
    text = "".join(
        f"{mark.format(number=n, title=paper.title)}\n{wrapped(paper.abstract)}\n\n"
        for n, paper in enumerate(PAPERS, 1)
    )
    assert papers(reading(text)) == TEXTS


@pytest.mark.parametrize("mark", MARKS)
def test_headings_alone_are_titles_alone(mark: str) -> None:
    found = reading(printed(mark + "\n"))
    assert (papers(found), found.problems) == ([(paper.title, "") for paper in PAPERS], ())


def test_labels_and_addresses_below_headings_are_facts() -> None:
    form = "## {title}\n\n**Authors:** {authors}\n\nhttps://arxiv.org/abs/{arxiv}\n\n### Abstract\n\n{abstract}\n\n"
    found = reading(printed(form), "list.md")
    assert (papers(found), authors(found)) == (TEXTS, AUTHORS)
    assert [entry.facts.arxiv for entry in found.entries] == IDS


def test_a_heading_that_is_a_link_leads_to_its_paper() -> None:
    found = reading(printed("## [{title}](https://arxiv.org/abs/{arxiv})\n\n{abstract}\n\n"), "list.md")
    assert papers(found) == TEXTS
    assert [entry.facts.arxiv for entry in found.entries] == IDS


def test_the_headings_above_name_the_list_and_groups_of_papers() -> None:
    form = "### {title}\n\n{abstract}\n\n"
    text = "# Papers of March\n\n## Water\n\n" + printed(form) + "## Animals\n"
    found = reading(text, "list.md")
    assert (found.title, papers(found)) == ("Papers of March", TEXTS)
    assert [str(problem) for problem in found.problems] == [
        "list.md:3:1: warning: 2 lines say nothing that is kept of a paper: 'Water', 'Animals'"
        " (put what you want to keep into the abstract, or into notes/)"
    ]


def test_headings_above_titles_and_abstracts_in_turn_are_no_papers() -> None:
    pair = "{title}\n\n{abstract}\n\n"
    text = "## Water\n\n" + printed(pair) + "## Animals\n\n" + printed(pair.replace("{title}", "More {title}"))
    found = reading(text)
    assert [title for title, _ in papers(found)] == [
        *(paper.title for paper in PAPERS),
        *(f"More {paper.title}" for paper in PAPERS),
    ]
    assert said(text) == [
        "list.txt:1:1: warning: 2 lines say nothing that is kept of a paper: '## Water', '## Animals'"
        " (put what you want to keep into the abstract, or into notes/)"
    ]


@pytest.mark.parametrize(
    "titles",
    [
        ["1-Bit Rivers", "2.5 Rivers", "3D Rivers", "4. Rivers"],
        ["1. Rivers", "Bees", "Clay", "Tides"],
        ["3. Rivers", "9. Bees", "2. Clay", "7. Tides"],
        ["#1 in Rivers", "Bees", "## Clay", "Tides"],
    ],
)
def test_titles_that_begin_with_numbers_or_signs_stay_whole(titles: list[str]) -> None:
    text = "".join(f"{title}\n\n{paper.abstract}\n\n" for title, paper in zip(titles, PAPERS, strict=True))
    assert kind(text) == "spaced"
    assert [entry.title for entry in reading(text).entries] == titles


def test_a_title_without_its_number_is_not_lost_in_the_abstract_before() -> None:
    text = printed("{number}. {title}\n\n{abstract}\n\n").replace("3. Broken", "Broken").replace("4. Slow", "3. Slow")
    assert papers(reading(text)) == TEXTS


def test_an_address_behind_a_title_is_a_fact() -> None:
    found = reading(printed("{number}. {title} (https://arxiv.org/abs/{arxiv})\n{abstract}\n"))
    assert (papers(found), [entry.facts.arxiv for entry in found.entries]) == (TEXTS, IDS)


def test_references_are_one_message() -> None:
    assert said(printed("[{number}] {authors}. {title}. Letters on Tides, 2023.\n")) == [
        "list.txt:1:1: error: is a list of references, whose titles are set off by nothing"
        " (export it as BibTeX from where it comes, or write each title in a line of its own)"
    ]


def test_bullets_in_an_abstract_are_no_titles() -> None:
    text = printed("{title}\n\n{abstract}\n\n- A Model of Rivers\n- A Map\n\n")
    assert kind(text) == "spaced"


def test_a_readme_among_digests_is_no_list() -> None:
    text = "# My papers\n\nHow to use them.\n\n## Usage\n\nCall `make`, and wait.\n\n## Licence\n\nNone so far.\n"
    assert said(text, "README.md") == [
        "README.md: warning: skipped: no reading list"
        " (a list is read whose items are - [Title](https://…) Authors, year; save titles and abstracts as .txt)"
    ]


@pytest.mark.parametrize("layout", ["{title}\n{abstract}\n", "{title}\n\n{abstract}\n\n"])
@pytest.mark.parametrize("numbers", [{0: 1, 2: 2}, {0: 1, 5: 2, 6: 3}])
def test_a_few_titles_that_begin_with_numbers_leave_the_others_titles(layout: str, numbers: dict[int, int]) -> None:
    rows = [(f"{round} {title}", abstract) for round in ("Early", "Late") for title, abstract in TEXTS]
    rows = [(f"{numbers[n]}. {row[0]}" if n in numbers else row[0], row[1]) for n, row in enumerate(rows)]
    found = reading("".join(layout.format(title=title, abstract=abstract) for title, abstract in rows))
    assert papers(found) == rows
    assert [str(problem) for problem in found.problems] == []


@pytest.mark.parametrize("mark", ["{}. ", "({}) ", "{}) "])
@pytest.mark.parametrize(
    "points",
    [
        [
            "We film a meadow for three summers.",
            "We count what the bees count, up to four.",
            "We say where they guess.",
        ],
        ["a map of the valleys", "a model with two parameters"],
    ],
)
def test_a_list_inside_the_first_abstract_is_no_list_of_titles(mark: str, points: list[str]) -> None:
    listed = "\n".join(mark.format(n) + point for n, point in enumerate(points, 1))
    text = printed("{title}\n\n{abstract}\n\n").replace("\n\n" + PAPERS[1].title, f"\n{listed}\n\n{PAPERS[1].title}", 1)
    assert kind(text) != "headed"
    assert [pair for pair in TEXTS[1:] if pair not in papers(reading(text))] == []


def test_a_numbered_title_is_not_glued_to_the_title_behind() -> None:
    text = printed("{number}. {title}\n{abstract}\n").replace("3. Broken", "Broken").replace("4. Slow", "Slow")
    found = reading(text.replace(TEXTS[0][1], TEXTS[0][1] * 3))
    assert [entry.title for entry in found.entries] == [title for title, _ in TEXTS]


def test_a_bold_title_with_its_authors_in_the_line_is_told_apart() -> None:
    found = reading(printed("{number}. **{title}** — *{authors}, 2024*\n   {abstract}\n\n"))
    assert papers(found) == TEXTS
    assert [entry.facts.year for entry in found.entries] == [2024] * len(TEXTS)


def test_the_box_of_a_list_of_things_to_do_belongs_to_no_title() -> None:
    found = reading(printed("- [ ] {title}\n").replace("- [ ] Slow", "- [x] Slow"))
    assert [entry.title for entry in found.entries] == [title for title, _ in TEXTS]
