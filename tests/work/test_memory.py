"""The memory gives back what it was given, and otherwise nothing; no state of its file can break a build."""

from __future__ import annotations

import multiprocessing
import os
import sqlite3
from pathlib import Path

import pytest

from sitegen.work import memory as memory_module
from sitegen.work.memory import Memory

ONE, TWO, THREE = b"1" * 16, b"2" * 16, b"3" * 16


def file_in(folder: Path) -> Path:
    return next(folder.glob("memory-*.sqlite"))


def filled(folder: Path) -> Path:
    with Memory(folder) as memory:
        memory.remember([(ONE, b"one"), (TWO, b"")])
    return folder


def test_what_was_remembered_is_known_to_the_next_build(tmp_path: Path) -> None:
    with Memory(filled(tmp_path / "cache")) as memory:
        assert memory.recall([THREE, TWO, ONE]) == {ONE: b"one", TWO: b""}


def test_thousands_of_keys_are_asked_for_at_once(tmp_path: Path) -> None:
    values = {number.to_bytes(16, "big"): str(number).encode() for number in range(2500)}
    with Memory(tmp_path) as memory:
        memory.remember(values.items())
    with Memory(tmp_path) as memory:
        assert memory.recall(list(values)) == values


def test_the_folder_is_passed_over_by_version_control_and_backups(tmp_path: Path) -> None:
    filled(tmp_path / "cache")
    assert (tmp_path / "cache" / ".gitignore").read_text() == "*\n"
    assert (tmp_path / "cache" / "CACHEDIR.TAG").read_bytes().startswith(b"Signature: 8a477f597d28d172789f06886806bc55")


@pytest.mark.parametrize("damage", [b"no database at all", b"SQLite format 3\0" + b"\xff" * 4000, b""])
def test_a_damaged_file_is_begun_anew(tmp_path: Path, damage: bytes) -> None:
    file = file_in(filled(tmp_path))
    file.write_bytes(damage)
    with Memory(tmp_path) as memory:
        assert memory.recall([ONE]) == {}
        memory.remember([(ONE, b"new")])
    with Memory(tmp_path) as memory:
        assert memory.recall([ONE]) == {ONE: b"new"}


def test_a_damaged_value_is_not_believed(tmp_path: Path) -> None:
    with sqlite3.connect(file_in(filled(tmp_path))) as database:
        database.execute("UPDATE found SET value = x'00112233' || 'two' WHERE key = ?", (ONE,))
    database.close()
    with Memory(tmp_path) as memory:
        assert memory.recall([ONE, TWO]) == {TWO: b""}


def test_tables_of_another_kind_in_the_file_are_no_obstacle(tmp_path: Path) -> None:
    file = file_in(filled(tmp_path))
    file.unlink()
    with sqlite3.connect(file) as database:
        database.execute("CREATE TABLE found (something TEXT)")
    database.close()
    with Memory(tmp_path) as memory:
        assert memory.recall([ONE]) == {}


def test_a_place_that_cannot_be_written_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with Memory(tmp_path / "file" / "cache") as memory:
        memory.remember([(ONE, b"one")])
    assert (tmp_path / "file").read_text() == "in the way"


def test_nothing_is_written_where_there_is_nothing_to_keep(tmp_path: Path) -> None:
    with Memory(tmp_path / "cache") as memory:
        assert memory.recall([ONE]) == {}
    assert not (tmp_path / "cache").exists()


def test_a_file_that_vanishes_meanwhile_is_no_obstacle(tmp_path: Path) -> None:
    with Memory(filled(tmp_path)) as memory:
        for path in tmp_path.iterdir():
            path.unlink()
        memory.recall([ONE])
        memory.remember([(THREE, b"three")])
    with Memory(tmp_path) as memory:
        assert memory.recall([ONE]) == {}


def write_some(folder: Path, first: int) -> None:
    with Memory(folder) as memory:
        for number in range(first, first + 400):
            memory.remember([(number.to_bytes(16, "big"), b"x" * 1000)])


@pytest.mark.skipif(not hasattr(os, "fork"), reason="starts processes by forking")
def test_two_builds_at_once_lose_nothing(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=write_some, args=(tmp_path, first)) for first in (0, 200, 400)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert [writer.exitcode for writer in writers] == [0, 0, 0]
    with Memory(tmp_path) as memory:
        assert len(memory.recall([number.to_bytes(16, "big") for number in range(1000)])) == 800


def test_a_file_far_larger_than_what_is_used_is_swept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory_module, "_SMALLEST_BOUND", 100_000)
    with Memory(tmp_path) as memory:
        memory.remember((number.to_bytes(16, "big"), b"x" * 1000) for number in range(1000))
    large = file_in(tmp_path).stat().st_size
    with Memory(tmp_path) as memory:
        assert len(memory.recall([(5).to_bytes(16, "big"), (6).to_bytes(16, "big")])) == 2
    with Memory(tmp_path) as memory:
        assert memory.recall([number.to_bytes(16, "big") for number in range(1000)]).keys() == {
            (5).to_bytes(16, "big"),
            (6).to_bytes(16, "big"),
        }
    assert file_in(tmp_path).stat().st_size < large / 10


def test_a_file_that_is_used_is_not_swept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory_module, "_SMALLEST_BOUND", 0)
    with Memory(tmp_path) as memory:
        memory.remember((number.to_bytes(16, "big"), b"x" * 1000) for number in range(1000))
    with Memory(tmp_path) as memory:
        assert len(memory.recall([number.to_bytes(16, "big") for number in range(500)])) == 500
    with Memory(tmp_path) as memory:
        assert len(memory.recall([number.to_bytes(16, "big") for number in range(1000)])) == 1000
