"""The sample's own `facts.yaml`: nothing but what public sources state, and on its papers' pages."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from sitegen.assets import Theme
from sitegen.catalogue.assemble import CatalogueBuild
from sitegen.config.load import load
from sitegen.facts.read import read
from sitegen.facts.text import entry
from sitegen.gather import gather
from sitegen.pages.page_index import page_index
from sitegen.pages.paper import PaperView, pages
from sitegen.progress import Progress
from sitegen.site import make_site
from sitegen.words.normalise import title_key

THEME = Theme(templates={}, artifacts=(), names={})


@pytest.fixture(scope="module")
def sample(checkout: Path) -> CatalogueBuild:
    settings, _ = load(checkout / "site.yaml")
    assert settings is not None
    assembled, problems = gather(settings, Progress(quiet=True))
    assert assembled is not None
    assert [problem for problem in problems if "facts.yaml" in problem.location.file] == []
    return assembled


@pytest.fixture(scope="module")
def views(checkout: Path, sample: CatalogueBuild) -> dict[str, PaperView]:
    settings, _ = load(checkout / "site.yaml")
    assert settings is not None
    index = page_index(sample.catalogue, make_site(settings, sample.catalogue, THEME))
    titles = {slug: title_key(paper.title_text) for slug, paper in sample.catalogue.papers.items()}
    shown = [page.view for page in pages(index)]
    return {titles[view.cited.slug]: view for view in shown if isinstance(view, PaperView)}


@pytest.fixture(scope="module")
def stated(shared: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((shared / "sample-facts.json").read_text(encoding="utf-8"))
    return found


def test_every_entry_is_of_a_paper_of_the_sample(sample: CatalogueBuild) -> None:
    assert len(sample.catalogue.facts) == 476


def test_every_fact_has_its_source(checkout: Path) -> None:
    assert [one.paper for one in read(checkout)[0] if not all(each.sources for each in one.stated)] == []


def test_the_file_is_in_the_form_that_the_program_writes(checkout: Path) -> None:
    text = (checkout / "facts.yaml").read_text(encoding="utf-8")
    written = "".join(entry(one.paper, one.stated) for one in read(checkout)[0])
    assert text.partition("\n\n")[2] == written


@pytest.mark.real
def test_a_year_stands_on_the_page_of_every_paper_that_has_one(
    stated: list[dict[str, Any]], views: dict[str, PaperView]
) -> None:
    years = {one["title"]: one["year"] for one in stated if "year" in one}
    assert len(years) == 468
    shown = {title: views[title_key(title)].year for title in years}
    lost = [title for title, year in years.items() if (found := shown[title]) is None or found.name != str(year)]
    assert lost == []


@pytest.mark.real
def test_an_address_stands_on_the_page_of_every_paper_that_has_one(
    stated: list[dict[str, Any]], views: dict[str, PaperView]
) -> None:
    addresses = {one["title"]: _bare(one["url"]) for one in stated if "url" in one}
    assert len(addresses) == 471
    shown = {title: [_bare(link.href) for link in views[title_key(title)].links] for title in addresses}
    assert [title for title, address in addresses.items() if address not in shown[title]] == []


@pytest.mark.real
def test_the_authors_are_those_of_the_sources(stated: list[dict[str, Any]], views: dict[str, PaperView]) -> None:
    authors = {one["title"]: tuple(one["authors"]) for one in stated if "authors" in one}
    shown = {title: tuple(author.name for author in views[title_key(title)].authors) for title in authors}
    assert shown == authors


def test_what_nobody_states_is_not_recorded(sample: CatalogueBuild, views: dict[str, PaperView]) -> None:
    silent = [slug for slug in sample.catalogue.papers if slug not in sample.catalogue.facts]
    by_slug = {view.cited.slug: view for view in views.values()}
    assert len(silent) == 32
    assert {by_slug[slug].unknown for slug in silent} == {("authors", "year", "venue")}


def _bare(address: str) -> str:
    """An address without what two forms of it differ in."""
    return re.sub(r"^https?://(?:www\.)?|/$|v\d+$", "", address).casefold().replace("%20", " ")
