"""What a build reads, by name."""

from __future__ import annotations

from pathlib import Path

from sitegen.sources import built_in_theme, sources


def test_the_built_in_theme_is_read_wherever_the_site_stands(tmp_path: Path, checkout: Path) -> None:
    named = sources(tmp_path / "site.yaml", (tmp_path / "digests",))
    assert tmp_path / "digests" in named
    assert tmp_path / "templates" in named
    assert {built_in_theme() / "templates", built_in_theme() / "static"} <= set(named)
    assert built_in_theme() == checkout
