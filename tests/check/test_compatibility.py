"""What was published before against what a build would publish now."""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path

from builders import make_catalogue, make_test_index
from inventories import FROGS, TOADS, inventory

from sitegen.catalogue.model import Catalogue, Tombstone
from sitegen.check.compatibility import AT_THE_ROOT, BESIDE, excused, vanished
from sitegen.check.published import PublishedSite, of_inventory
from sitegen.citation.formats import FORMATS
from sitegen.config.model import ExportSettings, Settings
from sitegen.exports import exports, unwritten
from sitegen.pages import pages
from sitegen.permalinks.model import PermalinkRecord

LETTING_GO = "if that is meant, publish once without this check"


def broken(published: PublishedSite, *paths: str, inventory: bytes = b"") -> list[str]:
    files = {*paths, *(["objects.inv"] if inventory else [])}
    return [str(problem) for problem in vanished(published, files, inventory)]


def site(*paths: str, unlisted: tuple[str, ...] = ()) -> PublishedSite:
    """A site that lists some of its files; whether it has others, it must be asked."""
    return PublishedSite("live", frozenset(paths), has=lambda path: path in unlisted)


def test_everything_that_was_published_may_be_joined_by_more() -> None:
    published = of_inventory("live", inventory(*FROGS))
    assert broken(published, "papers/frogs.html", inventory=inventory(*FROGS, *TOADS)) == []


def test_a_page_that_is_gone_is_named_with_the_names_that_led_to_it() -> None:
    published = of_inventory("live", inventory(*FROGS, *TOADS))
    assert broken(published, "papers/toads.html", inventory=inventory(*TOADS)) == [
        "live: error: papers/frogs.html was published and is gone, and with it the names 'paper-frogs', 'papers/frogs'"
        " (restore its block in permalinks.yaml; 'sitegen names --from' takes it from what is published)"
    ]


def test_a_list_that_is_gone_may_have_another_name_now() -> None:
    assert broken(site("tags/ponds.html", "digests/000.html", "map.html")) == [
        "live: error: digests/000.html was published and is gone"
        f" (if a digest has its place, list '000' under its 'aliases' in site.yaml; {LETTING_GO})",
        f"live: error: map.html was published and is gone ({LETTING_GO})",
        "live: error: tags/ponds.html was published and is gone"
        f" (if a tag has its place, list 'ponds' under its 'aliases' in site.yaml; {LETTING_GO})",
    ]


def test_a_name_that_is_gone_is_an_error_though_its_page_is_there() -> None:
    published = of_inventory("live", inventory(*FROGS))
    assert broken(published, "papers/frogs.html", inventory=inventory(FROGS[1])) == [
        "live: error: the name 'paper-frogs' (std:label) was published and is gone; it led to papers/frogs.html"
        f" ({LETTING_GO})"
    ]


def test_without_an_inventory_every_name_is_gone() -> None:
    published = of_inventory("live", inventory(*FROGS))
    assert broken(published, "papers/frogs.html") == [
        "live: error: objects.inv was published and is gone, and with it every name"
        f" (see 'exports' in site.yaml; {LETTING_GO})"
    ]


def test_files_that_are_gone_are_named_by_their_kind() -> None:
    papers = [f"papers/{letter}{ending}" for letter in "abc" for ending in (".html", ".bib", ".csl.json")]
    assert broken(site("papers.bib", *papers), *(path for path in papers if path.endswith((".html", "a.bib")))) == [
        f"live: error: papers.bib was published and is gone (see 'exports' in site.yaml; {LETTING_GO})",
        "live: error: 3 files papers/*.csl.json were published and are gone, papers/a.csl.json first"
        f" (see 'exports' in site.yaml; {LETTING_GO})",
        "live: error: 2 files papers/*.bib were published and are gone, papers/b.bib first"
        f" (see 'exports' in site.yaml; {LETTING_GO})",
    ]


def test_what_stood_beside_a_page_that_is_gone_is_not_named_again() -> None:
    assert len(broken(site("papers/a.html", "papers/a.bib", "papers/a.json"))) == 1


