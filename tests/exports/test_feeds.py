"""Atom and JSON Feed: what stands in them, and that the standards' rules hold for hostile text too."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import feedparser
import jsonschema
import pytest
from builders import files_of, make_catalogue, make_test_index, make_test_site
from lxml import etree

from sitegen.catalogue.model import Catalogue, PaperLink
from sitegen.config.model import ExportSettings
from sitegen.exports import atom, feed, json_feed
from sitegen.exports.export import Export
from sitegen.facts import Facts, Person
from sitegen.pages.page_index import PageIndex
from sitegen.repair.inline import Emphasis, Inline, Link, Math, Text, Unclear

SCHEMAS = Path(__file__).parent / "schemas"
BASE = "https://papers.example/cat/"
HOSTILE = "A \x00\x0b\ufffe <b>&amp;]]> </entry> \"quoted\" 'title' \U0001f600"


def dated(catalogue: Catalogue, days: Mapping[str, str] | str = "2026-02-03") -> Catalogue:
    """The catalogue with a first day for each slug."""
    return replace(
        catalogue, first_seen_day=dict.fromkeys(catalogue.papers, days) if isinstance(days, str) else dict(days)
    )


def published(catalogue: Catalogue, **settings: object) -> PageIndex:
    return make_test_index(catalogue, base_url=BASE, **settings)


def atom_files(index: PageIndex) -> dict[str, bytes]:
    return files_of(atom.EXPORT, index)


def json_files(index: PageIndex) -> dict[str, bytes]:
    return files_of(json_feed.EXPORT, index)


def entries(data: bytes) -> list[str]:
    """The last part of each entry's id, in order."""
    parsed = feedparser.parse(io.BytesIO(data))
    assert not parsed.bozo, parsed.bozo_exception
    return [entry.id.removeprefix(f"{BASE}papers/") for entry in parsed.entries]


SMALL = make_catalogue(
    {"new": ["Reeds", "Tides"], "old": ["Owls", "Tides"]},
    tags={"water": ["Reeds", "Tides"], "birds": ["Owls"], "empty": []},
    titles={"new": "New things"},
    dates={"old": "04-03"},
)


def test_the_site_each_tag_and_each_digest_have_a_feed_in_both_formats() -> None:
    at = published(dated(SMALL))
    stems = ["feed", "tags/water.feed", "tags/birds.feed", "tags/empty.feed", "digests/new.feed", "digests/old.feed"]
    assert list(atom_files(at)) == [f"{stem}.xml" for stem in stems]
    assert list(json_files(at)) == [f"{stem}.json" for stem in stems]


@pytest.mark.parametrize("export", [atom.EXPORT, json_feed.EXPORT])
def test_without_an_address_or_without_days_no_feed_is_written_or_offered(export: Export) -> None:
    for index in (make_test_index(dated(SMALL)), published(SMALL)):
        assert files_of(export, index) == {}
        assert list(export.alternates(index)) == []


def test_the_foot_of_every_page_offers_the_feed_where_there_is_one() -> None:
    assert [item.href for item in published(dated(SMALL)).site.downloads] == ["feed.xml"]
    assert published(SMALL).site.downloads == make_test_site(dated(SMALL)).downloads == ()
    off = ExportSettings(atom=False)
    assert published(dated(SMALL), exports=off).site.downloads == ()


def test_a_page_offers_the_feed_of_its_own_list() -> None:
    offered = [(page, file.type, file.href) for page, file in atom.EXPORT.alternates(published(dated(SMALL)))]
    assert offered[:4] == [
        ("index.html", "application/atom+xml", "feed.xml"),
        ("papers.html", "application/atom+xml", "feed.xml"),
        ("digests.html", "application/atom+xml", "feed.xml"),
        ("tags/water.html", "application/atom+xml", "tags/water.feed.xml"),
    ]


def test_the_newest_papers_come_first_and_the_feed_is_as_new_as_they_are() -> None:
    at = published(dated(SMALL, {"tides": "2026-02-03", "owls": "2026-05-06", "reeds": "2026-01-01"}))
    files = atom_files(at)
    assert entries(files["feed.xml"]) == ["owls.html", "tides.html", "reeds.html"]
    assert feedparser.parse(io.BytesIO(files["feed.xml"])).feed.updated == "2026-05-06T00:00:00Z"
    assert feedparser.parse(io.BytesIO(files["tags/water.feed.xml"])).feed.updated == "2026-02-03T00:00:00Z"


def test_papers_of_one_day_stand_as_in_their_digests() -> None:
    files = atom_files(published(dated(SMALL)))
    assert entries(files["feed.xml"]) == ["reeds.html", "tides.html", "owls.html"]
    assert entries(files["digests/old.feed.xml"]) == ["owls.html", "tides.html"]


def test_a_paper_whose_day_is_not_recorded_gets_none() -> None:
    files = atom_files(published(dated(SMALL, {"tides": "2026-02-03"})))
    assert entries(files["feed.xml"]) == ["tides.html"]
    assert entries(files["digests/old.feed.xml"]) == ["tides.html"]


def test_a_feed_without_papers_is_a_feed() -> None:
    data = atom_files(published(dated(SMALL)))["tags/empty.feed.xml"]
    assert entries(data) == []
    assert feedparser.parse(io.BytesIO(data)).feed.title == "Empty · Paper catalogue"


