"""The small scripts of the pages, from a folder on disk: theme, list tools, copying, the 404 page's guess."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.e2e


def theme_of(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.documentElement).colorScheme"))


def test_the_readers_theme_is_kept_from_page_to_page(page: Page, sample_site: Path) -> None:
    page.emulate_media(color_scheme="light")
    page.goto((sample_site / "index.html").as_uri())
    switch = page.get_by_role("button", name="Dark theme")
    assert switch.get_attribute("aria-pressed") == "false"
    switch.click()
    page.goto((sample_site / "tags.html").as_uri())
    assert theme_of(page) == "dark"
    assert page.get_by_role("button", name="Dark theme").get_attribute("aria-pressed") == "true"


def test_going_back_to_the_systems_theme_follows_the_system_again(page: Page, sample_site: Path) -> None:
    page.emulate_media(color_scheme="light")
    page.goto((sample_site / "index.html").as_uri())
    for _ in range(2):
        page.get_by_role("button", name="Dark theme").click()
    assert page.evaluate("localStorage.getItem('theme')") is None
    assert theme_of(page) == "light dark"


def test_the_theme_changes_where_nothing_may_be_stored(page: Page, sample_site: Path) -> None:
    page.emulate_media(color_scheme="light")
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })"
    )
    page.goto((sample_site / "index.html").as_uri())
    page.get_by_role("button", name="Dark theme").click()
    assert theme_of(page) == "dark"


def test_without_scripts_no_control_promises_what_it_cannot_do(browser: Browser, sample_site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((sample_site / "digests" / "000.html").as_uri())
    shown = [button.inner_text() for button in page.get_by_role("button").all() if button.is_visible()]
    context.close()
    assert set(shown) <= {"Search"}


def test_a_list_is_narrowed_by_words_of_its_titles(page: Page, sample_site: Path) -> None:
    page.goto((sample_site / "digests" / "000.html").as_uri())
    page.get_by_label("Filter").fill("HOPFIELD")
    assert page.locator(".row:visible h3").all_inner_texts() == ["Hopfield Networks is All You Need"]
    assert page.locator("[data-filter-count]").inner_text() == "1 of 86"


def test_all_abstracts_open_and_close_at_once(page: Page, sample_site: Path) -> None:
    page.goto((sample_site / "digests" / "000.html").as_uri())
    button = page.get_by_role("button", name="All abstracts")
    button.click()
    assert page.locator(".peek[open]").count() == page.locator(".peek").count()
    button.click()
    assert page.locator(".peek[open]").count() == 0


def test_one_notation_is_open_at_a_time(page: Page, sample_site: Path) -> None:
    page.goto((sample_site / "papers" / "hopfield-networks-is-all-you-need.html").as_uri())
    page.locator("summary", has_text="HTML").click()
    assert page.locator("[data-switch=link] details[open] summary").all_inner_texts() == ["HTML"]


def test_the_copied_citation_is_the_papers_file(page: Page, sample_site: Path) -> None:
    page.add_init_script("navigator.clipboard.writeText = async (text) => { window.copied = text; };")
    paper = sample_site / "papers" / "hopfield-networks-is-all-you-need"
    page.goto(paper.with_suffix(".html").as_uri())
    page.locator("summary", has_text="BibTeX").click()
    page.get_by_role("button", name="Copy BibTeX").click()
    assert page.evaluate("window.copied") == paper.with_suffix(".bib").read_text(encoding="utf-8").strip()


def test_without_scripts_every_notation_can_be_opened_and_selected(browser: Browser, sample_site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((sample_site / "papers" / "hopfield-networks-is-all-you-need.html").as_uri())
    page.locator("summary", has_text="Quarto").click()
    shown = page.locator("code", has_text=":std:label:`paper-hopfield-networks-is-all-you-need`").is_visible()
    buttons = page.locator("button.copy:visible").count()
    context.close()
    assert (shown, buttons) == (True, 0)


def test_the_404_page_offers_the_words_of_the_address(browser: Browser, sample_site: Path, server: str) -> None:
    page = browser.new_page()
    page.goto(f"{server}x/y/papers/sparse-transformers.html")
    words = page.locator("main input[name=q]").input_value()
    page.close()
    assert words == "sparse transformers"
