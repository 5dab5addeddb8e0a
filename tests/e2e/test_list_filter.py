"""The filter above a list: it covers the whole list, and stands in the address."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.e2e


@pytest.fixture(params=["http", "file"])
def start(request: pytest.FixtureRequest, server: str, sample_site: Path) -> str:
    return f"{server}x/y/" if request.param == "http" else sample_site.as_uri() + "/"


def test_the_a_to_z_filter_covers_all_pages_and_stands_in_the_address(page: Page, start: str) -> None:
    page.goto(start + "papers.html")
    page.locator("[data-filter]").fill("hopf")
    expect(page.locator(".hits .row__title").first).to_contain_text("Hopfield")
    assert all("hopf" in title.lower() for title in page.locator(".hits .row__title").all_text_contents())
    expect(page.locator(".letters")).to_be_hidden()
    expect(page.locator(".hits .star").first).to_be_visible()
    assert page.url == start + "papers.html?filter=hopf"
    page.locator(".hits .row__title a").first.click()
    page.go_back()
    expect(page.locator(".hits .row__title").first).to_contain_text("Hopfield")


@pytest.mark.parametrize(
    ("list_page", "count"),
    [("tags/pretraining-transfer.html", "104"), ("years/2024.html", "139"), ("digests/000.newest.html", "86")],
)
def test_a_list_of_several_pages_is_filtered_whole(page: Page, start: str, list_page: str, count: str) -> None:
    address = f"{start}{list_page}"
    page.goto(address.replace(".html", ".2.html"))
    title = page.locator(".row h3 a").last.text_content() or ""
    page.goto(f"{address}?{urlencode({'filter': title})}")
    expect(page.locator(".hits .row__title").first).to_have_text(title)
    expect(page.locator("[data-filter-count]")).to_have_text(f"1 of {count}")
    page.locator("[data-filter]").fill("zyzzyva")
    expect(page.locator("[data-filter-count]")).to_have_text(f"0 of {count}")


def test_the_a_to_z_filter_knows_authors(page: Page, start: str) -> None:
    page.goto(start + "papers.html?filter=kaiming")
    expect(page.locator(".hits .row__title", has_text="Delving Deep into Rectifiers")).to_be_visible()


def test_an_empty_filter_shows_the_list_again(page: Page, start: str) -> None:
    page.goto(start + "papers.html?filter=zzqx")
    expect(page.locator("[data-filter-count]")).to_contain_text("0 of ")
    expect(page.locator("[data-rows]")).to_be_hidden()
    page.locator("[data-filter]").fill("")
    expect(page.locator("[data-rows] .row").first).to_be_visible()
    assert page.url == start + "papers.html"


def test_the_filter_above_names_covers_all_their_pages(page: Page, start: str) -> None:
    page.goto(start + "authors.2.html?filter=bohle")
    expect(page.locator(".names:visible a")).to_have_text(["Böhle, Moritz"])
    expect(page.locator("[data-filter-count]")).to_have_text(re.compile(r"^1 of 1,\d{3}$"))
    page.locator(".names:visible a").click()
    expect(page.locator("h1")).to_contain_text("Moritz Böhle")
    page.goto(start + "venues.html?filter=bmvc")
    expect(page.locator(".names li:visible a")).to_have_text(["BMVC"])
    assert page.locator(".letter:visible").count() == 1
