"""Digests with a line of authors, an address or an id beside each title; and digests that only look so."""

from __future__ import annotations

import pytest
from lists import AUTHORS, IDS, PAPERS, TEXTS, authors, kind, papers, printed, reading, said

from sitegen.inputs.bylines import byline

THREE = [
    "{title}\n{authors}\n{abstract}\n",
    "{title}\n\n{authors}\n\n{abstract}\n\n",
    "{title}\n{authors}\n{abstract}\n\n",
]


def with_names(form: str, write: object) -> str:
    return "".join(
        form.format(**paper._replace(authors=write(paper.authors.split(", ")))._asdict()) for paper in PAPERS
    )  # type: ignore[operator]


@pytest.mark.parametrize("form", THREE)
@pytest.mark.parametrize(
    "write",
    [
        ", ".join,
        " and ".join,
        "; ".join,
        " · ".join,
        lambda names: f"by {', '.join(names)}",
        lambda names: f"*{', '.join(names)}*",
        lambda names: ", ".join(f"{name}{n},{n + 1}" for n, name in enumerate(names, 1)),
        lambda names: ", ".join(f"{name}¹" for name in names),
        lambda names: ", ".join(f"{name} (University of Ponds, Bath)" for name in names),
        lambda names: "; ".join(f"{name}, University of Ponds" for name in names),
        lambda names: "; ".join(f"{name.split()[-1]}, {' '.join(name.split()[:-1])}" for name in names),
    ],
)
def test_lines_of_authors_become_facts(form: str, write: object) -> None:
    found = reading(with_names(form, write))
    assert [str(problem) for problem in found.problems] == []
    assert (papers(found), [names.replace("der Berg, Ludwig van", "") for names in authors(found)]) == (TEXTS, AUTHORS)


@pytest.mark.parametrize("form", THREE)
def test_authors_venue_and_year_stand_in_one_line_or_two(form: str) -> None:
    for between in (", ICML 2023", ". ICML 2023", "\nICML, 2023"):
        found = reading(printed(form.replace("{authors}", f"{{authors}}{between}")))
        assert (papers(found), authors(found)) == (TEXTS, AUTHORS)
        assert {(entry.facts.venue, entry.facts.year) for entry in found.entries} == {("ICML", 2023)}


def test_titles_and_authors_alone_are_a_list_of_titles() -> None:
    found = reading(printed("{title}\n{authors}\n\n"))
    assert (papers(found), authors(found), found.problems) == ([(title, "") for title, _ in TEXTS], AUTHORS, ())


@pytest.mark.parametrize("form", THREE)
def test_one_paper_with_its_authors_is_one_paper(form: str) -> None:
    found = reading(form.format(**PAPERS[1]._asdict()))
    assert (papers(found), authors(found)) == ([TEXTS[1]], [AUTHORS[1]])


@pytest.mark.parametrize("form", THREE)
@pytest.mark.parametrize("gone", ["authors", "abstract"])
def test_authors_or_an_abstract_that_are_missing_leave_the_neighbours_alone(form: str, gone: str) -> None:
    parts = [form.format(**paper._asdict()) for paper in PAPERS]
    parts[1] = parts[1].replace(getattr(PAPERS[1], gone), "")
    found = reading("".join(parts))
    texts, names = list(TEXTS), list(AUTHORS)
    if gone == "authors":
        names[1] = ""
    else:
        texts[1] = (PAPERS[1].title, "")
    assert (papers(found), authors(found)) == (texts, names)
    assert [problem.message for problem in found.problems] == (
        [] if gone == "authors" else ["'Do Bees Count Flowers?' has no abstract"]
    )


def test_institutions_below_the_authors_are_named_and_left_out() -> None:
    found = reading(printed("{title}\n{authors}\n1 University of Ponds, 2 Institute of Tides\n{abstract}\n\n"))
    assert (papers(found), authors(found)) == (TEXTS, AUTHORS)
    assert [str(problem) for problem in found.problems] == [
        "list.txt:3:1: warning: 4 lines say nothing that is kept of a paper:"
        " '1 University of Ponds, 2 Institute of Tides' (put what you want to keep into the abstract, or into notes/)"
    ]


