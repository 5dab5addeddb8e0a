"""What `site.yaml` and `permalinks.yaml` say of papers, by names that they have or had."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from sitegen.catalogue.assemble import CatalogueBuild, assemble
from sitegen.config.model import MergeSettings, PaperSettings, Settings, TagSettings
from sitegen.inputs.model import Digest, Entry
from sitegen.permalinks.read import parse
from sitegen.problem import Location

FROGS = "Frogs leap over the networks that they find, and every network carries what the frogs have seen on the way."
TOADS = "Toads sit at the edge of deep water until it rains; a model of rain is what they are said to be lacking still."
MICE = "Mice prefer shallow models, whose depth they measure by tail, and they publish their results in barns at night."

FILE = """\
amphibians:
  title: "Frogs and Networks"
  first_seen: 2026-01-01
old-frogs:
  moved_to: amphibians
toads:
  title: "Toads"
  first_seen: 2026-01-01
"""


def assembled(entries: Mapping[str, str], permalinks: str = FILE, **settings: object) -> CatalogueBuild:
    rows = tuple(Entry(title, text, n, 2 * n) for n, (title, text) in enumerate(entries.items(), 1))
    digest = Digest("d", "d", "", None, "", "", "d.txt", "d.txt", rows)
    file, problems = parse(permalinks)
    assert problems == ()
    return assemble([digest], Settings(root=Path("/nowhere"), **settings), permalinks=file, day="2026-02-02")  # type: ignore[arg-type]


TWO = {"Frogs and Networks": FROGS, "Toads": TOADS}


def test_the_catalogue_says_which_names_lead_on_and_since_when_each_is_there() -> None:
    catalogue = assembled({"Frogs and Networks": FROGS, "Mice": MICE}).catalogue
    assert dict(catalogue.aliases) == {"old-frogs": "amphibians"}
    assert list(catalogue.removed) == ["toads"]
    assert dict(catalogue.first_seen_day) == {"amphibians": "2026-01-01", "mice": "2026-02-02"}


def test_no_name_is_two_things_at_once() -> None:
    catalogue = assembled({"Frogs and Networks": FROGS, "Mice": MICE}).catalogue
    names = [*catalogue.papers, *catalogue.aliases, *catalogue.removed]
    assert len(names) == len(set(names))


def test_settings_under_an_earlier_name_are_about_the_present_paper() -> None:
    tags = (TagSettings("ponds", "Ponds", "Places", "Ponds"),)
    rules = {"old-frogs": PaperSettings(tags=("ponds",))}
    found = assembled(TWO, tags=tags, groups=("Places",), papers=rules)
    assert found.catalogue.paper_tags["amphibians"] == ("ponds",)
    assert found.problems == ()


def test_a_paper_is_excluded_under_an_earlier_name_too() -> None:
    catalogue = assembled(TWO, papers={"old-frogs": PaperSettings(exclude=True)}).catalogue
    assert list(catalogue.papers) == ["toads"]
    assert sorted(catalogue.removed) == ["amphibians", "old-frogs"]


def test_decisions_about_merging_may_name_published_names() -> None:
    found = assembled(TWO, merge=MergeSettings(same=(("amphibians", "toads"),)))
    assert list(found.catalogue.papers) == ["amphibians"]
    assert found.catalogue.aliases["toads"] == "amphibians"


def test_a_decision_about_merging_that_names_nothing_is_a_warning() -> None:
    settings = MergeSettings(same=(("amphibians", "newts"),), location=Location("site.yaml", 4, 3))
    assert [str(problem) for problem in assembled(TWO, merge=settings).problems] == [
        "site.yaml:4:3: warning: merge: no entry is called 'newts'"
        " (write a title as printed, the name of a page in papers/, or one entry as digest#number)"
    ]


def test_a_paper_that_is_stated_to_be_removed_and_is_there_is_a_warning() -> None:
    found = assembled(TWO, FILE + "  reason: Withdrawn\n")
    assert [str(problem) for problem in found.problems] == [
        "permalinks.yaml:6:1: warning: 'toads' is stated to be removed, but stands in d.txt:4"
        " (list it under 'exclude' in site.yaml, or delete its lines 'removed' and 'reason')"
    ]
    assert "toads" in found.catalogue.papers
