"""The links of a paper's page that leave the site: to the paper, what belongs to it, and where to look for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from sitegen.catalogue.model import PaperLink
from sitegen.facts.model import Facts
from sitegen.pages.page import cut
from sitegen.wording.model import Wording

LINK_KINDS = ("code", "project", "data", "demo", "link")
"""Kinds of links that have a name in every language: ``paper.link_code`` and so on."""

SEARCHES = (
    ("arXiv", "https://arxiv.org/search/?searchtype=title&query="),
    ("Semantic Scholar", "https://www.semanticscholar.org/search?q="),
    ("Google Scholar", "https://scholar.google.com/scholar?q="),
    ("Hugging Face", "https://huggingface.co/papers?q="),
)
"""Where a paper may be looked for by its title: name, and address up to the query."""

_SEARCHES = tuple((name, search, urlsplit(search).netloc) for name, search in SEARCHES)
_FORGES = frozenset({"github.com", "gitlab.com", "codeberg.org", "bitbucket.org", "huggingface.co"})
_QUERY = 250  # characters of a title that go into a query: longer ones find nothing


class OutLink(NamedTuple):
    """A link that leaves the site; ``host`` is as much of its address as the page does not spell out elsewhere."""

    label: str
    href: str
    host: str


def searches(title: str, facts: Facts) -> tuple[OutLink, ...]:
    """Where a paper can be looked for by its title: not where its address is known."""
    query = quote(cut(title, _QUERY).rstrip("…"), safe="")
    known = facts.arxiv and "arXiv"
    return tuple(OutLink(name, search + query, host) for name, search, host in _SEARCHES if name != known)


def out_links(facts: Facts, links: Sequence[PaperLink], words: Wording) -> tuple[OutLink, ...]:
    """Where the paper and what belongs to it can be found: known links first, each address once.

    The abstract spells out the addresses of its own links, so these are named by their host where that will do; so are
    a publisher's page and a PDF, whose addresses say nothing.
    """
    called = {kind: words.say(f"paper.link_{kind}") for kind in LINK_KINDS}
    known = (
        ("arXiv", facts.arxiv_href),
        ("ACL Anthology", facts.acl_href),
        ("OpenReview", facts.openreview_href),
        ("PDF", facts.pdf_href),
        (words.say("paper.link_paper"), facts.url),
        ("DOI", facts.doi_href),
        (called["code"], facts.code),
        (called["project"], facts.project),
        *((called.get(link.kind, called["link"]), link.href) for link in links),
    )
    labels: dict[str, str] = {}
    seen: set[str] = set()
    for label, href in known:
        place = _place(href)
        if place and place not in seen:
            seen.add(place)
            labels[href] = label
    named = {facts.url, facts.pdf_href, *(link.href for link in links)}  # by their host
    hosts = Counter((label, _host(href)) for href, label in labels.items())
    names = {
        facts.arxiv_href: facts.arxiv,
        facts.acl_href: facts.acl,
        facts.openreview_href: facts.openreview,
        facts.doi_href: facts.doi,
    }
    return tuple(
        OutLink(
            label,
            href,
            names.get(href)
            or _shown(href, forge=label == called["code"], whole=href not in named or hosts[label, _host(href)] > 1),
        )
        for href, label in labels.items()
    )


def _shown(href: str, *, forge: bool, whole: bool) -> str:
    """As much of an address as tells it from others: a repository's name says more than its host."""
    parts = _address(href).split("/")
    if forge and parts[0] in _FORGES and len(parts) > 2:
        return "/".join(parts[1:3])
    return _address(href) if whole else _host(href)


def _place(href: str) -> str:
    """An address without what makes no difference: scheme, ``www.``, a last slash, the ``.git`` of a repository."""
    return href.partition("://")[2].removeprefix("www.").rstrip("/").removesuffix(".git")


def _host(href: str) -> str:
    return cut(href.partition("://")[2].partition("/")[0].removeprefix("www.") or href, 60)


def _address(href: str) -> str:
    return cut(href.partition("://")[2].removeprefix("www.").rstrip("/") or href, 60)
