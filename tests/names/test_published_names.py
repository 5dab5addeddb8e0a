"""The names and days of a site, from whatever of it can be had."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from loopback import NOTHING, Said, answering

from sitegen.catalogue.naming.fingerprint import fingerprint
from sitegen.names.published import published_names
from sitegen.permalinks.model import PermalinkRecord
from sitegen.problem import MachineError

FILE = b'frogs:\n  title: "Frogs"\n  first_seen: 2026-01-01\ntoads:\n  moved_to: frogs\n'
FROGS = PermalinkRecord("frogs", "Frogs", "2026-01-01")
TOADS = PermalinkRecord("toads", "", moved_to="frogs")
TEXT = "Frogs leap over networks, and networks carry what they have seen."
PAPERS = {
    "papers": [{"slug": "frogs", "title": "Frogs", "abstract": TEXT, "aliases": ["toads"], "first_seen": "2026-01-01"}],
    "removed": [{"slug": "newts", "title": "Newts", "reason": 'Gone "away"', "day": "2026-02-02"}],
}


def names(old: str) -> Mapping[str, PermalinkRecord]:
    found, problems = published_names(old)
    assert problems == ()
    assert found is not None
    return found.records


def test_a_live_site_gives_the_file_that_it_publishes() -> None:
    with answering({"permalinks.yaml": Said(200, FILE)}) as (address, asked):
        assert names(address) == {"frogs": FROGS, "toads": TOADS}
        assert asked == ["permalinks.yaml"]


def test_without_one_the_list_of_papers_says_nearly_as_much() -> None:
    with answering({"papers.json": Said(200, json.dumps(PAPERS).encode())}) as (address, _):
        assert names(address) == {
            "frogs": PermalinkRecord("frogs", "Frogs", "2026-01-01", fingerprint(TEXT)),
            "toads": TOADS,
            "newts": PermalinkRecord("newts", "Newts", removed="2026-02-02", reason='Gone "away"'),
        }


def test_a_folder_and_a_file_will_do(tmp_path: Path) -> None:
    (tmp_path / "permalinks.yaml").write_bytes(FILE)
    (tmp_path / "old.json").write_text(json.dumps({"papers": [{"slug": "frogs", "title": "Frogs"}]}))
    assert names(str(tmp_path)) == names(str(tmp_path / "permalinks.yaml")) == {"frogs": FROGS, "toads": TOADS}
    assert names(str(tmp_path / "old.json")) == {"frogs": PermalinkRecord("frogs", "Frogs")}


def test_where_nothing_is_published_there_are_no_names() -> None:
    with answering({}) as (address, _):
        assert published_names(address) == (None, ())


def test_a_site_without_either_file_is_a_failure(tmp_path: Path) -> None:
    with answering({"": Said(200, b"home")}) as (address, _), pytest.raises(MachineError) as caught:
        published_names(address)
    assert (
        str(caught.value)
        == f"{address}/ has neither permalinks.yaml nor papers.json to take names from: publish once without them"
    )
    with pytest.raises(MachineError, match=r"has neither permalinks\.yaml nor papers\.json"):
        published_names(str(tmp_path))
    with pytest.raises(MachineError, match="there is no file or folder"):
        published_names(str(tmp_path / "nowhere"))


def test_a_host_that_shows_a_page_for_all_that_it_lacks_is_seen_through() -> None:
    files = {"papers.json": Said(200, json.dumps(PAPERS).encode())}
    with answering(files, otherwise=Said(200, b"<!doctype html>")) as (address, _):
        assert "frogs" in names(address)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b"../../etc/passwd:\n  title: X\n", "but a name has only a-z, 0-9 and single hyphens between them"),
        (b"a: &a\n  title: X\nb: *a\n  c: 1\n", "this key begins in column 3"),
        (b"!!python/object:os.system\n", "unknown YAML tag"),
        (b"frogs:\n  title: [1]\n", "frogs.title must be text, not a list"),
        (b"frogs:\n  moved_to: toads\n", "which is no name in this file"),
        (b"\xff\xfe", "is UTF-16, but must be UTF-8"),
    ],
)
def test_what_a_site_says_is_checked_like_what_people_write(text: bytes, said: str) -> None:
    with answering({"permalinks.yaml": Said(200, text)}) as (address, _):
        found, problems = published_names(address)
        assert found is None
        assert str(problems[0]).startswith(f"{address}/permalinks.yaml")
    assert said in str(problems[0])


@pytest.mark.parametrize("slug", ["../x", "a b", "con", "index", "x\n  moved_to: y\nz", "paper-x", ""])
def test_no_list_of_papers_brings_in_a_name_that_cannot_be_one(slug: str) -> None:
    said = json.dumps({"papers": [{"slug": slug, "title": "X"}]}).encode()
    with answering({"papers.json": Said(200, said)}, NOTHING) as (address, _):
        found, problems = published_names(address)
    assert found is None
    assert problems


def test_a_list_of_something_else_is_a_failure() -> None:
    refused = pytest.raises(MachineError, match=r"is not a papers\.json that names can be taken from")
    with answering({"papers.json": Said(200, b'{"papers": "frogs"}')}) as (address, _), refused:
        published_names(address)


def test_a_list_that_is_nested_without_end_is_a_failure() -> None:
    refused = pytest.raises(MachineError, match=r"is not a papers\.json that names can be taken from")
    nested = b'{"papers": [], "more": ' + b'{"a":' * 100_000
    with answering({"papers.json": Said(200, nested)}) as (address, _), refused:
        published_names(address)
