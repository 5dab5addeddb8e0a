"""The same search, with the same answers: over http and over file://, in three engines, in one shard and in many."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import browsers
import pytest
import queries
import webkit
from builders import BARE_THEME
from firefox import Firefox
from playwright.sync_api import Browser, Page
from whole_sites import Collected

from sitegen import search
from sitegen.build import gather
from sitegen.config.load import load
from sitegen.pages.page_index import page_index
from sitegen.progress import Progress
from sitegen.site import make_site
from sitegen.work import Work

pytestmark = pytest.mark.e2e

ODD_NAME = "my papers #2, 100% né"

# What the worker answers: addresses, order, counts, text, marks.
ASK_ALL = """
const answers = [];
for (const ask of args[0]) answers.push(await window.sitegenSearch.ask(ask));
return answers;
"""


@pytest.fixture(scope="module")
def from_disk(sample_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site in a folder with a difficult name."""
    folder = tmp_path_factory.mktemp("disk") / ODD_NAME
    shutil.copytree(sample_site, folder)
    return folder


@pytest.fixture(scope="module")
def in_shards(sample_site: Path, checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site with its index in six shards."""
    folder = tmp_path_factory.mktemp("shards") / "site"
    shutil.copytree(sample_site, folder, ignore=shutil.ignore_patterns("search"))
    settings, _ = load(checkout / "site.yaml")
    assert settings is not None
    assembled, _ = gather(settings, Progress(quiet=True))
    assert assembled is not None
    catalogue, sink = assembled.catalogue, Collected()
    papers = page_index(catalogue, make_site(settings, catalogue, BARE_THEME))
    with search.begin(catalogue, Work(), sink, largest=-(-len(catalogue.papers) // 6)) as index:
        for file in index.files(papers, sink):
            sink.add(file)
    for path, data in sink.files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
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


@pytest.fixture(scope="module")
def answers(browser: Browser, server: str, asked: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What Chromium answers over http."""
    page = browser.new_page()
    found = in_chromium(page, f"{server}x/y/search.html", asked)
    page.close()
    return found


def test_sixty_queries_answer_alike_in_chromium(
    page: Page, from_disk: Path, asked: list[dict[str, Any]], answers: list[dict[str, Any]]
) -> None:
    assert len(asked) == 60
    assert sum(answer["total"] > 0 for answer in answers) >= 50
    assert in_chromium(page, (from_disk / "search.html").as_uri(), asked) == answers


def test_sixty_queries_answer_alike_in_firefox(
    server: str, firefox: Firefox, from_disk: Path, asked: list[dict[str, Any]], answers: list[dict[str, Any]]
) -> None:
    for url in (f"{server}x/y/search.html", (from_disk / "search.html").as_uri()):
        firefox.goto(url)
        assert firefox.run(ASK_ALL, asked) == answers, url


def test_sixty_queries_answer_alike_in_webkit(
    server: str, from_disk: Path, asked: list[dict[str, Any]], answers: list[dict[str, Any]]
) -> None:
    binary = webkit.browser()
    if binary is None:
        pytest.skip(webkit.MISSING)
    with webkit.WebKit(binary) as driven:
        driven.goto(f"{server}x/y/search.html")
        assert driven.run(ASK_ALL, asked[::3]) == answers[::3]  # the same code as from disk
        driven.goto((from_disk / "search.html").as_uri())
        assert driven.run(ASK_ALL, asked) == answers
        assert driven.run("return fetch('papers.html').then(() => 'read', () => 'refused');") == "refused"


def test_shards_answer_as_one_index_does(
    page: Page, in_shards: Path, asked: list[dict[str, Any]], answers: list[dict[str, Any]]
) -> None:
    assert len([path for path in (in_shards / "search").iterdir() if path.is_dir()]) == 6
    assert in_chromium(page, (in_shards / "search.html").as_uri(), asked) == answers


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
