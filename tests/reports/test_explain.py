"""The text of ``sitegen explain``."""

from __future__ import annotations

import pytest

from sitegen.catalogue.merging.cluster import Cluster, RepairedEntry
from sitegen.catalogue.merging.merge import merge
from sitegen.catalogue.naming.slugs import assign_slugs
from sitegen.facts.model import NOTHING_KNOWN, FactRecord, Facts, Person
from sitegen.facts.reconcile import reconciled
from sitegen.inputs.model import Digest, Entry
from sitegen.problem import Location
from sitegen.reports.explain import explain

GAPS = (
    "Stations report at uneven intervals. We fill the gaps with a small recurrent smoother that is trained on nothing "
    "but the past of each station. On two years of readings the error drops by a third. It runs on a laptop."
)
RAIN = GAPS.replace("On two years of readings the error drops by a third.", "Rain gauges of nine countries are tried.")
OTHER = "A gripper with eleven sensors kneads samples of dough, and a classifier guesses how wet each of them is."
ENTRIES = [("Filling Gaps", GAPS), ("FILLING GAPS", GAPS[:80] + "…"), ("Filling Gaps for Rain", RAIN), ("Owls", "")]


def digests() -> dict[str, Digest]:
    entries = tuple(Entry(title, abstract, n, 4 * n) for n, (title, abstract) in enumerate(ENTRIES, 1))
    return {"a": Digest("a", "a", "A", None, "", "", "a.txt", "digests/a.txt", entries)}


def papers() -> list[tuple[str, Cluster]]:
    copies = [RepairedEntry("a", n, title, abstract, title) for n, (title, abstract) in enumerate(ENTRIES, 1)]
    clusters = merge(copies)
    return list(zip(assign_slugs(clusters), clusters, strict=True))


def test_a_paper_is_explained_by_its_entries_its_joins_and_its_neighbours() -> None:
    assert explain("filling-gaps", papers(), digests()).splitlines()[:14] == [
        "papers/filling-gaps.html",
        "  title     Filling Gaps  (of a#1)",
        f"  abstract  {len(GAPS)} characters  (of a#1)",
        "",
        "2 entries",
        "  a#1  digests/a.txt:4  Filling Gaps",
        "  a#2  digests/a.txt:8  FILLING GAPS",
        "",
        "one paper because",
        "  0.96  a#1 and a#2: same title; abstracts share 92% of their phrases, at least 20% needed",
        "",
        "nearest papers that are kept apart",
        "  0.78  filling-gaps-for-rain",
        "        Filling Gaps for Rain",
    ]


@pytest.mark.parametrize("name", ["filling-gaps", "FILLING GAPS", "a#2"])
def test_a_paper_is_found_by_slug_printed_title_or_entry(name: str) -> None:
    assert explain(name, papers(), digests()).startswith("papers/filling-gaps.html\n")


def test_an_unknown_slug_names_the_likeliest() -> None:
    with pytest.raises(LookupError, match="no paper has the slug 'filling'; did you mean filling-gaps or"):
        explain("filling", papers(), digests())


def test_a_paper_is_explained_by_who_states_what_of_it() -> None:
    published = Facts(authors=(Person("Moreau", "Ada"),), year=2020, venue="Notes", doi="10.1000/182")
    preprint = Facts(authors=(Person("Moreau", "A."),), year=2019, arxiv="1901.00001")
    records = (
        FactRecord("a", published, Location("lists/a.bib", 3)),
        FactRecord("b", preprint, Location("lists/b.ris", 9)),
    )
    known = {"filling-gaps": (reconciled(NOTHING_KNOWN, records), records)}
    assert explain("filling-gaps", papers(), digests(), known).splitlines()[10:21] == [
        "",
        "what is known, and who states it (* counts)",
        "  authors  * Ada Moreau   lists/a.bib:3",
        "             A. Moreau    lists/b.ris:9",
        "  year     * 2020         lists/a.bib:3",
        "             2019         lists/b.ris:9",
        "  venue    * Notes        lists/a.bib:3",
        "  arxiv    * 1901.00001   lists/b.ris:9",
        "  doi      * 10.1000/182  lists/a.bib:3",
        "  facts.yaml counts before lists, a published paper's records before a preprint's, newer lists before older",
        "",
    ]


def explained(name: str, *entries: tuple[str, str]) -> list[str]:
    """What is said of a paper of one digest, line by line."""
    copies = [RepairedEntry("a", n, title, abstract, title) for n, (title, abstract) in enumerate(entries, 1)]
    held = tuple(Entry(title, abstract, n, 4 * n) for n, (title, abstract) in enumerate(entries, 1))
    digest = Digest("a", "a", "A", None, "", "", "a.txt", "a.txt", held)
    clusters = merge(copies)
    return explain(name, list(zip(assign_slugs(clusters), clusters, strict=True)), {"a": digest}).splitlines()


def test_an_entry_without_abstract_is_told_what_its_title_would_need() -> None:
    assert explained("a#1", ("Sorting with the Left Hand", ""), ("Sorting with the Right Hand", GAPS)) == [
        "papers/sorting-with-the-left-hand.html",
        "  title     Sorting with the Left Hand  (of a#1)",
        "  abstract  none",
        "",
        "1 entry",
        "  a#1  a.txt:4  Sorting with the Left Hand",
        "                (no abstract: its title alone can tell)",
        "",
        "nearest papers that are kept apart",
        "  0.76  sorting-with-the-right-hand",
        "        Sorting with the Right Hand",
        "        titles name two subjects (left / right); no abstract to compare: the titles must be the same but for a"
        " slip of the pen",
    ]


def test_a_title_that_fits_two_papers_is_told_so() -> None:
    said = explained(
        "a#3", ("GapNet: Rain", GAPS), ("GapNet: Snow", OTHER), ("GapNet", "Please sign in for full access to this.")
    )
    assert "                 (its abstract says nothing: its title alone can tell)" in said
    reason = "        one title is a part of the other; no abstract to compare: one paper if no other fits"
    assert said.count(reason) == 2


def test_an_abstract_under_several_titles_is_named_as_such() -> None:
    titles = ("Kneading", "Owls", "Tides", "Rust")
    said = explained("a#1", *((title, GAPS) for title in titles))
    assert "                (its abstract stands under several titles: its title alone can tell)" in said


def test_the_word_that_two_papers_of_one_pattern_differ_in_is_named() -> None:
    said = explained("a#1", ("Kneading Dough", GAPS), ("Owls at Night", GAPS.replace("laptop", "tractor")))
    assert said[-1] == (
        "        titles differ; abstracts agree in 97% of their words, at least 93% needed, but one has “laptop” where"
        " the other has “tractor”"
    )
