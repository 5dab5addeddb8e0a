"""The preview in a browser: pages follow what the site is made from, and mistakes are shown on them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from sitegen.starter import new

pytestmark = pytest.mark.e2e


@dataclass
class Served:
    """A site of its own, and where its preview is."""

    folder: Path
    address: str
    process: subprocess.Popen[str]


@pytest.fixture
def served(tmp_path: Path, checkout: Path) -> Iterator[Served]:
    assert new(tmp_path / "site").problems == ()
    (tmp_path / "site/examples/first-steps.txt").rename(tmp_path / "site/digests/first-steps.txt")
    process = subprocess.Popen(
        [sys.executable, "-m", "sitegen", "serve", "--port", "8400"],
        cwd=tmp_path / "site",
        env={**os.environ, "PYTHONPATH": str(checkout), "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert process.stdout is not None
    address = ""
    for line in process.stdout:
        if line.startswith("Preview at "):
            address = line.split()[2]
            break
    yield Served(tmp_path / "site", address, process)
    process.kill()
    process.communicate()


def test_a_saved_change_appears_by_itself(served: Served, page: Page) -> None:
    page.goto(served.address + "about.html")
    about = served.folder / "about.md"
    about.write_text("# Kept by the lighthouse keeper\n", encoding="utf-8")
    expect(page.locator("main")).to_contain_text("Kept by the lighthouse keeper", timeout=10_000)


def test_a_mistake_is_shown_as_text_over_the_last_good_site_and_goes_when_it_is_mended(
    served: Served, page: Page
) -> None:
    page.goto(served.address)
    settings = served.folder / "site.yaml"
    good = settings.read_text(encoding="utf-8")
    settings.write_text(good + "\n<b>bold</b>: 1\n", encoding="utf-8")
    box = page.locator("#sitegen-errors")
    expect(box).to_contain_text("unknown key '<b>bold</b>'", timeout=10_000)
    expect(box.locator("b")).to_have_count(0)
    expect(page.locator("h1")).to_be_visible()
    assert box.evaluate("box => getComputedStyle(box).position") == "fixed"  # its style sheet has passed the page's CSP
    settings.write_text(good, encoding="utf-8")
    expect(box).to_have_count(0, timeout=10_000)


def test_ctrl_c_ends_it_cleanly_with_a_page_open(served: Served, browser: Browser) -> None:
    page = browser.new_page()  # not the watched one: it asks a server that is gone for news, and its console says so
    page.goto(served.address)
    served.process.send_signal(signal.SIGINT)
    rest, _ = served.process.communicate(timeout=10)
    page.context.close()
    assert served.process.returncode == 0
    assert rest.splitlines()[-1] == "Stopped."
    assert "Traceback" not in rest


def test_the_output_folder_is_not_touched(served: Served) -> None:
    assert not (served.folder / "_site").exists()
