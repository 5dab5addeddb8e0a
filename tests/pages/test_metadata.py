"""What a page's head tells programs, as they read it: from the rendered HTML."""

from __future__ import annotations

import json
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from builders import make_catalogue, make_test_index, make_test_site, with_facts
from msgspec import structs

from sitegen import assets
from sitegen.catalogue.model import Catalogue, Tombstone
from sitegen.day import Day
from sitegen.exports import exports, with_alternates
from sitegen.facts import Facts, Person
from sitegen.pages import pages
from sitegen.pages.page_index import page_index
from sitegen.render import render

BASE = "https://papers.example/cat/"
THEME = assets.load(Path("/nowhere"))[0]
LISTED = replace(
    make_catalogue(
        {"new": ["Tides", "Reeds"], "old": ["Tides"]},
        tags={"water": ["Tides"]},
        titles={"new": "New things"},
        abstracts={"Tides": "About salt water."},
    ),
    aliases={"tide": "tides"},
    removed={"owls": Tombstone("Owls")},
)
SMALL = with_facts(
    LISTED,
    {
        "tides": Facts(
            authors=(Person("Gray", "Ada"), Person("The Tide Group")),
            year=2019,
            venue="Water Letters",
            doi="10.1000/182",
            arxiv="1905.00001",
            pdf="https://a.example/t.pdf",
            published=Day(5, 1, 2019),
        ),
        "reeds": Facts(authors=(Person("Lee", "Bo"),)),
    },
)


