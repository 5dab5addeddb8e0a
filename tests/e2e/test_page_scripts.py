"""The small scripts of the pages, from a folder on disk: theme, list tools, copying, the 404 page's guess."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from sitegen.config.model import ExportSettings
from sitegen.pages.snippets import link_snippets

pytestmark = pytest.mark.e2e


def theme_of(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.documentElement).colorScheme"))


def test_the_readers_theme_is_kept_from_page_to_page(page: Page, sample_site: Path) -> None:
    page.emulate_media(color_scheme="light")
    page.goto((sample_site / "index.html").as_uri())
    switch = page.get_by_role("button", name="Dark theme")
    assert switch.get_attribute("aria-pressed") == "false"
    switch.click()
    page.goto((sample_site / "tags.html").as_uri())
    assert theme_of(page) == "dark"
    assert page.get_by_role("button", name="Dark theme").get_attribute("aria-pressed") == "true"


def test_going_back_to_the_systems_theme_follows_the_system_again(page: Page, sample_site: Path) -> None:
    page.emulate_media(color_scheme="light")
    page.goto((sample_site / "index.html").as_uri())
    for _ in range(2):
        page.get_by_role("button", name="Dark theme").click()
    assert page.evaluate("localStorage.getItem('theme')") is None
    assert theme_of(page) == "light dark"


def test_the_theme_changes_where_nothing_may_be_stored(page: Page, sample_site: Path) -> None:
    page.emulate_media(color_scheme="light")
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })"
    )
    page.goto((sample_site / "index.html").as_uri())
    page.get_by_role("button", name="Dark theme").click()
    assert theme_of(page) == "dark"


def test_without_scripts_no_control_promises_what_it_cannot_do(browser: Browser, sample_site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((sample_site / "digests" / "000.html").as_uri())
    shown = [button.inner_text() for button in page.get_by_role("button").all() if button.is_visible()]
    context.close()
    assert set(shown) <= {"Search"}


def test_a_list_is_narrowed_by_words_of_its_titles(page: Page, sample_site: Path) -> None:
    page.goto((sample_site / "tags" / "pruning-sparsity.html").as_uri())
    page.get_by_label("Filter").fill("STABILIZING")
    assert page.locator(".row:visible h3 a").all_text_contents() == ["Stabilizing the Lottery Ticket Hypothesis"]
    assert page.locator("[data-filter-count]").inner_text() == "1 of 25"


def test_all_abstracts_open_and_close_at_once(page: Page, sample_site: Path) -> None:
    page.goto((sample_site / "digests" / "000.html").as_uri())
    button = page.get_by_role("button", name="All abstracts")
    button.click()
    assert page.locator(".peek[open]").count() == page.locator(".peek").count()
    button.click()
    assert page.locator(".peek[open]").count() == 0


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.textContent"))


def test_j_and_k_walk_through_a_list_and_m_s_and_t_act_on_a_row(page: Page, sample_site: Path) -> None:
    page.goto((sample_site / "papers.html").as_uri())
    titles = page.locator(".row h3 a").all_text_contents()
    for _ in range(3):
        page.keyboard.press("j")
    assert focused(page) == titles[2]
    page.keyboard.press("k")
    assert focused(page) == titles[1]
    page.keyboard.press("m")
    page.keyboard.press("s")
    row = page.locator(".row").nth(1)
    assert row.locator(".peek[open]").count() == 1
    assert row.locator(".star").get_attribute("aria-pressed") == "true"
    page.keyboard.press("t")
    assert focused(page) == row.locator(".byline a, .row__meta a").first.text_content()


def test_arrows_turn_pages_and_lead_from_paper_to_paper(page: Page, sample_site: Path) -> None:
    page.goto((sample_site / "digests" / "000.html").as_uri())
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**/digests/000.2.html")
    page.keyboard.press("ArrowLeft")
    page.wait_for_url("**/digests/000.html")
    page.goto((sample_site / "papers" / f"{HOPFIELD}.html").as_uri())
    after = page.locator("[rel=next]").first.get_attribute("href")
    page.keyboard.press("ArrowRight")
    page.wait_for_url(f"**/{after.rpartition('/')[2]}" if after else "")


def test_a_question_mark_lists_the_keys_and_they_can_be_turned_off(page: Page, sample_site: Path) -> None:
    page.goto((sample_site / "papers.html").as_uri())
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog", name="Keys")
    assert dialog.locator("kbd").all_inner_texts() == ["j", "k", "←", "→", "m", "t", "s", "/", "?"]
    dialog.get_by_label("Use these keys").uncheck()
    page.keyboard.press("Escape")
    page.goto((sample_site / "papers-2.html").as_uri())
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.closest('.row')") is None
    assert page.locator(".row a[tabindex='-1']").count() == 0


def test_letters_that_are_typed_are_no_keys(page: Page, sample_site: Path) -> None:
    page.goto((sample_site / "papers.html").as_uri())
    page.get_by_label("Filter").press_sequentially("jks?")
    assert page.get_by_label("Filter").input_value() == "jks?"
    assert page.get_by_role("dialog").count() == 0


def test_a_row_has_three_stops_for_the_tab_key_and_its_more_says_of_what(page: Page, sample_site: Path) -> None:
    page.goto((sample_site / "papers.html").as_uri())
    row = page.locator(".row").nth(2)
    stops = row.evaluate("row => [...row.querySelectorAll('a, button, summary')].filter(e => e.tabIndex >= 0).length")
    assert stops == 3
    title = row.locator("h3 a").text_content()
    assert row.locator("summary").get_attribute("aria-label") == f"more of the abstract of {title}"


HOPFIELD = "hopfield-networks-is-all-you-need"


def test_one_notation_is_open_at_a_time(page: Page, sample_site: Path) -> None:
    page.goto((sample_site / "papers" / f"{HOPFIELD}.html").as_uri())
    page.locator("summary", has_text="HTML").click()
    assert page.locator("[data-switch] details[open] summary").all_inner_texts() == ["HTML"]


def test_the_notation_that_was_chosen_is_open_on_the_next_paper(page: Page, sample_site: Path) -> None:
    page.goto((sample_site / "papers" / f"{HOPFIELD}.html").as_uri())
    page.locator("summary", has_text="Quarto").click()
    page.goto((sample_site / "papers" / "pay-attention-to-mlps.html").as_uri())
    assert page.locator("[data-switch] details[open] summary").all_inner_texts() == ["Quarto"]


HARD_TITLES = ("A [b] <c> & `d` | ~e~", "AT&amp;T, &#60; &é; and &x", r"_f_ *g* \h 'i' \"j\"", "Ünïcödé & 注意 $x$")


@pytest.mark.parametrize("title", HARD_TITLES)
@pytest.mark.parametrize("switches", [{}, {"objects_inv": False}, {"objects_inv": False, "links_md": False}])
def test_a_page_makes_the_lines_that_the_linking_page_shows(
    page: Page, sample_site: Path, title: str, switches: dict[str, bool]
) -> None:
    names = " ".join(name for name in ("objects_inv", "myst_xref", "links_md") if switches.get(name, True))
    address = "https://h.example/p?a=1&b='2'"
    html = (sample_site / "papers" / f"{HOPFIELD}.html").read_text(encoding="utf-8")
    given = f'data-notations="x" data-title="{escape(title)}" data-names="{names}">'
    html = re.sub(r'data-notations="[^>]*>', lambda match: given, html)
    html = re.sub(r'(?<=<code id="address">).*?(?=</code>)', lambda match: escape(address), html)
    page.route("**/hard.html", lambda route: route.fulfill(body=html, content_type="text/html; charset=utf-8"))
    page.goto((sample_site / "papers" / "hard.html").as_uri())
    made = page.evaluate(
        "[...document.querySelectorAll('[data-switch] details')].slice(2)"
        ".map(part => [part.querySelector('summary').textContent, part.querySelector('code').textContent])"
    )
    settings = ExportSettings(**switches)
    assert [tuple(line) for line in made] == list(link_snippets("x", title, address, settings))


def test_the_copied_citation_is_the_papers_file(page: Page, sample_site: Path) -> None:
    page.add_init_script("navigator.clipboard.writeText = async (text) => { window.copied = text; };")
    paper = sample_site / "papers" / HOPFIELD
    page.goto(paper.with_suffix(".html").as_uri())
    page.locator(".paper__ways").get_by_role("button", name="Copy BibTeX").click()
    assert page.evaluate("window.copied") == paper.with_suffix(".bib").read_text(encoding="utf-8").strip()


def test_without_scripts_entry_reference_address_and_name_can_be_selected(browser: Browser, sample_site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((sample_site / "papers" / f"{HOPFIELD}.html").as_uri())
    page.locator("summary", has_text="Reference").click()
    block = page.locator(".paper__cite").inner_text()
    buttons = page.locator("button.copy:visible").count()
    context.close()
    assert "@inproceedings{hopfield" in block
    assert "Hubert Ramsauer et al. (2021)" in block
    assert f"/papers/{HOPFIELD}.html" in block
    assert f"paper-{HOPFIELD}" in block
    assert buttons == 0


def test_a_preview_begins_with_what_the_paper_does_and_opens_whole(page: Page, sample_site: Path) -> None:
    page.goto((sample_site / "papers.html").as_uri())
    row = page.locator(".row", has=page.locator(".peek__before")).first
    before = row.locator(".peek__before")
    assert not before.is_visible()
    row.locator("summary").click()
    assert before.is_visible()


def test_on_a_phone_the_ways_to_a_paper_stand_below_its_title_and_similar_papers_below_its_abstract(
    page: Page, sample_site: Path
) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto((sample_site / "papers" / f"{HOPFIELD}.html").as_uri())
    order = (
        ".paper__title",
        ".paper__known",
        ".paper__ways",
        ".tags",
        ".paper__abstract",
        ".paper__similar",
        ".paper__cite",
    )
    tops = page.evaluate("order => order.map(s => document.querySelector(s).getBoundingClientRect().top)", list(order))
    assert tops == sorted(tops)


def test_the_404_page_offers_the_words_of_the_address(browser: Browser, sample_site: Path, server: str) -> None:
    page = browser.new_page()
    page.goto(f"{server}x/y/papers/sparse-transformers.html")
    words = page.locator("main input[name=q]").input_value()
    page.close()
    assert words == "sparse transformers"
