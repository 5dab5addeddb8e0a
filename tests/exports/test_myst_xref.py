"""`myst.xref.json` in the form that mystmd 1.8.3 was seen to read; it needs no npm, so neither does this test."""

from __future__ import annotations

import json
from dataclasses import replace

from builders import make_catalogue, make_test_index

from sitegen.catalogue.model import Catalogue, Tombstone
from sitegen.exports import myst_xref


def files(catalogue: Catalogue) -> dict[str, dict[str, object]]:
    return {file.path: json.loads(file.data) for file in myst_xref.artifacts(make_test_index(catalogue))}


def test_a_page_is_found_by_its_names_and_by_its_path() -> None:
    catalogue = replace(make_catalogue({"d": ["A"]}, titles={"d": "Day"}), aliases={"old": "a"})
    table = files(catalogue)["myst.xref.json"]
    place = {"kind": "page", "data": "/papers/a.myst.json", "url": "/papers/a.html"}
    digest = {"kind": "page", "data": "/digests/d.myst.json", "url": "/digests/d.html"}
    assert table == {
        "version": "1",
        "myst": "1.8.3",
        "references": [
            place,
            {"identifier": "paper-a", **place},
            {"identifier": "a", **place},
            {"identifier": "paper-old", **place},
            {"identifier": "old", **place},
            digest,
            {"identifier": "digest-d", **digest},
        ],
    }


def test_the_data_of_a_paper_has_its_title_and_its_abstract() -> None:
    assert files(make_catalogue({"d": ["A"]}, abstracts={"A": "Words."}))["papers/a.myst.json"] == {
        "version": 3,
        "kind": "Article",
        "slug": "a",
        "location": "/papers/a.html",
        "frontmatter": {"title": "A", "description": "Words."},
        "mdast": {
            "type": "root",
            "children": [{"type": "paragraph", "children": [{"type": "text", "value": "Words."}]}],
        },
        "references": {},
    }


def test_a_paper_without_abstract_has_an_empty_text() -> None:
    data = files(make_catalogue({"d": ["A"]}, abstracts={"A": ""}))["papers/a.myst.json"]
    assert data["frontmatter"] == {"title": "A"}
    assert data["mdast"] == {"type": "root", "children": []}


def test_every_reference_of_the_sample_has_its_data(sample: Catalogue) -> None:
    found = files(replace(sample, removed={"gone": Tombstone("Gone")}))
    references = found.pop("myst.xref.json")["references"]
    assert isinstance(references, list)
    assert {reference["data"] for reference in references} == {f"/{path}" for path in found}
    assert all(data["frontmatter"]["title"] for data in found.values())  # type: ignore[index]
    identifiers = [reference["identifier"] for reference in references if "identifier" in reference]
    assert len(identifiers) == len(set(identifiers)) == 2 * (508 + 2 + 1) + 48 + 5 - 2 + 2
