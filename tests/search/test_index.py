"""The index as files: whole, the same from every build, and with what the page needs to read it."""

from __future__ import annotations

import base64
import gzip
import json
import re
from dataclasses import replace
from pathlib import Path

from builders import make_catalogue

from sitegen.catalogue.model import Catalogue
from sitegen.config.model import SearchSettings, Settings
from sitegen.search import index
from sitegen.search.canonical import load

SETTINGS = Settings(root=Path("/nowhere"))
CATALOGUE = make_catalogue(
    {"new": ["Alpha nets", "Beta nets"], "old": ["Beta nets", "Gamma: a survey", "Δ-net <b>&"], "lost": ["Zeta"]},
    dates={"new": "2024-05-01", "old": "03-14"},
    tags={"vision": ["Alpha nets", "Gamma: a survey"], "graphs": ["Alpha nets"], "speech": ["Zeta"]},
)


def files(catalogue: Catalogue = CATALOGUE, settings: Settings = SETTINGS) -> dict[str, bytes]:
    return {artifact.path: artifact.data for artifact in index(catalogue, settings)}


def packed(scripts: dict[str, bytes]) -> dict[str, bytes]:
    """The files that the offline scripts carry."""
    found = {}
    for path, data in scripts.items():
        if path.startswith("search/"):
            for name, text in re.findall(rb'sitegenSearchFile\("([^"]+)","([^"]*)"\);', data):
                found[name.decode()] = text
    for own in ("papers", "words", "fragment-digits"):
        found.pop(own, None)
    return {name: base64.b64decode(text, validate=True) for name, text in found.items()}


def facts(built: dict[str, bytes]) -> list[str]:
    match = re.fullmatch(rb'sitegenSearchFile\("papers",(".*")\);\n', built["search/papers.js"])
    assert match
    return str(json.loads(match[1])).split("\n")


def test_three_builds_give_the_same_bytes() -> None:
    first = files()
    assert files() == first
    assert files() == first


def test_a_catalogue_of_which_nothing_is_left_has_an_index_of_nothing() -> None:
    built = files(replace(CATALOGUE, papers={}, paper_tags={}, related={}))
    assert facts(built)[0] == "vision graphs speech"
    assert len(facts(built)) == 3  # no line for any paper
    assert "search/boot.js" in built


def test_no_file_is_empty() -> None:
    assert [path for path, data in files().items() if not data] == []


def test_the_offline_scripts_carry_every_file_of_the_plain_bundle_byte_for_byte() -> None:
    built = files()
    plain = {path.removeprefix("pagefind/"): data for path, data in built.items() if path.startswith("pagefind/")}
    assert packed(built) == plain
    assert "pagefind.js" in plain


def test_offline_only_leaves_the_plain_bundle_out() -> None:
    built = files(settings=replace(SETTINGS, search=SearchSettings(offline="only")))
    assert [path for path in built if not path.startswith("search/")] == []
    assert "search/boot.js" in built


def test_interfaces_that_the_site_does_not_use_are_left_out() -> None:
    names = {path.rpartition("/")[2] for path in files() if path.startswith("pagefind/")}
    kept = {name for name in names if not name.endswith((".pf_index", ".pf_filter", ".pf_fragment", ".pf_meta"))}
    assert kept == {"pagefind-entry.json", "pagefind.js", "wasm.en.pagefind"}


def test_every_paper_is_indexed_with_its_text_and_its_filters() -> None:
    fragments = [
        json.loads(gzip.decompress(data)[12:]) for path, data in files().items() if path.endswith(".pf_fragment")
    ]
    told = {fragment["url"]: fragment for fragment in fragments}
    assert len(told) == len(CATALOGUE.papers) == 5
    assert told["papers/delta-net-b.html"]["meta"]["title"] == "Δ-net <b>&"
    assert told["papers/delta-net-b.html"]["content"] == "Δ-net <b>& An abstract."
    assert told["papers/alpha-nets.html"]["filters"] == {
        "tag": ["vision", "graphs"],
        "digest": ["new"],
        "year": ["2024"],
    }
    assert told["papers/beta-nets.html"]["filters"] == {"digest": ["new", "old"], "year": ["2024"]}


def test_the_table_lists_papers_by_title_with_where_titles_end_and_what_they_carry() -> None:
    tags, digests, years, *lines = facts(files())
    assert tags == "vision graphs speech"
    assert digests == "new old lost"
    assert years == "2024 - -"
    assert [line.split(" ")[1:] for line in lines] == [
        ["2", "0.1", "0"],  # Alpha nets
        ["2", "-", "0.1"],  # Beta nets
        ["3", "0", "1"],  # Gamma: a survey
        ["1", "2", "2"],  # Zeta
        ["2", "-", "1"],  # Δ-net <b>&
    ]


def test_the_table_names_each_paper_as_pagefind_does() -> None:
    built = files()
    titles = []
    for line in facts(built)[3:]:
        data = built[f"pagefind/fragment/{line.split(' ')[0]}.pf_fragment"]
        titles.append(json.loads(gzip.decompress(data)[12:])["meta"]["title"])
    assert titles == ["Alpha nets", "Beta nets", "Gamma: a survey", "Zeta", "Δ-net <b>&"]


def test_pagefind_orders_by_digest_newest_first_and_a_papers_newest_counts() -> None:
    built = files()
    (meta,) = (load(data) for path, data in built.items() if path.endswith(".pf_meta") and path.startswith("pagefind/"))
    orders = dict(meta[4])
    slugs = sorted(CATALOGUE.papers)
    assert [slugs[place] for place in orders["digest"]] == [
        "alpha-nets",
        "beta-nets",
        "gamma-a-survey",
        "delta-net-b",
        "zeta",
    ]
    assert [slugs[place] for place in orders["title"]] == [
        "alpha-nets",
        "beta-nets",
        "gamma-a-survey",
        "zeta",
        "delta-net-b",
    ]