def test_the_sites_feed_stops_at_a_hundred_and_a_tags_at_fifty_but_a_digests_is_whole() -> None:
    titles = [f"Paper {number}" for number in range(120)]
    catalogue = dated(make_catalogue({"all": titles}, tags={"many": titles}))
    assert (feed.NEWEST, feed.NEWEST_OF_TAG) == (100, 50)
    sizes = {path: data.count(b"<entry>") for path, data in atom_files(published(catalogue)).items()}
    assert sizes == {"feed.xml": 100, "tags/many.feed.xml": 50, "digests/all.feed.xml": 120}


def test_known_authors_stand_in_the_entry_and_nobody_is_made_up() -> None:
    catalogue = replace(dated(SMALL), facts={"owls": Facts(authors=(Person("Gray", "Ada"), Person("The Owl Group")))})
    at = published(catalogue)
    by_id = {item["id"]: item for item in json.loads(json_files(at)["feed.json"])["items"]}
    assert by_id[f"{BASE}papers/owls.html"]["authors"] == [{"name": "Ada Gray"}, {"name": "The Owl Group"}]
    assert "authors" not in by_id[f"{BASE}papers/tides.html"]
    assert atom_files(at)["feed.xml"].count(b"<author>") == 3  # the catalogue itself, and these two


def test_the_abstract_is_html_made_of_elements_that_every_reader_knows() -> None:
    inline: Inline = (
        Text("For n < 3, "),
        Math("x^2", "<math><mi>x</mi></math>", "x²"),
        Text(" is "),
        Emphasis((Unclear((Text("odd"),), "A macro."),)),
        Text(", see "),
        Link("https://a.example/?b&c", "a.example"),
    )
    catalogue = dated(make_catalogue({"d": ["Tides"]}, inline={"Tides": inline}))
    parsed = feedparser.parse(io.BytesIO(atom_files(published(catalogue))["feed.xml"]), sanitize_html=False)
    assert parsed.entries[0].content[0].type == "text/html"
    assert parsed.entries[0].content[0].value == (
        '<p>For n &lt; 3, x² is <em>odd</em>, see <a href="https://a.example/?b&amp;c" rel="noopener">a.example</a></p>'
    )


def test_a_paper_without_an_abstract_says_so() -> None:
    catalogue = dated(make_catalogue({"d": ["Tides"]}, abstracts={"Tides": ""}))
    assert json.loads(json_files(published(catalogue))["feed.json"])["items"][0]["content_html"] == (
        "<p>The digests print no abstract for this paper.</p>"
    )


def hostile() -> PageIndex:
    catalogue = make_catalogue(
        {"d": [HOSTILE]},
        abstracts={HOSTILE: HOSTILE},
        tags={"t": [HOSTILE]},
        links={HOSTILE: [PaperLink("code", 'https://a.example/?"<&>')]},
    )
    tags = {slug: replace(tag, name=HOSTILE) for slug, tag in catalogue.tags.items()}
    return published(
        replace(
            dated(catalogue), tags=tags, facts={slug: Facts(authors=(Person(HOSTILE),)) for slug in catalogue.papers}
        ),
        title=HOSTILE,
        description=HOSTILE,
    )


def test_no_text_breaks_a_feed() -> None:
    shown = "A  <b>&amp;]]> </entry> \"quoted\" 'title' \U0001f600"
    root = etree.fromstring(atom_files(hostile())["feed.xml"])
    assert root.findtext("{*}entry/{*}title") == shown
    assert root.findtext("{*}title") == shown
    item = json.loads(json_files(hostile())["feed.json"])["items"][0]
    assert item["title"] == HOSTILE


@pytest.mark.parametrize("made", [published(dated(SMALL)), hostile()], ids=["plain", "hostile"])
def test_every_feed_is_valid_by_its_standard(made: PageIndex) -> None:
    grammar = etree.RelaxNG(etree.parse(SCHEMAS / "atom.rng"))
    for path, data in atom_files(made).items():
        assert grammar.validate(etree.fromstring(data)), (path, grammar.error_log)
    schema = json.loads((SCHEMAS / "json_feed.schema.json").read_text(encoding="utf-8"))
    for data in json_files(made).values():
        jsonschema.validate(json.loads(data), schema)


def test_the_grammar_refuses_a_feed_that_breaks_the_standard() -> None:
    grammar = etree.RelaxNG(etree.parse(SCHEMAS / "atom.rng"))
    text = atom_files(published(dated(SMALL)))["feed.xml"].decode()
    for broken in (
        text.replace("<updated>2026-02-03T00:00:00Z</updated>", "", 1),
        text.replace("2026-02-03T00:00:00Z", "2026-02-03"),
        text.replace('type="html"', 'type="text/html"'),
    ):
        assert broken != text
        assert not grammar.validate(etree.fromstring(broken.encode()))


def test_a_summary_begins_with_what_the_paper_does() -> None:
    catalogue = dated(make_catalogue({"d": ["A"]}, abstracts={"A": "Nets are used. We cut them."}))
    papers = {slug: replace(paper, preview_from=15) for slug, paper in catalogue.papers.items()}
    index = published(replace(catalogue, papers=papers))
    (entry,) = feedparser.parse(io.BytesIO(atom_files(index)["feed.xml"])).entries
    (item,) = json.loads(json_files(index)["feed.json"])["items"]
    assert entry.summary == item["summary"] == "… We cut them."
    assert "Nets are used." in item["content_html"]
