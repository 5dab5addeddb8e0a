"""Catalogues over the web and from disk: asked for once, bounded, and no build ends because one is away."""

from __future__ import annotations

import gzip
import json
import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from loopback import NOTHING, Said, answering
from sitegen_papers_docs import load as loading
from sitegen_papers_docs import published
from sitegen_papers_docs.load import Loaded, load
from sitegen_papers_docs.published import UnreadError, fetch
from sitegen_papers_docs.sources import Source

SITE = {"base_url": "https://sea.example/"}
BODY = json.dumps({"papers": [{"slug": "tides", "url": "papers/tides.html", "title": "Tides"}], "site": SITE}).encode()
NEWER = BODY.replace(b'"Tides"', b'"High Tides"')


def title(loaded: Loaded) -> str:
    assert loaded.catalogue, loaded.fault
    return loaded.catalogue.papers["tides"].title


def from_web(root: str, cache: Path) -> Loaded:
    return load(Source("", f"{root}/", None), cache)


def grow_old(cache: Path) -> None:
    """Kept copies were asked for two hours ago."""
    (copy,) = cache.iterdir()
    head, _, body = copy.read_bytes().partition(b"\n")
    copy.write_bytes(json.dumps(json.loads(head) | {"when": time.time() - 7200}).encode() + b"\n" + body)


def test_a_catalogue_is_asked_for_once_in_ten_minutes(tmp_path: Path) -> None:
    with answering({"papers.json": Said(body=BODY)}) as (root, asked):
        loaded = [from_web(root, tmp_path) for _ in range(3)]
    assert [title(one) for one in loaded] == ["Tides"] * 3
    assert [one.address for one in loaded] == [f"{root}/"] * 3
    assert asked == ["papers.json"]


def test_an_old_copy_is_asked_about_and_taken_where_nothing_has_changed(tmp_path: Path) -> None:
    with answering({"papers.json": Said(body=BODY, headers={"ETag": '"1"'})}) as (root, _):
        from_web(root, tmp_path)
        grow_old(tmp_path)
        port = root
    with answering({"papers.json": Said(304)}) as (root, asked):
        (copy,) = tmp_path.iterdir()
        copy.write_bytes(copy.read_bytes().replace(port.encode(), root.encode()))
        copy.rename(tmp_path / _name(root))
        assert title(from_web(root, tmp_path)) == "Tides"
        assert title(from_web(root, tmp_path)) == "Tides"
    assert asked == ["papers.json"]


def test_a_changed_catalogue_takes_the_place_of_the_copy(tmp_path: Path) -> None:
    files = {"papers.json": Said(body=BODY)}
    with answering(files) as (root, _):
        from_web(root, tmp_path)
        files["papers.json"] = Said(body=gzip.compress(NEWER), headers={"Content-Encoding": "gzip"})
        grow_old(tmp_path)
        assert title(from_web(root, tmp_path)) == "High Tides"


@pytest.mark.parametrize(
    "answer", [NOTHING, Said(500), Said(body=b"<html>"), Said(302, headers={"Location": "file:///etc/hosts"})]
)
def test_the_copy_serves_where_the_catalogue_is_away(answer: Said, tmp_path: Path) -> None:
    files = {"papers.json": Said(body=BODY)}
    with answering(files) as (root, _):
        from_web(root, tmp_path)
        grow_old(tmp_path)
        files["papers.json"] = answer
        loaded = from_web(root, tmp_path)
    assert (title(loaded), loaded.fault) == ("Tides", "")
    assert loaded.notice.startswith(f"{root}/papers.json cannot be read: ")
    assert "; the copy of 2" in loaded.notice


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (NOTHING, "the server answers 404"),
        (Said(304), "nothing has changed, to somebody who has nothing"),
        (Said(body=b"<html>"), "it is no JSON"),
        (Said(302, headers={"Location": "file:///etc/hosts"}), "not on the web"),
        (Said(302, headers={"Location": "papers.json"}), "leads on more than 5 times"),
        (Said(body=b"x", headers={"Content-Encoding": "gzip"}), "Not a gzip"),
        (Said(body=gzip.compress(BODY)[:-20], headers={"Content-Encoding": "gzip"}), "ended"),
    ],
)
def test_a_catalogue_that_cannot_be_read_is_one_sentence(answer: Said, reason: str, tmp_path: Path) -> None:
    with answering({"papers.json": answer}) as (root, _):
        loaded = from_web(root, tmp_path)
    assert loaded.catalogue is None
    assert loaded.fault.startswith(f"{root}/papers.json cannot be read: ")
    assert reason in loaded.fault
    assert list(tmp_path.iterdir()) == []


