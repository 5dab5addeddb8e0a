"""`facts.yaml` as it is read: what is stated, and every mistake with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.day import Day
from sitegen.facts import Facts, Person
from sitegen.facts.names import person
from sitegen.facts.read import read, read_stated


def facts(folder: Path, text: str) -> dict[str, Facts]:
    (folder / "facts.yaml").write_text(text, encoding="utf-8")
    stated, problems = read(folder)
    assert problems == ()
    return {one.paper: one.facts for one in stated}


def test_no_file_states_nothing(tmp_path: Path) -> None:
    assert read(tmp_path) == ((), ())


def test_a_link_out_of_the_sites_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("key: value\n", encoding="utf-8")
    site = tmp_path / "site"
    site.mkdir()
    (site / "facts.yaml").symlink_to(tmp_path / "secret")
    _, problems = read(site)
    assert [problem.message for problem in problems] == ["is a link that leads outside the site's folder"]


def test_every_fact_is_read(tmp_path: Path) -> None:
    text = """\
pointer-networks:
  authors: [Oriol Vinyals, "Fortunato, Meire"]
  year: 2015
  venue: NIPS
  arxiv: 1506.03130
  doi: 10.1000/182
  pdf: https://example.org/p.pdf
  code: https://example.org/code
  published: 2015-06-09
"""
    assert facts(tmp_path, text) == {
        "pointer-networks": Facts(
            authors=(Person("Vinyals", "Oriol"), Person("Fortunato", "Meire")),
            year=2015,
            venue="NIPS",
            arxiv="1506.03130",
            doi="10.1000/182",
            pdf="https://example.org/p.pdf",
            code="https://example.org/code",
            published=Day(6, 9, 2015),
        )
    }


@pytest.mark.parametrize(
    ("name", "family", "given"),
    [
        ("Geir Kjetil Sandve", "Sandve", "Geir Kjetil"),
        ("Le, Quoc V.", "Le", "Quoc V."),
        ("Ludwig van Beethoven", "van Beethoven", "Ludwig"),
        ("Charles de la Vallée", "de la Vallée", "Charles"),
        ("Martin Luther King Jr.", "King Jr.", "Martin Luther"),
        ("OpenAI", "OpenAI", ""),
        ("The Frog Recognition Group,", "The Frog Recognition Group", ""),
        ("王小明", "王小明", ""),
    ],
)
def test_a_name_is_taken_apart(name: str, family: str, given: str) -> None:
    assert person(name) == Person(family, given)


@pytest.mark.parametrize("form", ["2008.02217", "arXiv:2008.02217", "https://arxiv.org/abs/2008.02217"])
def test_an_arxiv_id_may_be_written_as_people_do(tmp_path: Path, form: str) -> None:
    (one,) = facts(tmp_path, f"a:\n  arxiv: {form}\n").values()
    assert (one.arxiv, one.arxiv_href) == ("2008.02217", "https://arxiv.org/abs/2008.02217")


@pytest.mark.parametrize("form", ["10.1000/a%b", "doi:10.1000/a%b", "https://doi.org/10.1000/a%b"])
def test_a_doi_may_be_written_as_people_do(tmp_path: Path, form: str) -> None:
    (one,) = facts(tmp_path, f"a:\n  doi: {form}\n").values()
    assert (one.doi, one.doi_href) == ("10.1000/a%b", "https://doi.org/10.1000/a%25b")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a:\n  auhtors: [A B]\n", "facts.yaml:2:3: error: unknown key 'auhtors' in a (did you mean 'authors'?)"),
        (
            "a:\n  authors: A B\n",
            "facts.yaml:2:12: error: a.authors must be a list, not 'A B' (write it as a list: [A B])",
        ),
        (
            "a:\n  authors: [A B and C D]\n",
            "facts.yaml:2:13: error: a.authors[0] is 'A B and C D', but each author is an entry of the list:"
            " [First Author, Second Author]",
        ),
        (
            "a:\n  authors: [A B et al.]\n",
            "facts.yaml:2:13: error: a.authors[0] is 'A B et al.', but each author is an entry of the list:"
            " [First Author, Second Author]",
        ),
        (
            "a:\n  year: 20015\n",
            "facts.yaml:2:9: error: a.year must be a whole number from 1000 to 9999, not '20015'",
        ),
        ("a:\n  arxiv: 15.06\n", "facts.yaml:2:10: error: a.arxiv is '15.06', not an arXiv id such as 1706.03762"),
        ("a:\n  doi: 11.1/x\n", "facts.yaml:2:8: error: a.doi is '11.1/x', not a DOI such as 10.1000/182"),
        (
            "a:\n  pdf: javascript:alert(1)\n",
            "facts.yaml:2:8: error: a.pdf is 'javascript:alert(1)', not an absolute address that begins with"
            " http:// or https:// (write one such as https://example.org/papers)",
        ),
        (
            "a:\n  published: June 2015\n",
            "facts.yaml:2:14: error: a.published is 'June 2015', which is no date (write one such as 2024-04-03)",
        ),
    ],
)
def test_a_mistake_is_named_with_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, expected: str
) -> None:
    (tmp_path / "facts.yaml").write_text(text)
    monkeypatch.chdir(tmp_path)
    assert [str(problem) for problem in read(tmp_path)[1]] == [expected]


FOUND = """\
pointer-networks:
  code: https://example.org/mine
  found:
  - {authors: [Oriol Vinyals], year: 2015, published: 2015-06-09, source: arXiv, day: 2026-03-02}
  - {venue: NIPS, year: 2016, source: [DBLP, a second list], day: 2026-03-03}
