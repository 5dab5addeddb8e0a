"""Lists with labels: ``Title: … Authors: … Abstract: …``, in all the forms that people and arXiv write them."""

from __future__ import annotations

import pytest
from lists import AUTHORS, IDS, PAPERS, TEXTS, authors, kind, papers, printed, reading, said, wrapped

PLAIN = "Title: {title}\nAuthors: {authors}\nAbstract: {abstract}\n\n"
RULER = "-" * 78


@pytest.mark.parametrize(
    "form",
    [
        PLAIN,
        "TITLE: {title}\nAUTHORS: {authors}\nABSTRACT: {abstract}\n\n",
        "title:{title}\nauthor(s):{authors}\nabstract:{abstract}\n",
        "**Title:** {title}\n\n**Authors:** {authors}\n\n**Abstract:** {abstract}\n\n",
        "- **Title**: {title}\n- **Authors**: {authors}\n- **Abstract**: {abstract}\n",
        "Title:\n{title}\nAuthors:\n{authors}\nAbstract:\n{abstract}\n\n",
        "Title: {title}\nAbstract: {abstract}\nAuthors: {authors}\n\n",
        "Title: {title}\nby {authors}\n\n{abstract}\n\n",
        "{title}\nAuthors: {authors}\nAbstract: {abstract}\n\n",
        "{title}\n{authors}\nAbstract—{abstract}\n\n",
        "Titel: {title}\nAutoren: {authors}\nZusammenfassung: {abstract}\n\n",
        "标题：{title}\n作者：{authors}\n摘要：{abstract}\n\n",
        "{title}\n\nAuthors: {authors}\n\n{abstract}\n\n",
        "{title}\n\n{authors}\n\nAbstract\n\n{abstract}\n\n",
    ],
)
def test_labelled_papers_have_their_authors(form: str) -> None:
    found = reading(printed(form))
    assert [str(problem) for problem in found.problems] == []
    assert (papers(found), authors(found)) == (TEXTS, AUTHORS)


def test_labelled_facts_are_facts() -> None:
    text = PLAIN + "Year: 2023\nJournal: Letters on Tides\nDOI: 10.1000/182\nURL: https://arxiv.org/abs/{arxiv}\n\n"
    for entry, paper in zip(reading(printed(text)).entries, PAPERS, strict=True):
        facts = entry.facts
        assert (facts.year, facts.venue, facts.doi, facts.arxiv) == (
            2023,
            "Letters on Tides",
            "10.1000/182",
            paper.arxiv,
        )


def test_lines_that_run_on_belong_to_their_label() -> None:
    text = "".join(
        f"Title: {paper.title}\n  and More\nAuthors: {paper.authors},\n  Eve Moss\n"
        f"Abstract: {wrapped(paper.abstract)}\n\n"
        for paper in PAPERS
    )
    found = reading(text)
    assert papers(found) == [(f"{title} and More", abstract) for title, abstract in TEXTS]
    assert authors(found) == [f"{names}, Eve Moss" for names in AUTHORS]


def mail(number: int, subject: str = "") -> str:
    paper = PAPERS[number]
    return (
        f"\\\\\narXiv:{paper.arxiv}\n{subject or 'Date: Tue, 2 Jan 2024 18:59:59 GMT   (1234kb,D)'}\n\n"
        f"Title: {paper.title}\nAuthors: {paper.authors.replace(', ', ' and ')}\nCategories: cs.LG\nComments: 9 pages\n"
        + (f"\\\\\n  {wrapped(paper.abstract)}\n" if not subject else "")
        + f"\\\\ ( https://arxiv.org/abs/{paper.arxiv} ,  1234kb)\n{RULER}\n"
    )


def test_the_mail_of_arxiv_is_read() -> None:
    head = (
        "Submissions to:\nMachine Learning\n received from  Mon 1 Jan 24 19:00:00 GMT  to  Tue 2 Jan 24 19:00:00 GMT\n"
    )
    found = reading(f"{head}{RULER}\n{RULER}\n" + "".join(map(mail, range(4))))
    assert (papers(found), authors(found)) == (TEXTS, AUTHORS)
    assert [entry.facts.arxiv for entry in found.entries] == IDS
    assert {str(entry.facts.published) for entry in found.entries} == {"2024-01-02"}
    assert [str(problem) for problem in found.problems] == [
        "list.txt:1:1: warning: 11 lines say nothing that is kept of a paper: 'Submissions to:', 'Machine Learning',"
        " 'received from Mon 1 Jan 24 19:00:00 GMT to Tue 2 Jan 24 19:0…', …"
        " (put what you want to keep into the abstract, or into notes/)"
    ]


