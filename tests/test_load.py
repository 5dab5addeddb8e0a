"""`sitegen.load`, and what docs/python.md says of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from commands import CHECKOUT, make_site

import sitegen
from sitegen.catalogue.model import Catalogue, Paper
from sitegen.problem import SiteError

PAGE = (CHECKOUT / "docs/python.md").read_text(encoding="utf-8")


def test_a_catalogue_is_loaded_from_a_folder_or_its_settings_and_nothing_is_written(tmp_path: Path) -> None:
    folder = make_site(tmp_path / "site")
    before = sorted(folder.rglob("*"))
    catalogue = sitegen.load(folder)
    assert [paper.title_text for paper in catalogue.papers.values()] == ["Sorting Pebbles on a Bench"]
    assert sitegen.load(folder / "site.yaml") == catalogue
    assert sorted(folder.rglob("*")) == before


def test_every_mistake_is_in_the_error(tmp_path: Path) -> None:
    folder = make_site(tmp_path / "site", "titel: X\nnoindex: perhaps\n")
    with pytest.raises(SiteError) as raised:
        sitegen.load(folder)
    assert [str(problem) for problem in raised.value.problems] == [
        "site.yaml:2:1: error: unknown key 'titel' (did you mean 'title'?)",
        "site.yaml:3:10: error: noindex must be true or false, not 'perhaps'",
    ]


def test_the_documented_example_runs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    make_site(tmp_path / "my-papers")
    monkeypatch.chdir(tmp_path)
    example = re.search(r"```python\n(.*?)```", PAGE, re.S)
    assert example is not None
    exec(example[1], {})
    assert capsys.readouterr().out == "Sorting Pebbles on a Bench ()\n"


@pytest.mark.parametrize(("line", "kind"), [("**`Catalogue`**", Catalogue), ("**`Paper`**", Paper)])
def test_every_name_on_the_page_is_there(line: str, kind: type) -> None:
    sentence = next(one for one in PAGE.splitlines() if line in one)
    names = [name for name in re.findall(r"`([a-z_]+)`", sentence) if "." not in name]
    assert len(names) > 5
    assert [name for name in names if not hasattr(kind, name) and name not in kind.__dataclass_fields__] == []
