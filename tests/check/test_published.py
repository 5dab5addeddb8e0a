"""What a built site on disk, or a file of it, says of what was published."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from inventories import FROGS, inventory

from sitegen.check.listing import addresses, is_index, of_addresses
from sitegen.check.published import read_published
from sitegen.problem import MachineError


def paths(old: Path) -> list[str]:
    published = read_published(str(old))
    assert published is not None
    return sorted(published.paths)


def test_a_folders_pages_and_data_files_are_promises(tmp_path: Path) -> None:
    promises = ("index.html", "papers.html", "papers.json", "papers/frogs.bib", "papers/frogs.html", "tags/a.feed.xml")
    others = (
        "papers-2.html", "tags/a.2.html", "static/a.css", "pagefind/x.pf", "search/boot.js",
        "catalogue.zip", "papers/frogs.myst.json", ".nojekyll", "papers/.hidden",
    )  # fmt: skip
    for path in (*promises, *others):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).touch()
    assert paths(tmp_path) == sorted(promises)


def test_an_inventory_promises_the_pages_that_it_names(tmp_path: Path) -> None:
    (tmp_path / "objects.inv").write_bytes(inventory(*FROGS))
    assert paths(tmp_path / "objects.inv") == ["papers/frogs.html"]


def test_a_permalinks_file_promises_each_of_its_names(tmp_path: Path) -> None:
    file = tmp_path / "permalinks.yaml"
    file.write_text("frogs:\n  title: Frogs\ntoads:\n  moved_to: frogs\n")
    assert paths(file) == ["papers/frogs.html", "papers/toads.html"]


def test_a_papers_json_promises_whatever_it_lists_by_all_names(tmp_path: Path) -> None:
    listed = {
        "papers": [{"slug": "frogs", "aliases": ["anura"], "title": 3}],
        "tags": [{"slug": "ponds", "aliases": ["lakes"]}],
        "digests": [{"slug": "april"}],
        "removed": [{"slug": "newts"}, {"slug": "../../etc"}],
    }
    (tmp_path / "papers.json").write_text(json.dumps(listed))
    assert paths(tmp_path / "papers.json") == [
        "digests/april.html", "papers/anura.html", "papers/frogs.html", "papers/newts.html",
        "tags/lakes.html", "tags/ponds.html",
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["{", "{}", '{"papers": [{"slug": 3}]}', '{"papers": {}}', '{"a":' * 100_000])
def test_any_other_json_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "papers.json").write_text(text)
    with pytest.raises(MachineError, match=r"papers\.json is not a papers\.json that can be compared with"):
        read_published(str(tmp_path / "papers.json"))


def sitemap(*found: str) -> bytes:
    return f"<urlset>{''.join(f'<url><loc>{one}</loc></url>' for one in found)}</urlset>".encode()


def test_a_sitemap_promises_its_pages_seen_from_the_root_that_they_share() -> None:
    data = sitemap(
        "https://h.example/cat/index.html", "https://h.example/cat/papers/a&amp;b.html", "https://h.example/cat/"
    )
    published = of_addresses("sitemap.xml", addresses(data))
    assert sorted(published.paths) == ["index.html", "papers/a&b.html"]


def test_a_sitemap_of_papers_alone_still_has_the_root_of_the_site() -> None:
    """No catalogue is without a home page, but a file may be cut."""
    data = sitemap("https://h.example/index.html", "https://h.example/papers/a.html", "https://h.example/papers-2.html")
    assert sorted(of_addresses("", addresses(data)).paths) == ["index.html", "papers/a.html"]


@pytest.mark.parametrize("data", [b"", b"<urlset/>", sitemap("https://a.example/x.html", "https://b.example/y.html")])
def test_a_sitemap_of_no_site_is_refused(data: bytes) -> None:
    with pytest.raises(MachineError, match="lists no addresses of one site"):
        of_addresses("sitemap.xml", addresses(data))


def test_no_entity_of_a_sitemap_is_expanded() -> None:
    data = b'<!DOCTYPE x [<!ENTITY a "https://h.example/a.html">]><urlset><loc>&a;</loc></urlset>'
    assert addresses(data) == []


def test_an_index_of_sitemaps_is_known_as_one() -> None:
    assert is_index(b'<?xml version="1.0"?><sitemapindex><sitemap><loc>https://h.example/1.xml</loc></sitemap>')
    assert not is_index(sitemap("https://h.example/"))


def test_a_file_that_is_not_there_is_a_failure(tmp_path: Path) -> None:
    with pytest.raises(MachineError, match="there is no file or folder"):
        read_published(str(tmp_path / "nowhere"))


def test_a_folder_without_a_site_is_a_failure(tmp_path: Path) -> None:
    with pytest.raises(MachineError, match="there is no index"):
        read_published(str(tmp_path))
