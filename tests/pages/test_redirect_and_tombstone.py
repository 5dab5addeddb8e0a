"""Pages at addresses that papers had: one leads on, the other says that there is nothing more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from builders import make_catalogue

from sitegen import assets
from sitegen.catalogue.model import Catalogue, Tombstone
from sitegen.config.model import Settings
from sitegen.day import Day
from sitegen.pages import redirect, tombstone
from sitegen.pages.page_index import page_index
from sitegen.render import render
from sitegen.site import make_site


def rendered(catalogue: Catalogue, **settings: str) -> Mapping[str, str]:
    theme, problems = assets.load(Path("/nowhere"))
    assert problems == ()
    site = make_site(Settings(root=Path("/nowhere"), **settings), catalogue, theme)  # type: ignore[arg-type]
    index = page_index(catalogue, site)
    found = render((*redirect.pages(index), *tombstone.pages(index)), site, theme)
    return {artifact.path: artifact.data.decode() for artifact in found}


def with_alias() -> Catalogue:
    return replace(make_catalogue({"d": ["Frogs & Co"]}), aliases={"toads": "frogs-co"})


def with_removed(removed: Tombstone) -> Catalogue:
    return replace(make_catalogue({"d": ["Frogs"]}), removed={"toads": removed})


def test_an_earlier_address_leads_on_at_once_and_by_a_link() -> None:
    page = rendered(with_alias())["papers/toads.html"]
    assert '<meta http-equiv="refresh" content="0; url=frogs-co.html">' in page
    assert '<a href="frogs-co.html" dir="auto">Frogs &amp; Co</a>' in page


def test_earlier_addresses_of_tags_and_digests_lead_on_too() -> None:
    catalogue = make_catalogue({"april": ["Frogs"]}, tags={"ponds": ["Frogs"]}, titles={"april": "Frogs & Co"})
    pages = rendered(replace(catalogue, renamed={"tags": {"lakes": "ponds"}, "digests": {"000": "april"}}))
    assert sorted(pages) == ["digests/000.html", "tags/lakes.html"]
    assert "<h1>This tag has another address now</h1>" in pages["tags/lakes.html"]
    assert '<a href="ponds.html" dir="auto">Ponds</a>' in pages["tags/lakes.html"]
    assert "<title>Frogs &amp; Co · " in pages["digests/000.html"]
    assert '<meta http-equiv="refresh" content="0; url=april.html">' in pages["digests/000.html"]


def test_search_engines_are_sent_to_the_present_address() -> None:
    page = rendered(with_alias(), base_url="https://example.org/p/")["papers/toads.html"]
    assert '<link rel="canonical" href="https://example.org/p/papers/frogs-co.html">' in page
    assert page.count('rel="canonical"') == 1
    assert '<meta name="robots" content="noindex">' in page


def test_without_an_address_of_its_own_a_site_names_no_canonical_one() -> None:
    assert 'rel="canonical"' not in rendered(with_alias())["papers/toads.html"]


def test_a_removed_paper_says_why_and_since_when() -> None:
    page = rendered(with_removed(Tombstone("Toads <b>", "Withdrawn & gone", Day(4, 3, 2026))))["papers/toads.html"]
    assert '<h1 dir="auto">Toads &lt;b&gt;</h1>' in page
    assert "Withdrawn &amp; gone" in page
    assert '<time datetime="2026-04-03">3 April 2026</time>' in page
    assert "not stated" not in page


def test_what_nobody_stated_of_a_removal_is_not_made_up() -> None:
    page = rendered(with_removed(Tombstone("Toads")))["papers/toads.html"]
    assert page.count("not stated") == 2


def test_a_removed_paper_is_not_offered_to_search_engines() -> None:
    page = rendered(with_removed(Tombstone("Toads")), base_url="https://example.org/p/")["papers/toads.html"]
    assert '<meta name="robots" content="noindex">' in page
    assert 'rel="canonical"' not in page