def test_files_that_nothing_lists_are_asked_for() -> None:
    published = site("papers/a.html", unlisted=("papers/a.ris", "catalogue.csv", "papers/a.json"))
    assert broken(published, "papers/a.html", "papers/a.json") == [
        f"live: error: catalogue.csv was published and is gone (see 'exports' in site.yaml; {LETTING_GO})",
        f"live: error: papers/a.ris was published and is gone (see 'exports' in site.yaml; {LETTING_GO})",
    ]


def test_of_many_files_of_a_kind_three_are_asked_for() -> None:
    names = [f"papers/p{number:02}" for number in range(30)]
    asked: list[str] = []

    def has(path: str) -> bool:
        asked.append(path)
        return path == "papers/p15.ris"

    published = PublishedSite("live", frozenset(f"{name}.html" for name in names), has=has)
    here = {*AT_THE_ROOT, *published.paths}
    assert [str(problem) for problem in vanished(published, here, b"")] == [
        "live: error: 30 files papers/*.ris were published and are gone, papers/p00.ris first"
        f" (see 'exports' in site.yaml; {LETTING_GO})"
    ]
    assert [path for path in asked if path.endswith(".ris")] == ["papers/p00.ris", "papers/p15.ris", "papers/p29.ris"]


def test_where_nothing_is_missing_nothing_is_asked_for() -> None:
    def has(path: str) -> bool:
        raise AssertionError(path)

    beside = {f"papers/a{ending}" for ending in BESIDE}
    published = PublishedSite("live", frozenset({"papers/a.html"}), has=has)
    assert list(vanished(published, {*AT_THE_ROOT, "papers/a.html", *beside}, b"")) == []


def excused_of(catalogue: Catalogue, *paths: str, base_url: str = "https://h.example/") -> list[str]:
    unmissed = excused(unwritten(Settings(root=Path("/nowhere"), base_url=base_url)), catalogue)
    return [path for path in paths if unmissed(path)]


def test_what_cannot_be_written_without_an_address_is_not_missed() -> None:
    catalogue = make_catalogue({"d": ["A"]}, tags={"t": ["A"]})
    paths = ("feed.xml", "tags/t.feed.json", "digests/d.links.md", "tags/t.bib", "papers.bib")
    assert excused_of(catalogue, *paths, base_url="") == ["feed.xml", "tags/t.feed.json", "digests/d.links.md"]
    assert excused_of(catalogue, *paths) == []


def test_files_of_a_removed_paper_are_not_missed_but_its_page_is() -> None:
    catalogue = replace(make_catalogue({"d": ["A"]}), removed={"gone": Tombstone("Gone")})
    assert excused_of(catalogue, "papers/gone.bib", "papers/gone.html", "papers/a.bib") == ["papers/gone.bib"]


def test_files_of_a_tag_that_has_become_empty_are_not_missed_under_any_name() -> None:
    catalogue = make_catalogue({"d": ["A"]}, tags={"t": ["A"], "empty": []})
    catalogue = replace(catalogue, renamed={"tags": {"void": "empty", "s": "t"}})
    paths = ("tags/empty.bib", "tags/void.bib", "tags/s.bib", "tags/t.bib", "tags/empty.html")
    assert excused_of(catalogue, *paths) == ["tags/empty.bib", "tags/void.bib"]


def test_every_file_that_a_site_can_have_is_known_by_its_kind() -> None:
    switches = {field.name: True for field in fields(ExportSettings) if field.name != "parts"}
    everything = ExportSettings(**switches, parts=tuple(format.key for format in FORMATS))  # type: ignore[arg-type]
    catalogue = make_catalogue({"d": ["A"]}, tags={"t": ["A"]})
    records = {"a": PermalinkRecord("a", "A")}
    catalogue = replace(catalogue, first_seen_day={"a": "2026-01-02"}, records=records)
    index = make_test_index(catalogue, base_url="https://h.example/", exports=everything)
    paths = {page.path for page in pages(index)} | {file.path for file in exports(index, ["index.html"])}
    at_the_root = {path for path in paths if "/" not in path and not path.startswith(".") and ".myst." not in path}
    assert at_the_root - {*AT_THE_ROOT, "objects.inv", "404.html"} == set()
    beside = {path for path in paths - at_the_root if "/" in path and not path.startswith("saved/")}
    endings = {f".{path.partition('/')[2].partition('.')[2]}" for path in beside}
    assert endings - {*BESIDE, ".html", ".myst.json"} == set()
