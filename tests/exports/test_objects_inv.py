from __future__ import annotations

import re
import subprocess
import sys
import zlib
from collections import Counter
from dataclasses import replace
from pathlib import Path

from builders import files_of, make_catalogue, make_facts, make_test_index, with_facts

from sitegen.catalogue.model import Catalogue, Tombstone
from sitegen.exports import objects_inv


def inventory(catalogue: Catalogue, **settings: object) -> bytes:
    return files_of(objects_inv.EXPORT, make_test_index(catalogue, **settings))["objects.inv"]


def lines(catalogue: Catalogue) -> list[str]:
    return zlib.decompress(inventory(catalogue).split(b"\n", 4)[4]).decode().splitlines()


def test_the_header_is_that_of_version_2() -> None:
    data = inventory(make_catalogue({"d": ["A"]}), title="Žluťoučký\nkůň")
    assert data.split(b"\n", 4)[:4] == [
        b"# Sphinx inventory version 2",
        b"# Project: Zlutoucky kun",
        b"# Version: ",
        b"# The remainder of this file is compressed using zlib.",
    ]


def test_a_paper_a_tag_and_a_digest_have_labels_and_a_document() -> None:
    catalogue = make_catalogue({"0-a": ["On Things"]}, tags={"topic": ["On Things"]}, dates={"0-a": "04-03"})
    assert lines(catalogue) == [
        "paper-on-things std:label -1 papers/on-things.html On Things",
        "on-things std:label -1 papers/on-things.html On Things",
        "papers/on-things std:doc -1 papers/on-things.html On Things",
        "tag-topic std:label -1 tags/topic.html Topic",
        "tags/topic std:doc -1 tags/topic.html Topic",
        "digest-0-a std:label -1 digests/0-a.html Digest of 3 April",
        "digests/0-a std:doc -1 digests/0-a.html Digest of 3 April",
        "index std:doc -1 index.html Paper catalogue",
        "papers std:doc -1 papers.html Papers",
        "tags std:doc -1 tags.html Tags",
        "digests std:doc -1 digests.html Digests",
        "statistics std:doc -1 statistics.html Statistics",
        "about std:doc -1 about.html About",
        "linking std:doc -1 linking.html Linking here",
    ]


def test_authors_years_and_venues_have_a_label_and_a_document_of_their_own() -> None:
    known = {"on-things": make_facts("Ada Gray", year=2021, venue="ICML 2021")}
    found = lines(with_facts(make_catalogue({"0-a": ["On Things"]}, dates={"0-a": "04-03"}), known))
    assert found[5:11] == [
        "author-ada-gray std:label -1 authors/ada-gray.html Ada Gray",
        "authors/ada-gray std:doc -1 authors/ada-gray.html Ada Gray",
        "year-2021 std:label -1 years/2021.html 2021",
        "years/2021 std:doc -1 years/2021.html 2021",
        "venue-icml std:label -1 venues/icml.html ICML",
        "venues/icml std:doc -1 venues/icml.html ICML",
    ]


def test_a_papers_own_name_is_no_authors_label() -> None:
    catalogue = replace(make_catalogue({"d": ["A"]}), aliases={"author-ada-gray": "a"})
    found = lines(with_facts(catalogue, {"a": make_facts("Ada Gray")}))
    assert [line for line in found if line.startswith(("author-ada", "authors/ada"))] == [
        "author-ada-gray std:label -1 papers/a.html A",
        "authors/ada-gray std:doc -1 authors/ada-gray.html Ada Gray",
    ]


def test_names_of_old_lead_to_the_present_page() -> None:
    catalogue = replace(make_catalogue({"d": ["New Name"]}), aliases={"old-name": "new-name"})
    assert [line for line in lines(catalogue) if "old-name" in line] == [
        "paper-old-name std:label -1 papers/new-name.html New Name",
        "old-name std:label -1 papers/new-name.html New Name",
        "papers/old-name std:doc -1 papers/new-name.html New Name",
    ]


def test_names_that_tags_and_digests_had_lead_to_the_present_page() -> None:
    catalogue = make_catalogue({"april": ["A"]}, tags={"topic": ["A"]})
    renamed = replace(catalogue, renamed={"tags": {"subject": "topic"}, "digests": {"000": "april"}})
    assert [line for line in lines(renamed) if line not in lines(catalogue)] == [
        "tag-subject std:label -1 tags/topic.html Topic",
        "tags/subject std:doc -1 tags/topic.html Topic",
        "digest-000 std:label -1 digests/april.html Undated digest, 1 paper",
        "digests/000 std:doc -1 digests/april.html Undated digest, 1 paper",
    ]


def test_names_of_a_removed_paper_lead_to_the_page_that_says_so() -> None:
    catalogue = replace(make_catalogue({"d": ["A"]}), removed={"gone": Tombstone("Gone Paper")})
    assert "paper-gone std:label -1 papers/gone.html Gone Paper (removed)" in lines(catalogue)


def test_no_title_breaks_its_line_or_is_taken_for_the_name() -> None:
    catalogue = make_catalogue({"d": ["Two\u2028Lines \x85 here", "-"]})
    (untitled,) = (slug for slug in catalogue.papers if slug.startswith("untitled"))
    found = lines(catalogue)
    assert "paper-two-lines-here std:label -1 papers/two-lines-here.html Two Lines here" in found
    assert f"paper-{untitled} std:label -1 papers/{untitled}.html \u2010" in found


def test_the_same_catalogue_gives_the_same_bytes() -> None:
    catalogue = make_catalogue({"d": ["A", "B"]})
    assert inventory(catalogue) == inventory(catalogue)


def test_the_sample_has_every_name_once_and_in_the_right_letters(sample: Catalogue) -> None:
    names = [line.split()[0] for line in lines(sample)]
    assert [name for name, count in Counter(names).items() if count > 1] == []
    right = re.compile(r"(?:(?:papers|tags|digests|authors|years|venues)/)?[a-z0-9]+(?:-[a-z0-9]+)*")
    assert [name for name in names if not right.fullmatch(name)] == []
    reserved = re.compile(r"(?:paper|tag|digest)-")
    assert [slug for slug in (*sample.papers, *sample.aliases, *sample.removed) if reserved.match(slug)] == []


def test_sphinx_lists_every_paper_of_the_sample(sample: Catalogue, tmp_path: Path) -> None:
    file = tmp_path / "objects.inv"
    file.write_bytes(inventory(sample))
    command = [sys.executable, "-W", "error", "-m", "sphinx.ext.intersphinx", str(file)]
    listed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    labels = set(re.findall(r"^ {4}(\S+)", listed.partition("std:label")[2], re.MULTILINE))
    assert {f"paper-{slug}" for slug in (*sample.papers, *sample.aliases, *sample.removed)} <= labels
