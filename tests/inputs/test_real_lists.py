"""Files that no one here wrote are read without loss: every record becomes a mention or a problem."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sitegen.inputs.parsed import ParsedDigest
from sitegen.inputs.read import InputFile, read_file

pytestmark = pytest.mark.real

# Records and problems of each file; the records were counted in the files themselves.
COUNTS = {
    "arxiv-response.xml": (2, 0),
    "arxiv.py-two-ids.json": (1, 0),
    "asreview-embase.csv": (6, 0),
    "asreview-generic.csv": (2, 0),
    "asreview-generic_tab.tsv": (2, 0),
    "asreview-missing_values.csv": (4, 2),  # two records without title
    "baseline_zotero.ris": (100, 0),
    "colt2021.bib": (136, 0),
    "crossref-csl.json": (1, 0),
    "deep-review.csl.json": (36, 0),
    "embase.ris": (6, 0),
    "hf-daily-papers.json": (30, 0),
    "jabref-complex.bib": (20, 0),
    "jabref-crossref.bib": (3, 0),
    "jabref-jabref-authors.bib": (209, 3),  # three volumes
    "rispy-example_bom.ris": (0, 1),  # neither title nor abstract
    "rispy-example_full.ris": (2, 0),
    "rispy-example_multiline.ris": (3, 3),  # no titles
    "rispy-example_utf_chars.ris": (1, 0),
    "scopus.ris": (6, 0),
}


@pytest.fixture(scope="module")
def files(shared: Path) -> Path:
    folder = shared / "real-files"
    if not folder.is_dir():
        if os.environ.get("CI"):
            pytest.fail("needs the real lists beside the checkout")
        pytest.skip("needs the real lists beside the checkout")
    return folder


def read(path: Path, name: str | None = None) -> ParsedDigest:
    return read_file(InputFile(name or path.name, path.read_bytes()))


@pytest.mark.parametrize("name", COUNTS)
def test_every_record_is_a_mention_or_a_problem(name: str, files: Path) -> None:
    found = read(files / name)
    assert (len(found.entries), len(found.problems)) == COUNTS[name]


@pytest.mark.parametrize("name", COUNTS)
def test_a_file_is_read_alike_whatever_it_is_called(name: str, files: Path) -> None:
    assert read(files / name, "list.txt").entries == read(files / name, name).entries


@pytest.mark.parametrize(
    ("name", "fact", "count"),
    [
        ("colt2021.bib", "authors", 136),
        ("colt2021.bib", "venue", 136),
        ("baseline_zotero.ris", "doi", 100),
        ("baseline_zotero.ris", "year", 100),
        ("hf-daily-papers.json", "arxiv", 30),
        ("jabref-jabref-authors.bib", "doi", 135),
        ("jabref-complex.bib", "authors", 20),
        ("deep-review.csl.json", "authors", 29),
        ("scopus.ris", "authors", 6),
        ("embase.ris", "doi", 6),
    ],
)
def test_what_records_state_are_facts(name: str, fact: str, count: int, files: Path) -> None:
    assert sum(bool(getattr(entry.facts, fact)) for entry in read(files / name).entries) == count
