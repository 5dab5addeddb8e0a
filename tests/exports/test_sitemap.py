"""`sitemap.xml` and `robots.txt`: every listed page, and nothing for a site that is not to be found."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from builders import files_of, make_catalogue, make_test_index
from lxml import etree

from sitegen.catalogue.model import Catalogue, Tombstone
from sitegen.exports import robots, sitemap
from sitegen.pages import pages

BASE = "https://papers.example/a%20b/"
SMALL = make_catalogue({"d": ["Tides", "Owls"]}, tags={"water": ["Tides"]})
XSD = etree.XMLSchema(etree.parse(Path(__file__).parent / "schemas" / "sitemap.xsd"))


def written(catalogue: Catalogue, **settings: object) -> dict[str, bytes]:
    index = make_test_index(catalogue, **{"base_url": BASE, **settings})
    listed = [page.path for page in pages(index) if page.listed]
    return files_of(sitemap.EXPORT, index, listed)


def addresses(data: bytes) -> list[str]:
    root = etree.fromstring(data)
    XSD.assertValid(root)
    return [place.text or "" for place in root.iterfind(".//{*}loc")]


def said(catalogue: Catalogue, **settings: object) -> list[str]:
    return files_of(robots.EXPORT, make_test_index(catalogue, **settings))["robots.txt"].decode().splitlines()


def test_the_sitemap_has_every_listed_page_and_no_other() -> None:
    catalogue = replace(SMALL, aliases={"ebbs": "tides"}, removed={"frogs": Tombstone("Frogs")})
    (data,) = written(catalogue, papers_per_page=1).values()
    assert [place.removeprefix(BASE) for place in addresses(data)] == [
        "index.html",
        "papers/owls.html",
        "papers/tides.html",
        "papers.html",
        "papers-2.html",
        "tags.html",
        "tags/water.html",
        "digests.html",
        "digests/d.html",
        "search.html",
        "saved.html",
        "statistics.html",
        "about.html",
        "linking.html",
    ]


def test_a_page_was_last_changed_when_its_newest_paper_came() -> None:
    catalogue = replace(SMALL, first_seen_day={"tides": "2026-01-02", "owls": "2026-03-04"})
    (data,) = written(catalogue).values()
    root = etree.fromstring(data)
    XSD.assertValid(root)
    days = {
        (item.findtext("{*}loc") or "").removeprefix(BASE): item.findtext("{*}lastmod")
        for item in root.iterfind("{*}url")
    }
    assert days == {
        "index.html": "2026-03-04",
        "papers/owls.html": "2026-03-04",
        "papers/tides.html": "2026-01-02",
        "papers.html": "2026-03-04",
        "tags.html": "2026-03-04",
        "tags/water.html": "2026-01-02",
        "digests.html": "2026-03-04",
        "digests/d.html": "2026-03-04",
        "search.html": None,
        "saved.html": None,
        "statistics.html": "2026-03-04",
        "about.html": None,
        "linking.html": None,
    }


def test_where_no_day_is_recorded_none_is_made_up() -> None:
    assert b"lastmod" not in written(SMALL)["sitemap.xml"]


def test_a_catalogue_without_tags_has_no_page_of_tags() -> None:
    catalogue = make_catalogue({"d": ["Tides"]})
    assert f"{BASE}tags.html" not in addresses(written(catalogue)["sitemap.xml"])


def test_more_addresses_than_a_sitemap_may_hold_make_parts_and_an_index(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = addresses(written(SMALL)["sitemap.xml"])
    monkeypatch.setattr(sitemap, "LONGEST", 4)
    files = written(SMALL)
    assert addresses(files.pop("sitemap.xml")) == [BASE + name for name in files]
    assert [place for data in files.values() for place in addresses(data)] == whole


def test_without_an_address_or_where_nobody_may_look_there_is_no_sitemap() -> None:
    assert written(SMALL, base_url="") == {}
    assert written(SMALL, noindex=True) == {}


def test_an_ampersand_in_the_address_stays_one() -> None:
    assert addresses(written(SMALL, base_url="https://papers.example/a&b/")["sitemap.xml"])[0] == (
        "https://papers.example/a&b/index.html"
    )


def test_crawlers_may_read_everything_and_are_told_of_the_sitemap() -> None:
    assert said(SMALL, base_url=BASE) == ["User-agent: *", "Allow: /", f"Sitemap: {BASE}sitemap.xml"]
    assert said(SMALL) == ["User-agent: *", "Allow: /"]


def test_crawlers_are_kept_out_of_a_site_that_is_not_to_be_found() -> None:
    lines = said(SMALL, base_url=BASE, noindex=True)
    assert [line for line in lines if not line.startswith("#")] == ["User-agent: *", "Disallow: /"]
