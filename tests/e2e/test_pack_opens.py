"""The offline pack as a reader gets it: unpacked anywhere, opened with a double click, searched."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Page

from sitegen.pack import Packed, pack


@pytest.mark.e2e
def test_the_pack_unzips_opens_and_is_searched_from_disk(page: Page, sample_site: Path, tmp_path: Path) -> None:
    done = pack(sample_site, tmp_path / "my papers.zip")
    assert isinstance(done, Packed)
    with zipfile.ZipFile(done.file) as archive:
        archive.extractall(tmp_path / "down loads")
    page.goto((tmp_path / "down loads/my papers/index.html").as_uri())
    page.locator("input[name=q]").first.fill("poincare resnet")
    page.keyboard.press("Enter")
    found = page.get_by_role("main").get_by_role("link", name="Poincaré ResNet", exact=True).first
    found.click()
    assert page.url == (tmp_path / "down loads/my papers/papers/poincare-resnet.html").as_uri()
    assert page.locator("h1").inner_text() == "Poincaré ResNet"