"""


def test_what_was_found_is_combined_and_keeps_its_sources_and_days() -> None:
    ((one,), problems) = read_stated(FOUND)
    assert problems == ()
    assert one.facts == Facts(
        authors=(Person("Vinyals", "Oriol"),),
        year=2016,  # the venue's, not the preprint's
        venue="NIPS",
        code="https://example.org/mine",
        published=Day(6, 9, 2015),
    )
    assert [(each.sources, each.day) for each in one.stated] == [
        ((), None),
        (("arXiv",), Day(3, 2, 2026)),
        (("DBLP", "a second list"), Day(3, 3, 2026)),
    ]


def test_a_persons_word_goes_before_what_was_found() -> None:
    ((one,), _) = read_stated(FOUND.replace("  code:", "  year: 2014\n  venue: Mine\n  code:"))
    assert (one.facts.year, one.facts.venue) == (2014, "Mine")


def test_an_item_without_a_source_is_a_persons_word() -> None:
    ((one,), _) = read_stated("a:\n- {year: 2015, venue: X, source: DBLP}\n- {year: 2016}\n")
    assert (one.facts.year, one.facts.venue) == (2016, "X")


def test_a_preprint_after_the_meeting_was_not_published_first() -> None:
    ((one,), _) = read_stated("a:\n- {published: 2016-01-05, source: arXiv}\n- {year: 2015, venue: X, source: DBLP}\n")
    assert (one.facts.year, one.facts.published) == (2015, None)


@pytest.mark.parametrize("text", ["a: []\n", "a:\n  found: []\n", "a:\n  year: 2015\n  found: []\n"])
def test_an_empty_list_says_that_nobody_is_to_look(text: str) -> None:
    assert [one.settled for one in read_stated(text)[0]] == [True]


@pytest.mark.parametrize("text", ["a:\n", "a:\n  year: 2015\n", "a:\n  found:\n", FOUND])
def test_nothing_said_leaves_it_open(text: str) -> None:
    assert [one.settled for one in read_stated(text)[0]] == [False]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "b:\n- {year: 2015, source: x}\na:\n- {yaer: 2015, source: x}\n",
            "facts.yaml:4:4: error: unknown key 'yaer' in a[0] (did you mean 'year'?)",
        ),
        (
            "b:\n- {year: 2015, source: x}\na:\n- {year: 20155, source: x}\n",
            "facts.yaml:4:10: error: a[0].year must be a whole number from 1000 to 9999, not '20155'",
        ),
        (
            "b:\n- {year: 2015, source: x}\na:\n- {venue: 2015, source: x}\n",
            'facts.yaml:4:11: error: a[0].venue must be text, not the number 2015 (put it in quotes: "2015")',
        ),
        (
            "b:\n- {year: 2015, source: x}\na:\n- {year: 2015, year: 2016, source: x}\n",
            "facts.yaml:4:16: error: duplicate key 'year' in a[0] (first given in line 4)",
        ),
        (
            "a:\n- {year: 2015, source: x}\nb:\n- {year: 2015, source: x}\na:\n  year: 2015\n",
            "facts.yaml:5:1: error: duplicate key 'a' (first given in line 1)",
        ),
        (
            "a:\n  found: {year: 2015}\n",
            "facts.yaml:2:10: error: a.found must be a list, not a mapping"
            " (begin each item with a dash: - authors: …, year: …)",
        ),
        (
            "a:\n- {year: 2015, source: [1, b]}\n",
            'facts.yaml:2:25: error: a[0].source[0] must be text, not the number 1 (put it in quotes: "1")',
        ),
        (
            "a:\n- {year: 2015, source: []}\n",
            "facts.yaml:2:24: error: a[0].source needs at least 1 entries, not 0"
            " (add what is missing, or delete the list)",
        ),
        (
            "a:\n- {year: 2015, found: []}\n",
            "facts.yaml:2:16: error: unknown key 'found' in a[0] (known: authors, year, venue, arxiv, doi, acl,"
            " openreview, url, pdf, code, project, published, source, day)",
        ),
    ],
)
def test_a_mistake_among_what_was_found_is_named_with_its_place(text: str, expected: str) -> None:
    assert [str(problem) for problem in read_stated(text)[1]] == [expected]


def test_entries_keep_the_order_and_the_lines_of_the_file() -> None:
    text = "b:\n  year: 2001\n\na:\n- {year: 2002, source: x}\nc: {year: 2003}\nd:\n- {year: 2004, source: x}\n"
    records, _ = read_stated(text)
    assert [(one.paper, one.location.line) for one in records] == [("b", 2), ("a", 5), ("c", 6), ("d", 8)]
