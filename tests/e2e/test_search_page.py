"""The search page and the box of every other page, as a reader uses them: by keyboard, by mouse, by address."""

from __future__ import annotations

import shutil
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.e2e

HOSTILE = '<img src=x onerror="document.body.dataset.pwned=1"> {{ 7*7 }}'


@pytest.fixture(params=["http", "file"])
def start(request: pytest.FixtureRequest, server: str, sample_site: Path) -> str:
    """Where the site begins: over http below a base path, or on disk."""
    return f"{server}x/y/" if request.param == "http" else sample_site.as_uri() + "/"


def titles(page: Page) -> list[str]:
    return page.locator(".hit h2 a").all_text_contents()


def test_results_come_as_you_type_and_stand_in_the_address(page: Page, start: str) -> None:
    page.goto(start + "search.html")
    page.keyboard.type("hopfield networks")
    expect(page.locator(".hit h2 a").first).to_have_text("Hopfield Networks is All You Need")
    expect(page).to_have_url(start + "search.html?q=hopfield+networks")


def test_an_address_restores_query_filters_and_order(page: Page, start: str) -> None:
    page.goto(start + "search.html?q=pruning&tag=pruning-sparsity&digest=001&sort=title")
    expect(page.locator(".hit").first).to_be_visible()
    assert page.locator("[data-search-key]").input_value() == "pruning"
    assert page.locator(".chip").all_text_contents() == [
        "Remove the tag Pruning & sparsity",
        "Remove the digest 11 March",
    ]
    assert titles(page) == sorted(titles(page), key=str.lower)


def test_back_leads_to_the_search_before(page: Page, start: str) -> None:
    page.goto(start + "search.html?q=pruning")
    count = page.locator("[data-status]")
    expect(count).to_contain_text("papers")
    unfiltered = count.inner_text()
    page.get_by_label("Pruning & sparsity").check()
    expect(count).not_to_have_text(unfiltered)
    page.go_back()
    expect(count).to_have_text(unfiltered)
    assert not page.get_by_label("Pruning & sparsity").is_checked()


def test_counts_beside_filters_say_what_a_filter_leaves(page: Page, start: str) -> None:
    page.goto(start + "search.html?q=pruning")
    expect(page.locator(".hit").first).to_be_visible()
    row = page.locator("label.check", has_text="Pruning & sparsity")
    count = row.locator(".count").inner_text()
    row.locator("input").check()
    expect(page.locator("[data-status]")).to_have_text(f"{count} papers")


def test_a_second_tag_narrows_to_the_count_beside_it(page: Page, start: str) -> None:
    page.goto(start + "search.html?tag=pruning-sparsity")
    status = page.locator("[data-status]")
    expect(status).to_contain_text("papers")
    one = int(status.inner_text().split()[0])
    row = page.locator('label.check:visible:has(input[name="tag"]:not(:checked))').first
    both = int(row.locator(".count").inner_text())
    row.locator("input").check()
    expect(status).to_have_text(f"{both} paper{'s' * (both != 1)}")
    assert 0 < both < one


def test_a_second_digest_adds_up_to_the_count_beside_it(page: Page, start: str) -> None:
    page.goto(start + "search.html?q=pruning&digest=001")
    status = page.locator("[data-status]")
    expect(status).to_contain_text("papers")
    one = int(status.inner_text().split()[0])
    row = page.locator('label.check:has(input[name="digest"]:not(:checked))').first
    both = int(row.locator(".count").inner_text())
    row.locator("input").check()
    expect(status).to_have_text(f"{both} papers")
    assert both > one


@pytest.mark.parametrize(("kind", "value"), [("venue", "iclr"), ("author", "kaiming-he")])
def test_who_and_where_narrow_to_the_count_beside_them(page: Page, start: str, kind: str, value: str) -> None:
    page.goto(start + "search.html?q=network+training")
    expect(page.locator(".hit").first).to_be_visible()
    for button in page.locator("[data-facet-more]:visible").all():
        button.click()
    row = page.locator(f'label.check:has(input[name="{kind}"][value="{value}"])')
    count = row.locator(".count").inner_text()
    row.locator("input").check()
    expect(page).to_have_url(f"{start}search.html?q=network+training&{kind}={value}")
    expect(page.locator("[data-status]")).to_have_text(f"{count} papers")
    if kind == "venue":
        assert all("ICLR" in said for said in page.locator(".hit .byline__published").all_text_contents())