class Head(HTMLParser):
    """The elements that programs read."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.metas: list[tuple[str, str]] = []
        self.links: list[tuple[str, str]] = []
        self.scripts: list[str] = []
        self.data = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        at = {name: value or "" for name, value in attrs}
        if tag == "meta" and "content" in at:
            self.metas.append((at.get("property") or at.get("name", ""), at["content"]))
        if tag == "link":
            self.links.append((at["rel"], at["href"]))
        self.data = tag == "script" and at.get("type") == "application/ld+json"
        if self.data:
            self.scripts.append("")

    def handle_endtag(self, tag: str) -> None:
        self.data = False

    def handle_data(self, data: str) -> None:
        if self.data:
            self.scripts[-1] += data

    def all(self, prefix: str) -> list[tuple[str, str]]:
        return [(name, content) for name, content in self.metas if name.startswith(prefix)]

    def linked(self, rel: str) -> list[str]:
        return [href for names, href in self.links if rel in names.split()]

    def graph(self) -> dict[str, dict[str, Any]]:
        """The things that the page speaks of, by their type."""
        (script,) = self.scripts
        data = json.loads(script)
        assert data["@context"] == "https://schema.org"
        return {thing["@type"]: thing for thing in data["@graph"]}


def heads(catalogue: Catalogue = SMALL, **settings: object) -> dict[str, Head]:
    site = make_test_site(catalogue, THEME, **{"base_url": BASE, "title": "Cat", **settings})
    index = page_index(catalogue, site)
    made = render(with_alternates(pages(index), index), site, THEME)
    return {file.path: Head(file.data.decode()) for file in made}


def steps(head: Head) -> list[tuple[int, str, str]]:
    items = head.graph()["BreadcrumbList"]["itemListElement"]
    return [(item["position"], item["name"], item["item"]) for item in items]


def test_a_paper_is_a_scholarly_article_with_what_is_known_of_it() -> None:
    article = heads()["papers/tides.html"].graph()["ScholarlyArticle"]
    assert article == {
        "@type": "ScholarlyArticle",
        "@id": f"{BASE}papers/tides.html",
        "name": "Tides",
        "headline": "Tides",
        "author": [
            {
                "@type": "Person",
                "name": "Ada Gray",
                "familyName": "Gray",
                "givenName": "Ada",
                "url": f"{BASE}authors/ada-gray.html",
            },
            {"name": "The Tide Group", "url": f"{BASE}authors/the-tide-group.html"},
        ],
        "datePublished": "2019-05-01",
        "isPartOf": {"@type": "Periodical", "name": "Water Letters"},
        "keywords": ["Water"],
        "sameAs": ["https://doi.org/10.1000/182", "https://arxiv.org/abs/1905.00001"],
    }


def test_nothing_is_said_of_a_paper_that_nobody_knows() -> None:
    article = heads(LISTED)["papers/reeds.html"].graph()["ScholarlyArticle"]
    assert set(article) == {"@type", "@id", "name", "headline"}


def test_every_page_that_may_be_found_says_what_it_is_and_the_way_to_it() -> None:
    found = {path: sorted(head.graph()) for path, head in heads().items() if head.scripts}
    assert found == {
        "index.html": ["CollectionPage"],
        "papers/reeds.html": ["ScholarlyArticle"],
        "papers/tides.html": ["ScholarlyArticle"],
        "papers.html": ["BreadcrumbList", "CollectionPage"],
        "tags.html": ["BreadcrumbList", "CollectionPage"],
        "tags/water.html": ["BreadcrumbList", "CollectionPage"],
        "authors.html": ["BreadcrumbList", "CollectionPage"],
        "authors/ada-gray.html": ["BreadcrumbList", "CollectionPage"],
        "authors/bo-lee.html": ["BreadcrumbList", "CollectionPage"],
        "authors/the-tide-group.html": ["BreadcrumbList", "CollectionPage"],
        "years.html": ["BreadcrumbList", "CollectionPage"],
        "years/2019.html": ["BreadcrumbList", "CollectionPage"],
        "venues.html": ["BreadcrumbList", "CollectionPage"],
        "venues/water-letters.html": ["BreadcrumbList", "CollectionPage"],
        "digests.html": ["BreadcrumbList", "CollectionPage"],
        "digests/new.html": ["BreadcrumbList", "CollectionPage"],
        "digests/old.html": ["BreadcrumbList", "CollectionPage"],
        "search.html": ["BreadcrumbList", "WebPage"],
        "saved.html": ["BreadcrumbList", "WebPage"],
        "statistics.html": ["BreadcrumbList", "WebPage"],
        "linking.html": ["BreadcrumbList", "WebPage"],
        "about.html": ["AboutPage", "BreadcrumbList"],
    }


def test_the_way_to_a_page_leads_over_its_list() -> None:
    assert steps(heads()["digests/new.html"]) == [
        (1, "Cat", f"{BASE}index.html"),
        (2, "Digests", f"{BASE}digests.html"),
        (3, "New things", f"{BASE}digests/new.html"),
    ]


def test_a_list_says_how_many_papers_it_has() -> None:
    made = heads()
    assert made["tags/water.html"].graph()["CollectionPage"]["mainEntity"]["numberOfItems"] == 1
    assert made["digests/new.html"].graph()["CollectionPage"]["mainEntity"]["numberOfItems"] == 2
    assert made["papers.html"].graph()["CollectionPage"]["mainEntity"]["numberOfItems"] == 2
    assert "mainEntity" not in made["tags.html"].graph()["CollectionPage"]


def test_without_an_address_the_data_leads_from_file_to_file() -> None:
    made = heads(base_url="")
    head = made["papers/reeds.html"]
    assert head.graph()["ScholarlyArticle"]["@id"] == "../papers/reeds.html"
    assert steps(made["digests/new.html"])[0] == (1, "Cat", "../index.html")
    assert head.linked("canonical") == head.linked("cite-as") == []
    assert head.all("og:url") == head.all("og:image") == []


def test_scholarly_crawlers_get_tags_where_author_and_date_are_known() -> None:
    made = heads()
    assert made["papers/tides.html"].all("citation_") == [
        ("citation_title", "Tides"),
        ("citation_author", "Gray, Ada"),
        ("citation_author", "The Tide Group"),
        ("citation_publication_date", "2019/05/01"),
        ("citation_journal_title", "Water Letters"),
        ("citation_doi", "10.1000/182"),
        ("citation_arxiv_id", "1905.00001"),
        ("citation_pdf_url", "https://a.example/t.pdf"),
        ("citation_abstract_html_url", f"{BASE}papers/tides.html"),
        ("citation_keywords", "Water"),
    ]
    assert made["papers/reeds.html"].all("citation_") == []  # an author, and no date


@pytest.mark.parametrize(
    ("venue", "tags"),
    [
        ("Journal of Water", {"citation_journal_title": "Journal of Water"}),
        ("ICLR 2019", {"citation_conference_title": "ICLR 2019"}),
        ("Some Press", {}),
    ],
)
def test_the_venue_is_a_journal_or_a_conference_where_its_name_says_so(venue: str, tags: dict[str, str]) -> None:
    catalogue = replace(SMALL, facts={"tides": structs.replace(SMALL.facts["tides"], venue=venue)})
    found = dict(heads(catalogue)["papers/tides.html"].all("citation_"))
    assert {name: text for name, text in found.items() if name.endswith(("journal_title", "conference_title"))} == tags


def test_zotero_finds_a_span_where_a_paper_has_no_citation_tags() -> None:
    site = make_test_site(SMALL, THEME, base_url=BASE)
    made = {file.path: file.data.decode() for file in render(pages(page_index(SMALL, site)), site, THEME)}
    assert 'class="Z3988"' not in made["papers/tides.html"]
    assert made["papers/reeds.html"].count('<span class="Z3988" title="ctx_ver=Z39.88-2004&amp;rft_val_fmt=') == 1
    assert [path for path in made if "Z3988" in made[path]] == ["papers/reeds.html"]


def test_a_paper_signs_the_way_to_what_it_is_cited_as_and_what_describes_it() -> None:
    made = heads()
    tides, reeds = made["papers/tides.html"], made["papers/reeds.html"]
    assert tides.linked("cite-as") == ["https://doi.org/10.1000/182"]
    assert reeds.linked("cite-as") == [f"{BASE}papers/reeds.html"]
    assert tides.linked("type") == ["https://schema.org/AboutPage", "https://schema.org/ScholarlyArticle"]
    assert tides.linked("item") == ["https://a.example/t.pdf"]
    assert tides.linked("collection") == ["../digests/new.html", "../digests/old.html"]
    assert "../papers/tides.json" in tides.linked("describedby")
    assert tides.linked("describedby") == tides.linked("alternate")


def test_a_preview_has_a_title_a_text_an_address_and_the_sites_picture() -> None:
    assert dict(heads()["papers/tides.html"].all("og:")) == {
        "og:type": "article",
        "og:title": "Tides",
        "og:description": "About salt water.",
        "og:url": f"{BASE}papers/tides.html",
        "og:site_name": "Cat",
        "og:image": f"{BASE}static/img/card.png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": "A drawing of catalogue cards",
    }


def test_the_picture_has_the_size_that_previews_are_told() -> None:
    (card,) = (file for file in THEME.artifacts if file.path == "static/img/card.png")
    assert card.data[:8] == b"\x89PNG\r\n\x1a\n"
    assert (int.from_bytes(card.data[16:20]), int.from_bytes(card.data[20:24])) == (1200, 630)
    assert len(card.data) < 20_000


@pytest.mark.parametrize("path", ["404.html", "papers/tide.html", "papers/owls.html"])
def test_a_page_that_is_no_ones_goal_is_not_to_be_found(path: str) -> None:
    head = heads()[path]
    assert ("robots", "noindex") in head.metas
    assert head.scripts == head.all("og:") == head.linked("type") == []


def test_a_site_that_is_not_to_be_found_says_nothing_to_programs() -> None:
    for path, head in heads(noindex=True).items():
        assert ("robots", "noindex") in head.metas, path
        assert head.scripts == head.all("og:") == head.all("citation_") == head.linked("cite-as") == [], path


HOSTILE = "</script><script>alert(1)</script><!-- \" & ' \u2028 {{ 7*7 }}"


def test_no_title_leaves_the_data_block() -> None:
    catalogue = make_catalogue({"d": [HOSTILE]}, abstracts={HOSTILE: HOSTILE}, tags={"t": [HOSTILE]})
    catalogue = replace(
        catalogue,
        tags={slug: replace(tag, name=HOSTILE) for slug, tag in catalogue.tags.items()},
        facts={slug: Facts(authors=(Person(HOSTILE),), year=2019) for slug in catalogue.papers},
    )
    (slug,) = catalogue.papers
    head = heads(catalogue, title=HOSTILE)[f"papers/{slug}.html"]
    article = head.graph()["ScholarlyArticle"]
    assert article["keywords"][0] == article["author"][0]["name"] == HOSTILE
    assert article["name"] == " ".join(HOSTILE.split())
    assert dict(head.all("citation_"))["citation_title"] == " ".join(HOSTILE.split())


def test_every_file_that_a_head_offers_is_written() -> None:
    catalogue = replace(SMALL, first_seen_day=dict.fromkeys(SMALL.papers, "2026-02-03"))
    written = {file.path for file in exports(make_test_index(catalogue, base_url=BASE), ())}
    offered = [href for head in heads(catalogue).values() for href in head.linked("alternate")]
    assert {href.removeprefix("../") for href in offered} <= written
    assert "feed.xml" in offered
