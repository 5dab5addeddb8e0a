"""`papers.json` and `papers/<slug>.json`: the keys that programs rely on, their meaning, and the published schema."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import jsonschema
import pytest
from builders import files_of, make_catalogue, make_paper, make_test_index

from sitegen.catalogue.model import Catalogue, Mention, PaperLink, Tombstone
from sitegen.day import Day
from sitegen.exports import papers_json
from sitegen.facts import Facts, Person

FULL = replace(
    make_catalogue(
        {"new": ["Tides", "Reeds", None], "old": ["Tides"]},
        dates={"new": "2026-04-03", "old": "04-03"},
        titles={"new": "New things"},
        tags={"water": ["Tides", "Reeds"], "birds": []},
        groups={"birds": "Animals"},
        abstracts={"Tides": "See https://code.example/x.", "Reeds": ""},
        links={"Tides": [PaperLink("code", "https://code.example/x")]},
        related={"Tides": [("Reeds", ["water", "salt"])]},
    ),
    aliases={"tide": "tides", "high-tide": "tides"},
    removed={"owls": Tombstone("Owls", "Withdrawn by its authors", Day(5, 6, 2026)), "mice": Tombstone("Mice")},
    first_seen_day={"tides": "2026-02-03"},
    facts={"tides": Facts(authors=(Person("Gray", "Ada"),), year=2019, doi="10.1000/182", published=Day(5, 1, 2019))},
)


def everything(catalogue: Catalogue, **settings: object) -> dict[str, Any]:
    files = files_of(papers_json.PAPERS, make_test_index(catalogue, **settings))
    data = json.loads(files["papers.json"])
    jsonschema.Draft202012Validator(json.loads(files["papers.schema.json"])).validate(data)
    return data


def one(slug: str, catalogue: Catalogue, **settings: object) -> dict[str, Any]:
    files = files_of(papers_json.PAPER, make_test_index(catalogue, **settings))
    return json.loads(files[f"papers/{slug}.json"])


def schema() -> dict[str, Any]:
    return json.loads(files_of(papers_json.PAPERS, make_test_index(FULL))["papers.schema.json"])


def test_the_first_keys_are_what_they_were_from_the_beginning() -> None:
    data = everything(FULL)
    assert list(data)[:3] == ["papers", "tags", "digests"]
    paper = data["papers"][1]
    del paper["mentions"][0]["line"], paper["mentions"][1]["line"]
    assert dict(list(paper.items())[:7]) == {
        "slug": "tides",
        "url": "papers/tides.html",
        "title": "Tides",
        "abstract": "See https://code.example/x.",
        "tags": ["water"],
        "related": ["reeds"],
        "mentions": [
            {"digest": "new", "position": 1, "title": "Tides"},
            {"digest": "old", "position": 1, "title": "Tides"},
        ],
    }
    assert dict(list(data["tags"][0].items())[:4]) == {"slug": "water", "name": "Water", "group": "Topics", "count": 2}
    assert [dict(list(digest.items())[:5]) for digest in data["digests"]] == [
        {"id": "new", "title": "New things", "date": "2026-04-03", "source": "new.txt", "entries": 3},
        {"id": "old", "title": "", "date": "04-03", "source": "old.txt", "entries": 1},
    ]


def test_a_paper_has_its_earlier_names_links_days_and_facts() -> None:
    paper = everything(FULL)["papers"][1]
    assert {key: paper[key] for key in list(paper)[7:]} == {
        "raw_title": "Tides",
        "aliases": ["tide", "high-tide"],
        "links": [{"kind": "code", "href": "https://code.example/x"}],
        "first_digest": "old",
        "first_seen": "2026-02-03",
        "facts": {
            "authors": [{"family": "Gray", "given": "Ada"}],
            "year": 2019,
            "doi": "10.1000/182",
            "published": "2019-05-01",
        },
        "preview_from": 0,
    }


def test_a_paper_says_where_its_preview_begins() -> None:
    tides = replace(FULL.papers["tides"], abstract_text="Tides are old. We date them.", preview_from=15)
    paper = everything(replace(FULL, papers={**FULL.papers, "tides": tides}))["papers"][1]
    assert paper["abstract"][paper["preview_from"] :] == "We date them."


def test_what_is_not_known_is_empty_or_null() -> None:
    paper = everything(FULL)["papers"][0]
    assert (paper["slug"], paper["abstract"], paper["first_seen"], paper["facts"]) == ("reeds", "", None, {})
    assert everything(FULL)["site"]["base_url"] is None


def test_removed_papers_are_listed() -> None:
    assert everything(FULL)["removed"] == [
        {"slug": "owls", "title": "Owls", "reason": "Withdrawn by its authors", "day": "2026-05-06"},
        {"slug": "mice", "title": "Mice", "reason": "", "day": None},
    ]


def test_the_raw_title_is_the_printed_form_of_the_one_that_is_shown() -> None:
    mentions = [Mention("d", 1, 3, "naive tides", "About water"), Mention("e", 1, 3, 'Na\\"ive Tides', "About water")]
    catalogue = make_catalogue({"d": ["Tides"], "e": ["Tides"]})
    paper = replace(make_paper("Tides", mentions), title_text="Naïve Tides", title_from=1)
    assert everything(replace(catalogue, papers={"tides": paper}))["papers"][0]["raw_title"] == 'Na\\"ive Tides'


def test_one_papers_file_has_all_that_is_printed_of_it_and_why_others_are_similar() -> None:
    paper = one("tides", FULL, base_url="https://papers.example/cat/")
    assert [(m["source"], m["abstract"]) for m in paper["mentions"]] == [
        ("new.txt", "See https://code.example/x."),
        ("old.txt", "See https://code.example/x."),
    ]
    assert paper["similar"] == [{"slug": "reeds", "score": 0.5, "terms": ["water", "salt"]}]
    assert paper["address"] == "https://papers.example/cat/papers/tides.html"
    record = everything(FULL)["papers"][1]
    assert {key: paper[key] for key in record if key != "mentions"} == {
        k: v for k, v in record.items() if k != "mentions"
    }


def test_every_paper_has_a_file_which_its_page_names() -> None:
    index = make_test_index(FULL)
    files = list(files_of(papers_json.PAPER, index))
    assert files == ["papers/reeds.json", "papers/tides.json", "papers/tide.json", "papers/high-tide.json"]
    assert [(page, file.href) for page, file in papers_json.PAPER.alternates(index)] == [
        ("papers/reeds.html", "papers/reeds.json"),
        ("papers/tides.html", "papers/tides.json"),
    ]


def test_the_schema_holds_for_each_file_of_a_paper() -> None:
    definitions = schema()
    check = jsonschema.Draft202012Validator(
        {**definitions, "$ref": "#/$defs/whole_paper", "required": [], "properties": {}}
    )
    for slug in FULL.papers:
        check.validate(one(slug, FULL))


def test_the_schema_is_one_and_knows_every_key_that_is_written() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    known = schema()["$defs"]
    data = everything(FULL)
    assert set(data) == set(schema()["properties"])
    for name, rows in (("paper", "papers"), ("tag", "tags"), ("digest", "digests"), ("removed", "removed")):
        assert all(set(row) == set(known[name]["properties"]) == set(known[name]["required"]) for row in data[rows]), (
            name
        )
    extra = set(one("tides", FULL)) - set(data["papers"][0]) | {"mentions"}
    assert extra == set(known["whole_paper"]["properties"])


@pytest.mark.parametrize(
    ("key", "value"),
    [("slug", "Not A Slug"), ("url", "elsewhere/x.html"), ("mentions", []), ("first_seen", "03 Feb"), ("title", "")],
)
def test_the_schema_refuses_what_programs_could_not_use(key: str, value: object) -> None:
    data = everything(FULL)
    data["papers"][0][key] = value
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(schema()).validate(data)


def test_hostile_text_is_data() -> None:
    title = 'A </script> "quoted" \\ \x01 \u2028 {{ 7*7 }}'
    catalogue = make_catalogue({"d": [title]}, abstracts={title: title})
    assert everything(catalogue)["papers"][0]["title"] == title


def test_an_empty_table_is_an_empty_list() -> None:
    assert everything(make_catalogue({"d": ["Tides"]}))["tags"] == []
