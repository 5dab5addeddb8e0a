"""What a site on the web has published, whatever it answers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from inventories import FROGS, inventory
from loopback import NOTHING, Said, answering

from sitegen.check.live import Place, place_of
from sitegen.check.published import PublishedSite, read_published
from sitegen.cli import main
from sitegen.problem import MachineError

INVENTORY = {"objects.inv": Said(200, inventory(*FROGS))}
PAPERS = {"papers.json": Said(200, json.dumps({"papers": [{"slug": "frogs"}]}).encode())}
SITEMAP = {
    "sitemap.xml": Said(200, b"<urlset><loc>https://h/c/index.html</loc><loc>https://h/c/papers/frogs.html</loc>")
}
HOME = {"": Said(200, b"<!doctype html>")}
LOGIN = Said(200, b"<!doctype html><title>Log in</title>")


def live(files: dict[str, Said], otherwise: Said = NOTHING) -> PublishedSite | None:
    with answering(files, otherwise) as (address, _):
        return read_published(address)


def refusal(files: dict[str, Said], otherwise: Said = NOTHING) -> str:
    with answering(files, otherwise) as (address, _):
        with pytest.raises(MachineError) as caught:
            read_published(address)
        return str(caught.value).replace(address, "SITE")


@pytest.mark.parametrize(
    ("given", "place"),
    [
        ("https://h.example/cat", ("https://h.example/cat/", "https://h.example/cat/objects.inv")),
        ("https://h.example/cat/", ("https://h.example/cat/", "https://h.example/cat/objects.inv")),
        ("https://h.example", ("https://h.example/", "https://h.example/objects.inv")),
        ("https://h.example/cat/objects.inv?x=1", ("https://h.example/cat/", "https://h.example/cat/objects.inv?x=1")),
        ("https://h.example/cat/papers.json", ("https://h.example/cat/", "https://h.example/cat/objects.inv")),
    ],
)
def test_a_site_is_meant_by_its_address_or_by_one_of_its_files(given: str, place: tuple[str, str]) -> None:
    assert place_of(given) == Place(*place)


@pytest.mark.parametrize("files", [INVENTORY, PAPERS, SITEMAP], ids=["inventory", "papers.json", "sitemap"])
def test_pages_are_known_from_the_first_file_that_is_there(files: dict[str, Said]) -> None:
    published = live(HOME | files)
    assert published is not None
    assert "papers/frogs.html" in published.paths


def test_the_inventory_goes_before_the_rest() -> None:
    with answering(INVENTORY | PAPERS) as (address, asked):
        published = read_published(address)
        assert published is not None
        assert asked == ["objects.inv"]
    assert published.source == f"{address}/objects.inv"


def test_parts_of_a_sitemap_are_read() -> None:
    parts = {
        "sitemap.xml": Said(200, b"<sitemapindex><loc>https://h/c/sitemap-1.xml</loc>"),
        "sitemap-1.xml": SITEMAP["sitemap.xml"],
    }
    published = live(HOME | parts)
    assert published is not None
    assert published.paths == {"index.html", "papers/frogs.html"}


def test_only_without_a_home_page_nothing_is_published() -> None:
    assert live({}) is None
    assert refusal(HOME) == (
        "there is a site at SITE/, but it has no objects.inv, papers.json or sitemap.xml to compare with:"
        " publish once without this check"
    )


def test_a_home_page_that_is_kept_from_us_is_one() -> None:
    assert refusal({"": Said(403)}).startswith("there is a site at SITE/")


@pytest.mark.parametrize("status", [403, 500, 503])
def test_any_other_refusal_is_a_failure(status: int) -> None:
    assert f"cannot read SITE/objects.inv: the server answers {status}" in refusal({"objects.inv": Said(status)})


def test_a_page_in_place_of_an_inventory_is_a_failure() -> None:
    assert refusal({"objects.inv": LOGIN}) == "SITE/objects.inv is not an inventory that can be compared with"


def test_a_page_in_place_of_everything_is_a_failure() -> None:
    assert refusal({}, otherwise=LOGIN).startswith("there is a site at SITE/, but it has no objects.inv")


def test_a_host_that_shows_its_home_page_for_all_that_it_lacks_is_seen_through() -> None:
    published = live(PAPERS, otherwise=LOGIN)
    assert published is not None
    assert published.source.endswith("/papers.json")


def test_files_are_asked_for_once_and_of_an_honest_host_alone() -> None:
    with answering(INVENTORY | {"papers.bib": Said(200), "papers.ris": Said(403)}) as (address, asked):
        published = read_published(address)
        assert published is not None
        assert [published.has(path) for path in ("papers.bib", "papers.ris", "feed.xml", "papers.bib")] == [
            True, False, False, True,
        ]  # fmt: skip
        assert len(asked) == len(set(asked)) == 5
    with answering(INVENTORY, otherwise=LOGIN) as (address, asked):
        published = read_published(address)
        assert published is not None
        assert not published.has("papers.bib")
        assert "papers.bib" not in asked


def test_a_host_that_fails_while_it_is_asked_is_a_failure() -> None:
    with answering(INVENTORY | {"papers.bib": Said(502)}) as (address, _):
        published = read_published(address)
        assert published is not None
        with pytest.raises(MachineError, match=r"papers\.bib: the server answers 502"):
            published.has("papers.bib")


@pytest.fixture
def small_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "digests").mkdir()
    text = "Frogs leap over networks, and networks carry what they have seen."
    (tmp_path / "digests" / "1.txt").write_text(f"Frogs and Their Networks\n\n{text}\n")
    (tmp_path / "site.yaml").write_text("input: [digests]\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("small_site")
def test_a_site_that_is_not_live_yet_passes_with_a_note(capsys: pytest.CaptureFixture[str]) -> None:
    with answering({}) as (address, _):
        assert main(["check", "--against", address]) == 0
    assert f"Nothing is published at {address} yet: nothing to compare with." in capsys.readouterr().out


@pytest.mark.usefixtures("small_site")
def test_a_live_site_that_cannot_be_asked_fails_with_the_cause(capsys: pytest.CaptureFixture[str]) -> None:
    with answering({}, Said(503)) as (address, _):
        assert main(["check", "--against", address]) == 1
    assert capsys.readouterr().err == (
        f"sitegen: error: cannot read {address}/objects.inv: the server answers 503 Service Unavailable\n"
    )


@pytest.mark.usefixtures("small_site")
def test_a_live_site_whose_pages_are_gone_fails_with_their_names(capsys: pytest.CaptureFixture[str]) -> None:
    with answering(INVENTORY | {"catalogue.sqlite": Said(200)}) as (address, _):
        assert main(["check", "--quiet", "--against", address]) == 1
    said = capsys.readouterr().err.splitlines()
    assert said[0].startswith(f"{address}/objects.inv: error: catalogue.sqlite was published and is gone")
    assert said[1].startswith(f"{address}/objects.inv: error: papers/frogs.html was published and is gone")
