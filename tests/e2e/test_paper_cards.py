"""The cards of papers in others' documentation, as Sphinx builds it with sitegen-papers-docs, over file://."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

TITLE = "Tides <img src=x onerror=alert(1)> & Reeds"
FACTS = {"authors": [{"family": "Gray", "given": "Ada"}], "year": 2019, "venue": "Water Letters"}
PAPER = {"slug": "tides", "url": "papers/tides.html", "title": TITLE, "abstract": "We date tides anew.", "facts": FACTS}
CONF = """
extensions = ["sitegen_papers_docs.sphinx"]
sitegen_catalogue = {"url": "https://sea.example/", "folder": "cat"}
"""
TEXT = """
Start
=====

:paper:`own words <tides>` and nothing else.

.. container:: right

   :paper:`at the end of the line <tides>`
"""

TOP = "document.querySelector('{}').getBoundingClientRect().top"


@pytest.fixture(scope="session")
def documents(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a page with two links to a paper."""
    source = tmp_path_factory.mktemp("cards")
    (source / "cat").mkdir()
    (source / "cat" / "papers.json").write_text(json.dumps({"papers": [PAPER]}))
    (source / "conf.py").write_text(CONF)
    (source / "index.rst").write_text(TEXT)
    environment = {**os.environ, "PYTHONPATH": str(checkout / "contrib" / "sitegen-papers-docs")}
    build = [sys.executable, "-m", "sphinx", "-W", "-q", str(source), str(source / "out")]
    subprocess.run(build, env=environment, check=True)
    return (source / "out" / "index.html").as_uri()


@pytest.fixture
def page(browser: Browser, documents: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 390, "height": 700}, reduced_motion="reduce")
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(documents)
    yield page
    assert [url for url in asked if not url.startswith("file:")] == []
    context.close()


def first(page: Page) -> Locator:
    return page.get_by_role("link", name="own words")


def card(page: Page) -> Locator:
    return page.get_by_role("tooltip")


def test_the_pointer_shows_the_card_as_text_and_takes_it_away(page: Page) -> None:
    page.clock.install()
    first(page).hover()
    page.clock.run_for(1000)
    expect(card(page)).to_be_visible()
    assert card(page).locator("p").all_inner_texts() == [TITLE, "Ada Gray", "Water Letters 2019", "We date tides anew."]
    expect(card(page).locator("img")).to_have_count(0)
    assert first(page).get_attribute("title") is None
    card(page).hover()  # so that text in it can be read, and chosen
    page.clock.run_for(1000)
    expect(card(page)).to_be_visible()
    page.mouse.move(5, 690)
    page.clock.run_for(1000)
    expect(card(page)).to_be_hidden()


def test_the_keyboard_shows_the_card_and_escape_takes_it_away(page: Page) -> None:
    assert "Ada Gray" in (first(page).get_attribute("title") or "")  # what there is without a script
    page.add_style_tag(content=".body { padding-top: 3000px !important }")  # the browser scrolls to what has the focus
    for _ in range(20):
        page.keyboard.press("Tab")
        if first(page).evaluate("(link) => link === document.activeElement"):
            break
    expect(card(page)).to_be_visible()
    expect(first(page)).to_have_accessible_description(f"{TITLE} Ada Gray Water Letters 2019 We date tides anew.")
    expect(first(page)).to_be_in_viewport()
    page.wait_for_function(f"Math.abs({TOP.format('#sitegen-card')} - {TOP.format('a[aria-describedby]')}) < 60")
    page.keyboard.press("Escape")
    expect(card(page)).to_be_hidden()
    expect(first(page)).to_be_focused()
    page.keyboard.press("Tab")
    expect(card(page)).to_be_visible()
    expect(first(page)).not_to_have_attribute("aria-describedby", "sitegen-card")


@pytest.mark.parametrize("ground", ["rgb(10, 20, 30)", "rgb(250, 251, 252)"])
def test_the_card_has_the_colours_of_the_page_and_stays_in_the_window(page: Page, ground: str) -> None:
    page.add_style_tag(content=f".body {{ background: {ground} !important }} .right {{ text-align: end }}")
    page.get_by_role("link", name="at the end").hover()
    expect(card(page)).to_have_css("background-color", ground)
    box = card(page).bounding_box()
    assert box
    assert 0 < box["x"] < box["x"] + box["width"] < 390
    assert 0 < box["y"] < box["y"] + box["height"] < 700


def test_a_tap_follows_the_link_without_a_card(browser: Browser, documents: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 700}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(documents)
    page.clock.install()
    page.evaluate("""
        document.addEventListener("click", (click) => { window.followed = click.target.href; click.preventDefault(); })
    """)
    first(page).tap()
    page.clock.run_for(1000)
    assert page.evaluate("window.followed") == "https://sea.example/papers/tides.html"
    expect(page.locator("#sitegen-card")).to_have_count(0)
    context.close()
