"""Every title finds its paper first, whatever signs and scripts it is made of."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
import queries
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.e2e

TITLES = (
    "<img src=x onerror=alert(1)> in neural nets",
    "{{ 7*7 }} and ${x}",
    "CON",
    "深度学习中的注意力机制研究",
    "شبكات عصبية عميقة للترجمة",
    "Сеть и обучение",
    "Parrots can talk: 🤖 edition",
    "tag:vision is not a filter",
    "digest:000",
    '"Quoted words" and the rest',
    '"Quoted from end to end"',
    "-rf considered harmful",
    "Less is more -- or -not",
    "PEPSI++: fast inpainting",
    "N:M sparsity",
    "A",
    "Attention",
    "Attention Is All",
    "λ-calculus & Poincaré naïve",
    "The the the",
    "not any all none",
    "__proto__ constructor toString",
)


@pytest.fixture(scope="module")
def odd_site(tmp_path_factory: pytest.TempPathFactory, checkout: Path) -> Path:
    """A site of odd titles that share their abstract's words."""
    command = [sys.executable, "-m", "sitegen", "build", "--quiet"]
    folder = tmp_path_factory.mktemp("odd")
    shared = "This made-up abstract speaks of attention, networks, a method and other things at some length."
    own = [" ".join(f"{sign}{number}tok" for sign in "abcdefghijklmnop") for number in range(len(TITLES))]
    entries = [f"# {title}\n\n{shared} {words}.\n" for title, words in zip(TITLES, own, strict=True)]
    (folder / "odd.txt").write_text("\n".join(entries), encoding="utf-8")
    command += ["--input", str(folder / "odd.txt"), "--output", str(folder / "site")]
    done = subprocess.run(command, cwd=checkout, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder / "site"


@pytest.fixture(scope="module")
def empty_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site whose one paper was left out."""
    folder = tmp_path_factory.mktemp("empty")
    (folder / "odd.txt").write_text("# Rivers\n\n> We study how narrow rivers carry sediment.\n", encoding="utf-8")
    (folder / "site.yaml").write_text("input: [odd.txt]\nexclude: [rivers]\n", encoding="utf-8")
    command = [sys.executable, "-m", "sitegen", "build", "--quiet"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder / "_site"


def test_where_no_paper_is_left_the_search_finds_none(page: Page, empty_site: Path) -> None:
    page.goto((empty_site / "search.html").as_uri() + "?q=rivers")
    expect(page.locator("[data-status]")).to_have_text("Nothing found")


def first(page: Page, site: Path, asked: list[str]) -> list[str]:
    """The title found first for each query, "" where there is none."""
    page.goto((site / "search.html").as_uri())
    return page.evaluate(
        """async (asked) => { const found = []; for (const ask of asked) {
             const { results } = await window.sitegenSearch.ask(ask);
             found.push(results.length ? results[0].title.map(({ text }) => text).join("") : ""); }
           return found; }""",
        [queries.ask(q) for q in asked],
    )


def test_each_odd_title_finds_its_paper_first(page: Page, odd_site: Path) -> None:
    papers = json.loads((odd_site / "papers.json").read_text(encoding="utf-8"))["papers"]
    titles = [paper["title"] for paper in papers]
    assert len(titles) == len(TITLES)
    assert first(page, odd_site, titles) == titles


def test_words_inside_a_chinese_title_find_it(page: Page, odd_site: Path) -> None:
    assert first(page, odd_site, ["注意力", "学习 机制"]) == [TITLES[3], TITLES[3]]


def test_every_third_title_of_the_sample_finds_its_paper_first(page: Page, sample_site: Path) -> None:
    papers = json.loads((sample_site / "papers.json").read_text(encoding="utf-8"))["papers"]
    titles = [paper["title"] for paper in papers[::3]]  # all take 20 seconds
    assert first(page, sample_site, titles) == titles