def test_a_result_names_the_author_who_was_asked_for_among_many(page: Page, start: str) -> None:
    page.goto(start + "search.html?q=author:hutter+diffusion")
    byline = page.locator(".hit .byline").first
    expect(byline).to_have_text(
        "Bedionita Soro, Bruno Andreis, Hayeon Lee, Frank Hutter et al., Sung Ju HwangICLR 2025"
    )
    assert byline.locator("mark").all_text_contents() == ["Hutter"]


def test_the_newest_year_comes_first_if_asked_for(page: Page, start: str) -> None:
    page.goto(start + "search.html?q=pruning&sort=year")
    expect(page.locator(".hit").first).to_be_visible()
    years = [text[-4:] for text in page.locator(".hit .byline__published").all_text_contents()]
    assert years == sorted(years, reverse=True)
    assert len(set(years)) > 1


def test_a_chip_takes_its_filter_away(page: Page, start: str) -> None:
    page.goto(start + "search.html?q=pruning&tag=pruning-sparsity")
    page.locator(".chip").click()
    expect(page).to_have_url(start + "search.html?q=pruning")
    expect(page.locator(".chip")).to_have_count(0)


def test_more_shows_the_next_ten_and_goes_on_from_there(page: Page, start: str) -> None:
    page.goto(start + "search.html?q=network")
    expect(page.locator(".hit")).to_have_count(10)
    first = titles(page)
    page.locator("[data-more]").click()
    expect(page.locator(".hit")).to_have_count(20)
    assert titles(page)[:10] == first
    assert page.evaluate("document.activeElement.textContent") == titles(page)[10]


def test_a_word_that_no_paper_has_is_named_and_corrected(page: Page, start: str) -> None:
    page.goto(start + "search.html?q=prunnig")
    notice = page.locator("[data-notice]")
    expect(notice).to_have_text("No paper has “prunnig”. Showing papers with pruning. ")
    notice.locator("a").click()
    expect(page).to_have_url(start + "search.html?q=pruning")


def test_when_no_paper_has_all_words_the_closest_say_what_they_lack(page: Page, start: str) -> None:
    page.goto(start + "search.html?q=hopfield+networks+is+all+you+need+marmalade")
    expect(page.locator("[data-notice]")).to_contain_text("No paper has all these words.")
    assert titles(page)[0] == "Hopfield Networks is All You Need"
    assert page.locator(".hit").first.locator("del").all_inner_texts() == ["marmalade"]


def test_a_minus_leaves_papers_out_and_quotes_keep_words_together(page: Page, start: str) -> None:
    page.goto(start + "search.html?q=" + '"lottery+ticket"+-grokking')
    expect(page.locator(".hit").first).to_be_visible()
    found = titles(page)
    assert "The Lottery Ticket Hypothesis: Finding Sparse, Trainable Neural Networks" in found
    assert not [title for title in found if "Grokking" in title]


def test_a_filter_can_be_typed(page: Page, start: str) -> None:
    page.goto(start + "search.html?q=tag:hypernet+digest:001")
    expect(page.locator(".hit").first).to_be_visible()
    for tags in page.locator(".hit .tags").all_inner_texts():
        assert "Hypernetworks" in tags


def test_a_filter_of_no_known_name_is_told(page: Page, start: str) -> None:
    page.goto(start + "search.html?q=tag:astrology+pruning")
    expect(page.locator("[data-notice]")).to_contain_text("No tag is called “astrology”.")
    expect(page.locator(".hit").first).to_be_visible()


def test_hostile_text_is_shown_as_text(page: Page, start: str) -> None:
    page.goto(start + "search.html")
    page.locator("[data-search-key]").fill(HOSTILE)
    expect(page.locator("[data-status]")).not_to_be_empty()
    page.goto(
        start
        + "search.html?q=tag:%3Cimg+src=x+onerror=document.body.dataset.pwned=1%3E&tag=%3Cscript%3E&sort=__proto__"
    )
    expect(page.locator("[data-notice]")).to_contain_text("<img")
    assert page.evaluate("document.body.dataset.pwned") is None
    assert page.locator("main img").count() == 0


def test_slash_reaches_the_box_and_escape_leaves_it(page: Page, start: str) -> None:
    page.goto(start + "papers/hopfield-networks-is-all-you-need.html")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "q"
    page.keyboard.type("grok")
    expect(page.locator(".suggest [role=option]").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".suggest")).to_be_hidden()
    assert page.evaluate("document.activeElement === document.body")


