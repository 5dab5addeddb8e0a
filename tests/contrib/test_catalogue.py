"""`papers.json` of strangers: what is taken from it, and what is refused."""

from __future__ import annotations

import json

import pytest
from sitegen_papers_docs.catalogue import read

TIDES = {"slug": "tides", "url": "papers/tides.html", "title": "Tides"}


def body(*papers: dict[str, object], **more: object) -> bytes:
    return json.dumps({"papers": papers, **more}).encode()


BODY = body(TIDES)


def test_a_paper_is_found_by_each_id_that_its_facts_hold() -> None:
    tides = {**TIDES, "facts": {"doi": "10.1000/ABC", "arxiv": "1904.10509v2"}, "aliases": ["tide"]}
    reeds = {**TIDES, "slug": "reeds", "facts": {"doi": "10.48550/arXiv.2008.02217"}}
    catalogue = read(body(tides, reeds))
    assert catalogue.dois == {"10.1000/abc": "tides", "10.48550/arxiv.2008.02217": "reeds"}
    assert catalogue.arxiv == {"1904.10509": "tides", "2008.02217": "reeds"}
    assert catalogue.earlier == {"tide": "tides"}


def test_keys_of_later_versions_are_passed_over() -> None:
    assert list(read(body({**TIDES, "mood": 1}, weather={})).papers) == ["tides"]


@pytest.mark.parametrize(
    ("file", "reason"),
    [
        (b"", "no JSON"),
        (b"<html>", "no JSON"),
        (BODY.replace(b"Tides", b"\xff"), "no JSON"),
        (b'{"papers": [], "x": ' + b"[" * 200_000, "no JSON"),
        (b"[]", "not of the form"),
        (b"{}", "not of the form"),
        (body({**TIDES, "slug": "../x"}), "not of the form"),
        (body({**TIDES, "slug": "tides\n"}), "not of the form"),
        (body({**TIDES, "url": "//elsewhere.example/papers/tides.html"}), "not of the form"),
        (body({**TIDES, "url": "javascript:papers/tides.html"}), "not of the form"),
        (body({**TIDES, "title": ["Tides"]}), "not of the form"),
        (body(TIDES, site={"base_url": "javascript:x/"}), "not of the form"),
        (body(TIDES, version=2), "form 2, newer than"),
    ],
)
def test_what_no_catalogue_publishes_is_refused(file: bytes, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        read(file)
