"""Pages on phones, tablets and paper: nothing hangs out, nothing is left out without a sign."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.e2e

PAPER = "papers/exploring-simple-siamese-representation-learning.html"


@pytest.fixture(scope="module")
def opened(browser: Browser, server: str) -> Iterator[Page]:
    """A page of the site, for looking at in several sizes."""
    page = browser.new_page(base_url=f"{server}x/y/")
    yield page
    page.close()


@pytest.mark.parametrize("links", [3, 6])
def test_the_search_box_stays_in_its_column_on_a_tablet(opened: Page, sample_site: Path, links: int) -> None:
    opened.goto("papers.html")
    opened.evaluate(
        "n => document.querySelectorAll(`.site-nav li:nth-child(n+${n + 1})`).forEach(li => li.remove())", links
    )
    for width in range(640, 800, 20):
        opened.set_viewport_size({"width": width, "height": 600})
        column = opened.locator("h1").bounding_box()
        for part in (".site-header .search-box", ".theme-switch"):
            box = opened.locator(part).bounding_box()
            assert column and box
            assert box["x"] >= column["x"] and box["x"] + box["width"] <= width - column["x"] + 1, (width, part)


def test_a_to_z_does_not_break_on_the_smallest_phone(opened: Page, sample_site: Path) -> None:
    opened.set_viewport_size({"width": 320, "height": 600})
    opened.goto("papers.html")
    assert opened.locator("h1 .nobr").evaluate("span => span.getClientRects().length") == 1


@pytest.mark.parametrize("width", [1280, 390])
def test_rows_say_how_many_tags_they_leave_out(opened: Page, sample_site: Path, width: int) -> None:
    opened.set_viewport_size({"width": width, "height": 800})
    opened.goto("papers-2.html")
    for tags in opened.locator(".row .tags:has(.tags__more)").all():
        named = tags.locator(".tag:visible").count()
        signs = tags.locator(".tags__more:visible").all_text_contents()
        assert (named, len(signs)) in {(2, 1), (3, 0), (3, 1)}
        assert named + int("".join(signs) or 0) >= 3


def test_on_a_phone_a_list_begins_soon_and_names_two_authors(opened: Page, sample_site: Path) -> None:
    opened.set_viewport_size({"width": 390, "height": 844})
    opened.goto("tags/pretraining-transfer.html")
    choices = opened.locator(".narrow__first")
    assert choices.evaluate("list => list.scrollWidth > list.clientWidth && list.clientHeight < 40")
    assert choices.evaluate("list => list.getBoundingClientRect().right <= innerWidth")
    byline = opened.locator(".byline", has_text="Weiming Hu").first
    assert byline.inner_text().startswith("Shaoru Wang et al., Weiming Hu")
    opened.set_viewport_size({"width": 1280, "height": 800})
    assert byline.inner_text().startswith("Shaoru Wang, Jin Gao, Zeming Li et al., Weiming Hu")


def test_on_a_phone_a_paper_with_many_links_has_its_abstract_on_the_first_screen(
    opened: Page, sample_site: Path
) -> None:
    opened.set_viewport_size({"width": 390, "height": 844})
    opened.goto("papers/delving-deep-into-rectifiers-surpassing-human-level-performance-on-imagenet.html")
    assert opened.locator(".button__host:visible").count() == 1
    abstract = opened.locator(".abstract").bounding_box()
    assert abstract
    assert abstract["y"] < 560


def test_a_map_wider_than_the_window_says_so_and_begins_in_its_middle(opened: Page, sample_site: Path) -> None:
    opened.set_viewport_size({"width": 390, "height": 844})
    opened.goto("map.html")
    assert opened.locator(".map__wider").is_visible()
    left, right = opened.locator(".map__frame").evaluate(
        "frame => [frame.scrollLeft, frame.scrollWidth - frame.clientWidth - frame.scrollLeft]"
    )
    assert left == pytest.approx(right, abs=2)
    assert left > 100
    opened.set_viewport_size({"width": 1280, "height": 844})
    assert not opened.locator(".map__wider").is_visible()


def test_a_long_address_breaks_behind_its_slashes_and_hyphens(opened: Page, sample_site: Path) -> None:
    opened.goto(PAPER)
    assert "simple-<wbr>siamese-" in opened.locator("#address").inner_html()
    assert (opened.locator("#address").text_content() or "").endswith(PAPER)


def test_paper_shows_whole_abstracts_or_none_the_query_and_the_address(opened: Page, sample_site: Path) -> None:
    opened.goto("digests/000.html")
    opened.locator(".peek summary").first.click()
    opened.emulate_media(media="print")
    assert opened.locator(".peek:visible").count() == 1
    assert opened.locator(".print-address").inner_text().endswith("/digests/000.html")
    opened.emulate_media(media="screen")
    opened.goto("search.html?q=pruning")
    expect(opened.locator(".hit").first).to_be_visible()
    opened.emulate_media(media="print")
    opened.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert opened.locator(".print-address").inner_text().endswith("?q=pruning")
    assert opened.locator("[data-search-key]").is_visible()
    assert not opened.locator(".sort").is_visible()
    opened.emulate_media(media="screen")
