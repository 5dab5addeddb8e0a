"""`myst.xref.json` in the form that mystmd 1.8.3 was seen to read; it needs no npm, so neither does this test."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from builders import files_of, make_catalogue, make_test_index

from sitegen import urls
from sitegen.catalogue.model import Catalogue, Tombstone
from sitegen.config.model import ExportSettings
from sitegen.exports import myst_xref, papers_json


def files(catalogue: Catalogue) -> dict[str, dict[str, Any]]:
    index = make_test_index(catalogue)
    made = files_of(myst_xref.EXPORT, index) | files_of(papers_json.PAPER, index)
    return {path: json.loads(data) for path, data in made.items()}


def page_data(catalogue: Catalogue) -> dict[str, Any]:
    """What mystmd reads of the file of paper ``a``."""
    keys = ("version", "kind", "slug", "location", "frontmatter", "mdast", "references")
    data = files(catalogue)["papers/a.json"]
    return {key: data[key] for key in keys}


def test_a_page_is_found_by_its_names_and_by_its_path() -> None:
    catalogue = replace(make_catalogue({"d": ["A"]}, titles={"d": "Day"}), aliases={"old": "a"})
    table = files(catalogue)["myst.xref.json"]
    place = {"kind": "page", "data": "/papers/a.json", "url": "/papers/a.html"}
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
            *(
                {"kind": "page", "data": f"/{name}.myst.json", "url": f"/{name}.html"}
                for name in ("index", "papers", "digests", "about", "linking")
            ),
        ],
    }


def test_the_data_of_a_paper_has_its_title_and_its_abstract() -> None:
    assert page_data(make_catalogue({"d": ["A"]}, abstracts={"A": "Words."})) == {
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
    data = page_data(make_catalogue({"d": ["A"]}, abstracts={"A": ""}))
    assert data["frontmatter"] == {"title": "A"}
    assert data["mdast"] == {"type": "root", "children": []}


def test_every_reference_of_the_sample_has_its_data(sample: Catalogue) -> None:
    found = files(replace(sample, removed={"gone": Tombstone("Gone")}))
    references = found.pop("myst.xref.json")["references"]
    assert isinstance(references, list)
    present = found.keys() - {urls.paper(slug, ".json") for slug in sample.aliases}
    assert {reference["data"] for reference in references} == {f"/{path}" for path in present}
    assert all(data["frontmatter"]["title"] for data in found.values())
    identifiers = [reference["identifier"] for reference in references if "identifier" in reference]
    others = len(sample.venues) + len(sample.papers_of_year)  # no authors
    assert len(identifiers) == len(set(identifiers)) == 2 * (508 + 2 + 1) + 48 + 5 - 2 + 2 + others


def test_without_the_files_in_json_each_paper_has_one_for_mystmd() -> None:
    index = make_test_index(make_catalogue({"d": ["A"]}), exports=ExportSettings(paper_json=False))
    assert "papers/a.myst.json" in files_of(myst_xref.EXPORT, index)
