"""The strip of a list: what it promises is what a reader finds behind it."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.e2e

LISTS = (
    "tags/pretraining-transfer.html",
    "digests/000.html",
    "years/2021.html",
    "venues/icml.html",
    "authors/quoc-v-le.html",
    "papers.html",
)
COUNT = """
async asks => {
  const totals = [];
  const rest = {q: "", sort: "", from: 0, count: 1, facets: false};
  for (const filters of asks) totals.push((await window.sitegenSearch.ask({...rest, filters})).total);
  return totals;
}
"""


def promised(page: Page) -> dict[str, int]:
    """Every subset that the open page offers, with the number of its papers."""
    links = page.locator(".narrow li a")
    found: dict[str, int] = dict(
        links.evaluate_all(
            "all => all.map(a => [a.href, Number(a.querySelector('.count').textContent.replace(/[()]/g, ''))])"
        )
    )
    assert len(found) > 2
    return found


def test_counts_are_those_of_what_a_click_leads_to(page: Page, server: str, sample_site: Path) -> None:
    subsets: dict[str, int] = {}
    for path in LISTS:
        page.goto(f"{server}x/y/{path}")
        subsets |= promised(page)
    asked = {url: count for url, count in subsets.items() if urlsplit(url).query}
    page.goto(f"{server}x/y/search.html")
    totals = page.evaluate(COUNT, [parse_qs(urlsplit(url).query) for url in asked])
    assert dict(zip(asked, totals, strict=True)) == asked
    for url in subsets.keys() - asked.keys():
        head = (sample_site / url.removeprefix(f"{server}x/y/")).read_text("utf-8").partition('class="narrow"')[0]
        assert f"{subsets[url]} paper" in head


@pytest.mark.parametrize("over", ["http", "file"])
def test_a_choice_leads_to_the_subset_over_http_and_from_disk(
    page: Page, server: str, sample_site: Path, over: str
) -> None:
    start = f"{server}x/y/" if over == "http" else sample_site.as_uri() + "/"
    page.goto(start + LISTS[0])
    choice = page.locator(".narrow a.tag").first
    count = choice.locator(".count").inner_text()
    choice.click()
    expect(page.locator("[data-status]")).to_have_text(f"{count} papers")
    expect(page.locator(".chip")).to_have_count(2)


def test_new_only_and_best_first_are_the_search_pages_own(page: Page, server: str, sample_site: Path) -> None:
    page.goto(f"{server}x/y/digests/000.html")
    page.get_by_role("link", name="new only").click()
    expect(page.locator(".chip", has_text="new in")).to_be_visible()
    page.goto(f"{server}x/y/{LISTS[0]}")
    page.get_by_role("link", name="best first").click()
    expect(page.locator("[data-sort]")).to_have_value("best")
    expect(page.locator(".hit").first).to_be_visible()


def test_the_strip_opens_by_keyboard_without_javascript_and_moves_nothing_above_it(
    browser: Browser, sample_site: Path
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((sample_site / LISTS[0]).as_uri())
    heading = page.locator("h1").bounding_box()
    page.locator(".narrow summary").focus()
    assert page.get_by_role("navigation", name="Narrow this list").get_by_role("link").count() < 10
    page.keyboard.press("Enter")
    assert page.locator(".narrow dt").all_inner_texts() == ["Other tags", "Digests", "Years"]
    assert page.get_by_role("navigation", name="Narrow this list").get_by_role("link").count() > 10
    assert page.locator("h1").bounding_box() == heading
    page.emulate_media(media="print")
    assert not page.locator(".narrow").is_visible()
    context.close()


def test_the_feed_of_a_tag_stands_at_its_head_and_that_of_all_beside_the_digests(sample_site: Path) -> None:
    head = (sample_site / LISTS[0]).read_text("utf-8").partition('class="narrow"')[0].partition("<main")[2]
    assert 'pretraining-transfer.feed.xml">Feed</a>' in head
    assert '<a href="feed.xml">Follow them as a feed</a>' in (sample_site / "digests.html").read_text("utf-8")
