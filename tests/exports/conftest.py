"""The sample catalogue, with earlier names and a removed paper as a catalogue has them that has grown."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from sitegen.catalogue.model import Catalogue, Tombstone
from sitegen.config.load import load
from sitegen.gather import gather
from sitegen.progress import Progress


@pytest.fixture(scope="session")
def sample(checkout: Path) -> Catalogue:
    """All papers of ``digests/``, with the repository's settings."""
    settings, _ = load(checkout / "site.yaml", inputs=[checkout / "digests"])
    assert settings is not None
    assembled, _ = gather(settings, Progress(quiet=True))
    assert assembled is not None
    return replace(
        assembled.catalogue,
        aliases={"pointing-networks": "pointer-networks", "pointed-networks": "pointer-networks"},
        removed={"a-paper-that-left": Tombstone("A Paper That Left")},
    )
