"""A German interface: no page keeps an English word, and what is in another language says so."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from commands import CHECKOUT
from interface import PAPERS, TITLES, pages, seen, small_site
from whole_sites import built_files

SAME_IN_BOTH = {
    *("Abstract", "Digest", "Digests", "Feed", "JSON Feed", "Link", "et al.", "et al.,"),
    *("BibTeX", "RIS", "CSV", "JSON", "CSL-JSON", "objects.inv", "LaTeX", "Sphinx", "mystmd", "arXiv"),
    *("Google Scholar", "Hugging Face", "Semantic Scholar"),
    # examples of what to type
    *('"neural tangent kernel"', "how to merge models", "pruning -lottery", "sparse attention"),
    *('author:"kaiming he" venue:ICCV year:2015-2020', "tag:quantisation digest:a"),
    *("\\addbibresource{papers.bib}", "project: bibliography: [papers.bib]"),
}
"""Words of the interface that are the same in German, and what is no word of any language."""

DATA = re.compile("|".join((*PAPERS, r"https?://", r"\.txt", r"\w\.example", "example.org", "Kiesel", "pebbles-\\d")))
"""What stands in the small site's own sources."""

ENGLISH = re.compile(r"(?i)\b(the|of|and|with|from|this|these|papers?|page|tags|years?|newest|search|more|all|new)\b")

Files = Mapping[str, bytes]


@pytest.fixture(scope="module")
def english(tmp_path_factory: pytest.TempPathFactory) -> Files:
    return built_files(small_site(tmp_path_factory.mktemp("en") / "site", "en") / "site.yaml")[1]


@pytest.fixture(scope="module")
def german(tmp_path_factory: pytest.TempPathFactory) -> Files:
    return built_files(small_site(tmp_path_factory.mktemp("de") / "site", "de") / "site.yaml")[1]


PAGE_OF = {
    "author.html": "authors/ada-gray.html",
    "digest.html": "digests/a.html",
    "home.html": "index.html",
    "newest.html": "papers.newest.html",
    "paper.html": "papers/pruning-pebbles-1.html",
    "redirect.html": "tags/stutzen.html",
    "tag.html": "tags/pruning.html",
    "tombstone.html": "papers/a-paper-that-left.html",
    "venue.html": "venues/pebble-letters.html",
    "year.html": "years/2020.html",
}
"""A page of each template that is not called like its only page."""


def test_both_sites_have_a_page_of_every_kind(english: Files, german: Files) -> None:
    templates = {path.name for path in (CHECKOUT / "templates").glob("*.html")} - {"base.html"}
    assert {PAGE_OF.get(template, template) for template in templates} <= german.keys()
    assert list(pages(english)) == list(pages(german))


def test_no_text_of_a_page_is_the_english_one(english: Files, german: Files) -> None:
    kept: dict[str, str] = {}
    for path in pages(english):
        for ours, theirs in zip(seen(english[path]), seen(german[path]), strict=True):
            if ours == theirs and re.search("[A-Za-z]{2}", ours) and ours not in SAME_IN_BOTH and not DATA.search(ours):
                kept[ours] = path
    assert kept == {}


def test_no_text_of_a_page_is_english_in_part(english: Files, german: Files) -> None:
    mixed = {
        theirs: path
        for path in pages(english)
        for ours, theirs in zip(seen(english[path]), seen(german[path]), strict=True)
        if ours != theirs
        and ENGLISH.search(theirs.replace("sitegen-papers-docs", ""))
        and not re.search(r"pebbles-\d", theirs)  # lines to copy
    }
    assert mixed == {}


def test_days_numbers_and_plural_forms_are_german(german: Files) -> None:
    assert "3. April 2024" in seen(german["digests/a.html"])
    assert "1 Arbeit" in seen(german["digests.html"])
    assert "15 Arbeiten" in seen(german["digests.html"])


def test_pages_say_which_language_they_are_in(german: Files) -> None:
    for path in pages(german):
        assert b'<html lang="de">' in german[path], path
    home = german["index.html"].decode()
    assert f'dir="auto" lang="en">{TITLES[4]}</a>' in home
    paper = german["papers/pruning-pebbles-1.html"].decode()
    assert re.search(r'<h1 [^>]* dir="auto" lang="en">', paper)
    assert '<p class="abstract" dir="auto" lang="en">' in paper


def test_an_english_site_of_english_papers_marks_nothing(english: Files) -> None:
    assert all(page.count(b" lang=") == 1 for path, page in english.items() if path.endswith(".html"))


def test_what_programs_read_names_the_languages(german: Files) -> None:
    feed = german["feed.xml"].decode()
    assert '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de">' in feed
    assert feed.count('<entry xml:lang="en">') == feed.count("<entry")
    assert json.loads(german["feed.json"])["language"] == "de"
    assert {item["language"] for item in json.loads(german["feed.json"])["items"]} == {"en"}
    assert json.loads(german["papers.json"])["site"]["language"] == "en"
    assert '"inLanguage":"de"' in german["index.html"].decode()


def test_papers_of_no_known_language_are_not_marked(tmp_path: Path) -> None:
    site = small_site(tmp_path / "site", "de\ntext_language: und")
    assert b'lang="en"' not in built_files(site / "site.yaml")[1]["index.html"]


def test_scripts_bring_german_words(german: Files) -> None:
    scripts = {path.split("/")[-1].split(".")[0]: data.decode() for path, data in german.items() if "/js/" in path}
    assert "Strg+C drücken" in scripts["copy"]
    assert 'toLocaleString("de")' in scripts["search-page"]
    assert "sitegenWords(" not in "".join(scripts.values())
    assert "sitegenTextLanguage(" not in "".join(scripts.values())
