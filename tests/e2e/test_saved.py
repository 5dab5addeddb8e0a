"""Saved papers in two engines, over http and from a folder: kept, ordered, noted, carried away and brought back."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import axe_playwright_python
import browsers
import pytest
from firefox import Firefox
from playwright.sync_api import Browser, Page

from sitegen.pages.saved import part_of

pytestmark = pytest.mark.e2e

HOPFIELD = "hopfield-networks-is-all-you-need"
MLPS = "pay-attention-to-mlps"
NOTE = "See § 3:\n50% {of} \\it_, ~x^2 & [y](z) #1 – “ö”"

OPEN = """
const until = async (fits) => {
  for (let n = 0; n < 100 && !fits(); n += 1) await new Promise((r) => setTimeout(r, 50));
};
const rows = () => [...document.querySelectorAll(".saved__row")];
const kept = () => window.sitegenSaved.read();
"""
Run = Callable[..., Any]
"""Opens a page of the site and runs an async function's body there, with ``args``."""


@pytest.fixture(scope="module")
def firefox() -> Iterator[Firefox]:
    path = browsers.firefox()
    if path is None:
        pytest.skip(browsers.NO_FIREFOX)
    with Firefox(path) as driven:
        yield driven


@pytest.fixture(params=["chromium-http", "chromium-file", "firefox-http", "firefox-file"])
def run(request: pytest.FixtureRequest, sample_site: Path, server: str) -> Run:
    engine, scheme = request.param.split("-")
    root = f"{server}x/y/" if scheme == "http" else sample_site.as_uri() + "/"
    if engine == "chromium":
        page = request.getfixturevalue("page")

        def in_chromium(path: str, body: str, *args: object) -> Any:
            page.goto("about:blank")
            page.goto(root + path)
            return page.evaluate(f"async (args) => {{ {OPEN} {body} }}", list(args))

        return in_chromium
    driven = request.getfixturevalue("firefox")

    def in_firefox(path: str, body: str, *args: object) -> Any:
        driven.goto("about:blank")
        driven.goto(root + path)
        return driven.run(OPEN + body, *args)

    in_firefox("about.html", "window.sitegenSaved.write([]);")
    return in_firefox


def test_a_star_on_a_row_and_a_button_on_a_page_keep_papers_with_note_order_and_mark(run: Run) -> None:
    title = run(
        "papers.html",
        "const star = document.querySelector('.star'); star.click();"
        "return star.closest('.row').querySelector('h3 a').textContent;",
    )
    run(f"papers/{HOPFIELD}.html", "document.querySelector('[data-save]').click();")
    shown = run(
        "saved.html",
        "await until(() => rows().length === 2); return rows().map((row) => row.querySelector('h3').textContent);",
    )
    assert shown == [title, "Hopfield Networks is All You Need"]
    run(
        "saved.html",
        """await until(() => rows().length === 2);
        const note = rows()[1].querySelector("textarea");
        note.value = args[0]; note.dispatchEvent(new Event("change"));
        rows()[1].querySelector("input").click();
        rows()[1].querySelector(".saved__move").click();
        await until(() => kept()[0].read);""",
        NOTE,
    )
    first, second = run("saved.html", "return kept();")
    assert first == {"slug": HOPFIELD, "title": "Hopfield Networks is All You Need", "note": NOTE, "read": True}
    assert (second["title"], second["read"]) == (title, False)


def test_a_list_goes_out_and_comes_back_in_every_format(run: Run) -> None:
    papers = [
        {"slug": HOPFIELD, "title": "x", "note": NOTE, "read": True},
        {"slug": MLPS, "title": "y", "note": "", "read": False},
    ]
    back = run(
        "saved.html",
        """window.sitegenSaved.write(args[0]);
        await until(() => rows().length === 2);
        const written = {};
        const put = URL.createObjectURL;
        for (const button of document.querySelectorAll("[data-saved-formats] button")) {
          URL.createObjectURL = (blob) => { written[button.textContent] = blob; return "#"; };
          button.click();
        }
        URL.createObjectURL = put;
        const found = {};
        const { read } = window.sitegenSavedFormats;
        for (const [name, blob] of Object.entries(written)) found[name] = read(await blob.text());
        return found;""",
        papers,
    )
    assert set(back) == {"BibTeX", "RIS", "CSL-JSON", "Markdown"}
    wanted = [(paper["slug"], paper["note"], paper["read"]) for paper in papers]
    for name, marks in back.items():
        assert [(mark["slug"], mark["note"], mark["read"]) for mark in marks] == wanted, name


def test_a_file_that_is_brought_adds_what_the_catalogue_has_and_names_what_it_lacks(run: Run) -> None:
    said = run(
        "saved.html",
        """const file = new File([args[0]], "list.bib");
        const input = document.querySelector("[data-saved-file]");
        const given = new DataTransfer(); given.items.add(file); input.files = given.files;
        input.dispatchEvent(new Event("change"));
        await until(() => document.querySelector("[data-saved-status]").textContent);
        return [document.querySelector("[data-saved-status]").textContent, kept().map(({ slug }) => slug)];""",
        "@misc{pay-attention-to-mlps,\n  title = {X}\n}\n@article{doe2020,\n  title = {Not {Here}},\n}\n",
    )
    assert said == ["1 paper added, not in this catalogue: Not Here.", [MLPS]]


