"""Inputs that are wrong, each beside the exact messages it must give (``NAME.messages``)."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from sitegen.config.load import load
from sitegen.config.model import Settings
from sitegen.inputs import read
from sitegen.problem import in_order

HERE = Path(__file__).resolve().parent
CONFIGS = sorted((HERE / "config").glob("*.yaml"))
DIGESTS = sorted((HERE / "digests").glob("*.txt"))


def expected(case: Path) -> list[str]:
    return case.with_suffix(".messages").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("case", CONFIGS, ids=lambda case: case.stem)
def test_wrong_settings_are_named_with_line_and_column(
    case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "above" / "site"
    (site / "digests").mkdir(parents=True)
    shutil.copy(case, site / "site.yaml")
    monkeypatch.chdir(site)
    settings, problems = load(Path("site.yaml"))
    assert [str(problem) for problem in in_order(problems)] == expected(case)
    assert settings is None


@pytest.mark.parametrize("case", DIGESTS, ids=lambda case: case.stem)
def test_wrong_digests_are_named_with_file_and_line(
    case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "digests"
    folder.mkdir()
    shutil.copy(case, folder / "a.txt")
    (folder / "good.txt").write_text("A Good Title\n" + "A good abstract, and long enough. " * 12, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    digests, problems = read(Settings(root=tmp_path, input=(folder,)))
    assert [str(problem) for problem in in_order(problems)] == expected(case)
    assert "good" in [digest.id for digest in digests]
