"""The same search, with the same answers, over http and over file://, in Chromium and in Firefox."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import browsers
import pytest
import queries
from firefox import Firefox
from playwright.sync_api import Page

pytestmark = pytest.mark.e2e

ODD_NAME = "my papers #2, 100% né"

# What the worker answers, with whatever may differ between two bundles left in: addresses, order, counts, text, marks.
ASK_ALL = """
const answers = [];
for (const ask of args[0]) answers.push(await window.sitegenSearch.ask(ask));
return answers;
"""


@pytest.fixture(scope="module")
def from_disk(sample_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site in a folder with a difficult name, without the bundle that http uses."""
    folder = tmp_path_factory.mktemp("disk") / ODD_NAME
    shutil.copytree(sample_site, folder, ignore=shutil.ignore_patterns("pagefind"))
    return folder


@pytest.fixture(scope="module")
def asked(sample_site: Path) -> list[dict[str, Any]]:
    papers = json.loads((sample_site / "papers.json").read_text(encoding="utf-8"))["papers"]
    return queries.mixed(papers)


@pytest.fixture(scope="module")
def firefox() -> Iterator[Firefox]:
    path = browsers.firefox()
    if path is None:
        pytest.skip(browsers.NO_FIREFOX)
    with Firefox(path) as driven:
        yield driven


def in_chromium(page: Page, url: str, asked: list[dict[str, Any]]) -> list[dict[str, Any]]:
    page.goto(url)
    return page.evaluate(f"async (asked) => {{ const args = [asked]; {ASK_ALL} }}", asked)


def test_sixty_queries_answer_alike_in_chromium(
    page: Page, server: str, sample_site: Path, from_disk: Path, asked: list[dict[str, Any]]
) -> None:
    http = in_chromium(page, f"{server}x/y/search.html", asked)
    disk = in_chromium(page, (from_disk / "search.html").as_uri(), asked)
    assert len(asked) == 60
    assert sum(answer["total"] > 0 for answer in http) >= 50
    assert disk == http


def test_sixty_queries_answer_alike_in_firefox(
    page: Page, server: str, firefox: Firefox, from_disk: Path, asked: list[dict[str, Any]]
) -> None:
    firefox.goto(f"{server}x/y/search.html")
    http = firefox.run(ASK_ALL, asked)
    firefox.goto((from_disk / "search.html").as_uri())
    disk = firefox.run(ASK_ALL, asked)
    assert disk == http
    assert http == in_chromium(page, f"{server}x/y/search.html", asked)


def test_firefox_keeps_its_own_rule_that_a_page_on_disk_reads_no_neighbour(firefox: Firefox, from_disk: Path) -> None:
    firefox.goto((from_disk / "search.html").as_uri())
    assert firefox.run("return await fetch('papers.html').then(() => 'read', () => 'refused');") == "refused"
    assert firefox.run("return location.protocol;") == "file:"


def test_firefox_shows_results_from_disk(firefox: Firefox, from_disk: Path) -> None:
    firefox.goto((from_disk / "search.html").as_uri() + "?q=hopfield+networks")
    title = firefox.run(
        "for (;;) { const first = document.querySelector('.hit a'); if (first) return first.textContent;"
        " await new Promise((next) => setTimeout(next, 20)); }"
    )
    assert title == "Hopfield Networks is All You Need"


def test_the_search_works_in_the_page_itself_where_there_are_no_workers(
    page: Page, from_disk: Path, asked: list[dict[str, Any]]
) -> None:
    with_worker = in_chromium(page, (from_disk / "search.html").as_uri(), asked[:10])
    page.add_init_script("window.Worker = undefined")
    assert in_chromium(page, (from_disk / "search.html").as_uri(), asked[:10]) == with_worker
