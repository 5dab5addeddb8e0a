"""Names that pages had before, as `site.yaml` lists them: of tags, of digests, of papers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from sitegen.catalogue.aliases import Named, leading_to
from sitegen.catalogue.assemble import CatalogueBuild, assemble
from sitegen.config.model import DigestSettings, PaperSettings, Settings, TagSettings
from sitegen.inputs.model import Digest, Entry
from sitegen.permalinks.read import parse
from sitegen.problem import Location

FROGS = "Frogs leap over the networks that they find, and every network carries what the frogs have seen on the way."
TOADS = "Toads sit at the edge of deep water until it rains; a model of rain is what they are said to be lacking still."
HERE = Location("site.yaml", 7, 5)
PONDS = TagSettings("ponds", "Ponds", "Places", "Ponds", aliases=("pools", "lakes"), location=HERE)


def digest(id: str, entries: Mapping[str, str]) -> Digest:
    rows = tuple(Entry(title, text, n, 2 * n) for n, (title, text) in enumerate(entries.items(), 1))
    return Digest(id, id, "", None, "", "", f"{id}.txt", f"{id}.txt", rows)


def assembled(permalinks: str = "", **settings: object) -> CatalogueBuild:
    digests = [digest("april", {"Frogs and Networks": FROGS}), digest("march", {"Toads": TOADS})]
    file, problems = parse(permalinks)
    assert problems == ()
    given = Settings(root=Path("/nowhere"), groups=("Places",), **settings)  # type: ignore[arg-type]
    return assemble(digests, given, permalinks=file, day="2026-02-02")


def test_pages_of_every_kind_are_known_by_the_names_they_had() -> None:
    catalogue = assembled(
        tags=(PONDS,),
        digests={"april": DigestSettings(aliases=("000",))},
        papers={"toads": PaperSettings(aliases=("bufonidae",))},
    ).catalogue
    assert dict(catalogue.moved) == {
        "papers/bufonidae": "papers/toads",
        "tags/pools": "tags/ponds",
        "tags/lakes": "tags/ponds",
        "digests/000": "digests/april",
    }
    assert dict(catalogue.earlier_pages)["tags/ponds"] == ("tags/pools", "tags/lakes")
    assert catalogue.had_before("tags/ponds") == ("pools", "lakes")


def test_a_name_that_a_page_still_has_is_no_alias() -> None:
    pages = [Named("ponds", ("ponds",), HERE), Named("lakes", ("ponds",), replace(HERE, line=9))]
    aliases, problems = leading_to("tags", pages)
    assert aliases == {}
    assert [str(problem) for problem in problems] == [
        "site.yaml:7:5: error: tag 'ponds' has the alias 'ponds', which is its own name"
        " (an alias is a name that no page has any more)",
        "site.yaml:9:5: error: tag 'lakes' has the alias 'ponds', which is the name of another tag"
        " (an alias is a name that no page has any more)",
    ]


def test_no_alias_leads_to_two_pages() -> None:
    pages = [Named("april", ("000",), HERE), Named("march", ("000",), replace(HERE, line=9))]
    aliases, problems = leading_to("digests", pages)
    assert aliases == {"000": "april"}
    assert [str(problem) for problem in problems] == [
        "site.yaml:9:5: error: digest 'march' has the alias '000', which leads to 'april'"
        " (take it away from one of the two)"
    ]


def test_one_alias_given_twice_is_one() -> None:
    assert leading_to("tags", [Named("ponds", ("pools", "pools"), HERE)]) == ({"pools": "ponds"}, ())


def test_a_digest_that_has_another_ones_alias_is_an_error_of_the_build() -> None:
    found = assembled(digests={"april": DigestSettings(aliases=("march",), location=HERE)})
    assert [str(problem) for problem in found.problems] == [
        "site.yaml:7:5: error: digest 'april' has the alias 'march', which is the name of another digest"
        " (an alias is a name that no page has any more)"
    ]


def test_a_paper_may_be_given_tags_by_names_that_they_had() -> None:
    catalogue = assembled(tags=(PONDS,), papers={"toads": PaperSettings(tags=("lakes", "ponds"))}).catalogue
    assert catalogue.paper_tags["toads"] == ("ponds",)


def test_no_new_paper_takes_the_alias_of_another() -> None:
    found = assembled(papers={"frogs-and-networks": PaperSettings(aliases=("toads",))})
    assert found.problems == ()
    assert dict(found.catalogue.aliases) == {"toads": "frogs-and-networks"}
    assert sorted(found.catalogue.papers) == ["frogs-and-networks", "toads-001122"]


def test_a_paper_that_has_its_name_already_keeps_it_from_being_an_alias() -> None:
    papers = {"frogs-and-networks": PaperSettings(aliases=("toads",), location=HERE)}
    found = assembled('toads:\n  title: "Toads"\n', papers=papers)
    assert [str(problem) for problem in found.problems] == [
        "site.yaml:7:5: error: paper 'frogs-and-networks' has the alias 'toads', which is the name of another paper"
        " (an alias is a name that no page has any more)"
    ]


def test_the_name_of_a_paper_that_is_gone_can_be_given_to_one_that_is_there() -> None:
    gone = 'newts:\n  title: "Newts, of Which Nothing Is Left"\n'
    found = assembled(gone, papers={"toads": PaperSettings(aliases=("newts",))})
    assert dict(found.catalogue.aliases) == {"newts": "toads"}
    assert dict(found.catalogue.removed) == {}


def test_the_aliases_of_a_paper_that_is_left_out_say_so_too() -> None:
    known = 'toads:\n  title: "Toads"\n'
    catalogue = assembled(known, papers={"toads": PaperSettings(aliases=("newts",), exclude=True)}).catalogue
    assert {slug: gone.title for slug, gone in catalogue.removed.items()} == {"toads": "Toads", "newts": "Toads"}
