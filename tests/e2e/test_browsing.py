"""From authors, years and venues to their papers and back: without JavaScript, and with a keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

MANY = 200  # presses of the Tab key that a reader might make


@pytest.fixture
def plain(browser: Browser) -> Iterator[Page]:
    """A page without JavaScript."""
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


def steps_to(page: Page, name: str) -> None:
    """Press Tab until the link with this text has the focus, and see that it shows."""
    for _ in range(MANY):
        page.keyboard.press("Tab")
        link = page.evaluate("document.activeElement.tagName === 'A' ? document.activeElement.textContent.trim() : ''")
        if link == name:
            assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
            return
    pytest.fail(f"no Tab leads to '{name}' on {page.url}")


@pytest.mark.e2e
def test_an_author_leads_to_papers_and_a_paper_to_its_authors_without_javascript(
    plain: Page, sample_site: Path
) -> None:
    plain.goto((sample_site / "index.html").as_uri())
    plain.get_by_role("link", name="authors", exact=True).click()
    plain.get_by_role("link", name="He, Kaiming", exact=True).click()
    assert plain.locator("h1").text_content().startswith("Kaiming He")  # type: ignore[union-attr]
    plain.get_by_role("link", name="Exploring Simple Siamese Representation Learning", exact=True).click()
    plain.locator(".paper__known").get_by_role("link", name="Xinlei Chen", exact=True).click()
    assert plain.url.endswith("/authors/xinlei-chen.html")


@pytest.mark.e2e
def test_every_list_is_put_into_the_other_order_and_back_without_javascript(plain: Page, sample_site: Path) -> None:
    for path in ("papers.html", "tags/vision-transformers.html", "digests/000.html"):
        plain.goto((sample_site / path).as_uri())
        own = plain.locator(".orders [aria-current=page]").text_content()
        plain.get_by_role("link", name="newest first", exact=True).click()
        years = [year for year in plain.locator(".letter__name").all_text_contents() if year.strip().isdigit()]
        assert years and years == sorted(years, reverse=True)
        plain.get_by_role("link", name=own or "", exact=True).click()
        assert plain.url.endswith(path)


@pytest.mark.e2e
@pytest.mark.parametrize(
    ("index", "name"), [("authors.html", "Abbeel, Pieter"), ("years.html", "2021"), ("venues.html", "3DV")]
)
def test_a_keyboard_alone_leads_from_an_index_to_a_paper(page: Page, sample_site: Path, index: str, name: str) -> None:
    page.goto((sample_site / "index.html").as_uri())
    steps_to(page, index.removesuffix(".html").capitalize())
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{index}")
    steps_to(page, name)
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{index.removesuffix('.html')}/**")
    paper = page.locator(".row__title a").first.text_content() or ""
    steps_to(page, paper)
    page.keyboard.press("Enter")
    page.wait_for_url("**/papers/**")
    assert page.locator("h1").text_content() == paper
