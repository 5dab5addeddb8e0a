"""The map's page, from a folder on disk: what a mouse, a finger, a keyboard and an address get from it."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.e2e

CAPTION = "[data-map-caption] a"
HOPFIELD = "hopfield-networks-is-all-you-need"


def test_pointing_at_a_dot_says_its_title_and_a_click_opens_it(page: Page, sample_site: Path) -> None:
    page.goto((sample_site / "map.html").as_uri())
    dot = page.locator(f'.map__dots a[href="papers/{HOPFIELD}.html"]')
    dot.hover()
    assert page.locator(CAPTION).text_content() == "Hopfield Networks is All You Need"
    dot.click()
    assert page.url.endswith(f"/papers/{HOPFIELD}.html")


def test_a_first_touch_says_the_title_and_a_second_opens_it(browser: Browser, sample_site: Path) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
    page = context.new_page()
    page.goto((sample_site / "map.html").as_uri())
    dot = page.locator(".map__dots a").first
    dot.tap()
    caption = page.locator(CAPTION)
    assert (page.url.endswith("map.html"), caption.text_content()) == (True, dot.locator("title").text_content())
    dot.tap()
    page.wait_for_url("**/papers/*.html")
    context.close()


def test_all_dots_are_one_tab_stop_with_arrows_between_them(page: Page, sample_site: Path) -> None:
    page.goto((sample_site / "map.html").as_uri())
    assert page.locator('.map__dots a[tabindex="0"]').count() == 1
    page.locator('.map__dots a[tabindex="0"]').focus()
    focused = "document.activeElement.getAttribute('href')"
    first, x = page.evaluate(focused), "document.activeElement.getBoundingClientRect().x"
    before = page.evaluate(x)
    page.keyboard.press("ArrowRight")
    assert page.evaluate(x) > before
    assert page.evaluate(focused) != first
    assert page.locator(CAPTION).get_attribute("href") == page.evaluate(focused)
    page.keyboard.press("Tab")
    assert page.locator(".map__label:focus").count() == 1


def test_a_paper_leads_to_its_place_on_the_map(page: Page, sample_site: Path) -> None:
    page.goto((sample_site / f"papers/{HOPFIELD}.html").as_uri())
    page.get_by_role("link", name="Its place on the map").click()
    assert page.locator(CAPTION).text_content() == "Hopfield Networks is All You Need"
    assert page.locator(".map__here").get_attribute("href") == f"papers/{HOPFIELD}.html"


def test_one_topic_is_shown_without_javascript(browser: Browser, sample_site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((sample_site / "map.html").as_uri())
    page.locator(".topics a", has_text="Graph neural networks").click()
    opacity = {
        name: page.locator(f"#on-{name} circle").first.evaluate("dot => getComputedStyle(dot).opacity")
        for name in ("graph-neural-networks", "quantisation")
    }
    assert opacity == {"graph-neural-networks": "0.9", "quantisation": "0.1"}
    context.close()
