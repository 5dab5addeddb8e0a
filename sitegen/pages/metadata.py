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

from sitegen.citation.record import ARTICLE, MEETING, CitationRecord
from sitegen.pages.digest import DigestView
from sitegen.pages.heading_page import HeadingView
from sitegen.pages.page import Discovery, HeadLink, Page
from sitegen.pages.paper import PaperView
from sitegen.pages.papers import PapersView
from sitegen.pages.tag import TagView
from sitegen.pages.year import YearView
from sitegen.site import Site

_CONTEXT = "https://schema.org"
_LONGEST_HEADLINE = 110  # characters that Google shows
_LISTS = ("papers", "tags", "tag", "digests", "digest", "authors", "author", "years", "year", "venues", "venue")
_COLLECTIONS = {f"{name}.html" for name in ("home", *_LISTS)}
_TYPES = dict.fromkeys(_COLLECTIONS, "CollectionPage") | {"about.html": "AboutPage"}
_SECTIONS = {f"{kind}.html": f"{kind}s" for kind in ("tag", "digest", "author", "year", "venue")}
# What a venue is as a citation tag, where its name tells (`citation.record`).
_VENUES = {ARTICLE: "citation_journal_title", MEETING: "citation_conference_title"}
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def discoverable(page: Page, site: Site) -> Page:
    """The page with its `Discovery`; as it is where nothing may list it."""
    if not page.listed or site.noindex:
        return page
    if isinstance(page.view, PaperView):
        return replace(page, discovery=_of_paper(page, page.view, site))
    return replace(page, discovery=Discovery("website", _script(_collection(page, site), _trail(page, site))))


def _of_paper(page: Page, view: PaperView, site: Site) -> Discovery:
    return Discovery(
        kind="article",
        json_ld=_script(_article(page, view, site)),
        citation=_citation(page, view, site),
        links=tuple(_signposts(page, view, site)),
    )


def _address(page: Page, site: Site, path: str = "") -> str:
    """Of the page, or another: absolute where the site's address is known, else relative to the page."""
    path = path or page.path
    return site.absolute(path) or page.root + path


def _article(page: Page, view: PaperView, site: Site) -> dict[str, Any]:
    """What is known of a paper, without what the page says anyhow: its abstract would be a tenth of the page again."""
    address, facts, cited = _address(page, site), view.facts, view.cited
    pages = [{"url": _address(page, site, author.href)} for author in view.authors] or [{}] * len(facts.authors)
    authors = [
        {"@type": "Person", "name": person.name, "familyName": person.family, "givenName": person.given} | own
        if person.given
        else {"name": person.name} | own  # a group, or somebody with one name: nobody said which
        for person, own in zip(facts.authors, pages, strict=True)
    ]
    found = {
        "@type": "ScholarlyArticle",
        "@id": address,
        "name": cited.title_text,
        "headline": cited.title_text if len(cited.title_text) <= _LONGEST_HEADLINE else "",
        "author": authors,
        "datePublished": str(facts.published or facts.year or ""),
        "isPartOf": _venue(cited),
        "keywords": list(cited.keywords),
        "sameAs": [href for href in (facts.doi_href, facts.arxiv_href) if href],
    }
    return {key: value for key, value in found.items() if value}


def _venue(cited: CitationRecord) -> dict[str, Any] | None:
    kind = "Periodical" if cited.kind == ARTICLE else "CreativeWork"
    return {"@type": kind, "name": cited.venue} if cited.venue else None


def _collection(page: Page, site: Site) -> dict[str, Any]:
    address = _address(page, site)
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
    if page.template == "author.html" and isinstance(page.view, HeadingView):
        found["about"] = {"@type": "Person", "@id": address, "name": page.view.heading.name}
    if isinstance(page.view, TagView | DigestView | PapersView | HeadingView | YearView):
        found["mainEntity"] = {"@type": "ItemList", "numberOfItems": page.view.papers}
    return found


def _trail(page: Page, site: Site) -> dict[str, Any] | None:
    """The way from the first page to this one; None on the first page itself."""
    if page.template == "home.html":
        return None
    steps = [("index.html", site.title)]
    if section := _SECTIONS.get(page.template):
        steps.append((f"{section}.html", site.words.say(f"nav.{section}")))
    steps.append((page.path, page.title))
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": name, "item": _address(page, site, path)}
            for number, (path, name) in enumerate(steps, 1)
        ],
    }


def _script(*things: dict[str, Any] | None) -> Markup:
    """JSON-LD for a script element. No title ends it: HTML reads no ``<`` in it, and JSON reads the escape as one."""
    data = {"@context": _CONTEXT, "@graph": [thing for thing in things if thing]}
    return Markup(_encode(data).replace("<", "\\u003c"))


def _citation(page: Page, view: PaperView, site: Site) -> tuple[tuple[str, str], ...]:
    """The tags that scholarly crawlers and Zotero read; none without an author and a date: those they require."""
    facts = view.facts
    date = str(facts.published or facts.year or "")
    if not facts.authors or not date:
        return ()
    tags = (
        ("citation_title", view.cited.title_text),
        *(("citation_author", f"{p.family}, {p.given}" if p.given else p.family) for p in facts.authors),
        ("citation_publication_date", date.replace("-", "/")),
        (_VENUES.get(view.cited.kind, ""), view.cited.venue),
        ("citation_doi", facts.doi),
        ("citation_arxiv_id", facts.arxiv),
        ("citation_pdf_url", facts.pdf),
        ("citation_abstract_html_url", site.absolute(page.path)),
        ("citation_keywords", "; ".join(view.cited.keywords)),
    )
    return tuple((name, value) for name, value in tags if name and value)


def _signposts(page: Page, view: PaperView, site: Site) -> Iterable[HeadLink]:
    facts = view.facts
    if cite_as := facts.doi_href or site.absolute(page.path):
        yield HeadLink("cite-as", cite_as)
    yield HeadLink("type", f"{_CONTEXT}/AboutPage")
    yield HeadLink("type", f"{_CONTEXT}/ScholarlyArticle")
    if facts.pdf:
        yield HeadLink("item", facts.pdf, "application/pdf")
    for href in dict.fromkeys(place.digest.href for place in view.places):
        yield HeadLink("collection", page.root + href, "text/html")