def test_an_address_carries_a_list_and_nothing_is_kept_before_the_reader_says_so(run: Run) -> None:
    before, offered, after = run(
        f"saved.html#papers={HOPFIELD},{MLPS},never-heard-of",
        """await until(() => document.querySelectorAll("[data-saved-offered] li").length === 3);
        const before = kept().length;
        const offered = [...document.querySelectorAll("[data-saved-offered] li")].map((item) => item.textContent);
        document.querySelector("[data-saved-accept]").click();
        await until(() => kept().length === 2);
        return [before, offered, kept().map(({ slug }) => slug)];""",
    )
    assert before == 0
    assert offered[0] == "Hopfield Networks is All You Need"
    assert offered[2] == "never-heard-of (no longer in this catalogue)"
    assert after == [HOPFIELD, MLPS]


def test_a_long_list_is_kept_whole(run: Run) -> None:
    papers = [{"slug": f"paper-{n}", "title": f"Päper {n}", "note": "n" * 90, "read": n % 2 == 0} for n in range(200)]
    run("papers.html", "window.sitegenSaved.write(args[0]);", papers)
    assert run("about.html", "return kept();") == papers
    run("about.html", "window.sitegenSaved.write([]);")
    assert run("papers.html", "return kept();") == []


def with_names(page: Page, names: dict[str, object]) -> None:
    """Let the site know other names than it does: each part knows all of them."""
    data = json.dumps(names)
    page.route(
        "**/saved/*.js*",
        lambda route: route.fulfill(
            content_type="text/javascript",
            body=f"for (let n = 0; n < 99; n += 1) sitegenSavedPapers(n, {data});",
        ),
    )


def test_renamed_papers_are_followed_and_gone_ones_are_said(page: Page, server: str) -> None:
    paper = ["@misc{new,\n  title = {New}\n}\n", {"id": "new", "type": "article", "title": "New", "source": "C"}]
    with_names(page, {"old": "older", "older": "new", "new": paper, "removed": ["Removed"]})
    page.goto(f"{server}x/y/about.html")
    kept = [
        {"slug": "old", "title": "Old", "note": "one", "read": True},
        {"slug": "removed", "title": "R", "note": "", "read": False},
        {"slug": "unheard", "title": "Unheard of", "note": "", "read": False},
        {"slug": "new", "title": "New", "note": "two", "read": False},
    ]
    page.evaluate("kept => window.sitegenSaved.write(kept)", kept)
    page.goto(f"{server}x/y/saved.html")
    page.wait_for_selector(".saved__row")
    assert page.locator(".saved__row h3").all_text_contents() == ["New", "Removed", "Unheard of"]
    assert page.get_by_text("No longer in this catalogue.").count() == 2
    assert page.evaluate("window.sitegenSaved.read()[0]") == {
        "slug": "new",
        "title": "New",
        "note": "one\ntwo",
        "read": True,
    }


def test_page_and_site_agree_on_where_a_name_is_known(page: Page, sample_site: Path, server: str) -> None:
    parts = len(list((sample_site / "saved").iterdir()))
    for slug in (HOPFIELD, MLPS, "a"):
        asked: list[str] = []
        page.on("request", lambda request, asked=asked: asked.append(request.url) if "/saved/" in request.url else None)
        page.goto("about:blank")
        page.goto(f"{server}x/y/saved.html#papers={slug}")
        page.wait_for_selector("[data-saved-offered] li")
        assert [url.partition("/saved/")[2].partition(".")[0] for url in asked] == [str(part_of(slug, parts))]


def test_where_nothing_can_be_kept_there_is_no_star(page: Page, sample_site: Path) -> None:
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })"
    )
    page.goto((sample_site / "papers.html").as_uri())
    assert page.locator(".star").count() == 0
    page.goto((sample_site / "saved.html").as_uri())
    assert "keeps nothing" in page.locator("[data-saved-empty]").inner_text()


def test_the_list_is_whole_for_assistive_technology_and_narrow_screens(
    browser: Browser, sample_site: Path, server: str
) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{server}x/y/papers.html")
    for number in range(3):
        page.locator(".star").nth(number).click()
    page.goto(f"{server}x/y/saved.html#papers={MLPS}")
    page.wait_for_selector(".saved__row")
    page.evaluate((Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text())
    found = []
    for scheme, width, forced in (("light", 1280, "none"), ("dark", 320, "none"), ("light", 320, "active")):
        page.emulate_media(color_scheme=scheme, forced_colors=forced, reduced_motion="reduce")
        page.set_viewport_size({"width": width, "height": 800})
        violations = page.evaluate("axe.run().then(r => r.violations.map(v => [v.id, v.nodes.map(n => n.html)]))")
        found += [(scheme, width, violation) for violation in violations]
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), width
    context.close()
    assert found == []


def test_the_list_is_kept_in_order_with_the_keyboard_alone(page: Page, server: str) -> None:
    page.goto(f"{server}x/y/papers.html")
    for number in range(2):
        page.locator(".star").nth(number).press("Enter")
    page.goto(f"{server}x/y/saved.html")
    first, second = page.locator(".saved__row h3").all_text_contents() if page.wait_for_selector(".saved__row") else []
    page.get_by_role("button", name=f"Move down: {first}").press("Enter")
    page.wait_for_function("title => document.querySelector('.saved__row h3').textContent === title", arg=second)
    assert page.locator(".saved__row h3").all_text_contents() == [second, first]
    page.get_by_role("button", name=f"Remove: {second}").press("Enter")
    page.wait_for_function("document.querySelectorAll('.saved__row').length === 1")
    assert page.locator("[data-saved-status]").inner_text() == f"Removed: {second}"
