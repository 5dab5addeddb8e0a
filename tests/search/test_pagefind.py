"""Pagefind's binary: found, of the version we know, and honest failures where it is missing or breaks off."""

from __future__ import annotations

import gzip
import importlib.metadata
import importlib.util
import json
import stat
from pathlib import Path

import cbor2
import pytest

from sitegen.problem import MachineError
from sitegen.search import pagefind

ENTRY = {"version": "1.5.2", "languages": {"unknown": {"hash": "m", "wasm": None}}}


def packed(value: object) -> bytes:
    return gzip.compress(b"pagefind_dcd" + cbor2.dumps(value))


def bundle(**changed: bytes) -> dict[str, bytes]:
    """Files of a bundle of two papers in two chunks."""
    files = {
        "pagefind-entry.json": json.dumps(ENTRY).encode(),
        "pagefind.m.pf_meta": packed(["1.5.2", [["a", 3], ["b", 2]], [["a", "k", "one"], ["l", "z", "two"]], [], []]),
        "index/one.pf_index": b"1",
        "index/two.pf_index": b"2",
    }
    return files | changed


def chunks(files: dict[str, bytes], papers: int = 2) -> list[pagefind.Chunk]:
    return pagefind._chunks(lambda path: files.get(path, b""), papers)


def pretend(monkeypatch: pytest.MonkeyPatch, folder: Path, script: str) -> None:
    """A program of ours in Pagefind's place."""
    program = folder / "pagefind"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setattr(pagefind, "executable", lambda: program)


def test_the_version_is_the_one_whose_files_we_know() -> None:
    """On an upgrade, re-check by hand, then raise `pagefind.VERSION`:

    - that the same texts give the same files, run after run,
    - ``.pf_meta``: pages [1], chunks with the beginning of their first word, of their last, and their name [2],
    - that pages are numbered in the order of the records,
    - the form of a chunk, which ``search-chunk.js`` reads (the next test has one written out),
    - that a word is indexed as it stands, without punctuation, and a compound in its parts too.
    """
    assert pagefind.VERSION == "1.5.2" == importlib.metadata.version("pagefind-bin")


def test_words_are_indexed_as_they_stand_with_their_pages_and_places() -> None:
    (chunk,) = pagefind.run(["nets, net and pre-trained nets", "a net"])
    assert chunk.first == "a"
    assert pagefind.load(chunk.data)[0] == [
        ["a", [[1, [-25, 0], []]], []],
        ["and", [[0, [-25, 2], []]], []],
        ["net", [[0, [-25, 1], []], [1, [-25, 1], []]], []],
        ["nets", [[0, [-25, 0, 4], []]], []],
        ["pre", [[0, [-13, 3], []]], []],
        ["pretrained", [[0, [-25, 3], []]], []],
        ["trained", [[0, [-13, 3], []]], []],
    ]


def test_chunks_stand_in_the_order_of_words() -> None:
    assert chunks(bundle()) == [pagefind.Chunk("a", b"1"), pagefind.Chunk("l", b"2")]


def test_nothing_to_index_asks_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pagefind, "executable", None)
    assert pagefind.run([]) == []


def test_variables_of_the_environment_do_not_change_the_index(monkeypatch: pytest.MonkeyPatch) -> None:
    before = pagefind.run(["c++ and a"])
    monkeypatch.setenv("PAGEFIND_INCLUDE_CHARACTERS", "+")
    assert pagefind.run(["c++ and a"]) == before


def test_a_missing_binary_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(MachineError, match=r"Pagefind is missing \(pip install pagefind-bin==1\.5\.2\)"):
        pagefind.run(["a"])


def test_a_binary_that_does_not_start_is_told_with_its_cause(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(pagefind, "executable", lambda: tmp_path / "pagefind")
    with pytest.raises(MachineError, match="Pagefind does not start") as failure:
        pagefind.run(["a"])
    assert isinstance(failure.value.__cause__, FileNotFoundError)


def test_a_binary_that_breaks_off_is_told_with_its_status(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    pretend(monkeypatch, tmp_path, "exit 3")
    with pytest.raises(MachineError) as failure:
        pagefind.run(["a word"] * 2000)
    assert str(failure.value.__cause__) == "Pagefind ended with status 3 after 0 of 2002 answers"


def test_an_error_of_pagefinds_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    answer = '{"message_id":0,"payload":{"type":"Error","message":"no such index"}}'
    pretend(monkeypatch, tmp_path, f"printf '%s' '{answer}' | base64 -w0; printf ,; sleep 60")
    with pytest.raises(MachineError) as failure:
        pagefind.run(["a"])
    assert str(failure.value.__cause__) == "no such index"


def test_another_version_is_refused_by_name() -> None:
    entry = json.dumps(ENTRY | {"version": "1.6.0"}).encode()
    with pytest.raises(
        MachineError, match=r"Pagefind 1\.6\.0 is installed, but sitegen knows the index of 1\.5\.2 alone"
    ):
        chunks(bundle(**{"pagefind-entry.json": entry}))


def test_an_empty_file_is_refused() -> None:
    with pytest.raises(MachineError, match="empty file in the search index: the words from 'l' on"):
        chunks(bundle(**{"index/two.pf_index": b""}))


def test_a_paper_left_out_is_noticed() -> None:
    with pytest.raises(MachineError, match="Pagefind indexed 2 of 3 papers"):
        chunks(bundle(), papers=3)


def test_a_file_that_is_not_pagefinds_is_refused() -> None:
    with pytest.raises(MachineError, match="not its own"):
        pagefind.load(gzip.compress(b"something else"))
