"""What a page's head tells programs: its kind and place in schema.org's words, how to cite it, what belongs to it.

JSON-LD: https://schema.org and https://developers.google.com/search/docs/appearance/structured-data. Citation tags:
https://scholar.google.com/intl/en/scholar/inclusion.html#indexing. Links: https://signposting.org/FAIR/.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from markupsafe import Markup

from sitegen.catalogue.model import Paper
from sitegen.facts.model import NOTHING_KNOWN, Facts
from sitegen.pages.digest import DigestView
from sitegen.pages.page import Discovery, HeadLink, Page
from sitegen.pages.page_index import PageIndex
from sitegen.pages.paper import PaperView
from sitegen.pages.tag import TagView

_CONTEXT = "https://schema.org"
_LONGEST_HEADLINE = 110  # characters that Google shows
_COLLECTIONS = {f"{name}.html" for name in ("home", "papers", "tags", "tag", "digests", "digest")}
_TYPES = dict.fromkeys(_COLLECTIONS, "CollectionPage") | {"about.html": "AboutPage"}
_SECTIONS = {"paper.html": ("papers.html", "All papers, A–Z"), "tag.html": ("tags.html", "Tags")}
_SECTIONS["digest.html"] = ("digests.html", "Digests")
_encode = json.JSONEncoder(ensure_ascii=False).encode


def discoverable(page: Page, index: PageIndex) -> Page:
    """The page with its `Discovery`; as it is where nothing may list it."""
    if not page.listed or index.site.noindex:
        return page
    if isinstance(page.view, PaperView):
        return replace(page, discovery=_of_paper(page, index, index.catalogue.papers[page.view.slug]))
    return replace(page, discovery=Discovery("website", _script(_collection(page, index), _trail(page, index))))


def _of_paper(page: Page, index: PageIndex, paper: Paper) -> Discovery:
    facts = index.catalogue.facts.get(paper.slug, NOTHING_KNOWN)
    return Discovery(
        kind="article",
        json_ld=_script(_article(page, index, paper, facts), _trail(page, index, paper.title_text)),
        citation=_citation(page, index, paper, facts),
        links=tuple(_signposts(page, index, paper, facts)),
    )


def _address(page: Page, index: PageIndex, path: str = "") -> str:
    """Of the page, or another: absolute where the site's address is known, else relative to the page."""
    path = path or page.path
    return index.site.absolute(path) or page.root + path


def _article(page: Page, index: PageIndex, paper: Paper, facts: Facts) -> dict[str, Any]:
    address = _address(page, index)
    same = [href for href in (facts.doi_href, facts.arxiv_href) if href]
    tags = index.catalogue.tags
    authors = [
        {"@type": "Person", "name": person.name, "familyName": person.family, "givenName": person.given}
        if person.given
        else {"name": person.name}  # a group, or somebody with one name: nobody said which
        for person in facts.authors
    ]
    found = {
        "@type": "ScholarlyArticle",
        "@id": address,
        "url": address,
        "name": paper.title_text,
        "headline": paper.title_text if len(paper.title_text) <= _LONGEST_HEADLINE else "",
        "author": authors,
        "datePublished": str(facts.published or facts.year or ""),
        "abstract": paper.abstract_text,
        "keywords": [tags[slug].name for slug in index.catalogue.paper_tags[paper.slug]],
        "sameAs": same,
    }
    return {key: value for key, value in found.items() if value}


def _collection(page: Page, index: PageIndex) -> dict[str, Any]:
    address = _address(page, index)
    site = index.site
    found: dict[str, Any] = {
        "@type": _TYPES.get(page.template, "WebPage"),
        "@id": address,
        "url": address,
        "name": page.title,
        "description": page.description,
        "inLanguage": site.language,
    }
    if page.template == "home.html":
        found["isPartOf"] = {"@type": "WebSite", "name": site.title, "url": address, "description": site.description}
    if (papers := _papers(page, index)) is not None:
        found["mainEntity"] = {"@type": "ItemList", "numberOfItems": papers}
    return found


def _papers(page: Page, index: PageIndex) -> int | None:
    """How many papers the list of the page has, on all of its pages; None for a page that is no list of papers."""
    match page.view:
        case TagView():
            return len(index.catalogue.papers_of_tag[page.view.tag.slug])
        case DigestView():
            return sum(slug is not None for slug in index.catalogue.digest_papers[page.view.digest.id])
    return len(index.rows) if page.template == "papers.html" else None


def _trail(page: Page, index: PageIndex, name: str = "") -> dict[str, Any] | None:
    """The way from the first page to this one; None on the first page itself."""
    if page.template == "home.html":
        return None
    steps = [("index.html", index.site.title), *([_SECTIONS[page.template]] if page.template in _SECTIONS else [])]
    steps.append((page.path, name or page.title))
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": name, "item": _address(page, index, path)}
            for number, (path, name) in enumerate(steps, 1)
        ],
    }


def _script(*things: dict[str, Any] | None) -> Markup:
    """JSON-LD for a script element. No title ends it: HTML reads no ``<`` in it, and JSON reads the escape as one."""
    data = {"@context": _CONTEXT, "@graph": [thing for thing in things if thing]}
    return Markup(_encode(data).replace("<", "\\u003c"))


def _citation(page: Page, index: PageIndex, paper: Paper, facts: Facts) -> tuple[tuple[str, str], ...]:
    """The tags that scholarly crawlers and Zotero read; none without an author and a date: those they require."""
    date = str(facts.published or facts.year or "")
    if not facts.authors or not date:
        return ()
    tags = (
        ("citation_title", paper.title_text),
        *(("citation_author", f"{p.family}, {p.given}" if p.given else p.family) for p in facts.authors),
        ("citation_publication_date", date.replace("-", "/")),
        ("citation_doi", facts.doi),
        ("citation_arxiv_id", facts.arxiv),
        ("citation_pdf_url", facts.pdf),
        ("citation_abstract_html_url", index.site.absolute(page.path)),
        (
            "citation_keywords",
            "; ".join(index.catalogue.tags[t].name for t in index.catalogue.paper_tags[paper.slug]),
        ),
    )
    return tuple((name, value) for name, value in tags if value)


def _signposts(page: Page, index: PageIndex, paper: Paper, facts: Facts) -> Iterable[HeadLink]:
    if cite_as := facts.doi_href or index.site.absolute(page.path):
        yield HeadLink("cite-as", cite_as)
    yield HeadLink("type", f"{_CONTEXT}/AboutPage")
    yield HeadLink("type", f"{_CONTEXT}/ScholarlyArticle")
    if facts.pdf:
        yield HeadLink("item", facts.pdf, "application/pdf")
    for digest in dict.fromkeys(mention.digest for mention in paper.mentions):
        yield HeadLink("collection", page.root + index.digests[digest].href, "text/html")
