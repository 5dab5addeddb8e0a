from __future__ import annotations

from dataclasses import fields, replace

import pytest
from builders import make_catalogue, make_test_index

from sitegen.citation.formats import FORMATS, Format
from sitegen.config.model import BIBLIOGRAPHIES, ExportSettings
from sitegen.exports import EXPORTS, downloads, exports, with_alternates
from sitegen.pages import pages
from sitegen.pages.page_index import PageIndex
from sitegen.permalinks.model import PermalinkRecord
from sitegen.wording.load import english

CATALOGUE = replace(
    make_catalogue({"d": ["A", "B"]}, tags={"t": ["A"], "empty": []}),
    first_seen_day={"a": "2026-01-02", "b": "2026-01-02"},
    records={"a": PermalinkRecord("a", "A"), "b": PermalinkRecord("b", "B")},
)
SWITCHES = sorted(field.name for field in fields(ExportSettings) if field.name != "parts")


def switched(on: bool, **others: bool) -> ExportSettings:
    return ExportSettings(parts=BIBLIOGRAPHIES, **(dict.fromkeys(SWITCHES, on) | others))


def an_index(settings: ExportSettings) -> PageIndex:
    return make_test_index(CATALOGUE, base_url="https://h.example/", exports=settings)


def written(settings: ExportSettings) -> set[str]:
    return {file.path for file in exports(an_index(settings), ["index.html"])}


def offered(settings: ExportSettings) -> set[str]:
    index = an_index(settings)
    beside = with_alternates(pages(index), index)
    return {item.href for item in downloads(settings, english())} | {a.href for page in beside for a in page.alternates}


def test_every_switch_has_its_export_and_every_export_its_switch() -> None:
    assert sorted(export.key for export in EXPORTS if export.key) == SWITCHES


@pytest.mark.parametrize("switch", SWITCHES)
def test_an_export_that_is_off_leaves_no_file_and_no_link(switch: str) -> None:
    its = written(switched(False, **{switch: True})) - written(switched(False))
    others = switched(True, **{switch: False})
    assert its
    assert not its & (written(others) | offered(others))


def test_whatever_is_offered_is_written() -> None:
    assert offered(switched(True)) <= written(switched(True))


@pytest.mark.parametrize("format", FORMATS)
def test_papers_tags_and_digests_have_the_citations_beside_them_that_are_asked_for(format: Format) -> None:
    names = ("papers", "papers/a", "papers/b", "tags/t", "digests/d")
    found = written(ExportSettings(parts=(format.key,)))
    assert {path for path in found if path.endswith(format.ending)} == {name + format.ending for name in names}


@pytest.mark.parametrize("format", FORMATS)
def test_a_format_that_is_not_asked_for_has_one_file(format: Format) -> None:
    found = written(ExportSettings(parts=()))
    assert {path for path in found if path.endswith(format.ending)} == {f"papers{format.ending}"}


def test_a_paper_has_three_files_unless_more_are_asked_for() -> None:
    found = written(ExportSettings()) | {"papers/a.html"}
    assert {path for path in found if path.startswith("papers/a.")} == {
        "papers/a.html",
        "papers/a.json",
        "papers/a.bib",
    }
