"""A site that stands already, for tests of what comes next."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from commands import make_site, sitegen


@pytest.fixture(scope="session")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of one paper, built; nobody changes it."""
    folder = make_site(tmp_path_factory.mktemp("built") / "site")
    assert sitegen(folder, "build").code == 0
    return folder


@pytest.fixture
def built_site(built_once: Path, tmp_path: Path) -> Path:
    """A copy of it: half a second sooner than another build."""
    return Path(shutil.copytree(built_once, tmp_path / "site"))
