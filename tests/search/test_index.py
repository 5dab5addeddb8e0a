"""The index as files: whole, the same from every build, made again only where papers changed."""

from __future__ import annotations

import base64
import gzip
import json
import random
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import pytest
from builders import BARE_THEME, make_catalogue, make_facts, with_facts
from whole_sites import Collected

from sitegen import search
from sitegen.artifact import File, Unchanged
from sitegen.catalogue.model import Catalogue
from sitegen.config.model import Settings, VenueSettings
from sitegen.facts.model import Facts, Person
from sitegen.pages.page_index import page_index
from sitegen.search.shards import numbers
from sitegen.site import make_site
from sitegen.work import Work

CATALOGUE = make_catalogue(
    {"new": ["Alpha nets", "Beta nets"], "old": ["Beta nets", "Gamma: a survey", "Δ-net <b>&"], "lost": ["Zeta"]},
    dates={"new": "2024-05-01", "old": "03-14"},
    tags={"vision": ["Alpha nets", "Gamma: a survey"], "graphs": ["Alpha nets"], "speech": ["Zeta"]},
)


@dataclass
class Standing(Collected):
    """A sink over an earlier site: what was made from one key can be kept."""

    before: Mapping[str, bytes] = field(default_factory=dict)
    keys: dict[str, bytes] = field(default_factory=dict)
    keys_before: Mapping[str, bytes] = field(default_factory=dict)
    kept: set[str] = field(default_factory=set)

    def made_from(self, key: bytes) -> tuple[str, ...]:
        return tuple(path for path, known in self.keys_before.items() if known == key)

    def add(self, file: File) -> None:
        self.keys[file.path] = file.key
        if isinstance(file, Unchanged):
            assert self.keys_before[file.path] == file.key
            self.files[file.path] = self.before[file.path]
            self.kept.add(file.path)
        else:
            super().add(file)


def built(catalogue: Catalogue, last: Standing | None = None, largest: int = 4000, version: bytes = b"") -> Standing:
    """The sink after the index of a catalogue was delivered into the site of ``last``."""
    sink = Standing(before=last.files, keys_before=last.keys) if last else Standing()
    site = make_site(Settings(root=None), catalogue, BARE_THEME)  # type: ignore[arg-type]
    with search.begin(catalogue, Work(version=version), sink, largest=largest) as index:
        for file in index.files(page_index(catalogue, site), sink):
            sink.add(file)
    return sink


def files(catalogue: Catalogue = CATALOGUE, **more: Any) -> dict[str, bytes]:
    return built(catalogue, **more).files


def value(data: bytes) -> Any:
    """What a script hands to the page."""
    match = re.fullmatch(rb'sitegenSearchFile\("[^"]+","[0-9a-f]{8}",(.*)\);\n', data)
    assert match
    return json.loads(match[1])


def version(data: bytes) -> str:
    match = re.match(rb'sitegenSearchFile\("[^"]+","([0-9a-f]{8})"', data)
    assert match
    return match[1].decode()


def test_three_builds_give_the_same_bytes() -> None:
    first = files()
    assert files() == first
    assert files() == first


def test_every_file_is_one_call_that_says_its_own_name() -> None:
    for path, data in files().items():
        assert data.startswith(b'sitegenSearchFile("%s","' % path.removeprefix("search/").removesuffix(".js").encode())
        assert data.count(b"\n") == 1
        value(data)


def test_a_catalogue_of_which_nothing_is_left_has_an_index_of_nothing() -> None:
    made = files(replace(CATALOGUE, papers={}, paper_tags={}, related={}))
    assert sorted(made) == ["search/0/contents.js", "search/0/words.js", "search/papers.js"]
    assert [tag[0] for tag in value(made["search/papers.js"])["tags"]] == ["vision", "graphs", "speech"]
    assert value(made["search/0/contents.js"])["chunks"] == []


def test_the_contents_lead_to_every_file_of_a_shard_and_the_table_to_the_contents() -> None:
    made = files()
    contents = value(made["search/0/contents.js"])
    named = {f"search/0/index-{place}.js": version for place, (_, version) in enumerate(contents["chunks"])}
    named |= {f"search/0/texts-{place}.js": version for place, version in enumerate(contents["texts"])}
    named["search/0/words.js"] = contents["words"]
    named["search/0/contents.js"] = value(made["search/papers.js"])["shards"][0]
    assert named == {path: version(data) for path, data in made.items() if path != "search/papers.js"}


def test_chunks_are_pagefinds_own_files() -> None:
    chunk = base64.b64decode(value(files()["search/0/index-0.js"]), validate=True)
    assert gzip.decompress(chunk).startswith(b"pagefind_dcd")


