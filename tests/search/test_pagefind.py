"""Pagefind's binary: found, of the version we know, and honest failures where it is missing or breaks off."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import json
import stat
from pathlib import Path

import pytest

from sitegen.problem import MachineError
from sitegen.search import pagefind
from sitegen.search.records import SearchRecord

RECORD = SearchRecord(
    "papers/a.html", "A title", "A title An abstract.", 2, {"digest": ["d"]}, {"title": "a", "digest": "00000 a"}
)


def pretend(monkeypatch: pytest.MonkeyPatch, folder: Path, script: str) -> None:
    """A program of ours in Pagefind's place."""
    program = folder / "pagefind"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setattr(pagefind, "executable", lambda: program)


def test_the_version_is_the_one_whose_files_we_know() -> None:
    """On an upgrade, re-check by hand, then raise `pagefind.VERSION`:

    - whether ``canonical`` is still needed and still right (``.pf_meta``: pages [1], filters [3], sorts [4]),
    - that pages stand in ``.pf_meta`` in the order of the records (``table`` relies on it),
    - that a fragment is gzip of twelve bytes of signature and JSON (``search-engine.js``),
    - that ``pagefind.js`` runs in a worker with ``noWorker`` and asks for its files below ``basePath``,
    - that ``"word"`` finds the word itself, and ``word`` its beginnings too (``search-postings.js``),
    - that an empty search still loads the whole index (else ``table`` could shrink).
    """
    assert pagefind.VERSION == "1.5.2" == importlib.metadata.version("pagefind-bin")


def test_records_become_a_bundle() -> None:
    bundle = pagefind.run([RECORD], "en")
    assert {path.partition("/")[0] for path in bundle} >= {
        "pagefind.js",
        "pagefind-entry.json",
        "fragment",
        "index",
        "filter",
    }


def test_a_language_without_a_stemmer_gets_the_general_one() -> None:
    assert "wasm.unknown.pagefind" in pagefind.run([RECORD], "vi")


def test_variables_of_the_environment_do_not_change_the_index(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAGEFIND_INCLUDE_CHARACTERS", "+")
    assert "+" not in json.loads(pagefind.run([RECORD], "en")["pagefind-entry.json"])["include_characters"]


def test_a_missing_binary_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(MachineError, match=r"Pagefind is missing \(pip install pagefind-bin==1\.5\.2\)"):
        pagefind.run([RECORD], "en")


def test_a_binary_that_does_not_start_is_told_with_its_cause(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(pagefind, "executable", lambda: tmp_path / "pagefind")
    with pytest.raises(MachineError, match="Pagefind does not start") as failure:
        pagefind.run([RECORD], "en")
    assert isinstance(failure.value.__cause__, FileNotFoundError)


def test_a_binary_that_breaks_off_is_told_with_its_status(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    pretend(monkeypatch, tmp_path, "exit 3")
    with pytest.raises(MachineError) as failure:
        pagefind.run([RECORD] * 2000, "en")
    assert str(failure.value.__cause__) == "Pagefind ended with status 3 after 0 of 2002 answers"


def test_another_version_is_refused_by_name() -> None:
    bundle = pagefind.run([RECORD], "en")
    bundle["pagefind-entry.json"] = bundle["pagefind-entry.json"].replace(b"1.5.2", b"1.6.0")
    with pytest.raises(
        MachineError, match=r"Pagefind 1\.6\.0 is installed, but sitegen knows the index of 1\.5\.2 alone"
    ):
        pagefind._check(bundle, papers=1)


def test_an_empty_file_is_refused() -> None:
    bundle = pagefind.run([RECORD], "en")
    name = next(path for path in bundle if path.startswith("index/"))
    with pytest.raises(MachineError, match=f"empty file in the search index: {name}"):
        pagefind._check(bundle | {name: b""}, papers=1)


def test_a_paper_left_out_is_noticed() -> None:
    bundle = pagefind.run([RECORD], "en")
    with pytest.raises(MachineError, match="Pagefind indexed 1 of 2 papers"):
        pagefind._check(bundle, papers=2)
