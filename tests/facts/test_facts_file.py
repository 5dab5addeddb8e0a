"""`facts.yaml` as it is read: what is stated, and every mistake with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.day import Day
from sitegen.facts import Facts, Person
from sitegen.facts.read import person, read


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
            " http:// or https://",
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


def test_the_samples_facts_are_of_papers_that_it_has(checkout: Path) -> None:
    from sitegen.config import load
    from sitegen.gather import gather
    from sitegen.progress import Progress

    settings, _ = load(checkout / "site.yaml")
    assert settings is not None
    assembled, problems = gather(settings, Progress(quiet=True))
    assert assembled is not None
    assert [problem for problem in problems if "facts.yaml" in problem.location.file] == []
    assert len(assembled.catalogue.facts) == 14