def test_nobody_there_is_one_sentence(tmp_path: Path) -> None:
    with answering({}) as (root, _):
        pass
    assert from_web(root, tmp_path).fault == f"{root}/papers.json cannot be read: Connection refused"


def test_an_endless_answer_ends_at_the_largest_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(published, "LARGEST", 1_000_000)

    def endless(write: Callable[[bytes], object]) -> None:
        while True:
            write(b" " * 60_000)

    with (
        answering({"papers.json": Said(body=endless)}) as (root, _),
        pytest.raises(UnreadError, match="larger than 1,000,000 bytes"),
    ):
        fetch(f"{root}/papers.json")


def test_a_small_file_that_unpacks_to_a_large_one_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(published, "LARGEST", 1_000_000)
    bomb = Said(body=gzip.compress(b" " * 50_000_000), headers={"Content-Encoding": "gzip"})
    with answering({"papers.json": bomb}) as (root, _), pytest.raises(UnreadError, match="larger than"):
        fetch(f"{root}/papers.json")


def test_an_answer_that_does_not_end_in_time_is_left() -> None:
    def slow(write: Callable[[bytes], object]) -> None:
        while True:
            write(b" ")
            time.sleep(0.05)

    with (
        answering({"papers.json": Said(body=slow)}) as (root, _),
        pytest.raises(UnreadError, match=r"within 0\.2 seconds"),
    ):
        fetch(f"{root}/papers.json", seconds=0.2)


@pytest.mark.parametrize(
    "damage", [lambda data: data[:-9], lambda data: b"", lambda data: b"{}\n{}", lambda data: data[5:]]
)
def test_a_damaged_copy_is_made_anew(damage: Callable[[bytes], bytes], tmp_path: Path) -> None:
    with answering({"papers.json": Said(body=BODY)}) as (root, asked):
        from_web(root, tmp_path)
        (copy,) = tmp_path.iterdir()
        whole = copy.read_bytes()
        copy.write_bytes(damage(whole))
        assert title(from_web(root, tmp_path)) == "Tides"
        assert asked == ["papers.json"] * 2
        assert copy.read_bytes().partition(b"\n")[2] == BODY


def test_where_no_copy_can_be_kept_the_catalogue_is_read_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with answering({"papers.json": Said(body=BODY)}) as (root, _):
        assert title(from_web(root, tmp_path / "file" / "cache")) == "Tides"


def test_a_folder_is_read_each_time_and_says_where_it_stands(tmp_path: Path) -> None:
    (tmp_path / "papers.json").write_bytes(BODY)
    assert load(Source("", "", tmp_path)).address == "https://sea.example/"
    assert load(Source("", "https://own.example/", tmp_path)).address == "https://own.example/"
    (tmp_path / "papers.json").write_bytes(NEWER)
    assert title(load(Source("", "", tmp_path))) == "High Tides"


def test_what_is_wrong_with_a_folder_is_said(tmp_path: Path) -> None:
    file = tmp_path / "papers.json"
    assert load(Source("", "", tmp_path)).fault == f"{file} cannot be read: No such file or directory"
    file.write_text("{}")
    assert "cannot be used: it is not of the form" in load(Source("", "", tmp_path)).fault
    file.write_bytes(b'{"papers": []}')
    assert load(Source("", "", tmp_path)).fault.endswith(
        "does not say where the catalogue stands on the web: name its 'url' too"
    )


def test_the_folder_of_copies_can_be_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(loading.FOLDER, str(tmp_path))
    assert loading.default_cache() == tmp_path
    monkeypatch.delenv(loading.FOLDER)
    assert os.fspath(loading.default_cache()).endswith("sitegen-papers-docs")


def _name(root: str) -> str:
    return loading.copy_of(f"{root}/", Path()).name
