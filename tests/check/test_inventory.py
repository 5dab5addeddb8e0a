"""What an `objects.inv` says, and how one that says nonsense is refused."""

from __future__ import annotations

import time
import tracemalloc
import zlib

import pytest
from inventories import FROGS, HEADER, TOADS, inventory

from sitegen.check.inventory import Name, NotAnInventoryError, read_inventory


def test_names_and_addresses_are_read() -> None:
    assert read_inventory(inventory(*FROGS, "index std:doc -1 $ -", "a b:c d std:label 1 papers/x.html X: 1 2 y")) == {
        Name("std:label", "paper-frogs"): "papers/frogs.html",
        Name("std:doc", "papers/frogs"): "papers/frogs.html",
        Name("std:doc", "index"): "index",
        Name("std:label", "a b:c d"): "papers/x.html",
    }


def test_sphinx_reads_the_same_names() -> None:
    util = pytest.importorskip("sphinx.util.inventory")
    data = inventory(*FROGS, *TOADS)
    theirs = util.InventoryFile.loads(data, uri="").data
    assert {(kind, name) for kind, names in theirs.items() for name in names} == {
        (name.kind, name.name) for name in read_inventory(data)
    }


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"<!doctype html>", "begins with"),
        (b"# Sphinx inventory version 1\n", "begins with"),
        (HEADER, "is cut short"),
        (HEADER + zlib.compress(b"x" * 1000)[:-8], "is cut short"),
        (HEADER + b"nonsense", "is damaged"),
        (HEADER + zlib.compress(b"\xff\xfe"), "is damaged"),
        (inventory("a name without an address"), "cannot be read, number 1"),
        (inventory(*FROGS, "x" * 5000), "cannot be read, number 3"),
    ],
)
def test_what_is_no_inventory_is_said_to_be_none(data: bytes, fault: str) -> None:
    with pytest.raises(NotAnInventoryError, match=fault):
        read_inventory(data)


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    packing = zlib.compressobj(9)
    bomb = HEADER + b"".join(packing.compress(bytes(1_000_000)) for _ in range(200)) + packing.flush()
    tracemalloc.start()
    try:
        with pytest.raises(NotAnInventoryError, match="unpacks to more than 67,108,864 bytes"):
            read_inventory(bomb)
        assert tracemalloc.get_traced_memory()[1] < 300_000_000
    finally:
        tracemalloc.stop()


def test_more_names_than_any_catalogue_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sitegen.check.inventory.MOST", 2)
    with pytest.raises(NotAnInventoryError, match="holds more than 2 names"):
        read_inventory(inventory(*FROGS, *TOADS))


@pytest.mark.parametrize("line", ["a b:c " * 600, "a:" * 1900, "a" + " " * 3900, "a b:c 1 " * 400, ":" * 3999])
def test_no_line_takes_long(line: str) -> None:
    start = time.process_time()
    with pytest.raises(NotAnInventoryError):
        read_inventory(inventory(*[line] * 100, "unreadable"))
    assert time.process_time() - start < 5