def test_a_paper_is_found_and_opened_by_keyboard_alone_from_any_page(page: Page, start: str) -> None:
    page.goto(start + "tags/pruning-sparsity.html")
    page.keyboard.press("/")
    page.keyboard.type("hopfield networks is all")
    expect(page.locator(".suggest [role=option]").first).to_have_text("Hopfield Networks is All You Need")
    page.keyboard.press("ArrowDown")
    assert page.locator("#q").get_attribute("aria-activedescendant") == "suggest-0"
    page.keyboard.press("Enter")
    expect(page).to_have_url(start + "papers/hopfield-networks-is-all-you-need.html")


def test_arrows_walk_through_results_and_escape_returns_to_the_box(page: Page, start: str) -> None:
    page.goto(start + "search.html?q=grokking")
    expect(page.locator(".hit").nth(1)).to_be_visible()
    page.keyboard.press("/")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.textContent") == titles(page)[1]
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.id") == "q"


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 390)])
def test_axe_finds_no_violation_with_results_open(browser: Browser, server: str, scheme: str, width: int) -> None:
    context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 900})
    page = context.new_page()
    axe = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
    found = {}
    for name, path in {"results": "search.html?q=prunnig+lottery&tag=pruning-sparsity", "box": "tags.html"}.items():
        page.goto(f"{server}x/y/{path}")
        if name == "box":
            page.keyboard.press("/")
            page.keyboard.type("federated marmalade")
        expect(page.locator(".hit, .suggest [role=option]").first).to_be_visible()
        page.evaluate(axe)
        found[name] = page.evaluate("axe.run().then(r => r.violations.map(v => [v.id, v.nodes.map(n => n.html)]))")
    context.close()
    assert found == {"results": [], "box": []}


def test_results_move_nothing_that_stood_there(page: Page, server: str) -> None:
    page.add_init_script(
        "window.shift = 0; new PerformanceObserver((list) => {"
        " for (const entry of list.getEntries()) window.shift += entry.value; })"
        ".observe({ type: 'layout-shift', buffered: true })"
    )
    page.goto(f"{server}x/y/search.html?q=pruning")
    expect(page.locator(".hit").first).to_be_visible()
    page.wait_for_timeout(300)
    assert page.evaluate("window.shift") < 0.02


def test_without_scripts_the_search_page_leads_to_tags_digests_and_papers(browser: Browser, server: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server}x/y/search.html?q=pruning")
    expect(page.locator("noscript p")).to_have_text(
        "The search needs JavaScript. Everything can be browsed without it."
    )
    for name in ("all 508 papers A–Z", "Pruning & sparsity", "3 April"):
        expect(page.get_by_role("link", name=name).first).to_be_visible()
    expect(page.locator("[data-results]")).to_be_hidden()
    context.close()


def test_a_page_opened_inside_an_archive_says_what_to_do(browser: Browser, sample_site: Path, tmp_path: Path) -> None:
    site = tmp_path / "half"
    shutil.copytree(sample_site, site, ignore=shutil.ignore_patterns("search"))
    page = browser.new_page()
    page.goto((site / "search.html").as_uri() + "?q=pruning")
    expect(page.locator("[data-notice]")).to_contain_text("cannot read its file search/papers.js")
    expect(page.locator("[data-notice]")).to_contain_text("unpack the archive first")
    page.close()


def test_the_vocabulary_loads_only_for_rare_and_unknown_words(page: Page, server: str, sample_site: Path) -> None:
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url.rpartition("/")[2].partition("?")[0]))
    page.goto(f"{server}x/y/search.html?q=transformer")
    expect(page.locator(".hit").first).to_be_visible()
    assert "words.js" not in loaded
    page.locator("[data-search-key]").fill("transfomrer")
    expect(page.locator("[data-notice]")).to_contain_text("transformer")
    assert "words.js" in loaded


def test_a_page_opened_before_the_site_was_renewed_says_so(page: Page, server: str) -> None:
    renewed = 'sitegenSearchFile("0/contents", "00000000", {});'
    page.route("**/search/0/contents.js?*", lambda route: route.fulfill(content_type="text/javascript", body=renewed))
    page.goto(f"{server}x/y/search.html?q=federated")
    expect(page.locator("[data-notice]")).to_contain_text("has been renewed since you opened this page")


def test_search_keeps_nothing_in_local_storage(page: Page, start: str) -> None:
    page.goto(start + "search.html?q=federated")
    expect(page.locator(".hit").first).to_be_visible()
    assert page.evaluate("Object.keys(localStorage).filter((key) => key !== 'theme')") == []
