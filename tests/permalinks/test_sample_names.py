"""The shipped catalogue's own `permalinks.yaml`."""

from __future__ import annotations

from pathlib import Path

from sitegen.config.load import load
from sitegen.gather import gather
from sitegen.permalinks.read import read
from sitegen.progress import Progress


def test_every_paper_of_the_sample_has_its_name_in_the_file(checkout: Path) -> None:
    settings, _ = load(checkout / "site.yaml")
    assert settings is not None
    assembled, problems = gather(settings, Progress(quiet=True))
    assert problems == ()
    assert assembled is not None
    assert assembled.names.unrecorded == ()
    assert len(assembled.catalogue.first_seen_day) == 508


def test_the_samples_file_holds_names_of_the_sample_alone(checkout: Path) -> None:
    permalinks, problems = read(checkout)
    assert problems == ()
    assert permalinks is not None
    assert len(permalinks.records) == 508