def test_a_replacement_in_arxivs_mail_has_no_abstract() -> None:
    found = reading(mail(0) + mail(1) + mail(2, "replaced with revised version Tue, 2 Jan 2024 10:00:00 GMT   (99kb)"))
    assert papers(found) == [*TEXTS[:2], (PAPERS[2].title, "")]
    assert [entry.facts.arxiv for entry in found.entries] == IDS[:3]


def test_a_list_copied_from_arxiv_is_read() -> None:
    form = "[{number}] arXiv:{arxiv} [pdf, html, other]\nTitle: {title}\n{authors}\nComments: 9 pages\n\n{abstract}\n"
    found = reading(printed(form))
    assert (papers(found), authors(found)) == (TEXTS, AUTHORS)
    assert [entry.facts.arxiv for entry in found.entries] == IDS


def test_results_of_a_search_at_arxiv_are_read() -> None:
    form = (
        "{number}. arXiv:{arxiv} [pdf, other]  cs.LG\n{title}\nAuthors: {authors}\nAbstract: ▽ More {abstract} △ Less\n"
        "Submitted 3 January, 2024; originally announced January 2024.\n"
    )
    found = reading(printed(form))
    assert (papers(found), authors(found)) == (TEXTS, AUTHORS)
    assert [entry.facts.arxiv for entry in found.entries] == IDS


def test_what_is_not_kept_is_named_once() -> None:
    assert said(printed(PLAIN + "Comments: 9 pages\nKeywords: water\n")) == [
        "list.txt:5:1: warning: 8 lines say nothing that is kept of a paper: 'Comments', 'Keywords'"
        " (put what you want to keep into the abstract, or into notes/)"
    ]


def test_a_line_before_the_papers_names_the_list() -> None:
    found = reading("Papers of March\n\n" + printed(PLAIN))
    assert (found.title, papers(found), found.problems) == ("Papers of March", TEXTS, ())


def test_two_titles_that_begin_like_labels_leave_the_others_alone() -> None:
    text = printed("{title}\n\n{abstract}\n\n").replace("Slow", "Title: Slow").replace("Do Bees", "Abstract: Bees")
    assert kind(text) == "spaced"
    assert len(reading(text).entries) == 4


@pytest.mark.parametrize(
    "text",
    [
        f"Title: A Word That Tells\n{PAPERS[0].abstract}\n{PAPERS[1].title}\n{PAPERS[1].abstract}\n",
        f"Abstract: A Word That Tells\n{PAPERS[0].abstract}\n{PAPERS[1].title}\n{PAPERS[1].abstract}\n",
        f"Code: The Hidden Language\n{PAPERS[0].abstract}\n{PAPERS[1].title}\n{PAPERS[1].abstract}\n",
    ],
)
def test_a_title_with_a_colon_is_a_title(text: str) -> None:
    assert kind(text) == "compact"
    assert [entry.title for entry in reading(text).entries] == [text.partition("\n")[0], PAPERS[1].title]


COLONS = ["Title: A Word That Tells", "Paper: Folding and Gluing", "Abstract: On Generality", "Authors: Who Writes?"]
COLONS += [
    "Code: A Hidden Language",
    "Tags: Weak Marks at Scale",
    "Date: Time in Letters",
    "DOI: Do Objects Intersect?",
]


@pytest.mark.parametrize("title", COLONS)
@pytest.mark.parametrize("layout", ["{}\nAbstract: {}\n", "{}\n\nAbstract: {}\n\n"])
@pytest.mark.parametrize("place", [0, 2])
def test_among_labelled_abstracts_a_title_with_a_colon_is_a_title(title: str, layout: str, place: int) -> None:
    rows = [(title, text[1]) if n == place else text for n, text in enumerate(TEXTS)]
    found = reading("".join(layout.format(*row) for row in rows))
    assert papers(found) == rows
    assert authors(found) == [""] * 4


def test_a_short_abstract_is_known_by_its_label_below_a_title() -> None:
    text = printed("{title}\nAbstract: {abstract}\n").replace(f"Abstract: {TEXTS[1][1]}", "Abstract: Work in progress")
    assert papers(reading(text)) == [TEXTS[0], (TEXTS[1][0], "Work in progress"), *TEXTS[2:]]
