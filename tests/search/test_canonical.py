"""One bundle, whatever order Pagefind wrote its filters and sorts in."""

from __future__ import annotations

import gzip
import json
from typing import Any

import cbor2
import pytest

from sitegen.search.canonical import canonical, load


def packed(value: Any) -> bytes:
    return gzip.compress(b"pagefind_dcd" + cbor2.dumps(value))


def bundle(values: list[Any], filters: list[Any], sorts: list[Any]) -> dict[str, bytes]:
    """A bundle of one language with the filters ``tag`` and ``digest``."""
    return {
        "filter/t.pf_filter": packed(["tag", values]),
        "filter/d.pf_filter": packed(["digest", [["d", [0]]]]),
        "pagefind.m.pf_meta": packed(["1.5.2", [["en_1", 3]], [], filters, sorts, [["title"]]]),
        "pagefind-entry.json": json.dumps({"languages": {"en": {"hash": "m"}}}).encode(),
    }


ONE = bundle([["a", [0]], ["b", [1]]], [["tag", "t"], ["digest", "d"]], [["title", [0]], ["digest", [0]]])
OTHER = bundle([["b", [1]], ["a", [0]]], [["digest", "d"], ["tag", "t"]], [["digest", [0]], ["title", [0]]])


def test_the_order_in_which_things_were_written_leaves_no_trace() -> None:
    assert canonical(ONE) == canonical(OTHER)


def test_values_and_their_papers_stay_together() -> None:
    files = canonical(OTHER)
    chunks = [load(data) for path, data in files.items() if path.startswith("filter/")]
    assert sorted(chunks) == [["digest", [["d", [0]]]], ["tag", [["a", [0]], ["b", [1]]]]]


def test_the_metadata_names_the_files_that_there_are() -> None:
    files = canonical(ONE)
    entry = json.loads(files["pagefind-entry.json"])["languages"]["en"]["hash"]
    named = {f"filter/{chunk}.pf_filter" for _, chunk in load(files[f"pagefind.{entry}.pf_meta"])[3]}
    assert named == {path for path in files if path.startswith("filter/")}


def test_a_file_that_is_not_pagefinds_is_refused() -> None:
    with pytest.raises(ValueError, match="not a file of Pagefind"):
        load(gzip.compress(b"something else"))
