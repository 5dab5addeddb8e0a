"""Whatever is written beside a page is written under the names that the page had before, too."""

from __future__ import annotations

from dataclasses import fields, replace

from builders import make_catalogue, make_test_index

from sitegen.artifact import Artifact, Unchanged, whole
from sitegen.citation.formats import FORMATS
from sitegen.config.model import ExportSettings
from sitegen.exports import exports, papers_json
from sitegen.exports.earlier import under_earlier_names

SWITCHES = {field.name: True for field in fields(ExportSettings) if field.name != "parts"}
EVERYTHING = ExportSettings(**SWITCHES, parts=tuple(format.key for format in FORMATS))  # type: ignore[arg-type]
CATALOGUE = replace(
    make_catalogue({"april": ["New"]}, tags={"ponds": ["New"]}),
    first_seen_day={"new": "2026-01-02"},
    aliases={"old": "new"},
    renamed={"tags": {"lakes": "ponds"}, "digests": {"000": "april"}},
)


def written() -> dict[str, bytes]:
    index = make_test_index(CATALOGUE, base_url="https://h.example/", exports=EVERYTHING)
    return {file.path: whole(file) for file in exports(index, ["index.html"])}


def beside(page: str, files: dict[str, bytes]) -> dict[str, bytes]:
    """The files of a page by what their names end with."""
    return {path.removeprefix(page): data for path, data in files.items() if path.startswith(f"{page}.")}


def test_each_file_of_a_page_is_there_under_its_earlier_name() -> None:
    files = written()
    assert sorted(beside("papers/old", files)) == [".bib", ".csl.json", ".json", ".ris"]
    assert sorted(beside("tags/lakes", files)) == [
        ".bib", ".csl.json", ".feed.json", ".feed.xml", ".links.md", ".myst.json", ".ris",
    ]  # fmt: skip
    for earlier, now in (("papers/old", "papers/new"), ("tags/lakes", "tags/ponds"), ("digests/000", "digests/april")):
        assert beside(earlier, files) == beside(now, files)


def test_files_of_the_whole_site_are_there_once() -> None:
    paths = [file.path for file in exports(make_test_index(CATALOGUE), [])]
    assert len(paths) == len(set(paths))


def test_a_file_that_is_made_as_it_is_read_reaches_each_of_its_names() -> None:
    stream = (part for part in (b"one", b"two"))
    found = under_earlier_names([Artifact("tags/a.bib", stream)], {"tags/a": ("tags/b", "tags/c")})
    assert [(file.path, whole(file)) for file in found] == [
        ("tags/a.bib", b"onetwo"),
        ("tags/b.bib", b"onetwo"),
        ("tags/c.bib", b"onetwo"),
    ]


def test_a_file_without_earlier_names_stays_a_stream() -> None:
    stream = iter([b"one"])
    (found,) = under_earlier_names([Artifact("papers.bib", stream)], {"tags/a": ("tags/b",)})
    assert found.data is stream


def written_again(*there: str) -> dict[str, type]:
    """How a paper's files come where ``there`` stand already, made from the same."""
    index = make_test_index(CATALOGUE)
    made = exports(index, [], kinds=[papers_json.PAPER], has=lambda path, key: path in there)
    return {file.path: type(file) for file in made}


def test_files_that_stand_under_each_name_are_not_made_again() -> None:
    there = ("papers/new.json", "papers/old.json")
    assert written_again(*there) == dict.fromkeys(there, Unchanged)


def test_a_file_that_one_name_lacks_is_made_for_all_of_them() -> None:
    assert written_again("papers/new.json") == dict.fromkeys(("papers/new.json", "papers/old.json"), Artifact)
