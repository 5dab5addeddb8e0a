"""Lists copied from web pages: their papers are read, and nothing that the page prints around them becomes one."""

from __future__ import annotations

import pytest
from lists import PAPERS, facts, kind, printed, reading, said

from sitegen.facts.model import Person

ONE = PAPERS[0]
TITLES = [paper.title for paper in PAPERS]

FULL = {  # with an abstract or its beginning
    "what is shown behind a title": "{title}\n·4 authors\nUpvote 87\n{abstract}\n",
    "who submitted it, in front": "87\n\n{title}\n\nPublished on Apr 3\n\n·\n\nSubmitted by\n\nfrog\n\n{abstract}\n\n",
    "trending papers": "{title}\n{abstract}\n18 authors\n· Published on Oct 2, 2025\n\nUpvote\n\n87\nGitHub\n2.1k\n"
    "arXiv Page\n",
    "Google Scholar": "[PDF] arxiv.org\n[PDF] {title}\n{authors} - Letters on Tides, 2023 - tides.example\n{abstract}\n"
    "Save Cite Cited by 87 Related articles All 2 versions \n",
    "Semantic Scholar": "{title}\n{authors},  +3 authors\nPublished 3 April 2023\n{abstract}\n1,087 Citations\nPDF\n",
}
BARE = {
    "titles and counts": "{title}\n14 authors\n87 upvotes\n",
    "daily papers": "Submitted by\n\nakhaliq\n87\n{title}\n·\n14 authors\n\n3\n",
    "daily papers with groups": "Submitted by\n frog\n1.2k\n{title}\nRiver Research\n· 14 authors\nGitHub\n1.2k\n",
    "OpenReview": "{title}\n{authors}\n16 Sept 2024 (modified: 11 Feb 2025)\nICLR 2025 Poster\nReaders: Everyone\n",
}


@pytest.mark.parametrize("form", FULL.values(), ids=FULL)
def test_papers_are_read_and_nothing_around_them(form: str) -> None:
    found = reading(f"Daily Papers\nby AK and the research community\n{printed(form)}")
    assert [(entry.title, entry.abstract) for entry in found.entries] == [(one.title, one.abstract) for one in PAPERS]
    assert found.problems == ()


@pytest.mark.parametrize("form", BARE.values(), ids=BARE)
def test_titles_alone_are_read_with_one_word_on_where_abstracts_are(form: str) -> None:
    found = reading(printed(form))
    assert [(entry.title, entry.abstract) for entry in found.entries] == [(title, "") for title in TITLES]
    assert str(found.problems[-1]) == (
        "list.txt: warning: is copied from a web page that shows titles without abstracts: read as titles alone"
        " (for those of Hugging Face save https://huggingface.co/api/daily_papers?date=2024-04-03 as .json)"
    )
    assert all("nothing that is kept of a paper: 'River Research'" in str(problem) for problem in found.problems[:-1])


def test_people_venue_and_year_of_google_scholar_are_facts() -> None:
    stated = facts(
        f"{ONE.title}\nJ Doe, W van der Berg… - Letters on Tides, 2023 - tides.example\n{ONE.abstract}\n"
        "Save Cite Cited by 87 Related articles All 2 versions\nAbout 1 result (0,05 sec)\n3 citations\n"
    )
    assert stated.authors == (Person("Doe", "J"), Person("van der Berg", "W"))
    assert (stated.more_authors, stated.venue, stated.year) == (True, "Letters on Tides", 2023)


def test_the_page_of_one_paper_is_that_paper_without_its_comments() -> None:
    text = (
        f"Papers\narxiv:{ONE.arxiv}\n{ONE.title}\nPublished on Jan 3, 2024\n·\nSubmitted by\nakhaliq on Jan 4, 2024\n"
        f"Upvote\n87\n+79\nAuthors:\nJane Doe\n,\nJohn Smith\nAbstract\n{ONE.abstract}\nView arXiv page\nView PDF\n"
        "Add to collection\nCommunity\n\nsomebody\nJan 4, 2024\nVery nice!\n"
    )
    (entry,) = reading(text).entries
    assert (entry.title, entry.abstract) == (ONE.title, ONE.abstract)
    assert [person.family for person in entry.facts.authors] == ["Doe", "Smith"]
    assert (entry.facts.arxiv, str(entry.facts.published)) == (ONE.arxiv, "2024-01-03")
    assert said(text) == [
        "list.txt:20:1: warning: 4 lines say nothing that is kept of a paper: 'Community', 'somebody', 'Jan 4, 2024', …"
        " (put what you want to keep into the abstract, or into notes/)"
    ]


def test_arxivs_page_of_one_paper_is_that_paper() -> None:
    stated = facts(
        f"Physics > Geophysics\narXiv:{ONE.arxiv} (physics)\n[Submitted on 3 Jan 2024]\n{ONE.title}\n{ONE.authors}\n"
        f"View PDF\nHTML (experimental)\n{ONE.abstract}\nCite as:\tarXiv:{ONE.arxiv} [physics.geo-ph]\n"
        f" \t(or arXiv:{ONE.arxiv}v1 [physics.geo-ph] for this version)\n"
    )
    assert (stated.arxiv, str(stated.published), len(stated.authors)) == (ONE.arxiv, "2024-01-03", 2)


def test_a_line_marker_settles_what_a_line_of_the_page_is() -> None:
    found = reading(printed(FULL["what is shown behind a title"]) + "# 12 authors\n")
    assert [entry.title for entry in found.entries] == [*TITLES, "12 authors"]


def test_titles_that_read_like_a_line_of_such_pages_stay_titles_elsewhere() -> None:
    text = printed("{title}\n{abstract}\n") + f"Twelve Angry Men\n{ONE.abstract}\n" + f"1984\n{ONE.abstract}\n"
    assert kind(f"{text}12 Authors\n{ONE.abstract}\n") == "compact"
