"""What a page weighs when it is opened for the first time: itself, styles, scripts and fonts, as gzip sends them."""

from __future__ import annotations

import gzip
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Request

pytestmark = pytest.mark.e2e

KB = 1024
BUDGETS = {
    "index.html": 60,
    "papers/*.html": 45,
    "papers*.html": 70,
    "tags/*.html": 70,
    "digests/*.html": 70,
    "authors*.html": 70,
    "authors/*.html": 70,
    "venues/*.html": 70,
    "years/*.html": 70,
    "map.html": 70,
    "search.html": 70,
}
ACCENTS = "papers/b-cosification-transforming-deep-neural-networks-to-be-inherently-interpretable.html"


def packed(file: Path) -> int:
    """Bytes that travel: fonts are packed already."""
    data = file.read_bytes()
    return len(data) if file.suffix == ".woff2" else len(gzip.compress(data, 6))


def heaviest(site: Path, pattern: str) -> Path:
    return max(site.glob(pattern), key=packed)


def loaded(browser: Browser, url: str) -> set[str]:
    """The paths of everything that a browser asks for to show a page."""
    context = browser.new_context()
    page = context.new_page()
    asked: set[str] = set()

    def note(request: Request) -> None:
        asked.add(unquote(urlsplit(request.url).path))

    page.on("request", note)
    page.goto(url)
    page.evaluate("document.fonts.ready")
    context.close()
    return asked


@pytest.mark.parametrize("pattern", BUDGETS)
def test_the_heaviest_page_of_a_kind_keeps_to_its_budget(
    browser: Browser, server: str, sample_site: Path, web_root: Path, pattern: str
) -> None:
    page = heaviest(sample_site, pattern)
    files = loaded(browser, f"{server}{page.relative_to(web_root).as_posix()}")
    sizes = {path: packed(web_root / path.lstrip("/")) for path in files}
    assert sum(sizes.values()) <= BUDGETS[pattern] * KB, {path: round(size / KB, 1) for path, size in sizes.items()}


def test_accents_of_names_ask_for_no_second_font(browser: Browser, server: str, sample_site: Path) -> None:
    assert "Böhle" in (sample_site / ACCENTS).read_text("utf-8")
    assert len([path for path in loaded(browser, f"{server}x/y/{ACCENTS}") if path.endswith(".woff2")]) == 1
