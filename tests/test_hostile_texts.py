"""Texts that try to break out: through the whole pipeline each is a page of its own, with exactly that text."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from commands import make_site
from whole_sites import built_files

from sitegen.catalogue.model import Catalogue
from sitegen.publish import check_paths

LONG = "Lo" + "n" * 9_990 + "g tail"
WORDS = "granite limestone marble basalt pumice slate chalk quartz obsidian gneiss".split()  # noqa: SIM905

# Each printed title, and the text that its page must show.
TITLES: dict[str, str] = {
    "<b>Bold</b> & <script>alert(1)</script>": "<b>Bold</b> & <script>alert(1)</script>",
    "{{ 7*7 }} of templates": "{{ 7*7 }} of templates",
    "{% raw %} and {# gone? #}": "{% raw %} and {# gone? #}",
    "../../x": "../../x",
    "/etc/passwd": "/etc/passwd",
    "CON": "CON",
    "NUL.": "NUL.",
    "com1.txt": "com1.txt",
    "🎉 A Party 👩‍👩‍👧 of Emoji": "🎉 A Party 👩‍👩‍👧 of Emoji",
    "🎉🎉": "🎉🎉",
    "关于石头的论文": "关于石头的论文",
    "ضغط الشبكات العميقة": "ضغط الشبكات العميقة",
    "שלום עולם": "שלום עולם",
    LONG: LONG,
    "index": "index",
    "search": "search",
    "404": "404",
    "papers": "papers",
    "tags": "tags",
    "paper-one": "paper-one",
    "tag-two": "tag-two",
    "&amp; &lt;p&gt; &#39; entities": "&amp; &lt;p&gt; &#39; entities",
    "</title></head><body onload=x>": "</title></head><body onload=x>",
    "<!-- never closed": "<!-- never closed",
    "]]> and <![CDATA[": "]]> and <![CDATA[",
    "a*b*c [a](javascript:x) ![b](//x)": "a*b*c [a](javascript:x) ![b](//x)",
    "javascript:alert(1)": "javascript:alert(1)",
    "a\u2028b\u2029c\x0bd\x85e\x0cf\rg h": "a b c d e f g h",
    "Reversed \u202eworld\u202c order": "Reversed world order",
    "Mark \ufeffinside, bell\x07 and es\x1bcape": "Mark inside, bell and escape",
    "e\u0301 is composed": "e\u0301 is composed",
    "Noncharacter\U0010ffffs here": "Noncharacters here",
}


class Shown(HTMLParser):
    """The text of the title, of the main heading and of the abstract, and every element with its attributes."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text: dict[str, str] = {}
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self._inside = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag in ("title", "h1") and tag not in self.text:
            self._inside = tag

    def handle_endtag(self, tag: str) -> None:
        if tag == self._inside:
            self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.text[self._inside] = self.text.get(self._inside, "") + data


def abstract(number: int) -> str:
    """Words that no other abstract has in common with it, to keep the papers apart."""
    words = [f"{WORDS[number % len(WORDS)]}{n}x{number}" for n in range(60)]
    return f"We tell of {' '.join(words)}. It ends with <i>{number}</i> & {{{{ {number} }}}}."


Site = tuple[Catalogue, dict[str, bytes]]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    text = "".join(f"# {title}\n> {abstract(number)}\n" for number, title in enumerate(TITLES))
    return built_files(make_site(tmp_path_factory.mktemp("hostile") / "site", digests={"a.txt": text}) / "site.yaml")


@pytest.fixture(scope="module")
def pages(site: Site) -> dict[str, Shown]:
    return {path: Shown(data.decode()) for path, data in site[1].items() if path.endswith(".html")}


def test_each_has_a_page_of_its_own_that_shows_it_exactly(site: Site, pages: dict[str, Shown]) -> None:
    papers = site[0].papers
    assert len(papers) == len(TITLES)
    shown = {paper.mentions[0].title: pages[f"papers/{slug}.html"].text["h1"].strip() for slug, paper in papers.items()}
    assert shown == TITLES


def test_the_page_says_it_in_its_title_and_the_abstract_as_it_stands(site: Site) -> None:
    catalogue, files = site
    for number, title in enumerate(TITLES):
        (slug,) = [slug for slug, p in catalogue.papers.items() if p.mentions[0].title == title]
        page = files[f"papers/{slug}.html"].decode()
        assert Shown(page).text["title"].startswith(TITLES[title][:60])
        assert f"It ends with &lt;i&gt;{number}&lt;/i&gt; &amp; {{{{ {number} }}}}." in page


def test_no_title_becomes_an_element_or_an_attribute(pages: dict[str, Shown]) -> None:
    for path, page in pages.items():
        for tag, attributes in page.elements:
            assert tag not in ("b", "i", "iframe", "object", "embed"), path
            assert not any(name.startswith("on") or name == "style" for name in attributes), path
            assert not (attributes.get("href") or "").lower().startswith(("javascript:", "data:")), path


def test_no_file_of_the_site_itself_is_overwritten(site: Site, pages: dict[str, Shown]) -> None:
    paths = list(site[1])
    assert len({path.casefold() for path in paths}) == len(paths)
    assert list(check_paths(paths)) == []
    for name in ("index", "search", "404", "papers", "digests", "about"):
        assert f"{name}.html" in pages


def test_every_slug_is_plain_and_short(site: Site) -> None:
    for slug in site[0].papers:
        assert set(slug) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
        assert 0 < len(slug) < 80
        assert not slug.startswith(("paper-", "tag-", "digest-", "-"))
        assert slug not in ("con", "nul", "com1", "index")


def test_equal_titles_of_unlike_abstracts_are_papers_of_their_own(tmp_path: Path) -> None:
    titles = ["On Stones", "On Stones", "on stones", "ON STONES"]
    text = "".join(f"# {title}\n> {abstract(number)}\n" for number, title in enumerate(titles))
    catalogue, _ = built_files(make_site(tmp_path / "site", digests={"a.txt": text}) / "site.yaml")
    papers = catalogue.papers
    assert sorted(mention.position for paper in papers.values() for mention in paper.mentions) == [1, 2, 3, 4]
    assert len({slug.casefold() for slug in papers}) == len(papers) == 4


def test_entries_without_a_single_word_are_published_too(tmp_path: Path) -> None:
    titles = [":", "— ! —", "∑ ^", "\N{REPLACEMENT CHARACTER}", "\u0301"]
    text = "".join(f"# {title}\n" for title in titles)
    catalogue, files = built_files(make_site(tmp_path / "site", digests={"a.txt": text}) / "site.yaml")
    shown = {paper.title_text for paper in catalogue.papers.values()}
    assert {":", "— ! —", "∑ ^", "\N{REPLACEMENT CHARACTER}"} <= shown
    assert re.findall(rb'"title":"([^"]*)"', files["search/0/contents.js"]) == [b"1 1 3 2 1"]