def test_authors_behind_the_abstract_are_facts_too() -> None:
    found = reading(printed("{title}\n{abstract}\n{authors}\n\n").replace("Ludwig van der Berg", "Eve Moss, Bo Toad"))
    assert (papers(found), authors(found)[2]) == (TEXTS, "Eve Moss, Bo Toad")


def test_several_lines_between_authors_and_abstract_are_venue_day_or_named() -> None:
    lines = "{title}\n{authors}\nPublished: 16 Jan 2024, Last Modified: 5 Mar 2024\nICLR, 2024\nPoster\n{abstract}\n\n"
    found = reading(printed(lines))
    assert (papers(found), authors(found)) == (TEXTS, AUTHORS)
    assert {(str(entry.facts.published), entry.facts.venue) for entry in found.entries} == {("2024-01-16", "ICLR")}
    assert [problem.message for problem in found.problems] == ["4 lines say nothing that is kept of a paper: 'Poster'"]


def test_an_abstract_of_two_paragraphs_is_one_where_each_title_has_authors() -> None:
    more = "A second part says that all of it works, and that we are glad of it for more than one good reason of ours."
    found = reading(printed("{title}\n\n{authors}\n\n{abstract}\n\n" + more + "\n\n"))
    assert papers(found) == [(title, f"{abstract} {more}") for title, abstract in TEXTS]


IDS_IN_LINES = ["https://arxiv.org/abs/{arxiv}", "arXiv:{arxiv}v2", "{arxiv}", "[arXiv](https://arxiv.org/abs/{arxiv})"]
IDS_IN_LINES += ["- Paper: https://arxiv.org/pdf/{arxiv}.pdf", "[{number}] arXiv:{arxiv} [pdf, other] cs.LG"]


@pytest.mark.parametrize("line", IDS_IN_LINES)
@pytest.mark.parametrize(
    "form", ["{title}\nX\n{abstract}\n", "{title}\n\n{abstract}\n\nX\n\n", "X\n{title}\n{abstract}\n", "{title}\nX\n\n"]
)
def test_an_address_or_id_in_a_line_of_its_own_is_a_fact(line: str, form: str) -> None:
    found = reading(printed(form.replace("X", line)))
    assert [str(problem) for problem in found.problems] == []
    assert papers(found) == (TEXTS if "abstract" in form else [(title, "") for title, _ in TEXTS])
    assert [entry.facts.arxiv for entry in found.entries] == IDS


def test_code_and_a_doi_are_facts_too() -> None:
    found = reading(printed("{title}\n{abstract}\ndoi:10.1000/{number}\nCode: https://github.com/ponds/{number}\n"))
    assert papers(found) == TEXTS
    assert [(entry.facts.doi, entry.facts.code) for entry in found.entries] == [
        (f"10.1000/{n}", f"https://github.com/ponds/{n}") for n in range(1, 5)
    ]


def test_a_second_id_of_one_paper_is_named_and_left_out() -> None:
    text = f"{PAPERS[0].title}\n{PAPERS[0].abstract}\narXiv:2401.00001\narXiv:2401.00002\nhttps://a.example/\nhttps://b.example/\n"
    assert said(text) == [
        "list.txt:4:1: warning: a second arXiv id of one paper, '2401.00002': left out"
        " (does the title of another paper lack above it?)",
        "list.txt:6:1: warning: 'https://b.example/' is left out: the paper has an address of that kind already"
        " (keep one, or put it into the abstract)",
    ]
    assert reading(text).entries[0].facts.arxiv == "2401.00001"


def test_an_address_above_the_list_is_no_papers() -> None:
    text = "https://arxiv.org/abs/2401.00009\n" + printed("{title}\n{abstract}\narXiv:{arxiv}\n")
    assert [entry.facts.arxiv for entry in reading(text).entries] == IDS
    assert said(text) == [
        "list.txt:1:1: warning: a line says of which paper it is not clear: 'https://arxiv.org/abs/2401.00009'"
        " (write its title above)"
    ]