def test_texts_are_what_results_show() -> None:
    facts = Facts(authors=(Person("He", "Kaiming"), Person("OpenAI")), more_authors=True, year=2021, venue="CVPR 2021")
    shown = value(files(replace(CATALOGUE, facts={"alpha-nets": facts}))["search/0/texts-0.js"])
    assert shown == [
        ["alpha-nets", "Alpha nets", "An abstract.", ["Kaiming He", "OpenAI", ""], "CVPR 2021"],
        ["beta-nets", "Beta nets", "An abstract."],
        ["gamma-a-survey", "Gamma: a survey", "An abstract."],
        ["zeta", "Zeta", "An abstract."],
        ["delta-net-b", "Δ-net <b>&", "An abstract."],
    ]


def test_the_table_has_a_row_for_each_paper_in_the_order_of_the_catalogue() -> None:
    facts = {
        "beta-nets": make_facts("Ada One", "Bo Two", year=2021, venue="Conference on Sight (COS) 2021"),
        "zeta": make_facts("Bo Two", year=2019, venue="COS 2019"),
    }
    table = value(
        files(with_facts(CATALOGUE, facts, venues=VenueSettings(same=(("COS", "Conference on Sight (COS)"),))))[
            "search/papers.js"
        ]
    )
    assert list(CATALOGUE.papers) == ["alpha-nets", "beta-nets", "gamma-a-survey", "zeta", "delta-net-b"]
    assert [tag[:2] for tag in table["tags"]] == [["vision", "vision"], ["graphs", "graphs"], ["speech", "speech"]]
    assert [digest[0] for digest in table["digests"]] == ["new", "old", "lost"]
    assert table["tag"] == "0.1 - 0 2 -"
    assert table["digest"] == "0 0.1 1 2 1"
    assert table["first"] == "0 1 1 2 1"
    assert (table["years"], table["year"]) == (["2021", "2019"], "- 0 - 1 -")
    assert (table["venues"], table["venue"]) == ([["cos", "COS", "Conference on Sight (COS)"]], "- 0 - 0 -")
    assert (table["authors"], table["author"]) == ([["bo-two", "Bo Two"]], "- 0 - 0 -")  # one paper makes no filter
    assert table["shard"] == ""


def test_where_no_year_of_a_paper_is_known_those_of_its_digests_stand() -> None:
    table = value(files()["search/papers.js"])
    assert (table["years"], table["year"]) == (["2024"], "0 0 - - -")


def test_a_paper_is_always_in_the_same_shard() -> None:
    slugs = [f"paper-number-{number}" for number in range(30)]
    places = dict(zip(slugs, numbers(slugs, 10), strict=True))
    again = random.Random(1).sample(slugs, 30)
    assert dict(zip(again, numbers(again, 10), strict=True)) == places
    assert set(places.values()) == {0, 1, 2}
    assert numbers(slugs, 30) == [0] * 30


@pytest.mark.parametrize(("papers", "shards"), [(1, 1), (4000, 1), (4001, 2), (20_000, 5), (50_000, 8), (100_000, 15)])
def test_shards_are_few_and_large(papers: int, shards: int) -> None:
    assert len(set(numbers([f"paper-{number}" for number in range(papers)]))) == shards


def many(count: int, **abstracts: str) -> Catalogue:
    titles = [f"Paper {number}" for number in range(count)]
    return make_catalogue({"one": titles}, abstracts={title: f"Words of {title}." for title in titles} | abstracts)


def test_only_the_shard_of_a_changed_paper_is_indexed_again(monkeypatch: pytest.MonkeyPatch) -> None:
    first = built(many(12), largest=4)
    indexed = []
    run = search.index_shard
    monkeypatch.setattr(search, "index_shard", lambda papers: indexed.append(len(papers)) or run(papers))
    second = built(many(12, **{"Paper 5": "Other words."}), first, largest=4)
    (changed,) = {path.split("/")[1] for path, data in second.files.items() if first.files[path] != data} - {
        "papers.js"
    }
    assert len(indexed) == 1
    assert {path.split("/")[1] for path in second.kept} == {"0", "1", "2"} - {changed}


def test_where_nothing_changed_nothing_is_indexed(monkeypatch: pytest.MonkeyPatch) -> None:
    first = built(many(12), largest=4)
    monkeypatch.setattr(search, "index_shard", None)
    assert built(many(12), first, largest=4).files == first.files


def test_another_version_of_the_program_indexes_anew() -> None:
    first = built(many(2), version=b"1")
    assert built(many(2), first, version=b"2").kept == set()


@pytest.mark.parametrize("seed", range(4))
def test_an_index_over_an_earlier_one_is_that_of_a_first_build(seed: int) -> None:
    draw = random.Random(seed)
    abstracts: dict[str, str] = {}
    last, count = None, 9
    for _ in range(5):
        count = max(1, count + draw.choice((-3, 0, 0, 2)))
        abstracts[f"Paper {draw.randrange(count)}"] = f"Edited {draw.random()}."
        catalogue = many(count, **{title: text for title, text in abstracts.items() if int(title[6:]) < count})
        last = built(catalogue, last, largest=4)
        assert last.files == built(catalogue, largest=4).files
