"""`sitegen pack`: one archive that opens anywhere, the same bytes each time, and nobody's file in its place."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest

from sitegen import offline_copy
from sitegen.artifact import Artifact
from sitegen.cli import main
from sitegen.pack import Packed, pack
from sitegen.problem import Problem
from sitegen.publish import publish

PAPERS = b'{"papers": [{}, {}], "site": {"title": "Tides & reeds", "base_url": "https://papers.example/"}}'
FILES = {
    ".nojekyll": b"",
    "index.html": b"<!doctype html>" * 50,
    "papers.json": PAPERS,
    "papers/tides.html": b"<p>" * 100,
    "static/a.woff2": b"packed already",
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    publish([Artifact(path, data) for path, data in FILES.items()], tmp_path / "site")
    return tmp_path / "site"


def packed(done: Packed | tuple[Problem, ...]) -> Packed:
    assert isinstance(done, Packed), done
    return done


def refused(done: Packed | tuple[Problem, ...]) -> str:
    assert not isinstance(done, Packed)
    return done[0].message


def test_the_pack_stands_in_the_site_and_holds_all_of_it_in_one_folder(site: Path) -> None:
    assert packed(pack(site)).file == site / "catalogue.zip"
    with zipfile.ZipFile(site / "catalogue.zip") as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        assert names == ["catalogue/READ ME.txt", *(f"catalogue/{path}" for path in FILES)]
        assert {path: archive.read(f"catalogue/{path}") for path in FILES} == FILES


def test_a_pack_unpacks_to_the_site(site: Path, tmp_path: Path) -> None:
    target = packed(pack(site, tmp_path / "owls.zip")).file
    with zipfile.ZipFile(target) as archive:
        archive.extractall(tmp_path / "there")
        assert {entry.external_attr >> 16 for entry in archive.infolist()} == {0o100644}
    assert (tmp_path / "there/owls/papers/tides.html").read_bytes() == FILES["papers/tides.html"]


def test_it_says_how_to_open_it_and_where_the_site_is(site: Path) -> None:
    packed(pack(site))
    with zipfile.ZipFile(site / "catalogue.zip") as archive:
        text = archive.read("catalogue/READ ME.txt").decode()
    assert text.startswith("Tides & reeds\r\n=============\r\n\r\nThis folder is the whole catalogue: 2 papers.")
    assert "https://papers.example/" in text
    assert "\n" not in text.replace("\r\n", "")


def test_a_site_without_papers_json_has_the_title_of_its_settings(site: Path) -> None:
    (site / "papers.json").unlink()
    packed(pack(site, title="Owls"))
    with zipfile.ZipFile(site / "catalogue.zip") as archive:
        assert archive.read("catalogue/READ ME.txt").startswith(b"Owls\r\n====\r\n")


def test_packing_twice_gives_the_same_bytes_and_packs_no_pack(site: Path) -> None:
    first = packed(pack(site)).file.read_bytes()
    os.utime(site / "index.html", (1, 1))
    second = packed(pack(site))
    assert second.file.read_bytes() == first
    assert second.files == len(FILES)


def test_a_pack_named_by_another_way_to_it_is_not_packed_either(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    packed(pack(site))
    monkeypatch.chdir(site.parent)
    assert packed(pack(Path("site"), site / "catalogue.zip")).files == len(FILES)


def test_the_time_stamps_are_those_of_the_source_or_none(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stamps() -> set[tuple[int, ...]]:
        with zipfile.ZipFile(packed(pack(site)).file) as archive:
            return {entry.date_time for entry in archive.infolist()}

    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert stamps() == {(1980, 1, 1, 0, 0, 0)}
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    assert stamps() == {(2026, 1, 1, 0, 0, 0)}


def test_what_is_no_site_is_not_packed(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("mine")
    assert refused(pack(tmp_path)) == "holds no site"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["index.html"]


def test_a_file_that_is_no_pack_is_not_replaced(site: Path, tmp_path: Path) -> None:
    (tmp_path / "thesis.zip").write_text("my only copy")
    assert refused(pack(site, tmp_path / "thesis.zip")) == "is there already and is no zip file"
    assert refused(pack(site, tmp_path)) == "is there already and is no zip file"
    assert (tmp_path / "thesis.zip").read_text() == "my only copy"


def test_nothing_is_left_behind_but_the_pack(site: Path) -> None:
    before = {path.name for path in site.iterdir()}
    packed(pack(site))
    assert {path.name for path in site.iterdir()} - before == {"catalogue.zip"}
    assert sorted(path.name for path in site.parent.iterdir()) == ["site"]


def test_the_next_build_replaces_site_and_pack(site: Path) -> None:
    packed(pack(site))
    publish([Artifact("index.html", b"new")], site)
    assert sorted(path.name for path in site.iterdir()) == [".sitegen", "index.html"]


def test_the_command_packs_the_site_of_the_settings(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config = site.parent / "site.yaml"
    config.write_text("input: [digests]\noutput: site\n", encoding="utf-8")
    assert main(["pack", "--config", str(config)]) == 0
    assert capsys.readouterr().out.startswith(f"Packed 5 files into {site / 'catalogue.zip'} (")


def test_the_command_needs_no_settings_where_the_site_is_named(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(site.parent)
    assert main(["pack", "--site", "site", "--to", "all.zip", "--quiet"]) == 0
    assert zipfile.is_zipfile(site.parent / "all.zip")


def test_the_command_fails_where_there_is_no_site(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pack", "--site", str(tmp_path / "none")]) == 1
    assert "holds no site ('sitegen build' makes one)" in capsys.readouterr().err


def test_a_pack_in_its_place_is_told_to_the_pages_and_not_to_those_in_it(site: Path, tmp_path: Path) -> None:
    script = site / offline_copy.SCRIPT
    script.write_bytes(offline_copy.EMPTY)
    packed(pack(site, tmp_path / "elsewhere.zip"))
    assert script.read_bytes() == offline_copy.EMPTY
    first = packed(pack(site)).file.read_bytes()
    assert b'"catalogue.zip"' in script.read_bytes()
    assert f'"{len(first) / 1e6:.1f} MB"'.encode() in script.read_bytes()
    assert packed(pack(site)).file.read_bytes() == first
    with zipfile.ZipFile(site / "catalogue.zip") as archive:
        assert archive.read(f"catalogue/{offline_copy.SCRIPT}") == offline_copy.EMPTY
