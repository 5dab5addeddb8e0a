"""Identity that lists state: ids decide, then titles with authors and years, then abstracts."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.catalogue.merging.cluster import RepairedEntry
from sitegen.catalogue.merging.merge import merge
from sitegen.config.model import Settings
from sitegen.facts.model import Facts, Person
from sitegen.gather import gather
from sitegen.progress import Progress

ADA, BO = Person("Moreau", "Ada"), Person("Lind", "Bo")
GAPS = (
    "Weather stations report at uneven intervals, so gaps must be filled before a model can be fitted. We fill them "
    "with a small recurrent smoother that is trained on nothing but the stations' own past."
)
OTHERWISE = (
    "This article studies missing observations. A compact network learns from each sensor alone, and its errors are "
    "a third smaller than those of linear methods, at a cost that phones can bear."
)


def copy(title: str, facts: Facts, abstract: str = "", digest: str = "a") -> RepairedEntry:
    return RepairedEntry(digest, 1, title, abstract, title, facts)


def papers(*copies: RepairedEntry) -> int:
    numbered = [RepairedEntry(f"d{n}", 1, c.title, c.abstract, c.title, c.facts) for n, c in enumerate(copies)]
    found = len(merge(numbered))
    assert len(merge(numbered[::-1])) == found
    return found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Facts(arxiv="1901.00001v1"), Facts(arxiv="1901.00001v4")),
        (Facts(doi="10.1000/ABC"), Facts(doi="10.1000/abc")),
        (Facts(acl="P17-1001"), Facts(acl="P17-1001", doi="10.18653/v1/P17-1001")),
        (Facts(openreview="rJXMpikCZ"), Facts(openreview="rJXMpikCZ")),
    ],
)
def test_one_id_is_one_paper_whatever_the_title_became(one: Facts, other: Facts) -> None:
    assert papers(copy("Filling Gaps for Weather Stations", one), copy("Gap Filling at Weather Stations", other)) == 1


def test_an_arxiv_id_joins_titles_that_have_nothing_in_common() -> None:
    first, renamed = Facts(arxiv="1901.00001", authors=(ADA,)), Facts(arxiv="1901.00001", authors=(ADA,))
    assert papers(copy("Filling Gaps", first), copy("Smoothers Are Enough", renamed)) == 1


def test_a_doi_under_titles_that_have_nothing_in_common_is_that_of_a_volume() -> None:
    assert papers(copy("Filling Gaps", Facts(doi="10.1000/v")), copy("Owls at Night", Facts(doi="10.1000/v"))) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [(Facts(arxiv="1901.00001"), Facts(arxiv="2001.00002")), (Facts(acl="P17-1001"), Facts(acl="2020.acl-main.7"))],
)
def test_two_ids_where_a_paper_has_one_are_two_papers(one: Facts, other: Facts) -> None:
    assert papers(copy("Filling Gaps", one, GAPS), copy("Filling Gaps", other, GAPS)) == 2


def test_a_preprint_and_its_published_version_are_one_paper_under_any_abstract() -> None:
    preprint = Facts(authors=(ADA, BO), year=2018, arxiv="1801.00001")
    published = Facts(authors=(Person("Moreau", "A."), Person("Lind", "B.")), year=2020, venue="Notes", doi="10.1000/1")
    assert papers(copy("Filling Gaps", preprint, GAPS), copy("Filling gaps", published, OTHERWISE)) == 1


def test_same_title_and_other_authors_are_two_papers_unless_the_abstract_is_the_same() -> None:
    ours, theirs = Facts(authors=(ADA,), year=2019), Facts(authors=(BO,), year=2019)
    assert papers(copy("Filling Gaps", ours), copy("Filling Gaps", theirs)) == 2
    assert papers(copy("Filling Gaps", ours, GAPS), copy("Filling Gaps", theirs, OTHERWISE)) == 2
    assert papers(copy("Filling Gaps", ours, GAPS), copy("Filling Gaps", theirs, GAPS)) == 1


def test_a_third_record_brings_no_two_papers_together() -> None:
    ours, theirs = Facts(authors=(ADA,), year=2019), Facts(authors=(BO,), year=2019)
    assert papers(copy("Filling Gaps", ours), copy("Filling Gaps", theirs), copy("Filling Gaps", Facts(year=2019))) == 2


def test_a_digest_and_a_bibliography_meet_by_title() -> None:
    stated = Facts(authors=(ADA,), year=2019, venue="Notes")
    assert papers(copy("Filling Gaps", Facts(), GAPS), copy("Filling gaps.", stated)) == 1


def test_a_crowd_of_columns_is_paired_by_year_and_author() -> None:
    years = range(1990, 2010)
    ours = [copy("Editorial", Facts(authors=(ADA,), year=year, venue="Field Letters")) for year in years]
    theirs = [copy("EDITORIAL", Facts(authors=(ADA,), year=year, venue="Field Lett.")) for year in years]
    assert papers(*ours, *theirs) == 20


def test_a_paper_of_two_lists_has_both_addresses(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.bib").write_text(
        "@misc{p, title={Filling Gaps}, author={Moreau, Ada},\n"
        " year={2018}, eprint={1801.00001}, archiveprefix={arXiv}}\n"
    )
    (tmp_path / "in" / "b.ris").write_text(
        "TY  - JOUR\nTI  - Filling gaps\nAU  - Moreau, A.\nPY  - 2020\nJO  - Notes\nDO  - 10.1000/1\nER  - \n"
    )
    assembled, problems = gather(Settings(root=tmp_path, input=(tmp_path / "in",)), Progress(quiet=True))
    assert assembled is not None, problems
    (facts,) = assembled.catalogue.facts.values()
    assert (facts.arxiv_href, facts.doi_href) == ("https://arxiv.org/abs/1801.00001", "https://doi.org/10.1000/1")
    assert (facts.authors, facts.year, facts.venue) == ((ADA,), 2020, "Notes")
    (records,) = assembled.catalogue.fact_records.values()
    assert [str(record.location) for record in records] == ["in/b.ris:1", "in/a.bib:1"]