@pytest.mark.parametrize("ruler", ["---", "* * *", "==========", "———"])
@pytest.mark.parametrize("form", ["{title}\n{abstract}\nX\n", "{title}\n\n{abstract}\n\nX\n\n"])
def test_rulers_between_papers_are_no_papers(form: str, ruler: str) -> None:
    found = reading(printed(form.replace("X", ruler)))
    assert (papers(found), found.problems) == (TEXTS, ())


@pytest.mark.parametrize("form", THREE)
def test_a_group_among_authors_is_an_author(form: str) -> None:
    found = reading(printed(form).replace("Ludwig van der Berg", "The Pond Collaboration"))
    assert (papers(found), authors(found)[2]) == (TEXTS, "The Pond Collaboration")


NAMELIKE = [
    "Adam",
    "Attention Is All You Need",
    "Alice Liddell and Bob Builder",
    "Poincaré ResNet",
    "Lion, Tiger, and Bear",
]


@pytest.mark.parametrize("form", ["{title}\n{abstract}\n", "{title}\n\n{abstract}\n\n"])
@pytest.mark.parametrize("missing", [(), (0,), (1, 2), (3,)])
def test_titles_that_read_like_names_are_titles(form: str, missing: tuple[int, ...]) -> None:
    papers_ = [PAPERS[n % 4]._replace(title=title) for n, title in enumerate([*NAMELIKE, "Slow Tides Again"])]
    parts = [form.format(**paper._asdict()) for paper in papers_]
    for place in missing:
        parts[place] = parts[place].replace(papers_[place].abstract, "")
    found = reading("".join(parts))
    assert [title for title, _ in papers(found)] == [paper.title for paper in papers_]
    assert set(authors(found)) == {""}


def test_authors_beside_few_papers_are_named_in_a_hint_that_helps() -> None:
    lines = [line for paper in (*PAPERS, *PAPERS) for line in (paper.title, paper.abstract)]
    lines[0:1] = [PAPERS[0].title, PAPERS[1].authors]
    text = "\n".join(lines)
    assert kind(text) == "compact"
    assert said(text) == [
        "list.txt:2:1: warning: 'Mary K. Bell, Wei Zhang, Olga Petrova' is read as a title, but names people"
        " (if they wrote the paper above, begin the line with 'Authors: '; if it is a title, with '# ')"
    ]
    helped = reading(text.replace(PAPERS[1].authors, f"Authors: {PAPERS[1].authors}"))
    assert (helped.problems, papers(helped)) == ((), [*TEXTS, *TEXTS])
    assert authors(helped) == [AUTHORS[1], *[""] * 7]


@pytest.mark.parametrize(
    "title",
    [
        *("Attention, Please", "Deep Learning and Neural Networks", "BERT, GPT-2, and XLNet"),
        *("Mask, Stitch, and Re-Sample", "Trees, Forests, Chickens, and Eggs", "Romeo and Juliet, Revisited"),
    ],
)
def test_no_title_is_a_byline(title: str) -> None:
    assert byline(title) is None


def test_a_line_of_the_digests_own_words_is_no_byline() -> None:
    title = "Narrow Rivers and Clay Tablets"
    assert byline(title)
    found = reading(printed("{title}\n\n" + title + "\n\n{abstract}\n\n"))
    assert set(authors(found)) == {""}


def test_the_word_abstract_between_authors_and_abstract_is_nobodys() -> None:
    parts = [
        f"{paper.title}\n\n{paper.authors}\n\n{'Abstract' if n == 1 else ''}\n\n{paper.abstract}\n\n"
        for n, paper in enumerate(PAPERS)
    ]
    found = reading("".join(parts))
    assert (papers(found), authors(found), found.problems) == (TEXTS, AUTHORS, ())
