"""What sitegen writes it reads again: the same papers, under the same titles, with the same facts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from builders import files_of, make_catalogue, make_test_index
from msgspec import structs

from sitegen.catalogue.model import Catalogue
from sitegen.citation.formats import BIBTEX, CSL_JSON, RIS
from sitegen.config.load import load
from sitegen.config.model import Settings
from sitegen.day import Day
from sitegen.exports import catalogue_csv, citations, papers_json
from sitegen.exports.export import Export
from sitegen.facts import Facts, Person
from sitegen.facts.ids import ids_in
from sitegen.gather import gather
from sitegen.pages.page_index import PageIndex
from sitegen.progress import Progress

ADDRESS = "https://papers.example/cat/"


EXPORTS: dict[str, Export] = {
    "papers.bib": citations.export(BIBTEX),
    "papers.ris": citations.export(RIS),
    "papers.csl.json": citations.export(CSL_JSON),
    "catalogue.csv": catalogue_csv.EXPORT,
    "papers.json": papers_json.PAPERS,
}
each_export = pytest.mark.parametrize("name", EXPORTS)

KNOWN = {
    "everything": Facts(
        authors=(
            Person("Žeměř", "Ada B."),
            Person("van Dam", "Chris"),
            Person("O'Neill Jr.", "Jo"),
            Person("A & B Lab"),
        ),
        more_authors=True,
        year=2021,
        venue="Conference on Examples (COE)",
        arxiv="2101.00001",
        doi="10.1000/a_b(c)",
        acl="2021.acl-long.1",
        openreview="aBc-12_x",
        url="https://coe.example/21/paper_1.html",
        pdf="https://coe.example/21/paper_1.pdf",
        code="https://github.com/ada/things_and_light",
        project="https://ada.example/light/",
        published=Day(12, 30, 2020),
    ),
    "a day alone": Facts(year=2020, published=Day(2, 3, 2020)),
    "a day of another year": Facts(year=2021, published=Day(2, 3, 2020)),
    "a year alone": Facts(year=1999),
    "a preprint": Facts(authors=(Person("García Márquez", "G."),), year=2019, arxiv="cs/0701001"),
    "a proceedings paper": Facts(authors=(Person("王", "小明"),), acl="P17-1001"),
    "a page alone": Facts(url="https://coe.example/1"),
    "a pdf alone": Facts(pdf="https://coe.example/1.pdf"),
    "an odd venue": Facts(venue="Notes & Queries of 100% Good Things_in $ and € #1"),
    "one name": Facts(authors=(Person("Plato"), Person("de la Vallée Poussin", "Charles"))),
    "nothing": Facts(),
}


def read_back(name: str, index: PageIndex, folder: Path) -> Catalogue:
    (folder / "in").mkdir()
    (folder / "in" / name).write_bytes(files_of(EXPORTS[name], index)[name])
    settings = Settings(root=folder, input=(folder / "in",))
    assembled, problems = gather(settings, Progress(quiet=True))
    assert assembled is not None, problems
    assert problems == ()
    return assembled.catalogue


def known(catalogue: Catalogue) -> dict[str, Facts]:
    return {
        paper.title_text: in_one_form(catalogue.facts.get(slug, Facts())) for slug, paper in catalogue.papers.items()
    }


def in_one_form(facts: Facts) -> Facts:
    """An address that holds an id is that id, one of a PDF is that; and TeX has one sign for both apostrophes."""
    ids = ids_in(facts.url)
    found = {name: id for name, id in ids.items() if not getattr(facts, name)}
    if facts.url.lower().endswith(".pdf") and not ids:
        found |= {"pdf": facts.pdf or facts.url, "url": ""}
    elif ids:
        found["url"] = ""
    authors = tuple(Person(p.family.replace("’", "'"), p.given.replace("’", "'")) for p in facts.authors)
    return structs.replace(facts, authors=authors, **found)


@each_export
def test_every_fact_comes_back(name: str, tmp_path: Path) -> None:
    catalogue = make_catalogue({"d": list(KNOWN)}, abstracts={title: f"This says {title}." for title in KNOWN})
    slugs = {paper.title_text: slug for slug, paper in catalogue.papers.items()}
    catalogue = replace(catalogue, facts={slugs[title]: facts for title, facts in KNOWN.items()})
    back = read_back(name, make_test_index(catalogue, base_url=ADDRESS), tmp_path)
    assert known(back) == {title: in_one_form(facts) for title, facts in KNOWN.items()}


@pytest.fixture(scope="module")
def sample(checkout: Path) -> Catalogue:
    settings, _ = load(checkout / "site.yaml")
    assert settings is not None
    assembled, _ = gather(settings, Progress(quiet=True))
    assert assembled is not None
    return assembled.catalogue


@each_export
def test_the_sample_comes_back(name: str, sample: Catalogue, tmp_path: Path) -> None:
    back = read_back(name, make_test_index(sample, base_url=ADDRESS), tmp_path)
    assert known(back) == known(sample)


@each_export
def test_all_that_is_said_of_a_paper_but_its_abstract_in_bibtex_comes_back(
    name: str, sample: Catalogue, tmp_path: Path
) -> None:
    back = read_back(name, make_test_index(sample, base_url=ADDRESS), tmp_path)
    said = {paper.title_text: "" if name == "papers.bib" else paper.abstract_text for paper in sample.papers.values()}
    assert {paper.title_text: paper.abstract_text for paper in back.papers.values()} == said
