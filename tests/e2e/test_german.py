"""A German site opened from a folder: what scripts say is German, and nothing is wider than a small screen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from commands import sitegen
from interface import small_site
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.e2e


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = small_site(tmp_path_factory.mktemp("german") / "site", "de")
    assert sitegen(folder, "build", "--quiet").code == 0
    return folder / "_site"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 390, "height": 800})
    context.set_default_timeout(10_000)
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    yield page
    context.close()
    assert faults == []


def test_the_search_speaks_german(page: Page, site: Path) -> None:
    page.goto((site / "search.html").as_uri())
    box = page.get_by_role("searchbox")
    box.fill("pebbles")
    status = page.locator("[data-status]")
    expect(status).to_have_text("15 Arbeiten")
    expect(page.get_by_role("button", name="5 weitere zeigen")).to_be_visible()
    expect(page.locator(".hit .row__title a").first).to_have_attribute("lang", "en")
    box.fill("pruning 3")
    expect(page.locator(".hit").first).to_be_visible()
    box.fill("zzzz")
    expect(status).to_have_text("Nichts gefunden")
    expect(page.locator("[data-notice]")).to_contain_text("Keine Arbeit enthält „zzzz“.")
    box.fill("tag:unbekannt")
    expect(page.locator("[data-notice]")).to_contain_text("Kein Schlagwort heißt „unbekannt“.")


def test_the_search_box_of_other_pages_speaks_german(page: Page, site: Path) -> None:
    page.goto((site / "about.html").as_uri())
    page.get_by_role("combobox").fill("attention")
    expect(page.locator(".suggest__all")).to_have_text("Alle 5 gefundenen Arbeiten")
    expect(page.locator(".suggest__kind").first).to_have_text("Schlagwort")


def test_lists_and_keys_speak_german(page: Page, site: Path) -> None:
    page.goto((site / "tags/pebbles.html").as_uri())
    page.get_by_role("searchbox", name="Filtern").fill("pruning")
    expect(page.locator("[data-filter-count]")).to_have_text("5 von 15")
    star = page.get_by_role("button", name="Merken: Pruning Pebbles 1")
    star.click()
    expect(star).to_have_attribute("aria-pressed", "true")
    page.locator("h1").click()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Tasten")).to_contain_text("die nächste Arbeit der Liste")


def test_the_saved_page_speaks_german(page: Page, site: Path) -> None:
    page.goto((site / "papers/pruning-pebbles-1.html").as_uri())
    page.get_by_role("button", name="Merken").click()
    expect(page.get_by_role("button", name="Gemerkt")).to_be_visible()
    page.goto((site / "saved.html").as_uri())
    expect(page.locator("[data-saved-count]")).to_have_text("1 Arbeit, 0 gelesen")
    expect(page.get_by_text("Ada Gray et al., 2019").or_(page.get_by_text("Gray et al., 2019"))).to_be_visible()
    page.get_by_role("button", name="Entfernen: Pruning Pebbles 1").click()
    expect(page.locator("[data-saved-status]")).to_have_text("Entfernt: Pruning Pebbles 1")


@pytest.mark.parametrize("width", [320, 700])
def test_nothing_is_wider_than_the_screen(page: Page, site: Path, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    for name in ("index", "papers", "digests/a", "tags", "saved", "linking", "papers/pruning-pebbles-1", "statistics"):
        page.goto((site / f"{name}.html").as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name
    page.goto((site / "search.html").as_uri() + "?q=pebbles")
    expect(page.locator("[data-status]")).to_have_text("15 Arbeiten")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
